using System.Text.Json;
using DistrictUnion.Application.Common;
using DistrictUnion.Application.Ports;
using DistrictUnion.Application.Titles;
using DistrictUnion.Domain.Titles;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Bundles;

/// <summary>
/// Writes what a decided campaign was selected from: the ranking base that ranking kept, the programme that opening kept, and every step
/// since. Points are taken as the ranking took them; how they came about is in the bundle of the round.
/// </summary>
internal sealed class CampaignBundles(IUnionDb db, ITenantContext tenant)
{
    /// <summary>Writes the bundle of a decided campaign.</summary>
    public async Task WriteAcrossSchoolsAsync(TitleCampaign campaign, Stream target, CancellationToken cancellationToken)
    {
        var applications = await db.TitleApplications.AsNoTracking().Where(a => a.CampaignId == campaign.Id)
            .Join(db.Schools, a => a.SchoolId, s => s.Id, (a, s) => new { Application = a, School = s.Code })
            .ToDictionaryAsync(a => a.Application.Code, StringComparer.Ordinal, cancellationToken);
        var notices = await db.PublicityNotices.AsNoTracking().Where(n => n.CampaignId == campaign.Id).OrderBy(n => n.Number).ToListAsync(cancellationToken);
        var names = await db.TitleProgrammes.AsNoTracking().Where(p => p.Id == campaign.ProgrammeId)
            .Select(p => new { Programme = p.Code, Round = db.Rounds.Where(r => r.Id == campaign.RoundId).Select(r => r.Code).First() }).SingleAsync(cancellationToken);
        var kept = Json.Read<RankedFrom>(campaign.RankedFrom!);
        var units = kept.Units.OrderBy(u => u.Application, StringComparer.Ordinal).ToList();
        var decisions = DecisionsOf(campaign, notices);
        var inputs = units.ConvertAll(u => InputOf(u, applications[u.Application].Application));
        var ledger = new CampaignLedger(CampaignSelection.PlacesOf(campaign), kept.InScope, decisions, inputs);
        var standings = ledger.Now().Lines.ToDictionary(l => l.Code, StringComparer.Ordinal);

        var bundle = new BundleWriter(target);
        using (var definition = JsonDocument.Parse(campaign.Definition!))
            await bundle.AddAsync(BundleFormat.Programme, new ProgrammePart(names.Programme, campaign.Tier, names.Round, definition.RootElement), cancellationToken);
        await bundle.AddAsync(
            BundleFormat.Organisation,
            new CampaignUnitsPart(kept.InScope, [.. units.Select(u => new CampaignUnitPart(u.Application, applications[u.Application].Application.Unit, applications[u.Application].School))]),
            cancellationToken);
        await bundle.AddAsync(BundleFormat.Decisions, decisions, cancellationToken);
        await bundle.AddLinesAsync(BundleFormat.Inputs, inputs.ToAsyncEnumerable(), cancellationToken);
        var results = inputs.Select(u => ResultOf(u, applications[u.Application].Application, ledger.IsChosen(u), standings[u.Application]));
        await bundle.AddLinesAsync(BundleFormat.Results, results.ToAsyncEnumerable(), cancellationToken);
        var last = applications.Values.SelectMany(a => a.Application.Trail).Concat(campaign.Trail).Select(t => t.At).Concat(campaign.TieResolutions.Select(t => t.At)).Max();
        await bundle.FinishAsync(BundleHeader.Of(BundleKind.Campaign, null, tenant.RequireCaller().DistrictCode, campaign.Code, null, last), cancellationToken);
    }

    private static CampaignDecisionsPart DecisionsOf(TitleCampaign campaign, IEnumerable<PublicityNotice> notices)
    {
        var (people, decision) = (new Pseudonyms(), campaign.Decision!);
        return new CampaignDecisionsPart(
            new LeadershipPart(decision.At, decision.On, decision.Meeting, decision.Minutes, decision.Signatories.Count, people.Of(decision.RecordedBy), decision.Departures),
            [.. campaign.TieResolutions.Select(t => new CampaignTiePart(t.At, people.Of(t.Actor), t.Reason, t.Applications))],
            [.. notices.Select(n => new NoticePart(n.Number, n.StartOn, n.EndOn, n.CancelledFor is not null, [.. n.Units.Select(u => u.Application)]))]);
    }

    private static CampaignInputLine InputOf(RankedUnit unit, TitleApplication application) => new(
        unit.Application,
        unit.Total,
        unit.Outcome,
        unit.Ties,
        unit.Marks,
        [.. application.Trail.Select(t => new StepPart(Enum.Parse<ApplicationStep>(t.Step, ignoreCase: true), Enum.Parse<ApplicationState>(t.To, ignoreCase: true), t.At))]);

    private static CampaignResultLine ResultOf(CampaignInputLine unit, TitleApplication application, bool? isChosen, SelectionLine now) => new(
        unit.Application,
        application.State,
        application.Ranking?.Total,
        application.Ranking?.Rank,
        application.Ranking?.Ties,
        isChosen,
        new StandingPart(now.Position, now.Rank, now.Ties, now.Verdict));
}
