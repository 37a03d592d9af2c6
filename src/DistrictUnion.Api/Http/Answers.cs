using System.Security.Cryptography;
using System.Text.Json;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Domain.Common;
using MediatR;
using Microsoft.Extensions.Options;

namespace DistrictUnion.Api.Http;

/// <summary>Sends a use case and turns its result into an answer.</summary>
public sealed class Answers(IMediator mediator, Problems problems, IOptions<Microsoft.AspNetCore.Http.Json.JsonOptions> json)
{
    /// <summary>A single resource with its version as tag; 201 when the request created it, 304 when the caller has it already.</summary>
    public async Task<IResult> TaggedAsync<T>(HttpContext http, IRequest<Result<Tagged<T>>> request)
    {
        var result = await mediator.Send(request, http.RequestAborted);
        if (!result.IsSuccess)
            return problems.Of(result.Error!);
        var tag = Precondition.TagOf(result.Value.Version);
        http.Response.Headers.ETag = tag;
        if (IsKnown(http.Request, tag))
            return Results.StatusCode(StatusCodes.Status304NotModified);
        return result.Value.Created ? Results.Created((string?)null, result.Value.Body) : Results.Ok(result.Value.Body);
    }

    /// <summary>A derived resource; its tag is a hash of the body, which depends on the language.</summary>
    public async Task<IResult> DerivedAsync<T>(HttpContext http, IRequest<Result<T>> request)
    {
        var result = await mediator.Send(request, http.RequestAborted);
        if (!result.IsSuccess)
            return problems.Of(result.Error!);
        var body = JsonSerializer.SerializeToUtf8Bytes(result.Value, json.Value.SerializerOptions);
        var tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(body))[..32]}\"";
        http.Response.Headers.ETag = tag;
        http.Response.Headers.Vary = "Accept-Language";
        return IsKnown(http.Request, tag) ? Results.StatusCode(StatusCodes.Status304NotModified) : Results.Bytes(body, "application/json; charset=utf-8");
    }

    /// <summary>Anything without a tag.</summary>
    public async Task<IResult> PlainAsync<T>(HttpContext http, IRequest<Result<T>> request)
    {
        var result = await mediator.Send(request, http.RequestAborted);
        return result.IsSuccess ? Results.Ok(result.Value) : problems.Of(result.Error!);
    }

    /// <summary>An answer of the caller's own making; a refusal may be put in other terms.</summary>
    public async Task<IResult> WithAsync<T>(HttpContext http, IRequest<Result<T>> request, Func<T, IResult> answer, Func<Error, Error>? refuse = null)
    {
        var result = await mediator.Send(request, http.RequestAborted);
        return result.IsSuccess ? answer(result.Value) : problems.Of(refuse is null ? result.Error! : refuse(result.Error!));
    }

    private static bool IsKnown(HttpRequest request, string tag) =>
        HttpMethods.IsGet(request.Method)
        && request.Headers.IfNoneMatch.ToString().Split(',', StringSplitOptions.TrimEntries).Any(t => t == tag || t == "*");
}
