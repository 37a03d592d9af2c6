using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Rounds;

/// <summary>The extension of a school in a round.</summary>
public sealed record GetExtension(RoundId Round, SchoolId School) : IQuery<Tagged<ExtensionView>>;

internal sealed class GetExtensionHandler(IUnionDb db) : IHandler<GetExtension, Tagged<ExtensionView>>
{
    public async Task<Result<Tagged<ExtensionView>>> Handle(GetExtension request, CancellationToken cancellationToken) =>
        await db.RoundExtensions.AsNoTracking()
                .SingleOrDefaultAsync(e => e.RoundId == request.Round && e.SchoolId == request.School, cancellationToken) is { } found
            ? ExtensionViews.Of(found, false)
            : new NotFoundError();
}
