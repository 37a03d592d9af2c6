using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;

namespace DistrictUnion.Api.Http;

/// <summary>Turns what couldn't be bound, what was overtaken and what broke into problem details; only bugs reach the log as errors.</summary>
public sealed partial class ErrorMiddleware(RequestDelegate next, ILogger<ErrorMiddleware> logger)
{
    /// <summary>Handles a request.</summary>
    public async Task InvokeAsync(HttpContext context, Problems problems)
    {
        try
        {
            await next(context);
        }
        catch (BindingException e) when (!context.Response.HasStarted)
        {
            await problems.Of(e.Error).ExecuteAsync(context);
        }
        catch (BadHttpRequestException e) when (!context.Response.HasStarted)
        {
            await (e.StatusCode == StatusCodes.Status413PayloadTooLarge
                ? problems.Of(e.StatusCode, "body.tooLarge")
                : problems.Malformed("$")).ExecuteAsync(context);
        }
        catch (ConcurrentChangeException) when (!context.Response.HasStarted)
        {
            await problems.Of(new PreconditionFailedError()).ExecuteAsync(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The caller is gone; nobody reads an answer.
        }
        catch (Npgsql.NpgsqlException e) when (!context.Response.HasStarted && e.IsTransient)
        {
            Unavailable(logger, e);
            context.Response.Headers.RetryAfter = "5";
            await problems.Of(StatusCodes.Status503ServiceUnavailable, "service.unavailable").ExecuteAsync(context);
        }
#pragma warning disable CA1031 // The last resort: whatever broke is logged, and the caller learns nothing but the trace id.
        catch (Exception e) when (!context.Response.HasStarted)
#pragma warning restore CA1031
        {
            Broke(logger, e);
            await problems.Of(StatusCodes.Status500InternalServerError, "service.error").ExecuteAsync(context);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A request broke")]
    private static partial void Broke(ILogger logger, Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database is not available")]
    private static partial void Unavailable(ILogger logger, Exception exception);
}
