using DistrictUnion.Application.Common;
using DistrictUnion.Application.Ports;
using DistrictUnion.Application.Titles;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Lab;
using DistrictUnion.Domain.Rounds;
using DistrictUnion.Domain.Scoring;
using DistrictUnion.Domain.Titles;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Lab;

/// <summary>A campaign that is to be selected again.</summary>
/// <param name="Campaign">The campaign.</param>
/// <param name="Before">Rules that it was opened with.</param>
/// <param name="After">The changed ones.</param>
/// <param name="Applications">Applications by school.</param>
/// <param name="Ranked">What its ranking was made of; empty while it isn't ranked.</param>
/// <param name="Titles">Titles that units held on the campaign's last day.</param>
/// <param name="BranchNames">Names of branches that apply.</param>
internal sealed record LabCampaign(
    TitleCampaign Campaign,
    LabCampaignRules Before,
    LabCampaignRules After,
    ILookup<SchoolId, TitleApplication> Applications,
    IReadOnlyDictionary<string, RankedUnit> Ranked,
    ILookup<string, (string Tier, DateOnly On)> Titles,
    IReadOnlyDictionary<BranchId, string> BranchNames)
{
    /// <summary>The applicants of a school with their figures by both schemes.</summary>
    public IEnumerable<LabApplicant> ApplicantsOf(FrozenCard card, ScoringInput input, LabReplay replay, ScoreResult before, ScoreResult after)
    {
        foreach (var application in Applications[card.SchoolId])
        {
            if (EntryOf(application) is not { } entry)
                continue;
            var ranked = Ranked.GetValueOrDefault(application.Code);
            var own = Candidates.UnitOf(application, input);
            var (then, now) = own is null ? (null, null) : application.BranchId is null ? ((ScoreResult?)before, (ScoreResult?)after) : replay.Score(own);
            yield return new LabApplicant(
                application.Code,
                application.BranchId is { } branch ? $"{card.Name} {BranchNames[branch]}" : card.Name,
                card.Code,
                entry,
                (ranked?.Marks ?? MarksOf(card, application)).ToHashSet(StringComparer.Ordinal),
                ranked?.Resolved,
                FiguresOf(application, card, replay.Before, own, then),
                FiguresOf(application, card, replay.After, own is null ? null : replay.Follow(own), now));
        }
    }

    /// <summary>What came out otherwise than the campaign has it. A campaign that ended rejected its reserves, so it can't be compared any more.</summary>
    public IEnumerable<LabDiscrepancy> DiscrepanciesOf(IEnumerable<LabApplication> rows)
    {
        if (Campaign.RankedFrom is null || Campaign.State == CampaignState.Ended)
            return [];
        var kept = CampaignSelection.Of(Campaign, Applications.SelectMany(a => a)).Lines.ToDictionary(l => l.Code, l => l.Verdict, StringComparer.Ordinal);
        return rows.Where(r => kept.TryGetValue(r.Application, out var verdict) && verdict != r.Before.Verdict)
            .Select(r => new LabDiscrepancy(r.Application, "selection", Words.Camel(kept[r.Application]), Words.Camel(r.Before.Verdict)));
    }

    private static IReadOnlyList<string> MarksOf(FrozenCard card, TitleApplication application) =>
        [$"setting:{Words.Camel(card.Setting)}", $"ownership:{Words.Camel(card.Ownership)}", $"stage:{Words.Camel(card.Stage)}", $"zone:{card.Zone}", .. application.Marks];

    /// <summary>What the ranking itself refused is judged again; what people refused stays refused.</summary>
    private LabEntry? EntryOf(TitleApplication application)
    {
        if (application.State == ApplicationState.Withdrawn)
            return Ranked.ContainsKey(application.Code) ? LabEntry.RuledOut : null;
        if (application.State is ApplicationState.Draft or ApplicationState.SchoolRecommended or ApplicationState.Forfeited)
            return LabEntry.Forfeited;
        return ApplicationSteps.IsRefusal(application.State) && !IsByRanking(application.Trail[^1]) ? LabEntry.RuledOut : LabEntry.Running;
    }

    /// <summary>The ranking refuses who was examined; the end of a campaign refuses its reserves.</summary>
    private bool IsByRanking(TrailEntry refusal) => Campaign.Trail.Any(t => t.At == refusal.At && t.Step switch
    {
        "rank" => refusal.From is not ("ranked" or "decided" or "shortlisted" or "inPublicity" or "objected"),
        "end" => refusal.From == "decided",
        _ => false,
    });

    private LabFigures FiguresOf(TitleApplication application, FrozenCard card, CompiledScheme scheme, ScoringInput? input, ScoreResult? result)
    {
        var titles = Titles[application.Unit].GroupBy(t => t.Tier, StringComparer.Ordinal).ToDictionary(t => t.Key, t => (DateOnly?)t.Min(x => x.On), StringComparer.Ordinal);
        if (application.BranchId is null)
        {
            foreach (var grade in input?.HeldGrades ?? [])
                titles.TryAdd(grade, null);
        }

        var candidate = new Candidate { Titles = titles, Members = application.BranchId is null ? card.Members : null };
        return result is null
            ? new LabFigures(candidate, null, [])
            : new LabFigures(
                candidate with { Total = result.Total, Vetoes = result.Vetoes, Nodes = Candidates.NodesOf(scheme, result), Facts = FactFigures.Of(scheme, input!) }, LabScore.Of(result), result.Vetoes);
    }
}

