using DistrictUnion.Domain.Accounts;
using DistrictUnion.Domain.Activities;
using DistrictUnion.Domain.Organisation;
using DistrictUnion.Domain.Rounds;

namespace DistrictUnion.Domain.Obligations;

/// <summary>How often an obligation comes round.</summary>
public enum Recurrence
{
    /// <summary>Once a calendar year.</summary>
    Yearly,

    /// <summary>Once a school year, 1 September to 31 August.</summary>
    SchoolYear,

    /// <summary>Twice a calendar year.</summary>
    HalfYear,

    /// <summary>Twice a school year: 1 September to 31 January, 1 February to 31 August.</summary>
    Semester,

    /// <summary>Every month.</summary>
    Monthly,

    /// <summary>Every week, Monday to Sunday.</summary>
    Weekly,

    /// <summary>Whenever something happens (<see cref="DueRule.Trigger"/>, or what the kind of the due rule names).</summary>
    OnEvent,
}

/// <summary>How a due day is found: all the rules there are.</summary>
public enum DueRuleKind
{
    /// <summary>A day of the year that lies in the period (<see cref="DueRule.Month"/>, <see cref="DueRule.Day"/>); a day that its month doesn't have is the month's last.</summary>
    MonthDay,

    /// <summary>The last day of the period.</summary>
    PeriodEnd,

    /// <summary>So many days (<see cref="DueRule.Days"/>) after an event; before it when negative.</summary>
    DaysAfterEvent,

    /// <summary>The last of so many working days (<see cref="DueRule.Days"/>) after an event.</summary>
    WorkingDaysAfterEvent,

    /// <summary>So many days (<see cref="DueRule.Days"/>, negative: before) after the last day of the school union's term of office.</summary>
    TermEnd,

    /// <summary>The deadline of an assessment round for the school, with the round's own shift and the school's extension: there is no second date.</summary>
    RoundDue,

    /// <summary>The day on which a title is to be re-inspected: award plus cycle.</summary>
    TitleDue,
}

/// <summary>What lets an obligation begin.</summary>
public enum ObligationTrigger
{
    /// <summary>The day of a staff congress is set.</summary>
    CongressPlanned,

    /// <summary>A member is to be visited (五必访).</summary>
    CareTriggered,

    /// <summary>The leadership decided whom a campaign honours.</summary>
    NomineesDecided,

    /// <summary>The enrolment for mutual medical aid begins.</summary>
    EnrolmentOpened,
}

/// <summary>What fulfils an obligation.</summary>
public enum EvidenceKind
{
    /// <summary>The owner hands it in.</summary>
    HandedIn,

    /// <summary>The self-evaluation was submitted.</summary>
    EvaluationSubmitted,

    /// <summary>The staff congress was held.</summary>
    CongressHeld,

    /// <summary>Every proposal got its reply.</summary>
    ProposalsReplied,

    /// <summary>A union activity was held.</summary>
    ActivityHeld,

    /// <summary>A plan was submitted.</summary>
    PlanSubmitted,

    /// <summary>A member was visited.</summary>
    CareVisited,

    /// <summary>Something was made public in the school (校务公开).</summary>
    DisclosurePosted,

    /// <summary>The chair confirmed an on-site inspection.</summary>
    InspectionConfirmed,

    /// <summary>The nominees were made public.</summary>
    PublicityPutUp,

    /// <summary>A title was re-inspected.</summary>
    TitleReinspected,
}

/// <summary>Whose obligation it is.</summary>
public enum UnitLevel
{
    /// <summary>Every branch.</summary>
    Branch,

    /// <summary>Every school.</summary>
    School,

    /// <summary>Every zone.</summary>
    Zone,

    /// <summary>The district.</summary>
    District,
}

/// <summary>When an obligation is due.</summary>
public sealed record DueRule
{
    /// <summary>Kind of rule.</summary>
    public required DueRuleKind Kind { get; init; }

    /// <summary>Month, 1…12.</summary>
    public int? Month { get; init; }

    /// <summary>Day of the month, 1…31.</summary>
    public int? Day { get; init; }

    /// <summary>Days, or working days, by the kind.</summary>
    public int? Days { get; init; }

    /// <summary>Event that it counts from.</summary>
    public ObligationTrigger? Trigger { get; init; }

