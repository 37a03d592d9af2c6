using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using DistrictUnion.Api.Http;
using DistrictUnion.Application.Ports;
using Microsoft.Extensions.Options;

namespace DistrictUnion.Api.Access;

/// <summary>Requests a minute of a user, of a school and of a district, whichever is exhausted first; of an address where nobody signs in.</summary>
public sealed class RequestLimiter(IOptions<ServiceLimits> limits) : IAsyncDisposable
{
    private readonly PartitionedRateLimiter<Caller> limiter = PartitionedRateLimiter.CreateChained(
        By<Caller>(c => $"{c.DistrictId.Value}/{c.UserName}", limits.Value.PerUser),
        By<Caller>(c => $"{c.DistrictId.Value}/{c.Post?.SchoolId?.Value ?? c.UserId?.Value}", limits.Value.PerSchool),
        By<Caller>(c => c.DistrictId.Value.ToString(), limits.Value.PerDistrict));

    private readonly PartitionedRateLimiter<IPAddress> addresses = By<IPAddress>(NetworkOf, limits.Value.PerAddress);

    /// <summary>Takes one request of an address where nobody signs in.</summary>
    public RateLimitLease Take(IPAddress? address) => addresses.AttemptAcquire(address ?? IPAddress.None);

    /// <summary>Takes one request of a caller.</summary>
    public RateLimitLease Take(Caller caller) => limiter.AttemptAcquire(caller);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await limiter.DisposeAsync();
        await addresses.DisposeAsync();
    }

    /// <summary>One subscriber: an IPv4 address, or the 64 bits of an IPv6 address that a network hands to each.</summary>
    private static string NetworkOf(IPAddress address) =>
        address is { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false }
            ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8))
            : address.MapToIPv4().ToString();

    private static PartitionedRateLimiter<T> By<T>(Func<T, string> key, int perMinute) => PartitionedRateLimiter.Create<T, string>(
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
        using var lease = tenant.Caller is { } caller ? limiter.Take(caller)
            : context.GetEndpoint()?.Metadata.GetMetadata<AddressLimitMetadata>() is not null ? limiter.Take(context.Connection.RemoteIpAddress)
            : null;
        if (lease is { IsAcquired: false })
        {
            context.Response.Headers.RetryAfter = "10";
            await problems.Of(StatusCodes.Status429TooManyRequests, "limit.requests").ExecuteAsync(context);
            return;
        }

        await next(context);
    }
}
