using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Scoring;
using DistrictUnion.Domain.Titles;

namespace DistrictUnion.Domain.Lab;

/// <summary>Where a school stands.</summary>
/// <param name="Total">Total, in points.</param>
/// <param name="Outcome">Outcome.</param>
/// <param name="Grade">Code of the grade; null: none.</param>
/// <param name="GradeName">Its name.</param>
/// <param name="Rank">Rank in its group; null: none.</param>
public sealed record LabStanding(decimal Total, Outcome Outcome, string? Grade, string? GradeName, int? Rank);

/// <summary>What a line decides.</summary>
public enum LabLineKind
{
    /// <summary>A grade.</summary>
    Grade,

    /// <summary>Whether a school has a rank and qualifies at all.</summary>
    Outcome,

    /// <summary>A place in a campaign.</summary>
    Selection,
}

/// <summary>A line that a unit crosses.</summary>
/// <param name="Kind">What it decides.</param>
/// <param name="From">Word or code on this side.</param>
/// <param name="To">Word or code on the other side; null: no grade.</param>
/// <param name="IsUp">Whether it rises.</param>
public sealed record LabCrossing(LabLineKind Kind, string? From, string? To, bool IsUp);

/// <summary>What moves a school's total most.</summary>
public enum LabMoverKind
{
    /// <summary>An indicator.</summary>
    Node,

    /// <summary>The bonus.</summary>
    Bonus,

    /// <summary>The deduction for lateness.</summary>
    Late,
}

/// <summary>What moves a school's total most.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Code">Code of an indicator.</param>
/// <param name="Name">Its name.</param>
/// <param name="Points">Points more or less.</param>
public sealed record LabMover(LabMoverKind Kind, string? Code, string? Name, decimal Points);

/// <summary>A school before and after.</summary>
/// <param name="School">Code.</param>
/// <param name="Name">Name.</param>
/// <param name="Zone">Code of its zone.</param>
/// <param name="Group">Group in which it is ranked; empty when all are ranked together.</param>
/// <param name="Before">By the scheme that the round pins.</param>
/// <param name="After">By the changed one.</param>
/// <param name="Crossings">Lines that it crosses.</param>
/// <param name="Mover">What moves its total most; null: nothing does.</param>
public sealed record LabSchool(
    string School, string Name, string Zone, string Group, LabStanding Before, LabStanding After, IReadOnlyList<LabCrossing> Crossings, LabMover? Mover)
{
    /// <summary>Ranks up (positive) or down; null where it has no rank on one side.</summary>
    public int? Climb => Before.Rank - After.Rank;
}

/// <summary>Where the rules of a campaign put a unit.</summary>
/// <param name="Verdict">Where.</param>
/// <param name="Reason">Why.</param>
/// <param name="Rank">Rank among the applicants; null: none.</param>
/// <param name="Total">Total, in points.</param>
public sealed record LabVerdict(SelectionVerdict Verdict, Statement Reason, int? Rank, decimal Total);

/// <summary>An application before and after.</summary>
/// <param name="Application">Code.</param>
/// <param name="UnitName">Name of the unit.</param>
/// <param name="School">Code of its school.</param>
/// <param name="Before">By the rules that the campaign was opened with.</param>
/// <param name="After">By the changed ones.</param>
/// <param name="Crossing">The line that it crosses; null: none.</param>
public sealed record LabApplication(string Application, string UnitName, string School, LabVerdict Before, LabVerdict After, LabCrossing? Crossing);

/// <summary>How many cross a line. Who is above a grade's line has that grade or a better one.</summary>
/// <param name="Kind">What it decides.</param>
/// <param name="Code">Code of a grade; null for the others.</param>
/// <param name="Name">Its name.</param>
/// <param name="Before">Above the line before.</param>
/// <param name="After">Above it after.</param>
/// <param name="In">Who comes in.</param>
/// <param name="Out">Who falls out.</param>
public sealed record LabLine(LabLineKind Kind, string? Code, string? Name, int Before, int After, int In, int Out);

/// <summary>A run in numbers.</summary>
/// <param name="Schools">Schools.</param>
/// <param name="Compared">Of them ranked on both sides: the order is compared among those.</param>
/// <param name="Tau">Kendall's τ-b between the two orders; null where there is no order to compare.</param>
/// <param name="Pairs">Pairs compared.</param>
/// <param name="SwappedPairs">Pairs in the opposite order afterwards.</param>
/// <param name="Moved">Schools with another rank.</param>
/// <param name="Rescored">Schools with another total.</param>
/// <param name="Crossing">Schools or applicants that cross a line.</param>
/// <param name="LargestClimb">The longest way up or down, in ranks.</param>
/// <param name="LargestClimber">Name of the school that goes it; null: none moves.</param>
/// <param name="Lines">Lines that are crossed or could be.</param>
public sealed record LabSummary(
    int Schools,
    int Compared,
    decimal? Tau,
    long Pairs,
    long SwappedPairs,
    int Moved,
    int Rescored,
    int Crossing,
    int LargestClimb,
    string? LargestClimber,
    IReadOnlyList<LabLine> Lines)
{
    /// <summary>Whether the round was published by totals that were evened out between zones; ranks of a trial count by the totals themselves.</summary>
    public bool IsNormalised { get; init; }
}

/// <summary>A figure that replaying made otherwise than closing did: a defect of the product or of the stored data.</summary>
/// <param name="Unit">Code of the school or application.</param>
/// <param name="Field">What differs.</param>
/// <param name="Stored">As it is stored.</param>
/// <param name="Replayed">As it was replayed.</param>
public sealed record LabDiscrepancy(string Unit, string Field, string? Stored, string? Replayed);

/// <summary>Which definition a change is of.</summary>
public enum LabPart
{
    /// <summary>The scheme.</summary>
    Scheme,

    /// <summary>The title programme.</summary>
    Programme,
}

/// <summary>One changed value.</summary>
/// <param name="Part">Of which definition.</param>
/// <param name="Path">Path in it.</param>
/// <param name="Subject">Name of the indicator, grade or rule it belongs to; null: of the whole.</param>
/// <param name="From">Value before; null: absent.</param>
/// <param name="To">Value after; null: absent.</param>
public sealed record LabChange(LabPart Part, string Path, string? Subject, string? From, string? To);
