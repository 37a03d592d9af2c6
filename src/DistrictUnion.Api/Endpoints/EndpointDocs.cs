using DistrictUnion.Api.Access;
using DistrictUnion.Api.Http;
using DistrictUnion.Api.OpenApi;
using DistrictUnion.Application.Common;
using DistrictUnion.Application.Pipeline;
using Microsoft.AspNetCore.Mvc;
using Microsoft.OpenApi;

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
        endpoint.Query("page", "页码，从 1 起", JsonSchemaType.Integer).Query("pageSize", "每页条数，1 至 200，默认 50", JsonSchemaType.Integer)
            .Produces<Page<T>>().Produces<ProblemDetails>(400, "application/problem+json");

    /// <summary>A page of a list that other systems pull by the time of change.</summary>
    public static RouteHandlerBuilder ProducesPulledPage<T>(this RouteHandlerBuilder endpoint) =>
        endpoint.Query("updatedSince", "只取此时间起有变动的资源（RFC 3339，带时区）").ProducesPage<T>();

    /// <summary>Reads a parameter of the query string.</summary>
    public static RouteHandlerBuilder Query(
        this RouteHandlerBuilder endpoint, string name, string description, JsonSchemaType type = JsonSchemaType.String) =>
        endpoint.WithMetadata(new QueryMetadata(name, description, type, []));

    /// <summary>Reads a word of an enumeration from the query string.</summary>
    public static RouteHandlerBuilder Query<T>(this RouteHandlerBuilder endpoint, string name, string description)
        where T : struct, Enum =>
        endpoint.WithMetadata(new QueryMetadata(name, description, JsonSchemaType.String, [.. Enum.GetValues<T>().Select(v => Domain.Common.Words.Camel(v))]));

    /// <summary>Takes a bulk import: rows as JSON or in a file, mode, dry run, and how to report.</summary>
    public static RouteHandlerBuilder Imports<T>(this RouteHandlerBuilder endpoint) => endpoint.TakesFile().Mode()
        .Query("dryRun", "true 时只校验，不保存", JsonSchemaType.Boolean)
        .Query("report", "xlsx 时回答错误工作簿（逐行结果）；也可用 Accept", JsonSchemaType.String)
        .Takes<IReadOnlyList<T>>(MediaTypes.Json, MediaTypes.Csv, MediaTypes.Xlsx).Produces<ImportReport>();

    /// <summary>Hands out a file.</summary>
    public static RouteHandlerBuilder ProducesFile(this RouteHandlerBuilder endpoint, string mediaType) =>
        endpoint.Produces<byte[]>(200, mediaType).Produces<ProblemDetails>(404, "application/problem+json");

    /// <summary>Says what refused rows do to the others.</summary>
    public static RouteHandlerBuilder Mode(this RouteHandlerBuilder endpoint) =>
        endpoint.Query<ImportMode>("mode", "atomic：一行有误则全部不存；perRow：其余各行照存");

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
