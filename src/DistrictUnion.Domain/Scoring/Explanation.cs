using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Schemes;

namespace DistrictUnion.Domain.Scoring;

/// <summary>Why a school has its scores: the result, and for every node and the total how it came about.</summary>
/// <param name="Result">The same result that <see cref="ScoringEngine.Score"/> gives.</param>
/// <param name="Nodes">Explanations in compiled order.</param>
/// <param name="Total">Bonus, lateness, vetoes, gates, grade and the total, step by step.</param>
public sealed record ScoreExplanation(ScoreResult Result, IReadOnlyList<Explanation> Nodes, IReadOnlyList<Statement> Total);

/// <summary>Why a node has its scores.</summary>
/// <param name="Node">The node, with its rule.</param>
/// <param name="Score">Its values and flags.</param>
/// <param name="Facts">The facts it read, in the order of the rule.</param>
/// <param name="Arithmetic">What was computed, step by step.</param>
/// <param name="Reviews">Reviewers' changes, zone before district; the last one counts.</param>
public sealed record Explanation(
    CompiledNode Node,
    NodeScore Score,
    IReadOnlyList<FactTrace> Facts,
    IReadOnlyList<Statement> Arithmetic,
    IReadOnlyList<ReviewTrace> Reviews);

/// <summary>A fact as a node read it.</summary>
/// <param name="Code">Code of the fact.</param>
/// <param name="Name">Its name.</param>
/// <param name="Rollup">How branch values were put together; null for facts of school and district.</param>
/// <param name="Number">The exact number after roll-up; null for other types and for what nobody reported.</param>
/// <param name="Parts">
/// What was reported, by branch, then events by date. Empty when nobody reported it, and for a vote too small to be shown.
/// </param>
public sealed record FactTrace(string Code, string Name, FactRollup? Rollup, Fraction? Number, IReadOnlyList<FactPart> Parts);

/// <summary>One reported value that went into a fact.</summary>
/// <param name="Branch">Code of the branch; null for what the school or the district reported.</param>
/// <param name="Value">The value.</param>
/// <param name="Event">Code of the event; null for a value that isn't dated.</param>
/// <param name="Date">Day of the event.</param>
/// <param name="Note">Note of the event.</param>
/// <param name="Weight">What the branch weighs in a weighted mean.</param>
/// <param name="Days">Days the branch counted in a weighted mean; null elsewhere.</param>
/// <param name="Source">Route, person and instant.</param>
public sealed record FactPart(
    string? Branch, FactValue Value, string? Event, DateOnly? Date, string? Note, decimal? Weight, long? Days, FactSource Source);

/// <summary>Which level reviewed.</summary>
public enum ReviewLevel
{
    /// <summary>A zone (片区).</summary>
    Zone,

    /// <summary>The district; it goes before the zone.</summary>
    District,
}

/// <summary>A reviewer's change. Schools never see <paramref name="Actor"/>; the edge leaves it out.</summary>
/// <param name="Level">Zone or district.</param>
/// <param name="Score">Score given, in points, as given.</param>
/// <param name="Reason">Reason.</param>
/// <param name="Actor">User name of the reviewer.</param>
/// <param name="At">Instant, UTC.</param>
public sealed record ReviewTrace(ReviewLevel Level, decimal Score, string Reason, string Actor, DateTimeOffset At);
