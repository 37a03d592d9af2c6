using System.Text.Json;
using DistrictUnion.Application.Imports;

namespace DistrictUnion.Application.Reports;

/// <summary>Columns of a file of facts.</summary>
public static class FactColumns
{
    private static readonly ImportColumn<string> School = ImportColumn.Text("school", "学校代码");
    private static readonly ImportColumn<string?> Branch = ImportColumn.OptionalText("branch", "小组代码");
    private static readonly ImportColumn<string> Fact = ImportColumn.Text("fact", "数据项");
    private static readonly ImportColumn<JsonElement> Value = ImportColumn.Value("value", "值");
    private static readonly ImportColumn<DateOnly?> Date = ImportColumn.OptionalDate("date", "日期");
    private static readonly ImportColumn<string?> Note = ImportColumn.OptionalText("note", "备注");

    /// <summary>The columns.</summary>
    public static ImportTable<FactRow> Table { get; } = new(
        "facts",
        [School, Branch, Fact, Value, Date, Note],
        cells => new FactRow(cells.Of(School), cells.Of(Fact), cells.Of(Value), cells.Of(Branch), cells.Of(Date), cells.Of(Note)),
        row => [School.Show(row.School), Branch.Show(row.Branch), Fact.Show(row.Fact), Value.Show(row.Value), Date.Show(row.Date), Note.Show(row.Note)]);

    /// <summary>The column that names the fact.</summary>
    internal static ImportColumn FactColumn => Fact;
}
