using DistrictUnion.Api.OpenApi;
using DistrictUnion.Application.Pipeline;
using Microsoft.AspNetCore.Mvc;

namespace DistrictUnion.Api.Endpoints;

/// <summary>What endpoints answer, for the OpenAPI document.</summary>
internal static class EndpointDocs
{
    /// <summary>Takes a body.</summary>
    public static RouteHandlerBuilder Takes<T>(this RouteHandlerBuilder endpoint, params string[] mediaTypes) =>
        endpoint.WithMetadata(new BodyMetadata(typeof(T), true, mediaTypes is [] ? ["application/json"] : mediaTypes));

    /// <summary>Takes a body or none.</summary>
    public static RouteHandlerBuilder TakesOptional<T>(this RouteHandlerBuilder endpoint) =>
        endpoint.WithMetadata(new BodyMetadata(typeof(T), false, ["application/json"]));

    /// <summary>A page of a list.</summary>
    public static RouteHandlerBuilder ProducesPage<T>(this RouteHandlerBuilder endpoint) =>
        endpoint.Produces<Page<T>>().Produces<ProblemDetails>(400, "application/problem+json");

    /// <summary>A resource that was changed or created.</summary>
    public static RouteHandlerBuilder ProducesPut<T>(this RouteHandlerBuilder endpoint) => endpoint.ProducesAction<T>().Produces<T>(201);

    /// <summary>A resource after an action.</summary>
    public static RouteHandlerBuilder ProducesAction<T>(this RouteHandlerBuilder endpoint) => endpoint.Produces<T>()
        .Produces<ProblemDetails>(400, "application/problem+json")
        .Produces<ProblemDetails>(404, "application/problem+json")
        .Produces<ProblemDetails>(409, "application/problem+json")
        .Produces<ProblemDetails>(412, "application/problem+json")
        .Produces<ProblemDetails>(428, "application/problem+json");
}
