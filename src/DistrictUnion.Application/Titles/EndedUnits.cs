using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Titles;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Titles;

/// <summary>Units that are no more: schools that closed or were merged, branches that left the school they applied with.</summary>
internal sealed class EndedUnits(IUnionDb db, IMessages messages)
{
    /// <summary>The first day on which each unit was no more, for those that are no more on a day: two statements for any number of them.</summary>
    public async Task<IReadOnlyDictionary<(SchoolId School, BranchId? Branch), DateOnly>> OnAsync(
        IReadOnlyCollection<(SchoolId School, BranchId? Branch)> units, DateOnly day, CancellationToken cancellationToken)
    {
        var (schoolIds, branchIds) = (units.Select(u => u.School).Distinct().ToList(), units.Select(u => u.Branch).OfType<BranchId>().Distinct().ToList());
        var closed = await db.Schools.AsNoTracking().Where(s => schoolIds.Contains(s.Id) && s.ActiveTo != null && s.ActiveTo <= day)
            .ToDictionaryAsync(s => s.Id, s => s.ActiveTo!.Value, cancellationToken);
        var stays = branchIds.Count == 0 ? [] : await db.BranchAffiliations.AsNoTracking().Where(a => branchIds.Contains(a.BranchId)).ToListAsync(cancellationToken);
        Dictionary<(SchoolId, BranchId?), DateOnly> ended = [];
        foreach (var unit in units.Distinct())
        {
            if (closed.TryGetValue(unit.School, out var on))
                ended[unit] = on;
            else if (unit.Branch is { } branch && !stays.Exists(a => a.BranchId == branch && a.SchoolId == unit.School && (a.To is null || a.To > day)))
                ended[unit] = stays.Where(a => a.BranchId == branch && a.SchoolId == unit.School).Max(a => a.To) ?? day;
        }

        return ended;
    }

    /// <summary>The day on which an application's unit was no more; null: it stands.</summary>
    public async Task<DateOnly?> OfAsync(TitleApplication application, DateOnly day, CancellationToken cancellationToken) =>
        (await OnAsync([(application.SchoolId, application.BranchId)], day, cancellationToken)).Values.Select(d => (DateOnly?)d).FirstOrDefault();

    /// <summary>Lets the applications lapse whose units are no more.</summary>
    /// <returns>Whether one did.</returns>
    public async Task<bool> LapseAsync(IEnumerable<TitleApplication> applications, DateOnly day, string actor, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var active = applications.Where(a => ApplicationSteps.After(a.State, ApplicationStep.Lapse) is not null).ToList();
        var ended = await OnAsync([.. active.Select(a => (a.SchoolId, a.BranchId))], day, cancellationToken);
        var isAny = false;
        foreach (var application in active)
        {
            if (!ended.TryGetValue((application.SchoolId, application.BranchId), out var on))
                continue;
            application.Take(ApplicationStep.Lapse, actor, now, messages.Of("application.unitEnded", ("day", on)));
            isAny = true;
        }

        return isAny;
    }
}
