using DistrictUnion.Domain.Accounts;
using DistrictUnion.Domain.Common;

namespace DistrictUnion.Application.Ports;

/// <summary>Who acts: a signed-in person in one post, or the system on behalf of a district.</summary>
/// <param name="DistrictId">District of the caller.</param>
/// <param name="DistrictCode">Its code.</param>
/// <param name="UserId">Person; null for the system.</param>
/// <param name="UserName">User name, or the system's name.</param>
/// <param name="DisplayName">Name shown to people.</param>
/// <param name="SessionId">Session; null for the system.</param>
/// <param name="Post">The post in use; null when the person holds none today.</param>
public sealed record Caller(
    DistrictId DistrictId,
    string DistrictCode,
    UserId? UserId,
    string UserName,
    string DisplayName,
    SessionId? SessionId,
    CallerPost? Post)
{
    /// <summary>The key of another system; null for people and for the product itself.</summary>
    public ApiKeyId? KeyId { get; init; }

    /// <summary>Whose repeats are recognised: the person's, or the key's.</summary>
    public UserId? RepeatsOf => UserId ?? (KeyId is { } key ? new UserId(key.Value) : null);

    /// <summary>The role in use; null without a post.</summary>
    public Role? Role => Post?.Role;

    /// <summary>Whether the caller acts for the whole district.</summary>
    public bool IsDistrictStaff => UserId is null || Role is Domain.Accounts.Role.DistrictAdmin or Domain.Accounts.Role.DistrictOfficer or Domain.Accounts.Role.Auditor or Domain.Accounts.Role.DistrictApprover;

    /// <summary>Whether the caller belongs to one school.</summary>
    public bool IsOfSchool => Role is Domain.Accounts.Role.SchoolChair or Domain.Accounts.Role.SchoolClerk or Domain.Accounts.Role.BranchLead or Domain.Accounts.Role.CareKeeper;

    /// <summary>The zone that a zone lead is confined to; null for everybody else.</summary>
    public ZoneId? OwnZone => Role == Domain.Accounts.Role.ZoneLead ? Post!.ZoneId : null;

    /// <summary>The system, acting for a district.</summary>
    public static Caller System(DistrictId district, string code) => new(district, code, null, "system", "system", null, null);
}

/// <summary>A post in use.</summary>
/// <param name="PostId">Post.</param>
/// <param name="Role">Role.</param>
/// <param name="ZoneId">Zone of a zone lead.</param>
/// <param name="SchoolId">School of a chair, clerk or care keeper, or the school that a branch lead's branch belongs to today.</param>
/// <param name="BranchId">Branch of a branch lead.</param>
public sealed record CallerPost(PostId PostId, Role Role, ZoneId? ZoneId, SchoolId? SchoolId, BranchId? BranchId);

/// <summary>The tenant that the current work belongs to. Nothing is visible before it is entered.</summary>
public interface ITenantContext
{
    /// <summary>Who acts; null before anyone is known.</summary>
    Caller? Caller { get; }

    /// <summary>District in scope; null: no rows.</summary>
    DistrictId? DistrictId { get; }

    /// <summary>Whether rows of every school of the district are in scope.</summary>
    bool ReachesAllSchools { get; }

    /// <summary>The one school in scope when not all are; null: no school's rows.</summary>
    SchoolId? SchoolId { get; }

    /// <summary>Enters a tenant, once, before anything is read.</summary>
    void Enter(Caller caller);
}

/// <summary>Widens the reach inside a district, in the application and in the database alike.</summary>
public interface IAcrossSchools
{
    /// <summary>
    /// Lets the running transaction reach every school of the district until disposed: for computations that one school's
    /// change makes necessary elsewhere. Callers are methods whose names end in <c>AcrossSchools</c>.
    /// </summary>
    Task<IAsyncDisposable> BeginAsync(CancellationToken cancellationToken);
}

/// <summary>Conveniences.</summary>
public static class TenantContextExtensions
{
    /// <summary>Who acts.</summary>
    /// <exception cref="InvalidOperationException">Nobody is known: a bug in the pipeline.</exception>
    public static Caller RequireCaller(this ITenantContext tenant) =>
        tenant.Caller ?? throw new InvalidOperationException("No tenant has been entered.");
}
