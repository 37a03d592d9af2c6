using DistrictUnion.Application.Obligations;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Obligations;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Reminders;

/// <summary>Who is late, as text for a group chat.</summary>
/// <param name="Text">The text, lines apart by line feeds; names of units, no persons.</param>
/// <param name="Count">Late obligations.</param>
public sealed record LateListView(string Text, int Count);

/// <summary>The list of what is late that the caller sees.</summary>
/// <param name="Template">Code of a template; null: any.</param>
/// <param name="Zone">Code of a zone; null: any.</param>
public sealed record GetLateList(string? Template, string? Zone) : IQuery<LateListView>;

internal sealed class GetLateListHandler(LateLists lists) : IHandler<GetLateList, LateListView>
{
    public async Task<Result<LateListView>> Handle(GetLateList request, CancellationToken cancellationToken) => await lists.OfAsync(request.Template, request.Zone, cancellationToken);
}

/// <summary>Writes lists of what is late.</summary>
internal sealed class LateLists(IUnionDb db, ITenantContext tenant, ReminderWords words, IMessages messages, TimeProvider clock)
{
    /// <summary>A list in the language of the request, in three statements at most.</summary>
    public async Task<LateListView> OfAsync(string? template, string? zone, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var late = await ObligationSight.Of(db, tenant.RequireCaller()).AsNoTracking().In(ObligationState.Overdue, today)
            .Where(o => (template == null || o.Template == template)
                && (zone == null || db.Zones.Any(z => z.Code == zone && (z.Id == o.ZoneId || db.Schools.Any(s => s.Id == o.SchoolId && s.ZoneId == z.Id)))))
            .Select(o => new
            {
                o.TemplateId,
                o.Level,
                o.Unit,
                Name = db.Schools.Where(s => s.Id == o.SchoolId).Select(s => s.Name).FirstOrDefault() ?? db.Zones.Where(z => z.Id == o.ZoneId).Select(z => z.Name).FirstOrDefault() ?? "",
                Branch = db.Branches.Where(b => b.Id == o.BranchId).Select(b => b.Name).FirstOrDefault() ?? "",
            })
            .ToListAsync(cancellationToken);
        if (late.Count == 0)
            return new LateListView(messages.Of("lateList.none", ("day", today)), 0);
        var definitions = await db.ObligationTemplates.AsNoTracking().ToDictionaryAsync(t => t.Id, t => (t.Code, t.Definition), cancellationToken);
        var lines = late.GroupBy(o => o.TemplateId).OrderBy(g => definitions[g.Key].Code, StringComparer.Ordinal)
            .Select(g => words.Late(definitions[g.Key].Definition, g.Select(o => new LateUnit(o.Level, o.Unit, o.Name + o.Branch)), int.MaxValue));
        return new LateListView(string.Join('\n', lines.Prepend(messages.Of("lateList.heading", ("day", today)))), late.Count);
    }
}
