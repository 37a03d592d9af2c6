using DistrictUnion.Application.Imports;
using DistrictUnion.Domain.Organisation;

namespace DistrictUnion.Application.Organisation;

/// <summary>Columns of a file of branches.</summary>
public static class BranchColumns
{
    internal static readonly IReadOnlyList<(BranchKind Value, string Label)> Kinds =
    [
        (BranchKind.UnionGroup, "工会小组"), (BranchKind.GradeGroup, "年级组"), (BranchKind.SubjectGroup, "教研组"), (BranchKind.Centre, "中心"),
    ];

    private static readonly ImportColumn<string> School = ImportColumn.Text("school", "学校代码");
    private static readonly ImportColumn<string> Code = ImportColumn.Text("code", "小组代码");
    private static readonly ImportColumn<string> Name = ImportColumn.Text("name", "小组名称");
    private static readonly ImportColumn<BranchKind> Kind = ImportColumn.Word("kind", "小组类型", Kinds);
    private static readonly ImportColumn<DateOnly> From = ImportColumn.Date("from", "起始日期");
    private static readonly ImportColumn<DateOnly?> To = ImportColumn.OptionalDate("to", "截止日期");

    /// <summary>The columns.</summary>
    public static ImportTable<BranchRow> Table { get; } = new(
        "branches",
        [School, Code, Name, Kind, From, To],
        cells => new BranchRow(cells.Of(School), cells.Of(Code), cells.Of(Name), cells.Of(Kind), cells.Of(From), cells.Of(To)),
        row => [School.Show(row.School), Code.Show(row.Code), Name.Show(row.Name), Kind.Show(row.Kind), From.Show(row.From), To.Show(row.To)]);
}
