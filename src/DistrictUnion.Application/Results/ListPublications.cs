using DistrictUnion.Application.Common;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Results;

/// <summary>A frozen copy of what was published.</summary>
/// <param name="Number">Number in the round, from 1; the highest is the one in force.</param>
/// <param name="At">When it was published.</param>
public sealed record PublicationView(int Number, DateTimeOffset At);

/// <summary>The publications of a round, the latest first.</summary>
public sealed record ListPublications(RoundId Round, PageRequest Page) : IQuery<Page<PublicationView>>;

internal sealed class ListPublicationsHandler(IUnionDb db) : IHandler<ListPublications, Page<PublicationView>>
{
    public async Task<Result<Page<PublicationView>>> Handle(ListPublications request, CancellationToken cancellationToken)
    {
        var page = await db.RoundPublications.AsNoTracking().Where(p => p.RoundId == request.Round).OrderByDescending(p => p.Number)
            .Select(p => new PublicationView(p.Number, p.At)).ToPageAsync(request.Page, cancellationToken);
        return page with { Items = [.. page.Items.Select(p => p with { At = BusinessTime.Local(p.At) })] };
    }
}

/// <summary>What one publication froze.</summary>
/// <param name="Number">Number.</param>
/// <param name="At">When it was published.</param>
/// <param name="Ranking">Every row.</param>
/// <param name="Summary">Means.</param>
public sealed record FrozenPublicationView(int Number, DateTimeOffset At, IReadOnlyList<RankingRow> Ranking, SummaryView Summary);
