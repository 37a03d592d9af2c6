using DistrictUnion.Application.Communities;
using DistrictUnion.Application.Ports;
using DistrictUnion.Application.Reviews;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Panels;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Panels;

/// <summary>A school of a panel.</summary>
internal sealed record PanelSchool(SchoolId Id, string Code, string Name);

/// <summary>Seats judges: reads who may score whom, lets the assignment be computed, and puts conflicts into rules with names.</summary>
internal sealed class PanelDesk(IUnionDb db, ITenantContext tenant, OwnSchools ownSchools, CommunityBonds bonds, PanelViews views)
{
    /// <summary>The schools of a round that a panel scores, by code.</summary>
    public Task<List<PanelSchool>> SchoolsAsync(RoundId round, IReadOnlyList<string>? codes, CancellationToken cancellationToken)
    {
        var wanted = codes?.ToList();
        return db.Scorecards.AsNoTracking().Where(c => c.RoundId == round)
            .Join(db.Schools, c => c.SchoolId, s => s.Id, (_, s) => s)
            .Where(s => wanted == null || wanted.Contains(s.Code)).OrderBy(s => s.Code)
            .Select(s => new PanelSchool(s.Id, s.Code, s.Name)).ToListAsync(cancellationToken);
    }

    /// <summary>
    /// Fills every place that is empty. Before scoring the whole assignment is made anew; while judges score, who sits stays. The
    /// refusal names the rules that conflict.
    /// </summary>
    public async Task<Error?> SeatAsync(Panel panel, CancellationToken cancellationToken)
    {
        var schools = await SchoolsAsync(panel.RoundId, panel.Schools, cancellationToken);
        var known = await db.PanelSeats.Where(s => s.PanelId == panel.Id).ToListAsync(cancellationToken);
        var kept = panel.State == PanelState.Scoring ? known : [];
        var codes = schools.ToDictionary(s => s.Id, s => s.Code);
        var solution = PanelAssignment.Solve(new PanelTask(
            [.. schools.Select(s => new PanelDemand(s.Code, panel.JudgesPerSchool - kept.Count(k => k.SchoolId == s.Id && k.FillsPlace))).Where(d => d.Needed > 0)],
            [.. panel.Judges.Select(j => new PanelSupply(j, kept.Count(k => k.Judge == j && k.FillsPlace), panel.MostPerJudge))],
            [.. await BansAsync(panel, kept, codes, cancellationToken)],
            [.. kept.Where(k => k.FillsPlace && codes.ContainsKey(k.SchoolId)).Select(k => new PanelPair(k.Judge, codes[k.SchoolId]))]));
        if (solution.Conflict is { } conflict)
            return await DescribeAsync(panel, conflict, schools, cancellationToken);

        var ids = schools.ToDictionary(s => s.Code, s => s.Id, StringComparer.Ordinal);
        var wanted = solution.Pairs.Select(p => (ids[p.School], p.Judge)).ToHashSet();
        if (panel.State != PanelState.Scoring)
            db.PanelSeats.RemoveRange(known.Where(k => !wanted.Contains((k.SchoolId, k.Judge))));
        wanted.ExceptWith(known.Select(k => (k.SchoolId, k.Judge)));
        foreach (var (school, judge) in wanted)
            db.PanelSeats.Add(PanelSeat.For(tenant.RequireCaller().DistrictId, panel.Id, school, judge));
        return null;
    }

    private async Task<IEnumerable<PanelPairBan>> BansAsync(
        Panel panel, IReadOnlyCollection<PanelSeat> seats, Dictionary<SchoolId, string> codes, CancellationToken cancellationToken)
    {
        var own = await ownSchools.OfPeopleAsync(panel.Judges, cancellationToken);
        var partners = await bonds.DuringAsync(panel.RoundId, [.. own.Select(o => o.School)], cancellationToken);
        return own.Where(o => codes.ContainsKey(o.School)).Select(o => new PanelPairBan(o.UserName, codes[o.School], PanelBanKind.OwnSchool))
            .Concat(own.SelectMany(o => partners[o.School].Where(codes.ContainsKey).Select(p => new PanelPairBan(o.UserName, codes[p], PanelBanKind.Community))))
            .Concat(panel.Bans.Select(b => new PanelPairBan(b.Judge, b.School, b.Kind)))
            .Concat(seats.Where(s => !s.FillsPlace && codes.ContainsKey(s.SchoolId)).Select(s => new PanelPairBan(
                s.Judge, codes[s.SchoolId], s.Ending == SeatEnding.Recused ? PanelBanKind.Recused : PanelBanKind.Removed)));
    }

    private async Task<Error> DescribeAsync(Panel panel, PanelConflict conflict, List<PanelSchool> schools, CancellationToken cancellationToken)
    {
        var judges = await views.NamesAsync(panel.Judges, cancellationToken);
        var names = schools.ToDictionary(s => s.Code, s => s.Name, StringComparer.Ordinal);
        return new UnprocessableError(
            conflict.IsSmallest ? "panel.infeasible" : "panel.infeasibleUnproven",
            [.. conflict.Rules.Select(rule => FieldError.Of(
                rule.School is { } school ? $"schools/{school}" : $"judges/{rule.Judge}",
                rule.Kind == AssignmentRuleKind.Ban ? $"panel.rule.{Words.Camel(rule.Ban!.Value)}" : $"panel.rule.{Words.Camel(rule.Kind)}",
                ("school", rule.School is { } code ? names[code] : ""),
                ("judge", rule.Judge is { } judge ? judges.GetValueOrDefault(judge, judge) : ""),
                ("number", rule.Number)))])
        {
            Arguments = new Dictionary<string, object?>
            {
                ["rules"] = conflict.Rules.Count,
                ["schools"] = conflict.Rules.Count(r => r.Kind == AssignmentRuleKind.Need),
                ["judges"] = panel.Judges.Count,
                ["needed"] = conflict.Needed,
                ["possible"] = conflict.Possible,
            },
        };
    }
}
