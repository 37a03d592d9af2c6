using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Accounts;
using DistrictUnion.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Rounds;

/// <summary>How far one school is.</summary>
/// <param name="School">School code.</param>
/// <param name="Name">Name.</param>
/// <param name="Zone">Zone code.</param>
/// <param name="State"><c>missing</c>, <c>returned</c>, <c>onTime</c> or <c>late</c>.</param>
/// <param name="DaysLate">Days late, once handed in.</param>
/// <param name="DueAt">First late instant for this school.</param>
public sealed record SchoolCompleteness(string School, string Name, string Zone, string State, int? DaysLate, DateTimeOffset DueAt);

/// <summary>How far one zone is.</summary>
public sealed record ZoneCompleteness(string Zone, int Expected, int Submitted, int OnTime, int Late, int Missing);

/// <summary>Who has handed in.</summary>
public sealed record CompletenessView(
    int Expected, int Submitted, int OnTime, int Late, int Missing, IReadOnlyList<ZoneCompleteness> Zones, IReadOnlyList<SchoolCompleteness> Schools);

/// <summary>Completeness of a round by zone and school; a zone lead's is that of the own zone.</summary>
public sealed record GetCompleteness(RoundId Round) : IQuery<CompletenessView>;

internal sealed class GetCompletenessHandler(IUnionDb db, ITenantContext tenant) : IHandler<GetCompleteness, CompletenessView>
{
    public async Task<Result<CompletenessView>> Handle(GetCompleteness request, CancellationToken cancellationToken)
    {
        var zone = tenant.RequireCaller() is { Role: Role.ZoneLead, Post: { } post } ? post.ZoneId : null;
        var due = await db.Rounds.AsNoTracking().Where(r => r.Id == request.Round).Select(r => r.EffectiveDueAt).SingleAsync(cancellationToken);
        var rows = await db.Scorecards.AsNoTracking().Where(c => c.RoundId == request.Round && (zone == null || c.ZoneId == zone))
            .Join(db.Schools, c => c.SchoolId, s => s.Id, (c, s) => new { c.SchoolId, c.ZoneId, s.Code, s.Name })
            .Join(db.Zones, c => c.ZoneId, z => z.Id, (c, z) => new { c.SchoolId, c.Code, c.Name, Zone = z.Code })
            .OrderBy(c => c.Code)
            .Select(c => new
            {
                c.Code,
                c.Name,
                c.Zone,
                Evaluation = db.SelfEvaluations.Where(e => e.RoundId == request.Round && e.SchoolId == c.SchoolId)
                    .Select(e => new { e.State, e.Returned, e.DaysLate }).FirstOrDefault(),
                Extended = db.RoundExtensions.Where(e => e.RoundId == request.Round && e.SchoolId == c.SchoolId)
                    .Select(e => (DateTimeOffset?)e.DueAt).FirstOrDefault(),
            })
            .ToListAsync(cancellationToken);
        var schools = rows.Select(r =>
        {
            var handedIn = r.Evaluation is { State: not Domain.Evaluations.EvaluationState.Draft };
            var state = handedIn ? r.Evaluation!.DaysLate > 0 ? "late" : "onTime" : r.Evaluation?.Returned == true ? "returned" : "missing";
            return new SchoolCompleteness(
                r.Code, r.Name, r.Zone, state, handedIn ? r.Evaluation!.DaysLate : null, BusinessTime.Local(r.Extended ?? due));
        }).ToList();

        var zones = schools.GroupBy(s => s.Zone, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g =>
        {
            var (late, onTime) = (g.Count(s => s.State == "late"), g.Count(s => s.State == "onTime"));
            return new ZoneCompleteness(g.Key, g.Count(), late + onTime, onTime, late, g.Count() - late - onTime);
        }).ToList();
        return new CompletenessView(
            schools.Count, zones.Sum(z => z.Submitted), zones.Sum(z => z.OnTime), zones.Sum(z => z.Late), zones.Sum(z => z.Missing), zones, schools);
    }
}
