using DistrictUnion.Application.Common;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Titles;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Titles;

/// <summary>What an applicant writes.</summary>
/// <param name="Report">Report, at most 8,000 characters.</param>
/// <param name="Marks">Marks that the programme's shares look at, such as <c>frontline</c>.</param>
/// <param name="Files">Files of the school's evidence ledger, each with what it shows.</param>
public sealed record ApplicationInput(string Report, IReadOnlyList<string>? Marks = null, IReadOnlyList<ApplicationFileInput>? Files = null);

/// <summary>Begins or rewrites an application: its code is that of the campaign and of the unit. A unit that the rules refuse at once can't begin.</summary>
public sealed record PutApplication(TitleProgrammeId Programme, string Code, TitleApplicationId? Existing, ApplicationInput Body, Precondition Precondition) : ICommand<Tagged<ApplicationView>>;

internal sealed class PutApplicationValidator : AbstractValidator<PutApplication>
{
    private const int MostReport = 8000;
    private const int MostMarks = 20;
    private const int MostFiles = 20;
    private const int MostPurpose = 200;

    public PutApplicationValidator()
    {
        RuleFor(c => c.Body.Report).Must(r => r.Length <= MostReport).WithErrorCode("text.tooLong");
        RuleFor(c => c.Body.Marks).Must(m => m is null || m.Count <= MostMarks).WithErrorCode("list.tooLong");
        RuleForEach(c => c.Body.Marks).BusinessCode();
        RuleFor(c => c.Body.Files).Must(f => f is null || f.Count <= MostFiles).WithErrorCode("list.tooLong")
            .Must(f => f is null || f.Select(x => x.Evidence).Distinct().Count() == f.Count).WithErrorCode("application.fileTwice");
        RuleForEach(c => c.Body.Files).ChildRules(f => f.RuleFor(x => x.Purpose).PersonalOrBusinessName(MostPurpose));
    }
}

internal sealed class PutApplicationHandler(IUnionDb db, ITenantContext tenant, Candidates candidates, ApplicationFiles files, EndedUnits ended, ApplicationViews views, TimeProvider clock) : IHandler<PutApplication, Tagged<ApplicationView>>
{
    public async Task<Result<Tagged<ApplicationView>>> Handle(PutApplication request, CancellationToken cancellationToken)
    {
        var application = request.Existing is { } id ? await db.TitleApplications.SingleAsync(a => a.Id == id, cancellationToken) : null;
        if (request.Precondition.Against(application) is { } precondition)
            return precondition;
        var created = application is null;
        if (application is null)
        {
            var begun = await BeginAsync(request, cancellationToken);
            if (!begun.IsSuccess)
                return begun.As<Tagged<ApplicationView>>();
            application = begun.Value;
            db.TitleApplications.Add(application);
        }

        var found = await files.FindAsync(application.SchoolId, request.Body.Files ?? [], cancellationToken);
        List<FieldError> unknown = [.. found.Index().Where(f => f.Item is null).Select(f => FieldError.Of($"files[{f.Index}].evidence", "application.fileUnknown"))];
        if (unknown.Count > 0)
            return new ValidationError(unknown);
        if (application.Write(new ApplicationContent(request.Body.Report, request.Body.Marks ?? [], [.. found.OfType<ApplicationFile>()])) is { } refusal)
            return refusal;
        await db.SaveChangesAsync(cancellationToken);
        return await views.OfAsync(application, created, cancellationToken);
    }

    private async Task<Result<TitleApplication>> BeginAsync(PutApplication request, CancellationToken cancellationToken)
    {
        var dot = request.Code.IndexOf('.', StringComparison.Ordinal);
        var (campaignCode, unit) = dot < 0 ? ("", "") : (request.Code[..dot], request.Code[(dot + 1)..]);
        var campaign = await db.TitleCampaigns.SingleOrDefaultAsync(c => c.ProgrammeId == request.Programme && c.Code == campaignCode, cancellationToken);
        if (campaign is null)
            return new NotFoundError();
        if (campaign.State != CampaignState.Open)
            return campaign.Refusal();
        var definition = Json.Read<ProgrammeDefinition>(campaign.Definition!);
        if (await FindUnitAsync(definition.Subject, unit, cancellationToken) is not { } found)
            return new NotFoundError();
        var application = TitleApplication.Begin(campaign, found.School, found.Branch, unit);
        if (await ended.OfAsync(application, clock.Today(), cancellationToken) is { } day)
            return new UnprocessableError("application.notEligible", [FieldError.Of("unit", "application.unitEnded", ("day", day))]);
        var candidate = (await candidates.LoadAsync(campaign, [application], cancellationToken))[0].Candidate;
        var refused = EligibilityRules.Judge(definition, candidate, campaign.Tier, campaign.LastDay, atEntry: true).Where(f => !f.IsMet).ToList();
        return refused.Count == 0 ? application : new UnprocessableError("application.notEligible", [.. refused.Select(f => Citation.Of(f, f.Rule))]);
    }

    private async Task<(SchoolId School, BranchId? Branch)?> FindUnitAsync(TitleSubject subject, string unit, CancellationToken cancellationToken)
    {
        if (subject == TitleSubject.School)
            return await db.Schools.Where(s => s.Code == unit).Select(s => (SchoolId?)s.Id).SingleOrDefaultAsync(cancellationToken) is { } school && Reaches(school) ? (school, null) : null;
        var branch = await db.Branches.AsNoTracking().Where(b => b.Code == unit)
            .Select(b => new { b.Id, School = db.BranchAffiliations.Where(a => a.BranchId == b.Id).OrderByDescending(a => a.Sequence).Select(a => a.SchoolId).First() })
            .SingleOrDefaultAsync(cancellationToken);
        return branch is not null && Reaches(branch.School) ? (branch.School, branch.Id) : null;
    }

    private bool Reaches(SchoolId school) => !tenant.RequireCaller().IsOfSchool || tenant.SchoolId == school;
}

/// <summary>A refusal by a rule, which cites its clause.</summary>
internal static class Citation
{
    /// <summary>The refusal at a path.</summary>
    public static FieldError Of(EligibilityFinding finding, string path) => FieldError.Of(
        path, "application.refusedBy", ("document", finding.Clause.Document), ("article", finding.Clause.Article), ("text", finding.Clause.Text));
}
