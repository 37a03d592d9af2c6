using DistrictUnion.Application.Common;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Evaluations;
using DistrictUnion.Domain.Titles;
using DistrictUnion.Domain.Visits;
using DistrictUnion.Domain.Votes;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Titles;

/// <summary>What must be true before a school recommends, and before the district says that it examined.</summary>
internal sealed class RecommendationGate(IUnionDb db, Candidates candidates, ApplicationFiles files, EndedUnits ended, TimeProvider clock)
{
    /// <summary>Everything that a recommendation still lacks; null: nothing.</summary>
    public async Task<Error?> RefuseRecommendationAsync(TitleApplication application, TitleCampaign campaign, CancellationToken cancellationToken)
    {
        if (campaign.State != CampaignState.Open)
            return campaign.Refusal();
        var definition = Json.Read<ProgrammeDefinition>(campaign.Definition!);
        List<FieldError> problems = [];
        if (await ended.OfAsync(application, clock.Today(), cancellationToken) is { } day)
            problems.Add(FieldError.Of("unit", "application.unitEnded", ("day", day)));
        if (string.IsNullOrWhiteSpace(application.Report))
            problems.Add(FieldError.Of("report", "application.noReport"));
        problems.AddRange((await files.RenewAsync(application, cancellationToken)).Zip(application.Files).Where(f => f.First is null)
            .Select(f => FieldError.Of("files", "application.fileGone", ("file", f.Second.File.Name))));
        foreach (var step in definition.Approvals.Where(s => application.Approvals.All(a => a.Step != s)))
            problems.Add(FieldError.Of("approvals", "application.approvalMissing", ("step", step)));
        if (definition.ConsentPercent is { } consent && application.Approvals.FirstOrDefault(a => a.Step == ApprovalStep.UnitVote) is { Eligible: { } eligible, For: { } agreed }
            && Fraction.From((long)agreed) * Fraction.Hundred < Fraction.From(consent) * Fraction.From((long)eligible))
        {
            problems.Add(FieldError.Of("approvals", "application.consent", ("agreed", agreed), ("eligible", eligible), ("percent", consent)));
        }

        var unit = (await candidates.LoadAsync(campaign, [application], cancellationToken))[0];
        problems.AddRange(EligibilityRules.Judge(definition, unit.Candidate, campaign.Tier, campaign.LastDay, atEntry: true)
            .Where(f => !f.IsMet)
            .Select(f => Citation.Of(f, "eligibility")));
        if (await ExceedsAsync(definition.Places.Nominations, unit, cancellationToken) is { } most)
            problems.Add(FieldError.Of("campaign", "application.nominations", ("most", most)));
        return problems.Count == 0 ? null : new UnprocessableError("application.incomplete", problems);
    }

    /// <summary>Why the district can't say yet that it examined; null: it can.</summary>
    public async Task<Error?> RefuseExaminationAsync(TitleApplication application, TitleCampaign campaign, ApplicationStep step, CancellationToken cancellationToken)
    {
        var (round, school) = (campaign.RoundId, application.SchoolId);
        var isDone = step switch
        {
            ApplicationStep.ReviewDocuments when application.BranchId is not null => application.Scores.Count > 0,
            ApplicationStep.ReviewDocuments => await db.SelfEvaluations.AnyAsync(
                e => e.RoundId == round && e.SchoolId == school && e.State == EvaluationState.DistrictReviewed, cancellationToken),
            ApplicationStep.Inspect => await db.Visits.AnyAsync(
                v => v.RoundId == round && v.SchoolId == school && v.State == VisitState.Confirmed, cancellationToken),
            ApplicationStep.Survey => await db.Votes.AnyAsync(v => v.RoundId == round && v.SchoolId == school && v.State == VoteState.Closed, cancellationToken),
            _ => true,
        };
        return isDone ? null : new ConflictError($"application.{Words.Camel(step)}First", Words.Camel(application.State), []);
    }

    /// <summary>How many the school may send, when this one would be more; null: there is room.</summary>
    private async Task<int?> ExceedsAsync(IReadOnlyList<NominationBand> bands, CampaignUnit unit, CancellationToken cancellationToken)
    {
        if (bands.Count == 0)
            return null;
        var most = bands.OrderByDescending(b => b.AtLeast).FirstOrDefault(b => unit.School.Members >= b.AtLeast)?.Count ?? 0;
        var (campaign, school, self) = (unit.Application.CampaignId, unit.Application.SchoolId, unit.Application.Id);
        var sent = await db.TitleApplications.CountAsync(
            a => a.CampaignId == campaign && a.SchoolId == school && a.Id != self && a.State != ApplicationState.Draft && a.State != ApplicationState.Withdrawn && a.State != ApplicationState.Forfeited,
            cancellationToken);
        return sent >= most ? most : null;
    }
}
