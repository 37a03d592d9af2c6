using DistrictUnion.Domain.Titles;

namespace DistrictUnion.Application.Bundles;

/// <summary>
/// Selects a campaign's units again: their ranks when they were ranked, whom the decision chose by the rules and its own departures, and
/// where the rules put everybody now.
/// </summary>
internal sealed class CampaignReplay(BundleReader bundle, BundleFindings findings)
{
    private readonly List<(CampaignInputLine Input, CampaignResultLine Result)> units = [];

    /// <summary>Selects and compares.</summary>
    public void Run()
    {
        ProgrammeDefinition? programme = null;
        CampaignUnitsPart? organisation = null;
        CampaignDecisionsPart? decisions = null;
        findings.Try(new Spot(BundleFormat.Programme), () => programme = ReadProgramme());
        findings.Try(new Spot(BundleFormat.Organisation), () => organisation = bundle.Read<CampaignUnitsPart>(BundleFormat.Organisation));
        findings.Try(new Spot(BundleFormat.Decisions), () => decisions = bundle.Read<CampaignDecisionsPart>(BundleFormat.Decisions));
        if (programme is null || organisation is null || decisions is null)
            return;
        findings.Try(new Spot(BundleFormat.Results), () => ReadUnits(organisation));
        findings.Units = units.Count;
        findings.Try(new Spot(BundleFormat.Results), () => Check(new CampaignLedger(programme.Places, organisation.InScope, decisions, units.ConvertAll(u => u.Input))));
    }

    private ProgrammeDefinition ReadProgramme()
    {
        var part = bundle.Read<ProgrammePart>(BundleFormat.Programme);
        return BundleReader.Parse<ProgrammeDefinition>(CanonicalJson.Of(part.Definition).Span);
    }

    private void ReadUnits(CampaignUnitsPart organisation)
    {
        var (inputs, results) = (bundle.ReadLines(BundleFormat.Inputs).ToList(), bundle.ReadLines(BundleFormat.Results).ToList());
        findings.Compare(new Spot(BundleFormat.Inputs), "lines", organisation.Units.Count, inputs.Count);
        findings.Compare(new Spot(BundleFormat.Results), "lines", organisation.Units.Count, results.Count);
        for (var i = 0; i < Math.Min(inputs.Count, Math.Min(results.Count, organisation.Units.Count)); i++)
        {
            var code = organisation.Units[i].Application;
            var (ofInput, ofResult) = (new Spot(BundleFormat.Inputs, i + 1, code), new Spot(BundleFormat.Results, i + 1, code));
            findings.Try(ofInput, () =>
            {
                var input = BundleReader.Parse<CampaignInputLine>(inputs[i]);
                findings.Compare(ofInput, "application", code, input.Application);
                findings.Try(ofResult, () =>
                {
                    var result = BundleReader.Parse<CampaignResultLine>(results[i]);
                    findings.Compare(ofResult, "application", code, result.Application);
                    units.Add((input, result));
                });
            });
        }
    }

    private void Check(CampaignLedger ledger)
    {
        var ranked = ledger.WhenRanked().Lines.ToDictionary(l => l.Code, StringComparer.Ordinal);
        var now = ledger.Now().Lines.ToDictionary(l => l.Code, StringComparer.Ordinal);
        var chosen = ledger.ChosenWhenDecided().ToHashSet(StringComparer.Ordinal);
        for (var i = 0; i < units.Count; i++)
        {
            var (input, result) = units[i];
            var (spot, code) = (new Spot(BundleFormat.Results, i + 1, input.Application), input.Application);
            findings.Compare(spot, "state", input.Trail[^1].To, result.State);
            if (result.Total is not null)
            {
                findings.Compare(spot, "total", input.Total, result.Total);
                findings.Compare(spot, "rank", ranked[code].Rank, result.Rank);
                findings.Compare(spot, "ties", ranked[code].Ties, result.Ties);
            }

            // By the rules and the departures, and by what was done with the application: both must say the same.
            findings.Compare(spot, "isChosen", ledger.IsChosen(input) is null ? null : chosen.Contains(code), result.IsChosen);
            findings.Compare(spot, "isChosen", ledger.IsChosen(input), result.IsChosen);
            findings.Compare(spot, "now.position", now[code].Position, result.Now.Position);
            findings.Compare(spot, "now.rank", now[code].Rank, result.Now.Rank);
            findings.Compare(spot, "now.ties", now[code].Ties, result.Now.Ties);
            findings.Compare(spot, "now.verdict", now[code].Verdict, result.Now.Verdict);
        }
    }
}