    /// <summary>Whether the day of the event is the first working day; else the day after may be.</summary>
    public bool CountsEventDay { get; init; }

    /// <summary>Only rounds whose deadline lies in this semester, 1 or 2; null: any.</summary>
    public int? Semester { get; init; }

    /// <summary>What a due day that isn't worked does.</summary>
    public DueShift Shift { get; init; }

    /// <summary>So many days before the due day, or before the event, work may begin; null: with the period, or at once.</summary>
    public int? OpensBefore { get; init; }
}

/// <summary>To which units an obligation applies; an absent list means any.</summary>
public sealed record ObligationScope
{
    /// <summary>Stages of schools; a zone is meant when it has such a school.</summary>
    public IReadOnlyList<SchoolStage>? Stages { get; init; }

    /// <summary>Only schools with fewer members than this.</summary>
    public int? StaffBelow { get; init; }

    /// <summary>Only schools with at least so many members.</summary>
    public int? StaffAtLeast { get; init; }

    /// <summary>Where schools stand.</summary>
    public IReadOnlyList<SchoolSetting>? Settings { get; init; }

    /// <summary>Codes of zones.</summary>
    public IReadOnlyList<string>? Zones { get; init; }

    /// <summary>Only schools of a community.</summary>
    public bool CommunitiesOnly { get; init; }

    /// <summary>Whether a school is meant.</summary>
    /// <param name="school">The school.</param>
    /// <param name="zone">Code of its zone.</param>
    /// <param name="isInCommunity">Whether it belongs to a community.</param>
    public bool Holds(School school, string zone, bool isInCommunity) =>
        (Stages is null || Stages.Contains(school.Stage))
        && (StaffBelow is null || school.Members < StaffBelow)
        && (StaffAtLeast is null || school.Members >= StaffAtLeast)
        && (Settings is null || Settings.Contains(school.Setting))
        && (Zones is null || Zones.Contains(zone, StringComparer.Ordinal))
        && (!CommunitiesOnly || isInCommunity);
}

/// <summary>Who sees to it.</summary>
/// <param name="Level">Whose obligation it is.</param>
/// <param name="Role">Post of the unit that owns it; whoever holds the post on the day owns the work.</param>
public sealed record ObligationOwner(UnitLevel Level, Role Role);

/// <summary>Where an obligation comes from.</summary>
/// <param name="Document">Title or number of the document.</param>
/// <param name="Article">Article or item.</param>
/// <param name="Text">What it asks for.</param>
/// <param name="Url">Where to read it.</param>
public sealed record ObligationClause(string Document, string Article, string Text, string? Url = null);

/// <summary>What an obligation says: everything that a district decides about it.</summary>
public sealed record ObligationDefinition
{
    /// <summary>Chinese name.</summary>
    public required string Name { get; init; }

    /// <summary>English name.</summary>
    public required string EnglishName { get; init; }

    /// <summary>Where it comes from.</summary>
    public required ObligationClause Clause { get; init; }

    /// <summary>How often.</summary>
    public required Recurrence Recurrence { get; init; }

    /// <summary>By when.</summary>
    public required DueRule Due { get; init; }

    /// <summary>For whom.</summary>
    public ObligationScope Applies { get; init; } = new();

    /// <summary>Who sees to it.</summary>
    public required ObligationOwner Owner { get; init; }

    /// <summary>What fulfils it.</summary>
    public EvidenceKind Evidence { get; init; }

    /// <summary>Kinds of activities that fulfil it, where activities do; none named: all.</summary>
    public IReadOnlyList<ActivityKind>? Activities { get; init; }

    /// <summary>Whether handing it in needs a file or a note.</summary>
    public bool NeedsProof { get; init; }

    /// <summary>What the proof is, in people's words.</summary>
    public string? Proof { get; init; }

    /// <summary>Days before the due day on which the owner is reminded; negative: after it.</summary>
    public IReadOnlyList<int> ReminderDays { get; init; } = [14, 7, 3, 1, 0, -1];

    /// <summary>Days after the due day on which the next level is told, one after another.</summary>
    public IReadOnlyList<int> EscalationDays { get; init; } = [1, 7];

    /// <summary>First due day that counts; null: since it was activated.</summary>
    public DateOnly? EffectiveFrom { get; init; }

    /// <summary>Last due day that counts; null: for good.</summary>
    public DateOnly? EffectiveTo { get; init; }
}
