using DistrictUnion.Domain.Common;

namespace DistrictUnion.Domain.Reviews;

/// <summary>A reviewer who stays out of one school's review, with the reason (回避). Only ever added to.</summary>
public sealed class ReviewRecusal : ISchoolOwned, IAppendOnly
{
    private ReviewRecusal()
    {
    }

    /// <inheritdoc/>
    public DistrictId DistrictId { get; private set; }

    /// <summary>Round.</summary>
    public RoundId RoundId { get; private set; }

    /// <inheritdoc/>
    public SchoolId SchoolId { get; private set; }

    /// <summary>Reviewer.</summary>
    public UserId UserId { get; private set; }

    /// <summary>Why.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>User name of who recorded it: the reviewer, or district staff.</summary>
    public string Actor { get; private set; } = "";

    /// <summary>When (UTC).</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Records a recusal.</summary>
    public static ReviewRecusal Record(DistrictId district, RoundId round, SchoolId school, UserId user, string reason, string actor, DateTimeOffset now) =>
        new()
        {
            DistrictId = district,
            RoundId = round,
            SchoolId = school,
            UserId = user,
            Reason = reason,
            Actor = actor,
            At = now,
        };
}
