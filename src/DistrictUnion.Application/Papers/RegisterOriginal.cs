using DistrictUnion.Application.Common;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Papers;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Papers;

/// <summary>Where the signed and sealed paper is kept.</summary>
/// <param name="Place">Place, for example the number of a folder.</param>
/// <param name="ReceivedOn">Day on which it arrived.</param>
public sealed record OriginalInput(string Place, DateOnly ReceivedOn);

/// <summary>Registers where the original of a paper is kept.</summary>
public sealed record RegisterOriginal(RoundId Round, SchoolId School, PaperKind Kind, OriginalInput Body, Precondition Precondition) : ICommand<Tagged<PaperView>>;

internal sealed class RegisterOriginalValidator : AbstractValidator<RegisterOriginal>
{
    public RegisterOriginalValidator(TimeProvider clock)
    {
        RuleFor(c => c.Body.Place).PersonalOrBusinessName(200);
        RuleFor(c => c.Body.ReceivedOn).Must(d => d <= clock.Today()).WithErrorCode("paper.receivedLater");
    }
}

internal sealed class RegisterOriginalHandler(IUnionDb db, ITenantContext tenant, PaperDigests digests) : IHandler<RegisterOriginal, Tagged<PaperView>>
{
    public async Task<Result<Tagged<PaperView>>> Handle(RegisterOriginal request, CancellationToken cancellationToken)
    {
        var caller = tenant.RequireCaller();
        var paper = await db.Papers.SingleOrDefaultAsync(
            p => p.RoundId == request.Round && p.SchoolId == request.School && p.Kind == request.Kind, cancellationToken);
        if (request.Precondition.Against(paper?.Version ?? 0) is { } precondition)
            return precondition;
        var basis = await digests.OfAsync(request.Round, request.School, request.Kind, cancellationToken);
        if (basis.Digest is null)
            return new ConflictError("paper.notHandedIn", "notHandedIn", []);
        if (paper is null)
        {
            paper = EvaluationPaper.For(caller.DistrictId, request.Round, request.School, request.Kind);
            db.Papers.Add(paper);
        }

        paper.Register(new PaperOriginal(request.Body.Place.Trim(), request.Body.ReceivedOn, caller.UserName));
        await db.SaveChangesAsync(cancellationToken);
        return new Tagged<PaperView>(PaperView.Of(request.Kind, paper, basis), paper.Version);
    }
}
