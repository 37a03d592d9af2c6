using DistrictUnion.Application.Common;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Results;

/// <summary>One publication of a round as it was frozen, for district staff.</summary>
public sealed record GetPublication(RoundId Round, int Number) : IQuery<FrozenPublicationView>;

internal sealed class GetPublicationHandler(IUnionDb db) : IHandler<GetPublication, FrozenPublicationView>
{
    public async Task<Result<FrozenPublicationView>> Handle(GetPublication request, CancellationToken cancellationToken)
    {
        var found = await db.RoundPublications.AsNoTracking()
            .SingleOrDefaultAsync(p => p.RoundId == request.Round && p.Number == request.Number, cancellationToken);
        return found is null
            ? new NotFoundError()
            : new FrozenPublicationView(
                found.Number, BusinessTime.Local(found.At), Json.Read<List<RankingRow>>(found.Ranking), Json.Read<SummaryView>(found.Summary));
    }
}
