using System.Text.Json;
using DistrictUnion.Domain.Scoring;
using DistrictUnion.Domain.Titles;

namespace DistrictUnion.Application.Bundles;

/// <summary>The programme as it was when its campaign opened, clauses included.</summary>
/// <param name="Code">Code.</param>
/// <param name="Tier">Tier that the campaign confers.</param>
/// <param name="Round">Code of the round whose points it ranks by.</param>
/// <param name="Definition">The definition.</param>
public sealed record ProgrammePart(string Code, string Tier, string Round, JsonElement Definition);

/// <summary>The units of a campaign by application.</summary>
/// <param name="InScope">Units that could have applied.</param>
/// <param name="Units">Units.</param>
public sealed record CampaignUnitsPart(int InScope, IReadOnlyList<CampaignUnitPart> Units);

/// <summary>A unit of a campaign.</summary>
/// <param name="Application">Code of the application.</param>
/// <param name="Unit">Code of the unit.</param>
/// <param name="School">Code of its school.</param>
public sealed record CampaignUnitPart(string Application, string Unit, string School);

/// <summary>What people decided about a campaign.</summary>
/// <param name="Decision">The leadership's decision.</param>
/// <param name="TieResolutions">Orders that people decided inside ties, the earliest first.</param>
/// <param name="Notices">Publicity.</param>
public sealed record CampaignDecisionsPart(LeadershipPart Decision, IReadOnlyList<CampaignTiePart> TieResolutions, IReadOnlyList<NoticePart> Notices);

/// <summary>The leadership's decision, without names.</summary>
/// <param name="At">When it was recorded.</param>
/// <param name="On">Day.</param>
/// <param name="Meeting">Meeting.</param>
/// <param name="Minutes">Number of the minutes.</param>
/// <param name="Signatories">How many signed.</param>
/// <param name="By">Who recorded it, by pseudonym.</param>
/// <param name="Departures">Units that it treats otherwise than the order does, each with its reason.</param>
public sealed record LeadershipPart(DateTimeOffset At, DateOnly On, string Meeting, string Minutes, int Signatories, string By, IReadOnlyList<Departure> Departures);

/// <summary>An order that people decided inside a tie.</summary>
public sealed record CampaignTiePart(DateTimeOffset At, string By, string Reason, IReadOnlyList<string> Applications);

/// <summary>A publicity notice.</summary>
public sealed record NoticePart(int Number, DateOnly StartOn, DateOnly EndOn, bool IsCancelled, IReadOnlyList<string> Applications);

/// <summary>What a unit was ranked by, and what became of its application.</summary>
/// <param name="Application">Code of the application.</param>
/// <param name="Total">Total in the round.</param>
/// <param name="Outcome">Outcome.</param>
/// <param name="Ties">Exact values of the tie chain; null where missing.</param>
/// <param name="Marks">Marks that shares look at.</param>
/// <param name="Trail">Steps, the earliest first.</param>
public sealed record CampaignInputLine(
    string Application, decimal Total, Outcome Outcome, IReadOnlyList<string?> Ties, IReadOnlyList<string> Marks, IReadOnlyList<StepPart> Trail);

/// <summary>A step of an application, without who took it and why.</summary>
public sealed record StepPart(ApplicationStep Step, ApplicationState To, DateTimeOffset At);

/// <summary>What is told of a unit.</summary>
/// <param name="Application">Code of the application.</param>
/// <param name="State">Where the application stands.</param>
/// <param name="Total">Total that it was ranked by; null: it wasn't.</param>
/// <param name="Rank">Rank when it was ranked; null: none.</param>
/// <param name="Ties">Units that shared it.</param>
/// <param name="IsChosen">Whether the decision chose it; null: it wasn't in question.</param>
/// <param name="Now">Where the rules put it after everything that happened since.</param>
public sealed record CampaignResultLine(string Application, ApplicationState State, decimal? Total, int? Rank, int? Ties, bool? IsChosen, StandingPart Now);

/// <summary>Where the rules put a unit.</summary>
public sealed record StandingPart(int Position, int? Rank, int Ties, SelectionVerdict Verdict);
