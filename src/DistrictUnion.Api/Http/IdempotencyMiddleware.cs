using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DistrictUnion.Api.Access;
using DistrictUnion.Application.Ports;

namespace DistrictUnion.Api.Http;

/// <summary>
/// Answers a repeated POST with the first answer. A parallel repeat waits up to ten seconds for it. Whether a repeat may be seen
/// is decided before: a caller who lost the permission or the reach gets no old answer.
/// </summary>
public sealed class IdempotencyMiddleware(RequestDelegate next)
{
    private const string Header = "Idempotency-Key";
    private const int MaxKey = 200;
    private static readonly string[] KeptHeaders = ["Content-Type", "Content-Disposition", "ETag", "Location", "Vary"];
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>Handles a request.</summary>
    public async Task InvokeAsync(HttpContext context, IIdempotencyStore store, ITenantContext tenant, IFieldCipher cipher, Problems problems, TimeProvider clock)
    {
        var key = context.Request.Headers[Header].ToString();
        if (key.Length == 0 || !HttpMethods.IsPost(context.Request.Method) || tenant.Caller is not { RepeatsOf: { } user } caller
            || context.GetEndpoint()?.Metadata.GetMetadata<AnonymousMetadata>() is not null
            || context.GetEndpoint()?.Metadata.GetMetadata<OneTimeAnswerMetadata>() is not null
            || context.Request.Path.StartsWithSegments("/api/v1/auth", StringComparison.OrdinalIgnoreCase))
        {
            await next(context);
            return;
        }

        if (key.Length > MaxKey)
        {
            await problems.Malformed(Header, "idempotency.keyTooLong").ExecuteAsync(context);
            return;
        }

        var hash = await HashAsync(context.Request, context.RequestAborted);
        if (context.GetEndpoint()?.Metadata.GetMetadata<ConfidentialMetadata>() is not null)
            hash = cipher.Blind(hash);
        var started = clock.GetTimestamp();
        var state = await store.ClaimAsync(caller.DistrictId, user, key, hash, context.RequestAborted);
        while (state is { Claimed: false, SameRequest: true, Answer: null } && clock.GetElapsedTime(started) < Patience)
        {
            await Task.Delay(Pause, clock, context.RequestAborted);
            state = await store.ClaimAsync(caller.DistrictId, user, key, hash, context.RequestAborted);
        }

        if (state.Claimed)
        {
            await AnswerAsync(context, answer => store.SettleAsync(caller.DistrictId, user, key, answer, CancellationToken.None));
        }
        else if (!state.SameRequest)
        {
            await problems.Of(StatusCodes.Status422UnprocessableEntity, "idempotency.otherRequest").ExecuteAsync(context);
        }
        else if (state.Answer is { } kept)
        {
            await ReplayAsync(context, kept);
        }
        else
        {
            context.Response.Headers.RetryAfter = "10";
            await problems.Of(StatusCodes.Status409Conflict, "idempotency.stillAtWork").ExecuteAsync(context);
        }
    }

    private static async Task<byte[]> HashAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        request.EnableBuffering();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{request.Method} {request.Path}{request.QueryString}\n{request.ContentType}\n{request.Headers.IfMatch}\n"));
        var buffer = new byte[81920];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, cancellationToken)) > 0)
            hash.AppendData(buffer, 0, read);
        request.Body.Position = 0;
        return hash.GetHashAndReset();
    }

    private async Task AnswerAsync(HttpContext context, Func<KeptAnswer?, Task> settle)
    {
        var response = context.Response.Body;
        using var body = new MemoryStream();
        context.Response.Body = body;
        KeptAnswer? answer = null;
        try
        {
            await next(context);

            // A refusal of the moment (conflict, overload, error) isn't the answer to keep: the repeat may succeed.
            if (context.Response.StatusCode is < 500 and not (StatusCodes.Status409Conflict or StatusCodes.Status429TooManyRequests))
            {
                var headers = KeptHeaders.Where(context.Response.Headers.ContainsKey)
                    .ToDictionary(h => h, h => context.Response.Headers[h].ToString(), StringComparer.Ordinal);
                answer = new KeptAnswer(context.Response.StatusCode, JsonSerializer.Serialize(headers), body.ToArray());
            }
        }
        finally
        {
            context.Response.Body = response;
            await settle(answer);
        }

        body.Position = 0;
        await body.CopyToAsync(response, context.RequestAborted);
    }

    private static async Task ReplayAsync(HttpContext context, KeptAnswer kept)
    {
        context.Response.StatusCode = kept.Status;
        foreach (var (name, value) in JsonSerializer.Deserialize<Dictionary<string, string>>(kept.Headers)!)
            context.Response.Headers[name] = value;
        await context.Response.Body.WriteAsync(kept.Body, context.RequestAborted);
    }
}
