using DistrictUnion.Application.Ports;
using DistrictUnion.Application.Reviews;
using DistrictUnion.Application.Schemes;
using DistrictUnion.Domain.Accounts;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Scoring;
using DistrictUnion.Domain.Visits;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Visits;

/// <summary>Who inspects: reads plans, and keeps people away from their own school.</summary>
internal sealed class VisitDesk(IUnionDb db, ITenantContext tenant, OwnSchools ownSchools, BarredSchools barred, TimeProvider clock)
{
    /// <summary>The refusal of who neither inspects the school nor works for the whole district; null: the caller writes.</summary>
    public async Task<Error?> RefuseWriterAsync(Visit visit, CancellationToken cancellationToken)
    {
        var caller = tenant.RequireCaller();
        if (caller.IsOfSchool || caller.Role == Role.Auditor)
            return new ForbiddenError();
        if (await barred.RefuseAsync(caller, visit.RoundId, visit.SchoolId, cancellationToken) is { } notTheirs)
            return notTheirs;
        return caller.IsDistrictStaff || visit.Inspectors.Contains(caller.UserName, StringComparer.Ordinal) ? null : new ForbiddenError("visit.notInspector");
    }

    /// <summary>The plan that was sent, or what is wrong with it.</summary>
    public async Task<Result<VisitPlan>> ReadAsync(CompiledScheme scheme, RoundId round, SchoolId school, VisitInput body, CancellationToken cancellationToken)
    {
        var (wanted, today) = (body.Inspectors.Select(UserAccount.Normalize).ToList(), clock.Today());
        var known = await db.Users.AsNoTracking()
            .Where(u => wanted.Contains(u.NormalizedUserName) && u.Posts.Any(p => p.From <= today && (p.To == null || p.To > today)
                && (p.Role == Role.DistrictAdmin || p.Role == Role.DistrictOfficer
                    || (p.Role == Role.ZoneLead && db.Schools.Any(s => s.Id == school && s.ZoneId == p.ZoneId)))))
            .Select(u => new { u.Id, u.NormalizedUserName, u.UserName })
            .ToDictionaryAsync(u => u.NormalizedUserName, StringComparer.Ordinal, cancellationToken);
        var own = (await ownSchools.OfPeopleAsync([.. known.Values.Select(u => u.UserName)], cancellationToken)).Where(o => o.School == school).Select(o => o.UserName).ToHashSet(StringComparer.Ordinal);
        var recused = await db.ReviewRecusals.AsNoTracking().Where(r => r.RoundId == round && r.SchoolId == school).Select(r => r.UserId).ToListAsync(cancellationToken);
        List<FieldError> problems = [.. Evaluations.PointsRules.CheckLeaves(scheme, body.Leaves, "leaves")];
        for (var i = 0; i < wanted.Count; i++)
        {
            if (known.GetValueOrDefault(wanted[i]) is not { } person)
                problems.Add(FieldError.Of($"inspectors[{i}]", "visit.inspectorUnknown", ("inspector", body.Inspectors[i])));
            else if (own.Contains(person.UserName))
                problems.Add(FieldError.Of($"inspectors[{i}]", "visit.inspectorOwnSchool", ("inspector", person.UserName)));
            else if (recused.Contains(person.Id))
                problems.Add(FieldError.Of($"inspectors[{i}]", "visit.inspectorRecused", ("inspector", person.UserName)));
        }

        var leaves = body.Leaves is { Count: > 0 } chosen ? chosen : [.. scheme.Nodes.Where(n => n.Rule is not null && scheme.LeafOf(n.Code) is not null).Select(n => n.Code)];
        return problems.Count > 0
            ? new ValidationError(problems)
            : new VisitPlan(body.PlannedOn, [.. wanted.Select(w => known[w].UserName)], [.. leaves.Distinct(StringComparer.Ordinal)]);
    }
}
