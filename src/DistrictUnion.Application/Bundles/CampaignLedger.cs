using DistrictUnion.Application.Titles;
using DistrictUnion.Domain.Titles;

namespace DistrictUnion.Application.Bundles;

/// <summary>Selects a campaign's units as of different moments, from what a bundle holds: when it was ranked, when it was decided, now.</summary>
/// <param name="rule">Places.</param>
/// <param name="inScope">Units that could have applied.</param>
/// <param name="decisions">What people decided.</param>
/// <param name="units">Units.</param>
internal sealed class CampaignLedger(PlaceRule rule, int inScope, CampaignDecisionsPart decisions, IReadOnlyList<CampaignInputLine> units)
{
    /// <summary>What the rules select while nobody is ruled out since the ranking.</summary>
    public Selection WhenRanked() => Select(decisions.TieResolutions, _ => true);

    /// <summary>What the rules select now.</summary>
    public Selection Now() => Select(decisions.TieResolutions, unit => ApplicationSteps.IsActive(unit.Trail[^1].To));

    /// <summary>Who had a place by the rules and the decision's departures when it was recorded.</summary>
    public IReadOnlyList<string> ChosenWhenDecided() => CampaignSelection.ChosenOf(
        decisions.Decision.Departures,
        Select([.. decisions.TieResolutions.Where(t => t.At <= decisions.Decision.At)], unit => ApplicationSteps.IsActive(StateWhenDecided(unit))));

    /// <summary>Whether the decision chose a unit, by what was done with its application; null: it wasn't in question.</summary>
    public bool? IsChosen(CampaignInputLine unit) => StepOfDecision(unit) is { } step ? step.Step == ApplicationStep.Shortlist : null;

    private ApplicationState StateWhenDecided(CampaignInputLine unit) =>
        StepOfDecision(unit)?.To ?? unit.Trail.LastOrDefault(s => s.At <= decisions.Decision.At)?.To ?? ApplicationState.Draft;

    private StepPart? StepOfDecision(CampaignInputLine unit) =>
        unit.Trail.LastOrDefault(s => s.At == decisions.Decision.At && s.Step is (ApplicationStep.Shortlist or ApplicationStep.PlaceInReserve));

    private Selection Select(IReadOnlyList<CampaignTiePart> resolutions, Func<CampaignInputLine, bool> isInTheRunning)
    {
        Dictionary<string, int> places = new(StringComparer.Ordinal);
        foreach (var (code, i) in resolutions.SelectMany(t => t.Applications.Select((code, i) => (code, i))))
            places[code] = i + 1;
        return SelectionRules.Select(
            [
                .. units.Select(u => new RankedUnit(u.Application, u.Total, u.Outcome, u.Ties, u.Marks, places.TryGetValue(u.Application, out var place) ? place : null)
                    .Candidate(!isInTheRunning(u))),
            ],
            rule,
            inScope);
    }
}
