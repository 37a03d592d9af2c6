using DistrictUnion.Application.Common;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Application.Schemes;
using DistrictUnion.Domain.Accounts;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Rounds;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Results;

/// <summary>
/// The ranking of a round. District staff read it live before publication; afterwards it is the frozen copy, of which schools
/// see what the publication chose.
/// </summary>
public sealed record GetRanking(RoundId Round, string? Group, PageRequest Page) : IQuery<Page<RankingRow>>;

internal sealed class GetRankingHandler(IUnionDb db, ITenantContext tenant, SchemeCatalogue schemes, IRankingReader reader)
    : IHandler<GetRanking, Page<RankingRow>>
{
    public async Task<Result<Page<RankingRow>>> Handle(GetRanking request, CancellationToken cancellationToken)
    {
        var caller = tenant.RequireCaller();
        var round = await db.Rounds.AsNoTracking().SingleAsync(r => r.Id == request.Round, cancellationToken);
        if (round.State == RoundState.Planned || (round.State != RoundState.Published && caller.IsOfSchool))
            return new NotFoundError();
        return round.State == RoundState.Published
            ? await ReadPublishedAsync(request, round, caller, cancellationToken)
            : await ReadLiveAcrossSchoolsAsync(request, round, caller, cancellationToken);
    }

    private async Task<Page<RankingRow>> ReadLiveAcrossSchoolsAsync(
        GetRanking request, AssessmentRound round, Caller caller, CancellationToken cancellationToken)
    {
        var scheme = await schemes.GetAsync(round.SchemeVersionId!.Value, cancellationToken);
        var slice = new RankingSlice(
            round.DistrictId,
            round.Id,
            scheme.Definition.Ranking.GroupBy,
            request.Group,
            caller.Role == Role.ZoneLead ? caller.Post!.ZoneId : null,
            request.Page.Skip,
            request.Page.Size);
        var (rows, total) = await reader.ReadAcrossSchoolsAsync(slice, cancellationToken);
        return new Page<RankingRow>([.. rows.Select(r => RankingRow.Of(r).Named(scheme))], request.Page.Number, request.Page.Size, total);
    }

    private async Task<Page<RankingRow>> ReadPublishedAsync(
        GetRanking request, AssessmentRound round, Caller caller, CancellationToken cancellationToken)
    {
        var text = await db.RoundPublications.AsNoTracking().Where(p => p.RoundId == round.Id)
            .OrderByDescending(p => p.Number).Select(p => p.Ranking).FirstAsync(cancellationToken);
        var scheme = await schemes.GetAsync(round.SchemeVersionId!.Value, cancellationToken);
        var own = await OwnCodesAsync(caller, cancellationToken);
        var shown = Json.Read<List<RankingRow>>(text)
            .Where(r => request.Group is null || r.Group == request.Group)
            .Select(r => caller.IsDistrictStaff || own.Contains(caller.IsOfSchool ? r.School : r.Zone) ? r : Visible(r, round))
            .OfType<RankingRow>()
            .ToList();
        return new Page<RankingRow>(
            [.. shown.Skip(request.Page.Skip).Take(request.Page.Size).Select(r => r.Named(scheme))], request.Page.Number, request.Page.Size, shown.Count);
    }

    /// <summary>What others see of a school's row; null: nothing.</summary>
    private static RankingRow? Visible(RankingRow row, AssessmentRound round) => round.Visibility switch
    {
        RoundVisibility.Full => row,
        RoundVisibility.Top when row.Rank <= round.Top => row,
        RoundVisibility.Grades => row with
        {
            Rank = null,
            Total = null,
            Ties = null,
            Adjusted = null,
        },
        _ => null,
    };

    /// <summary>Code of the caller's own school or zone.</summary>
    private async Task<IReadOnlyCollection<string>> OwnCodesAsync(Caller caller, CancellationToken cancellationToken) => caller.Post switch
    {
        { SchoolId: { } school } => await db.Schools.AsNoTracking().Where(s => s.Id == school).Select(s => s.Code).ToListAsync(cancellationToken),
        { ZoneId: { } zone } => await db.Zones.AsNoTracking().Where(z => z.Id == zone).Select(z => z.Code).ToListAsync(cancellationToken),
        _ => [],
    };
}
