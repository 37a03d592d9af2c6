using DistrictUnion.Application.Common;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Rounds;

/// <summary>Tie resolutions of a round by number.</summary>
public sealed record ListTieResolutions(RoundId Round, PageRequest Page) : IQuery<Page<TieResolutionView>>;

internal sealed class ListTieResolutionsHandler(IUnionDb db) : IHandler<ListTieResolutions, Page<TieResolutionView>>
{
    public async Task<Result<Page<TieResolutionView>>> Handle(ListTieResolutions request, CancellationToken cancellationToken) =>
        await db.TieResolutions.AsNoTracking().Where(t => t.RoundId == request.Round).OrderBy(t => t.Number)
            .Select(t => new TieResolutionView(t.Number, t.Schools, t.Reason, t.Actor, t.At))
            .ToPageAsync(request.Page, cancellationToken);
}
