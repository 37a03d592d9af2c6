using System.Text.Json;
using DistrictUnion.Application.Common;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Lab;
using DistrictUnion.Domain.Rounds;
using DistrictUnion.Domain.Schemes;
using DistrictUnion.Domain.Scoring;
using DistrictUnion.Domain.Titles;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Lab;

/// <summary>A campaign of the round that is to be selected again.</summary>
/// <param name="Campaign">Code of the campaign.</param>
/// <param name="Definition">Changed programme; left out: as the campaign was opened.</param>
public sealed record LabCampaignInput(string Campaign, ProgrammeDefinition? Definition = null);

/// <summary>What is to be tried.</summary>
/// <param name="Name">Name shown to people.</param>
/// <param name="Round">Code of a closed round.</param>
/// <param name="Changes">Numbers of the round's scheme that are to be others, each by its path as problems name it.</param>
/// <param name="Scheme">Or the whole changed scheme, as the scheme file's JSON.</param>
/// <param name="PointsFollow">Whether points of rules, claims and reviews grow and shrink with the maximum of their leaf; without it they stay as they are and are cut at a lower maximum.</param>
/// <param name="Campaign">A campaign of the round that is to be selected again.</param>
public sealed record LabInput(
    string Name, string Round, IReadOnlyList<SchemeChange>? Changes = null, JsonElement? Scheme = null, bool PointsFollow = true, LabCampaignInput? Campaign = null);

/// <summary>
/// Replays a closed round under changed rules and keeps the comparison. Only the trial itself is written: rounds, scorecards and campaigns are read. It is done within the request, because
/// two thousand schools take a few seconds and an officer tries one number after another.
/// </summary>
public sealed record RunLab(LabInput Body) : ICommand<Tagged<LabRunView>>;

internal sealed class RunLabValidator : AbstractValidator<RunLab>
{
    private const int MostChanges = 1000;

    public RunLabValidator()
    {
        RuleFor(c => c.Body.Name).PersonalOrBusinessName();
        RuleFor(c => c.Body.Changes).Must(c => c is null || c.Count <= MostChanges).WithErrorCode("list.tooLong");
        RuleFor(c => c.Body.Scheme).Must((c, scheme) => scheme is null || c.Body.Changes is null or []).WithErrorCode("lab.schemeOrChanges");
    }
}

internal sealed class RunLabHandler(IUnionDb db, ITenantContext tenant, LabScoring scoring, LabCampaigns campaigns, LabViews views, TimeProvider clock) : IHandler<RunLab, Tagged<LabRunView>>
{
    /// <summary>More say nothing new: something is wrong with all of it.</summary>
    private const int MostDiscrepancies = 50;

    public async Task<Result<Tagged<LabRunView>>> Handle(RunLab request, CancellationToken cancellationToken)
    {
        var body = request.Body;
        var found = await db.Rounds.AsNoTracking().Where(r => r.Code == body.Round)
            .Select(r => new { Round = r, Content = db.SchemeVersions.Where(v => v.Id == r.SchemeVersionId).Select(v => v.Content).FirstOrDefault() })
            .SingleOrDefaultAsync(cancellationToken);
        if (found is null)
            return ValidationError.Of("round", "round.unknown", ("round", body.Round));
        if (found.Round.State is not (RoundState.Closed or RoundState.Published))
            return new ConflictError("lab.roundOpen", Words.Camel(found.Round.State), [found.Round.State == RoundState.Planned ? "open" : "close"]);
        var fork = LabFork.Of(found.Content!, body);
        if (!fork.IsSuccess)
            return fork.As<Tagged<LabRunView>>();
        var campaign = body.Campaign is { } asked ? await campaigns.LoadAcrossSchoolsAsync(found.Round, asked, cancellationToken) : null;
        if (campaign is { IsSuccess: false })
            return campaign.As<Tagged<LabRunView>>();
        var run = await ReplayAcrossSchoolsAsync(body, found.Round, fork.Value, campaign?.Value, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return await views.OfAsync(run, created: true, cancellationToken);
    }

    private async Task<LabRun> ReplayAcrossSchoolsAsync(LabInput body, AssessmentRound round, LabFork fork, LabCampaign? campaign, CancellationToken cancellationToken)
    {
        var replay = new LabReplay(CompiledScheme.Compile(fork.Before), CompiledScheme.Compile(fork.After), body.PointsFollow);
        var scores = await scoring.ReplayAcrossSchoolsAsync(round, replay, fork.Before.Ranking.GroupBy, campaign, cancellationToken);
        var applications = campaign is null ? [] : LabSelection.Rows(scores.Applicants, campaign.Before, campaign.After);
        var rows = LabComparison.Rows(scores.Schools, fork.Before.Grades, fork.After.Grades);
        var summary = LabComparison.Sum(rows, applications, fork.Before.Grades, fork.After.Grades) with { IsNormalised = scores.IsNormalised };
        var (before, after) = campaign is null ? (null, null) : (Json.Write(campaign.Before.Programme), Json.Write(campaign.After.Programme));
        var basis = new LabBasis(
            round.Id, round.ClosedAt!.Value, campaign?.Campaign.Id, LabDigest.Of([round.Code, fork.BeforeText, fork.AfterText, scores.Inputs, before, after, campaign?.Campaign.RankedFrom]));
        var caller = tenant.RequireCaller();
        var run = LabRun.Keep(
            caller.DistrictId,
            body.Name,
            basis,
            body.PointsFollow,
            [.. fork.Changes, .. before is null ? [] : LabChanges.Between(LabPart.Programme, before, after!)],
            summary,
            [.. scores.Discrepancies.Concat(campaign?.DiscrepanciesOf(applications) ?? []).Take(MostDiscrepancies)],
            caller.UserName,
            clock.GetUtcNow());
        db.LabRuns.Add(run);
        db.LabResults.Add(LabResult.Of(run, fork.AfterText, after, Json.Write(rows), Json.Write(applications)));
        return run;
    }
}
