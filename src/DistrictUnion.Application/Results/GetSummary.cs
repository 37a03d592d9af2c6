using DistrictUnion.Application.Common;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Accounts;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Rounds;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Results;

/// <summary>Means of the district and its zones.</summary>
public sealed record GetSummary(RoundId Round) : IQuery<SummaryView>;

internal sealed class GetSummaryHandler(IUnionDb db, ITenantContext tenant, IRankingReader reader) : IHandler<GetSummary, SummaryView>
{
    public async Task<Result<SummaryView>> Handle(GetSummary request, CancellationToken cancellationToken)
    {
        var caller = tenant.RequireCaller();
        var round = await db.Rounds.AsNoTracking().SingleAsync(r => r.Id == request.Round, cancellationToken);
        var full = round is { State: RoundState.Published, Visibility: RoundVisibility.Full };
        if (round.State == RoundState.Planned || (caller.IsOfSchool && !full))
            return new NotFoundError();
        if (round.State == RoundState.Published && (caller.IsDistrictStaff || full))
        {
            var text = await db.RoundPublications.AsNoTracking().Where(p => p.RoundId == round.Id)
                .OrderByDescending(p => p.Number).Select(p => p.Summary).FirstAsync(cancellationToken);
            return Json.Read<SummaryView>(text);
        }

        var zone = caller.Role == Role.ZoneLead ? caller.Post!.ZoneId : null;
        var summary = SummaryView.Of(await reader.SumAcrossSchoolsAsync(round.Id, zone, cancellationToken));
        return zone is null ? summary : summary with { District = null };
    }
}
