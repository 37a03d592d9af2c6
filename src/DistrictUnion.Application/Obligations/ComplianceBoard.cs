using System.Text.Json.Serialization;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Accounts;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Obligations;
using DistrictUnion.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Obligations;

/// <summary>How many obligations stand where.</summary>
/// <param name="NotStarted">Their time hasn't come.</param>
/// <param name="InProgress">Their time has come.</param>
/// <param name="Fulfilled">Fulfilled in time.</param>
/// <param name="FulfilledLate">Fulfilled late.</param>
/// <param name="Overdue">Overdue.</param>
/// <param name="Waived">Waived.</param>
/// <param name="WithoutDueDay">Among those that are open, without a due day, because their year's working days aren't known yet.</param>
public sealed record BoardCounts(int NotStarted, int InProgress, int Fulfilled, int FulfilledLate, int Overdue, int Waived, int WithoutDueDay)
{
    /// <summary>The state that wants attention first.</summary>
    public ObligationState Worst => Overdue > 0 ? ObligationState.Overdue
        : InProgress > 0 ? ObligationState.InProgress
        : NotStarted > 0 ? ObligationState.NotStarted
        : FulfilledLate > 0 ? ObligationState.FulfilledLate
        : Fulfilled > 0 ? ObligationState.Fulfilled
        : ObligationState.Waived;
}

/// <summary>A column of the board: an obligation.</summary>
/// <param name="Template">Code of the template.</param>
/// <param name="Name">Chinese name.</param>
/// <param name="EnglishName">English name.</param>
/// <param name="Level">Whose it is.</param>
/// <param name="Counts">Obligations of all units in the caller's reach and the asked zone.</param>
public sealed record BoardColumn(string Template, string Name, string EnglishName, UnitLevel Level, BoardCounts Counts);

/// <summary>What a unit has of an obligation in the year.</summary>
/// <param name="Template">Code of the template.</param>
/// <param name="Worst">State that wants attention first.</param>
/// <param name="Counts">Obligations by state.</param>
/// <param name="NextDueOn">Next due day of an open one.</param>
/// <param name="HasNoOwner">Whether nobody of the unit holds the post that owns it; it goes to the level above.</param>
public sealed record BoardCell(string Template, ObligationState Worst, BoardCounts Counts, DateOnly? NextDueOn, bool HasNoOwner);

/// <summary>A row of the board: a unit. A school's row holds its branches' obligations too.</summary>
/// <param name="Level">Level.</param>
/// <param name="Unit">Code.</param>
/// <param name="Name">Name.</param>
/// <param name="Zone">Code of the zone, of a school.</param>
/// <param name="Cells">What it has, of obligations that are meant for it.</param>
public sealed record BoardRow(UnitLevel Level, string Unit, string Name, string? Zone, IReadOnlyList<BoardCell> Cells);

/// <summary>The compliance board of a year: units × obligations.</summary>
/// <param name="Year">Calendar year of the due days.</param>
/// <param name="Columns">Obligations.</param>
/// <param name="Items">Units of the page.</param>
/// <param name="Number">Number of the page; called <c>page</c> in JSON.</param>
/// <param name="PageSize">Units a page.</param>
/// <param name="Total">Units in all.</param>
public sealed record BoardView(
    int Year, IReadOnlyList<BoardColumn> Columns, IReadOnlyList<BoardRow> Items, [property: JsonPropertyName("page")] int Number, int PageSize, int Total);

