using System.Text.Json;
using DistrictUnion.Domain.Rounds;
using DistrictUnion.Domain.Scoring;

namespace DistrictUnion.Application.Bundles;

/// <summary>The scheme that a round pinned.</summary>
/// <param name="Code">Code.</param>
/// <param name="Version">Version.</param>
/// <param name="Sha256">SHA-256 of the definition's canonical text.</param>
/// <param name="Definition">The definition.</param>
public sealed record SchemePart(string Code, int Version, string Sha256, JsonElement Definition);

/// <summary>The schools of a round by code.</summary>
/// <param name="Schools">Schools.</param>
public sealed record OrganisationPart(IReadOnlyList<SchoolPart> Schools);

/// <summary>A school as the ranking sees it.</summary>
/// <param name="Code">Code.</param>
/// <param name="Name">Name as it was published.</param>
/// <param name="Zone">Code of its zone.</param>
/// <param name="Group">Group that its rank counts in; null when nothing is grouped.</param>
/// <param name="Members">Members that weigh it in means.</param>
public sealed record SchoolPart(string Code, string Name, string Zone, string? Group, int Members);

/// <summary>What people decided about a round.</summary>
/// <param name="Visibility">What schools see.</param>
/// <param name="Top">How many ranks they see, with <c>top</c>.</param>
/// <param name="Normalised">Whether ranks count by totals that are evened out between zones.</param>
/// <param name="Amendments">Changes of the open round.</param>
/// <param name="Reopenings">Reopenings.</param>
/// <param name="TieResolutions">Orders that people decided inside ties.</param>
/// <param name="Places">Decided places that hold: another total or tie value afterwards is another tie.</param>
public sealed record DecisionsPart(
    RoundVisibility? Visibility,
    int? Top,
    bool Normalised,
    IReadOnlyList<AmendmentPart> Amendments,
    IReadOnlyList<ReopeningPart> Reopenings,
    IReadOnlyList<TieResolutionPart> TieResolutions,
    IReadOnlyList<PlacePart> Places);

/// <summary>A change of an open round.</summary>
public sealed record AmendmentPart(int Number, DateTimeOffset At, string By, string Reason, RoundScope? Scope, int? SchemeVersion);

/// <summary>A reopening.</summary>
public sealed record ReopeningPart(int Number, DateTimeOffset At, string By, string Reason);

/// <summary>An order that people decided inside a tie.</summary>
public sealed record TieResolutionPart(int Number, DateTimeOffset At, string By, string Reason, IReadOnlyList<string> Schools);

/// <summary>A decided place that holds.</summary>
public sealed record PlacePart(string School, int Place);

/// <summary>What a school's result was computed from, as it is written.</summary>
public sealed record WrittenInput(string School, JsonElement Input);

/// <summary>What a school's result was computed from, as it is read.</summary>
public sealed record InputLine(string School, ScoringInput Input);

/// <summary>What was published of a school.</summary>
/// <param name="School">Code.</param>
/// <param name="Total">Total.</param>
/// <param name="Base">Sum of the top sections.</param>
/// <param name="Bonus">Bonus after every cap.</param>
/// <param name="Late">Points deducted for lateness.</param>
/// <param name="SelfTotal">What the school's own figures come to; null when nothing is handed in.</param>
/// <param name="Outcome">Outcome.</param>
/// <param name="Grade">Grade; null unless qualified.</param>
/// <param name="Vetoes">Vetoes that were triggered.</param>
/// <param name="TieValues">Values of the tie chain; null where missing.</param>
/// <param name="Adjusted">Total evened out between zones; null where a publication ranks by totals.</param>
/// <param name="Position">Place in the list of its group, from 1.</param>
/// <param name="Rank">Rank; null for unranked outcomes.</param>
/// <param name="Ties">Schools that share the rank.</param>
/// <param name="Nodes">Every node.</param>
public sealed record ResultLine(
    string School,
    decimal Total,
    decimal Base,
    decimal Bonus,
    decimal Late,
    decimal? SelfTotal,
    Outcome Outcome,
    string? Grade,
    IReadOnlyList<string> Vetoes,
    IReadOnlyList<string?> TieValues,
    decimal? Adjusted,
    int Position,
    long? Rank,
    int Ties,
    IReadOnlyList<NodePart> Nodes);

/// <summary>What was published of a node: leaf, section or bonus node.</summary>
/// <param name="Code">Code.</param>
/// <param name="Self">The school's own score.</param>
/// <param name="Review">The reviewer's score.</param>
/// <param name="Final">What counts.</param>
/// <param name="Flags">Flags as <c>missing, clamped</c>; <c>none</c> when there are none.</param>
public sealed record NodePart(string Code, decimal? Self, decimal? Review, decimal? Final, NodeFlags Flags);