/// <summary>Reads campaigns for the lab.</summary>
internal sealed class LabCampaigns(IUnionDb db)
{
    /// <summary>A campaign of a round with everything its selection asks for, in a constant number of statements.</summary>
    public async Task<Result<LabCampaign>> LoadAcrossSchoolsAsync(AssessmentRound round, LabCampaignInput input, CancellationToken cancellationToken)
    {
        var campaign = await db.TitleCampaigns.AsNoTracking().SingleOrDefaultAsync(c => c.Code == input.Campaign, cancellationToken);
        if (campaign is null || campaign.RoundId != round.Id)
            return ValidationError.Of("campaign.campaign", "lab.campaignOfRound", ("campaign", input.Campaign), ("round", round.Code));
        if (campaign.Definition is null)
            return new ConflictError("lab.campaignPlanned", Words.Camel(campaign.State), ["open"]);
        var before = Json.Read<ProgrammeDefinition>(campaign.Definition);
        var after = input.Definition ?? before;
        if (ProgrammeChecks.Check(after) is { Count: > 0 } problems)
            return new UnprocessableError("lab.programme", [.. problems.Select(p => p with { Path = $"campaign.definition.{p.Path}" })]);

        var applications = await db.TitleApplications.AsNoTracking().Where(a => a.CampaignId == campaign.Id).ToListAsync(cancellationToken);
        var branches = await db.Branches.AsNoTracking().Where(b => db.TitleApplications.Any(a => a.CampaignId == campaign.Id && a.BranchId == b.Id)).ToDictionaryAsync(b => b.Id, b => b.Name, cancellationToken);
        var day = campaign.LastDay;
        var held = await db.HeldTitles.AsNoTracking()
            .Where(t => t.AwardedOn <= day && (t.EndedOn == null || t.EndedOn > day) && db.TitleApplications.Any(a => a.CampaignId == campaign.Id && a.Unit == t.Unit))
            .Select(t => new { t.Unit, t.Tier, t.AwardedOn, t.BranchId, t.ProgrammeId }).ToListAsync(cancellationToken);
        var ranked = campaign.RankedFrom is { } text ? Json.Read<RankedFrom>(text) : null;
        var inScope = ranked?.InScope
            ?? (before.Subject == TitleSubject.School ? await db.Scorecards.CountAsync(c => c.RoundId == round.Id, cancellationToken) : await db.Branches.CountAsync(cancellationToken));
        return new LabCampaign(
            campaign,
            new LabCampaignRules(before, campaign.Tier, day, inScope),
            new LabCampaignRules(after, campaign.Tier, day, inScope),
            applications.ToLookup(a => a.SchoolId),
            ranked?.Units.ToDictionary(u => u.Application, StringComparer.Ordinal) ?? [],

            // A school's tiers are the grades that schemes ask for, whatever the programme; a branch's mean something in their own programme only.
            held.Where(t => t.BranchId is null || t.ProgrammeId == campaign.ProgrammeId).ToLookup(t => t.Unit, t => (t.Tier, t.AwardedOn), StringComparer.Ordinal),
            branches);
    }
}
