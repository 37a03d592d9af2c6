using System.Threading.RateLimiting;
using DistrictUnion.Api.Http;
using DistrictUnion.Application.Ports;
using Microsoft.Extensions.Options;

namespace DistrictUnion.Api.Access;

/// <summary>Requests a minute of a user, of a school and of a district, whichever is exhausted first.</summary>
public sealed class RequestLimiter(IOptions<ServiceLimits> limits) : IAsyncDisposable
{
    private readonly PartitionedRateLimiter<Caller> limiter = PartitionedRateLimiter.CreateChained(
        By(c => $"{c.DistrictId.Value}/{c.UserName}", limits.Value.PerUser),
        By(c => $"{c.DistrictId.Value}/{c.Post?.SchoolId?.Value ?? c.UserId?.Value}", limits.Value.PerSchool),
        By(c => c.DistrictId.Value.ToString(), limits.Value.PerDistrict));

    /// <summary>Takes one request of a caller.</summary>
    public RateLimitLease Take(Caller caller) => limiter.AttemptAcquire(caller);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => limiter.DisposeAsync();

    private static PartitionedRateLimiter<Caller> By(Func<Caller, string> key, int perMinute) => PartitionedRateLimiter.Create<Caller, string>(
        caller => RateLimitPartition.GetSlidingWindowLimiter(key(caller), _ => new SlidingWindowRateLimiterOptions
        {
            PermitLimit = perMinute,
            Window = TimeSpan.FromMinutes(1),
            SegmentsPerWindow = 6,
        }));
}

/// <summary>Answers 429 with Retry-After beyond the limits.</summary>
public sealed class LimitMiddleware(RequestDelegate next)
{
    /// <summary>Handles a request.</summary>
    public async Task InvokeAsync(HttpContext context, ITenantContext tenant, RequestLimiter limiter, Problems problems)
    {
        if (tenant.Caller is { } caller)
        {
            using var lease = limiter.Take(caller);
            if (!lease.IsAcquired)
            {
                context.Response.Headers.RetryAfter = "10";
                await problems.Of(StatusCodes.Status429TooManyRequests, "limit.requests").ExecuteAsync(context);
                return;
            }
        }

        await next(context);
    }
}
