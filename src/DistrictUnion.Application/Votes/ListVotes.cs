using DistrictUnion.Application.Common;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Application.Schemes;
using DistrictUnion.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Votes;

/// <summary>Votes of a school in a round, repeated and cancelled ones too, by fact and the latest first.</summary>
public sealed record ListVotes(RoundId Round, SchoolId School, PageRequest Page) : IQuery<Page<VoteView>>;

internal sealed class ListVotesHandler(IUnionDb db, SchemeCatalogue schemes, VoteViews views) : IHandler<ListVotes, Page<VoteView>>
{
    public async Task<Result<Page<VoteView>>> Handle(ListVotes request, CancellationToken cancellationToken)
    {
        var page = await db.Votes.AsNoTracking().Where(v => v.RoundId == request.Round && v.SchoolId == request.School)
            .OrderBy(v => v.Fact).ThenByDescending(v => v.Number)
            .Select(v => new { Vote = v, Box = db.BallotBoxes.First(b => b.VoteId == v.Id) })
            .ToPageAsync(request.Page, cancellationToken);
        var round = await db.Rounds.AsNoTracking().SingleAsync(r => r.Id == request.Round, cancellationToken);
        if (round.SchemeVersionId is not { } version)
            return new Page<VoteView>([], page.Number, page.PageSize, 0);
        var scheme = await schemes.GetAsync(version, cancellationToken);
        return new Page<VoteView>(
            [.. page.Items.Select(v => views.Of(v.Vote, new VoteSubject(round, scheme, scheme.FactOf(v.Vote.Fact)!), v.Box))], page.Number, page.PageSize, page.Total);
    }
}
