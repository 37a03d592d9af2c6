using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Papers;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Papers;

/// <summary>The paper of one kind of a school in a round; its version counts what was registered about it.</summary>
public sealed record GetPaper(RoundId Round, SchoolId School, PaperKind Kind) : IQuery<Tagged<PaperView>>;

internal sealed class GetPaperHandler(IUnionDb db, PaperSight sight, PaperDigests digests) : IHandler<GetPaper, Tagged<PaperView>>
{
    public async Task<Result<Tagged<PaperView>>> Handle(GetPaper request, CancellationToken cancellationToken)
    {
        if (await sight.IsHiddenAsync(request.Round, request.Kind, cancellationToken))
            return new NotFoundError();
        var paper = await db.Papers.AsNoTracking()
            .SingleOrDefaultAsync(p => p.RoundId == request.Round && p.SchoolId == request.School && p.Kind == request.Kind, cancellationToken);
        var basis = await digests.OfAsync(request.Round, request.School, request.Kind, cancellationToken);
        return new Tagged<PaperView>(PaperView.Of(request.Kind, paper, basis), paper?.Version ?? 0);
    }
}
