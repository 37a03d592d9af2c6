using DistrictUnion.Application.Imports;
using DistrictUnion.Domain.Rounds;

namespace DistrictUnion.Application.Calendars;

/// <summary>A day to import.</summary>
/// <param name="Date">Day.</param>
/// <param name="Kind">Free or worked.</param>
/// <param name="Name">Name of the holiday.</param>
public sealed record CalendarRow(DateOnly Date, CalendarDayKind Kind, string Name);

/// <summary>Columns of a file of exceptional days.</summary>
public static class CalendarColumns
{
    private static readonly ImportColumn<DateOnly> Date = ImportColumn.Date("date", "日期");
    private static readonly ImportColumn<CalendarDayKind> Kind = ImportColumn.Word("kind", "类型", (CalendarDayKind.Holiday, "放假"), (CalendarDayKind.Workday, "调休上班"));
    private static readonly ImportColumn<string> Name = ImportColumn.Text("name", "名称");

    /// <summary>The columns.</summary>
    public static ImportTable<CalendarRow> Table { get; } = new(
        "calendar",
        [Date, Kind, Name],
        cells => new CalendarRow(cells.Of(Date), cells.Of(Kind), cells.Of(Name)),
        row => [Date.Show(row.Date), Kind.Show(row.Kind), Name.Show(row.Name)]);
}