/// <summary>Reads the compliance board in a fixed number of statements.</summary>
internal sealed class ComplianceBoard(IUnionDb db, ITenantContext tenant, TimeProvider clock)
{
    /// <summary>The page of a board; without a page all of it.</summary>
    /// <param name="year">Year of the due days, before any shift.</param>
    /// <param name="zone">Code of a zone; null: any.</param>
    /// <param name="state">Only units with an obligation in this state; null: any.</param>
    /// <param name="page">Page; null: everything.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task<BoardView> ReadAsync(int year, string? zone, ObligationState? state, PageRequest? page, CancellationToken cancellationToken)
    {
        var (caller, today) = (tenant.RequireCaller(), clock.Today());
        var (from, to) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var sight = ObligationSight.Of(db, caller).AsNoTracking().Where(o => o.BasisOn >= from && o.BasisOn <= to)
            .Where(o => zone == null || db.Zones.Any(z => z.Id == o.ZoneId && z.Code == zone) || db.Schools.Any(s => s.Id == o.SchoolId && db.Zones.Any(z => z.Id == s.ZoneId && z.Code == zone)));
        var wanted = state is { } only ? sight.In(only, today) : sight;
        var schools = db.Schools.AsNoTracking()
            .Where(s => (caller.OwnZone == null || s.ZoneId == caller.OwnZone) && (zone == null || db.Zones.Any(z => z.Id == s.ZoneId && z.Code == zone)))
            .Where(s => (s.ActiveFrom == null || s.ActiveFrom <= to) && (s.ActiveTo == null || s.ActiveTo > from))
            .Where(s => state == null || wanted.Any(o => o.SchoolId == s.Id));
        var (uppers, schoolCount) = await UppersAsync(caller, zone, wanted, schools, cancellationToken);
        var (skip, take) = page is { } asked ? (asked.Skip, asked.Size) : (0, int.MaxValue);
        var upperRows = uppers.Skip(skip).Take(take).ToList();
        var schoolRows = await schools.OrderBy(s => s.Code).Skip(Math.Max(0, skip - uppers.Count)).Take(Math.Max(0, take - upperRows.Count))
            .Select(s => new
            {
                s.Code,
                s.Name,
                s.Id,
                Zone = db.Zones.Where(z => z.Id == s.ZoneId).Select(z => z.Code).First(),
                HasChair = db.Posts.Any(p => p.SchoolId == s.Id && p.Role == Role.SchoolChair && p.From <= today && (p.To == null || p.To > today)),
                HasClerk = db.Posts.Any(p => p.SchoolId == s.Id && p.Role == Role.SchoolClerk && p.From <= today && (p.To == null || p.To > today)),
            })
            .ToListAsync(cancellationToken);
        List<UnitRow> rows =
        [
            .. upperRows,
            .. schoolRows.Select(s => new UnitRow(UnitLevel.School, s.Code, s.Name, s.Zone, s.Id, null, [.. s.HasChair ? [Role.SchoolChair] : Array.Empty<Role>(), .. s.HasClerk ? [Role.SchoolClerk] : Array.Empty<Role>()])),
        ];
        var cells = await CellsAsync(sight, rows, today, cancellationToken);
        var templates = await ColumnsAsync(sight, today, cancellationToken);
        var items = rows.ConvertAll(r => new BoardRow(
            r.Level, r.Code, r.Name, r.ZoneCode, [.. templates.Where(t => cells.ContainsKey((r.Key, t.Template.Id))).Select(t => CellOf(t.Template, r, cells[(r.Key, t.Template.Id)]))]));
        var columns = templates.ConvertAll(t => new BoardColumn(t.Template.Code, t.Template.Definition.Name, t.Template.Definition.EnglishName, t.Template.Definition.Owner.Level, t.Counts));
        return new BoardView(year, columns, items, page?.Number ?? 1, page?.Size ?? Math.Max(1, items.Count), uppers.Count + schoolCount);
    }

    private static BoardCell CellOf(ObligationTemplate template, UnitRow row, (BoardCounts Counts, DateOnly? NextDueOn) cell)
    {
        var owner = template.Definition.Owner;
        var hasNoOwner = owner.Level != UnitLevel.Branch && !row.Roles.Contains(owner.Role);
        return new BoardCell(template.Code, cell.Counts.Worst, cell.Counts, cell.NextDueOn, hasNoOwner);
    }

    /// <summary>The district and its zones that are obliged to something, which stand before the schools, and how many schools there are.</summary>
    private async Task<(List<UnitRow> Rows, int Schools)> UppersAsync(
        Caller caller, string? zone, IQueryable<Obligation> wanted, IQueryable<School> schools, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var zones = await db.Zones.AsNoTracking().Where(z => (caller.OwnZone == null || z.Id == caller.OwnZone) && (zone == null || z.Code == zone)).OrderBy(z => z.Code)
            .Select(z => new
            {
                z.Id,
                z.Code,
                z.Name,
                HasLead = db.Posts.Any(p => p.ZoneId == z.Id && p.Role == Role.ZoneLead && p.From <= today && (p.To == null || p.To > today)),
                IsWanted = wanted.Any(o => o.ZoneId == z.Id),
                IsDistrictWanted = wanted.Any(o => o.SchoolId == null && o.ZoneId == null),
                Schools = schools.Count(),
            })
            .ToListAsync(cancellationToken);
        if (zones.Count == 0 || caller.IsOfSchool)
            return ([], zones.Count == 0 ? 0 : zones[0].Schools);
        var rows = zones.FindAll(z => z.IsWanted).ConvertAll(z => new UnitRow(UnitLevel.Zone, z.Code, z.Name, z.Code, null, z.Id, z.HasLead ? [Role.ZoneLead] : []));
        if (caller.OwnZone is null && zone is null && zones[0].IsDistrictWanted)
            rows.Insert(0, new UnitRow(UnitLevel.District, caller.DistrictCode, caller.DistrictCode, null, null, null, [Role.DistrictAdmin, Role.DistrictOfficer, Role.DistrictApprover]));
        return (rows, zones[0].Schools);
    }

