using DistrictUnion.Application.Common;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Application.Reviews;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.EvidenceLedger;
using DistrictUnion.Domain.Papers;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Papers;

/// <summary>
/// Binds the scan of a signed and sealed paper to what stands now. A school binds its self-evaluation; the review sheet is the
/// reviewers' to bind, those apart who stay out of the school's review.
/// </summary>
public sealed record BindScan(RoundId Round, SchoolId School, PaperKind Kind, KeptFile File) : ICommand<Tagged<PaperView>>;

internal sealed class BindScanValidator : AbstractValidator<BindScan>
{
    public BindScanValidator() =>
        RuleFor(c => c.File.MediaType).Must(m => m == "application/pdf" || m.StartsWith("image/", StringComparison.Ordinal)).WithErrorCode("paper.scanKind").OverridePropertyName("file");
}

internal sealed class BindScanHandler(IUnionDb db, ITenantContext tenant, PaperDigests digests, BarredSchools barred, ReceiptClock clock) : IHandler<BindScan, Tagged<PaperView>>
{
    /// <summary>Scans of one paper.</summary>
    private const int MaxScans = 20;

    public async Task<Result<Tagged<PaperView>>> Handle(BindScan request, CancellationToken cancellationToken)
    {
        var caller = tenant.RequireCaller();
        if (caller.IsOfSchool != (request.Kind == PaperKind.SelfEvaluation))
            return new ForbiddenError(request.Kind == PaperKind.SelfEvaluation ? "paper.schoolsOwn" : "paper.reviewersOwn");
        if (request.Kind == PaperKind.ReviewSheet && await barred.RefuseAsync(caller, request.Round, request.School, cancellationToken) is { } notTheirs)
            return notTheirs;
        var basis = await digests.OfAsync(request.Round, request.School, request.Kind, cancellationToken);
        if (basis.Digest is not { } digest)
            return new ConflictError("paper.notHandedIn", "notHandedIn", []);
        var paper = await db.Papers.SingleOrDefaultAsync(
            p => p.RoundId == request.Round && p.SchoolId == request.School && p.Kind == request.Kind, cancellationToken);
        var created = paper is null;
        if (paper is null)
        {
            paper = EvaluationPaper.For(caller.DistrictId, request.Round, request.School, request.Kind);
            db.Papers.Add(paper);
        }

        if (paper.Scans.Count >= MaxScans)
            return ValidationError.Of("file", "list.tooLong");
        paper.Bind(new PaperScan(Guid.NewGuid(), digest, request.File, caller.UserName, await clock.NowAsync(cancellationToken)));
        await db.SaveChangesAsync(cancellationToken);
        return new Tagged<PaperView>(PaperView.Of(request.Kind, paper, basis), paper.Version, created);
    }
}
