using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;

namespace DistrictUnion.Infrastructure.Tenancy;

/// <summary>The tenant of one request or job; entered once.</summary>
public sealed class TenantContext : ITenantContext
{
    private int acrossSchools;

    /// <inheritdoc/>
    public Caller? Caller { get; private set; }

    /// <inheritdoc/>
    public DistrictId? DistrictId => Caller?.DistrictId;

    /// <inheritdoc/>
    public bool ReachesAllSchools => acrossSchools > 0 || Caller is { UserId: null } or { IsOfSchool: false, Post: not null };

    /// <inheritdoc/>
    public SchoolId? SchoolId => Caller is { IsOfSchool: true } ? Caller.Post!.SchoolId : null;

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">Another tenant was entered before.</exception>
    public void Enter(Caller caller)
    {
        if (Caller is not null && Caller.DistrictId != caller.DistrictId)
            throw new InvalidOperationException("This scope belongs to another tenant already.");
        Caller = caller;
    }

    internal bool BeginAcrossSchools() => Interlocked.Increment(ref acrossSchools) == 1;

    internal bool EndAcrossSchools() => Interlocked.Decrement(ref acrossSchools) == 0;
}
