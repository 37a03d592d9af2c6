using DistrictUnion.Domain.Common;

namespace DistrictUnion.Domain.Rounds;

/// <summary>A recorded change to an open round: its scope or its scheme version, with a reason.</summary>
public sealed class RoundAmendment : ITenantOwned, IAppendOnly
{
    private RoundAmendment()
    {
    }

    /// <inheritdoc/>
    public DistrictId DistrictId { get; private set; }

    /// <summary>Round.</summary>
    public RoundId RoundId { get; private set; }

    /// <summary>Number in the round, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>Scope after the amendment; null when it stayed.</summary>
    public RoundScope? Scope { get; private set; }

    /// <summary>Number of the scheme version after the amendment; null when it stayed.</summary>
    public int? SchemeVersion { get; private set; }

    /// <summary>Why.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>Who.</summary>
    public string Actor { get; private set; } = "";

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Records an amendment.</summary>
    public static RoundAmendment Record(AssessmentRound round, int number, RoundScope? scope, int? version, string reason, string actor, DateTimeOffset at) =>
        new()
        {
            DistrictId = round.DistrictId,
            RoundId = round.Id,
            Number = number,
            Scope = scope,
            SchemeVersion = version,
            Reason = reason,
            Actor = actor,
            At = at,
        };
}

/// <summary>Another deadline for one school, with a reason.</summary>
public sealed class RoundExtension : AggregateRoot, ISchoolOwned
{
    private RoundExtension()
    {
    }

    /// <inheritdoc/>
    public DistrictId DistrictId { get; private set; }

    /// <inheritdoc/>
    public SchoolId SchoolId { get; private set; }

    /// <summary>Round.</summary>
    public RoundId RoundId { get; private set; }

    /// <summary>First late instant for this school (UTC).</summary>
    public DateTimeOffset DueAt { get; private set; }

    /// <summary>From when this school can hand in nothing more (UTC).</summary>
    public DateTimeOffset? ClosesAt { get; private set; }

    /// <summary>Why.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>Grants an extension.</summary>
    public static RoundExtension Grant(AssessmentRound round, SchoolId school, DateTimeOffset dueAt, DateTimeOffset? closesAt, string reason)
    {
        var extension = new RoundExtension { DistrictId = round.DistrictId, RoundId = round.Id, SchoolId = school };
        extension.Change(dueAt, closesAt, reason);
        return extension;
    }

    /// <summary>Changes the extension.</summary>
    public void Change(DateTimeOffset dueAt, DateTimeOffset? closesAt, string reason) => (DueAt, ClosesAt, Reason) = (dueAt, closesAt, reason);
}

/// <summary>An order that people decided inside a tie which the scheme's chain leaves open, with a reason.</summary>
public sealed class TieResolution : ITenantOwned, IAppendOnly
{
    private TieResolution()
    {
    }

    /// <inheritdoc/>
    public DistrictId DistrictId { get; private set; }

    /// <summary>Round.</summary>
    public RoundId RoundId { get; private set; }

    /// <summary>Number in the round, from 1; a later one goes before an earlier one.</summary>
    public int Number { get; private set; }

    /// <summary>School codes, first to last.</summary>
    public IReadOnlyList<string> Schools { get; private set; } = [];

    /// <summary>Why.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>Who.</summary>
    public string Actor { get; private set; } = "";

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Records a resolution.</summary>
    public static TieResolution Record(AssessmentRound round, int number, IReadOnlyList<string> schools, string reason, string actor, DateTimeOffset at) =>
        new()
        {
            DistrictId = round.DistrictId,
            RoundId = round.Id,
            Number = number,
            Schools = schools,
            Reason = reason,
            Actor = actor,
            At = at,
        };
}

/// <summary>A reopening of a closed or published round, with its reason.</summary>
public sealed class RoundReopening : ITenantOwned, IAppendOnly
{
    private RoundReopening()
    {
    }

    /// <inheritdoc/>
    public DistrictId DistrictId { get; private set; }

    /// <summary>Round.</summary>
    public RoundId RoundId { get; private set; }

    /// <summary>Number in the round, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>Why.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>Who.</summary>
    public string Actor { get; private set; } = "";

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Records a reopening.</summary>
    public static RoundReopening Record(AssessmentRound round, int number, string reason, string actor, DateTimeOffset at) =>
        new()
        {
            DistrictId = round.DistrictId,
            RoundId = round.Id,
            Number = number,
            Reason = reason,
            Actor = actor,
            At = at,
        };
}

/// <summary>A frozen copy of what was published; a reopened round gets another.</summary>
public sealed class RoundPublication : ITenantOwned, IAppendOnly
{
    private RoundPublication()
    {
    }

    /// <inheritdoc/>
    public DistrictId DistrictId { get; private set; }

    /// <summary>Round.</summary>
    public RoundId RoundId { get; private set; }

    /// <summary>Number, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>When it was published.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>The ranking, row by row, as JSON.</summary>
    public string Ranking { get; private set; } = "[]";

    /// <summary>The summary as JSON.</summary>
    public string Summary { get; private set; } = "{}";

    /// <summary>Whether ranks count by totals that are evened out between zones.</summary>
    public bool Normalised { get; private set; }

    /// <summary>Hash of everything that the publication was made of, known since then; null: it was published before bundles were made.</summary>
    public string? BundleHead { get; private set; }

    /// <summary>Version of the product that published.</summary>
    public string? Product { get; private set; }

    /// <summary>Takes the hash before the publication is stored.</summary>
    public void Seal(string head, string product) => (BundleHead, Product) = (head, product);

    /// <summary>Freezes a publication.</summary>
    public static RoundPublication Freeze(AssessmentRound round, int number, DateTimeOffset at, string ranking, string summary, bool normalised) =>
        new()
        {
            DistrictId = round.DistrictId,
            RoundId = round.Id,
            Number = number,
            At = at,
            Ranking = ranking,
            Summary = summary,
            Normalised = normalised,
        };
}
