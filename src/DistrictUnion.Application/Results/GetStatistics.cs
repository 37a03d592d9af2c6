using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Application.Schemes;
using DistrictUnion.Domain.Accounts;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Rounds;
using DistrictUnion.Domain.Scorecards;
using DistrictUnion.Domain.Scoring;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Results;

/// <summary>Schools whose totals lie in [<paramref name="From"/>, <paramref name="To"/>), the last band closed at its end.</summary>
public sealed record TotalBand(decimal From, decimal To, int Schools);

/// <summary>How many schools came out so.</summary>
/// <param name="Outcome">Outcome.</param>
/// <param name="Grade">Grade code; null without a grade.</param>
/// <param name="GradeName">Its name.</param>
/// <param name="Schools">Number of schools.</param>
public sealed record OutcomeCount(Outcome Outcome, string? Grade, string? GradeName, int Schools);

/// <summary>The mean of one round.</summary>
/// <param name="Round">Round code.</param>
/// <param name="Name">Name.</param>
/// <param name="WindowTo">Last day that counted.</param>
/// <param name="MeanOfSubmitted">Simple mean of the totals of those that handed in.</param>
/// <param name="Coverage">Handed in ÷ in scope, percent.</param>
public sealed record RoundTrend(string Round, string Name, DateOnly WindowTo, decimal? MeanOfSubmitted, decimal? Coverage);

/// <summary>A school whose total changed against the round before.</summary>
public sealed record TotalChange(string School, string Name, string Zone, decimal Total, decimal Before, decimal Change);

/// <summary>Figures of a round for the district's home.</summary>
/// <param name="Bands">Totals of those that handed in, in bands of ten points from 0 to the highest total that can be reached.</param>
/// <param name="Outcomes">Outcomes and grades.</param>
/// <param name="Trend">This round and those before it of the same scheme, oldest first, at most eight.</param>
/// <param name="Before">The round that changes are measured against; null without one.</param>
/// <param name="Rising">The ten largest rises.</param>
/// <param name="Falling">The ten largest falls.</param>
public sealed record StatisticsView(
    IReadOnlyList<TotalBand> Bands,
    IReadOnlyList<OutcomeCount> Outcomes,
    IReadOnlyList<RoundTrend> Trend,
    string? Before,
    IReadOnlyList<TotalChange> Rising,
    IReadOnlyList<TotalChange> Falling);

/// <summary>Distribution, trend and movers of a round, for district staff; a zone lead's are those of the own zone.</summary>
public sealed record GetStatistics(RoundId Round) : IQuery<StatisticsView>;

internal sealed class GetStatisticsHandler(IUnionDb db, ITenantContext tenant, SchemeCatalogue schemes) : IHandler<GetStatistics, StatisticsView>
{
    private const int MostRounds = 8;
    private const int MostMovers = 10;
    private const int BandWidth = 10;

