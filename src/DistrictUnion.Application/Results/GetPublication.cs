using DistrictUnion.Application.Common;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Application.Schemes;
using DistrictUnion.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Results;

/// <summary>One publication of a round as it was frozen, for district staff.</summary>
public sealed record GetPublication(RoundId Round, int Number) : IQuery<FrozenPublicationView>;

internal sealed class GetPublicationHandler(IUnionDb db, SchemeCatalogue schemes) : IHandler<GetPublication, FrozenPublicationView>
{
    public async Task<Result<FrozenPublicationView>> Handle(GetPublication request, CancellationToken cancellationToken)
    {
        var found = await db.RoundPublications.AsNoTracking()
            .SingleOrDefaultAsync(p => p.RoundId == request.Round && p.Number == request.Number, cancellationToken);
        if (found is null)
            return new NotFoundError();
        var version = await db.Rounds.AsNoTracking().Where(r => r.Id == request.Round).Select(r => r.SchemeVersionId).SingleAsync(cancellationToken);
        var scheme = await schemes.GetAsync(version!.Value, cancellationToken);
        return new FrozenPublicationView(
            found.Number, BusinessTime.Local(found.At), [.. Json.Read<List<RankingRow>>(found.Ranking).Select(r => r.Named(scheme))], Json.Read<SummaryView>(found.Summary));
    }
}