    /// <summary>The templates that have obligations in sight, with how many stand where.</summary>
    private async Task<List<(ObligationTemplate Template, BoardCounts Counts)>> ColumnsAsync(IQueryable<Obligation> sight, DateOnly today, CancellationToken cancellationToken)
    {
        var sums = await sight.GroupBy(o => o.TemplateId).Select(g => new
        {
            g.Key,
            Total = g.Count(),
            Waived = g.Count(o => o.WaivedFor != null),
            Fulfilled = g.Count(o => o.WaivedFor == null && o.FulfilledOn != null && !o.IsLate),
            Late = g.Count(o => o.WaivedFor == null && o.FulfilledOn != null && o.IsLate),
            Overdue = g.Count(o => o.WaivedFor == null && o.FulfilledOn == null && o.DueOn < today),
            NotStarted = g.Count(o => o.WaivedFor == null && o.FulfilledOn == null && (o.DueOn == null || o.DueOn >= today) && o.OpensOn > today),
            WithoutDueDay = g.Count(o => o.WaivedFor == null && o.FulfilledOn == null && o.DueOn == null),
        }).Join(db.ObligationTemplates, s => s.Key, t => t.Id, (s, t) => new { Sum = s, Template = t }).OrderBy(s => s.Template.Code).ToListAsync(cancellationToken);
        return sums.ConvertAll(s => (
            s.Template,
            new BoardCounts(s.Sum.NotStarted, s.Sum.Total - s.Sum.Waived - s.Sum.Fulfilled - s.Sum.Late - s.Sum.Overdue - s.Sum.NotStarted, s.Sum.Fulfilled, s.Sum.Late, s.Sum.Overdue, s.Sum.Waived, s.Sum.WithoutDueDay)));
    }

    private static async Task<Dictionary<(UnitOfCell, ObligationTemplateId), (BoardCounts Counts, DateOnly? NextDueOn)>> CellsAsync(
        IQueryable<Obligation> sight, List<UnitRow> rows, DateOnly today, CancellationToken cancellationToken)
    {
        var schools = rows.Select(r => r.School).OfType<SchoolId>().ToList();
        var hasUppers = rows.Exists(r => r.School is null);
        var cells = await sight.Where(o => o.SchoolId == null ? hasUppers : schools.Contains(o.SchoolId.Value)).GroupBy(o => new { o.SchoolId, o.ZoneId, o.TemplateId }).Select(g => new
        {
            g.Key,
            Total = g.Count(),
            Waived = g.Count(o => o.WaivedFor != null),
            Fulfilled = g.Count(o => o.WaivedFor == null && o.FulfilledOn != null && !o.IsLate),
            Late = g.Count(o => o.WaivedFor == null && o.FulfilledOn != null && o.IsLate),
            Overdue = g.Count(o => o.WaivedFor == null && o.FulfilledOn == null && o.DueOn < today),
            NotStarted = g.Count(o => o.WaivedFor == null && o.FulfilledOn == null && (o.DueOn == null || o.DueOn >= today) && o.OpensOn > today),
            WithoutDueDay = g.Count(o => o.WaivedFor == null && o.FulfilledOn == null && o.DueOn == null),
            NextDueOn = g.Min(o => o.WaivedFor == null && o.FulfilledOn == null ? o.DueOn : null),
        }).ToListAsync(cancellationToken);
        return cells.ToDictionary(
            c => (new UnitOfCell(c.Key.SchoolId, c.Key.ZoneId), c.Key.TemplateId),
            c => (new BoardCounts(c.NotStarted, c.Total - c.Waived - c.Fulfilled - c.Late - c.Overdue - c.NotStarted, c.Fulfilled, c.Late, c.Overdue, c.Waived, c.WithoutDueDay), c.NextDueOn));
    }

    private readonly record struct UnitOfCell(SchoolId? School, ZoneId? Zone);

    private sealed record UnitRow(UnitLevel Level, string Code, string Name, string? ZoneCode, SchoolId? School, ZoneId? Zone, IReadOnlyList<Role> Roles)
    {
        public UnitOfCell Key => new(School, School is null ? Zone : null);
    }
}