    public async Task<Result<StatisticsView>> Handle(GetStatistics request, CancellationToken cancellationToken)
    {
        var zone = tenant.RequireCaller() is { Role: Role.ZoneLead, Post: { } post } ? post.ZoneId : null;
        var round = await db.Rounds.AsNoTracking().SingleAsync(r => r.Id == request.Round, cancellationToken);
        if (round.State == RoundState.Planned)
            return new NotFoundError();
        var scheme = await schemes.GetAsync(round.SchemeVersionId!.Value, cancellationToken);
        var rounds = await db.Rounds.AsNoTracking()
            .Where(r => r.SchemeId == round.SchemeId && r.State != RoundState.Planned && (r.WindowTo < round.WindowTo || r.Id == round.Id))
            .OrderByDescending(r => r.WindowTo).ThenByDescending(r => r.Code).Take(MostRounds)
            .Select(r => new { r.Id, r.Code, r.Name, r.WindowTo }).ToListAsync(cancellationToken);
        var ids = rounds.ConvertAll(r => r.Id);
        var sums = await db.Scorecards.AsNoTracking().Where(c => ids.Contains(c.RoundId) && (zone == null || c.ZoneId == zone))
            .GroupBy(c => c.RoundId)
            .Select(g => new
            {
                g.Key,
                InScope = g.Count(),
                Submitted = g.Count(c => c.Outcome != Outcome.NotSubmitted),
                Total = g.Sum(c => c.Total),
            })
            .ToDictionaryAsync(g => g.Key, cancellationToken);
        var before = rounds.Find(r => r.WindowTo < round.WindowTo);
        var rows = await db.Scorecards.AsNoTracking().Where(c => c.RoundId == round.Id && (zone == null || c.ZoneId == zone))
            .Join(db.Schools, c => c.SchoolId, s => s.Id, (c, s) => new { c.SchoolId, c.ZoneId, c.Total, c.Outcome, c.Grade, s.Code, s.Name })
            .Join(db.Zones, c => c.ZoneId, z => z.Id, (c, z) => new { c.SchoolId, c.Total, c.Outcome, c.Grade, c.Code, c.Name, Zone = z.Code })
            .ToListAsync(cancellationToken);
        var earlier = before is null
            ? []
            : await db.Scorecards.AsNoTracking()
                .Where(c => c.RoundId == before.Id && c.Outcome != Outcome.NotSubmitted && (zone == null || c.ZoneId == zone))
                .ToDictionaryAsync(c => c.SchoolId, c => c.Total, cancellationToken);

        var scored = rows.Where(r => r.Outcome != Outcome.NotSubmitted).ToList();
        var changes = scored.Where(r => earlier.ContainsKey(r.SchoolId))
            .Select(r => new TotalChange(
                r.Code, r.Name, r.Zone, Scorecard.Points(r.Total), Scorecard.Points(earlier[r.SchoolId]), Scorecard.Points(r.Total - earlier[r.SchoolId])))
            .ToList();
        return new StatisticsView(
            BandsOf([.. scored.Select(r => Scorecard.Points(r.Total))], scheme.HighestTotal()),
            [.. rows.GroupBy(r => (r.Outcome, r.Grade)).OrderBy(g => g.Key.Outcome).ThenBy(g => scheme.GradeOrder(g.Key.Grade))
                .Select(g => new OutcomeCount(g.Key.Outcome, g.Key.Grade, scheme.GradeName(g.Key.Grade), g.Count()))],
            [.. rounds.AsEnumerable().Reverse().Select(r => sums.TryGetValue(r.Id, out var s)
                ? new RoundTrend(r.Code, r.Name, r.WindowTo, Mean(s.Total, s.Submitted), Percent(s.Submitted, s.InScope))
                : new RoundTrend(r.Code, r.Name, r.WindowTo, null, null))],
            before?.Code,
            [.. changes.Where(c => c.Change > 0).OrderByDescending(c => c.Change).ThenBy(c => c.School, StringComparer.Ordinal).Take(MostMovers)],
            [.. changes.Where(c => c.Change < 0).OrderBy(c => c.Change).ThenBy(c => c.School, StringComparer.Ordinal).Take(MostMovers)]);
    }

    private static List<TotalBand> BandsOf(List<decimal> totals, decimal highest)
    {
        var count = Math.Max(1, (int)Math.Ceiling(Math.Max(highest, totals.Count == 0 ? 0 : totals.Max()) / BandWidth));
        var schools = new int[count];
        foreach (var total in totals)
            schools[Math.Clamp((int)Math.Floor(total / BandWidth), 0, count - 1)]++;
        return [.. schools.Select((n, i) => new TotalBand(i * BandWidth, (i + 1) * BandWidth, n))];
    }

    private static decimal? Mean(long hundredths, int count) =>
        count == 0 ? null : (Fraction.From(hundredths) / Fraction.From((long)count) / Fraction.Hundred).RoundHalfAwayFromZero(2);

    private static decimal? Percent(int part, int whole) =>
        whole == 0 ? null : (Fraction.From((long)part) * Fraction.Hundred / Fraction.From((long)whole)).RoundHalfAwayFromZero(2);
}
