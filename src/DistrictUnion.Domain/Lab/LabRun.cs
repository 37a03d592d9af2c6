using DistrictUnion.Domain.Common;

namespace DistrictUnion.Domain.Lab;

/// <summary>What a run was made of.</summary>
/// <param name="RoundId">Round.</param>
/// <param name="RoundClosedAt">When the round was closed that was replayed (UTC): a round closed anew is another.</param>
/// <param name="CampaignId">Campaign that was selected again; null: none.</param>
/// <param name="Digest">SHA-256 of everything that went in, in hexadecimal: definitions, frozen inputs, what the campaign was ranked from.</param>
public sealed record LabBasis(RoundId RoundId, DateTimeOffset RoundClosedAt, TitleCampaignId? CampaignId, string Digest);

/// <summary>A trial (试算): a closed round replayed under changed rules, kept to be looked at again. It changes nothing of what it replays.</summary>
public sealed class LabRun : AggregateRoot, ITenantOwned
{
    private LabRun()
    {
    }

    /// <inheritdoc/>
    public DistrictId DistrictId { get; private set; }

    /// <summary>Identifier; it is public.</summary>
    public LabRunId Id { get; private set; }

    /// <summary>Name shown to people.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Round.</summary>
    public RoundId RoundId { get; private set; }

    /// <summary>When the round was closed that was replayed (UTC).</summary>
    public DateTimeOffset RoundClosedAt { get; private set; }

    /// <summary>Campaign that was selected again; null: none.</summary>
    public TitleCampaignId? CampaignId { get; private set; }

    /// <summary>SHA-256 of what it was made of, in hexadecimal.</summary>
    public string Digest { get; private set; } = "";

    /// <summary>Who ran it.</summary>
    public string Actor { get; private set; } = "";

    /// <summary>When (UTC).</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Whether points followed the maxima.</summary>
    public bool PointsFollow { get; private set; }

    /// <summary>What was changed.</summary>
    public IReadOnlyList<LabChange> Changes { get; private set; } = [];

    /// <summary>The result in numbers.</summary>
    public LabSummary Summary { get; private set; } = new(0, 0, null, 0, 0, 0, 0, 0, 0, null, []);

    /// <summary>Figures that replaying made otherwise than closing did; empty when all is well.</summary>
    public IReadOnlyList<LabDiscrepancy> Discrepancies { get; private set; } = [];

    /// <summary>Keeps a run.</summary>
    public static LabRun Keep(
        DistrictId district, string name, LabBasis basis, bool pointsFollow, IReadOnlyList<LabChange> changes, LabSummary summary, IReadOnlyList<LabDiscrepancy> discrepancies, string actor, DateTimeOffset now) => new()
        {
            DistrictId = district,
            Id = LabRunId.New(),
            Name = name,
            RoundId = basis.RoundId,
            RoundClosedAt = basis.RoundClosedAt,
            CampaignId = basis.CampaignId,
            Digest = basis.Digest,
            Actor = actor,
            At = now,
            PointsFollow = pointsFollow,
            Changes = changes,
            Summary = summary,
            Discrepancies = discrepancies,
        };
}

/// <summary>The rows of a run, apart from it so that a list of runs doesn't read them.</summary>
public sealed class LabResult : ITenantOwned, IDerived
{
    private LabResult()
    {
    }

    /// <inheritdoc/>
    public DistrictId DistrictId { get; private set; }

    /// <summary>Run.</summary>
    public LabRunId RunId { get; private set; }

    /// <summary>The changed scheme as canonical JSON.</summary>
    public string Scheme { get; private set; } = "";

    /// <summary>The changed programme as JSON; null: none was.</summary>
    public string? Programme { get; private set; }

    /// <summary>Schools as JSON, those that move most first.</summary>
    public string Schools { get; private set; } = "[]";

    /// <summary>Applications as JSON, likewise.</summary>
    public string Applications { get; private set; } = "[]";

    /// <summary>The rows of a run.</summary>
    public static LabResult Of(LabRun run, string scheme, string? programme, string schools, string applications) => new()
    {
        DistrictId = run.DistrictId,
        RunId = run.Id,
        Scheme = scheme,
        Programme = programme,
        Schools = schools,
        Applications = applications,
    };
}
