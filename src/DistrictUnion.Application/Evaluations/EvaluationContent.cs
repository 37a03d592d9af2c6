using System.Text.Json;

namespace DistrictUnion.Application.Evaluations;

/// <summary>What a school types into its self-evaluation.</summary>
/// <param name="Facts">Facts of the school, by code.</param>
/// <param name="Claims">Points claimed for manual leaves, by node code.</param>
/// <param name="NotApplicable">Leaves that the school asks to leave out; a reviewer decides.</param>
/// <param name="Comments">Comments by node code.</param>
/// <param name="Notes">Notes by fact code, needed where person-times exceed their denominator.</param>
/// <param name="OnBehalfReason">Why district staff enter it for the school; only they give it.</param>
public sealed record EvaluationContent(
    Dictionary<string, JsonElement>? Facts = null,
    Dictionary<string, decimal>? Claims = null,
    List<string>? NotApplicable = null,
    Dictionary<string, string>? Comments = null,
    Dictionary<string, string>? Notes = null,
    string? OnBehalfReason = null);
