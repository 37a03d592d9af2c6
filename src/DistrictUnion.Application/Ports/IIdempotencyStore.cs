using DistrictUnion.Domain.Common;

namespace DistrictUnion.Application.Ports;

/// <summary>An answer kept for repeats.</summary>
public sealed record KeptAnswer(int Status, string Headers, byte[] Body);

/// <summary>What is known of a key.</summary>
/// <param name="Claimed">Whether this request is the first and is to do the work.</param>
/// <param name="SameRequest">Whether the first request was the same.</param>
/// <param name="Answer">The first answer, once there is one.</param>
public sealed record IdempotencyState(bool Claimed, bool SameRequest, KeptAnswer? Answer);

/// <summary>Keeps the first answer of each key for 24 hours per caller.</summary>
public interface IIdempotencyStore
{
    /// <summary>Claims a key, or tells what became of it.</summary>
    Task<IdempotencyState> ClaimAsync(DistrictId district, UserId user, string key, byte[] requestHash, CancellationToken cancellationToken);

    /// <summary>Keeps the answer of a claimed key; null gives the key free again.</summary>
    Task SettleAsync(DistrictId district, UserId user, string key, KeptAnswer? answer, CancellationToken cancellationToken);
}
