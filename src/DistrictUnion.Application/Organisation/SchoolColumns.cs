using DistrictUnion.Application.Imports;
using DistrictUnion.Domain.Organisation;

namespace DistrictUnion.Application.Organisation;

/// <summary>Columns of a file of schools.</summary>
public static class SchoolColumns
{
    private static readonly ImportColumn<string> Code = ImportColumn.Text("code", "学校代码");
    private static readonly ImportColumn<string> Name = ImportColumn.Text("name", "学校名称");
    private static readonly ImportColumn<string> Zone = ImportColumn.Text("zone", "片区");
    private static readonly ImportColumn<SchoolStage> Stage = ImportColumn.Word(
        "stage",
        "学段",
        (SchoolStage.Kindergarten, "幼儿园"),
        (SchoolStage.Primary, "小学"),
        (SchoolStage.Junior, "初中"),
        (SchoolStage.Senior, "高中"),
        (SchoolStage.NineYear, "九年一贯制"),
        (SchoolStage.Vocational, "职业学校"),
        (SchoolStage.Special, "特殊教育"));

    private static readonly ImportColumn<SchoolOwnership> Ownership =
        ImportColumn.Word("ownership", "办学性质", (SchoolOwnership.Public, "公办"), (SchoolOwnership.Private, "民办"));

    private static readonly ImportColumn<SchoolSetting> Setting =
        ImportColumn.Word("setting", "区位", (SchoolSetting.Urban, "城区"), (SchoolSetting.Rural, "乡村"));

    private static readonly ImportColumn<int> Members = ImportColumn.Whole("members", "会员数");
    private static readonly ImportColumn<BranchKind?> CountingKind = ImportColumn.OptionalWord("countingKind", "计数小组类型", BranchColumns.Kinds);
    private static readonly ImportColumn<IReadOnlyList<string>?> Titles = ImportColumn.OptionalList("titles", "已有等次");
    private static readonly ImportColumn<DateOnly?> From = ImportColumn.OptionalDate("from", "起始日期");
    private static readonly ImportColumn<DateOnly?> To = ImportColumn.OptionalDate("to", "截止日期");

    private static readonly ImportColumn<DateOnly?> TermStartsOn = ImportColumn.OptionalDate("termStartsOn", "本届工会起始日期");
    private static readonly ImportColumn<DateOnly?> TermEndsOn = ImportColumn.OptionalDate("termEndsOn", "本届工会届满日期");

    /// <summary>The columns.</summary>
    public static ImportTable<SchoolRow> Table { get; } = new(
        "schools",
        [Code, Name, Zone, Stage, Ownership, Setting, Members, CountingKind, Titles, From, To, TermStartsOn, TermEndsOn],
        cells => new SchoolRow(
            cells.Of(Code),
            cells.Of(Name),
            cells.Of(Zone),
            cells.Of(Stage),
            cells.Of(Ownership),
            cells.Of(Setting),
            cells.Of(Members),
            cells.Of(CountingKind),
            cells.Of(Titles),
            cells.Of(From),
            cells.Of(To),
            cells.Of(TermStartsOn),
            cells.Of(TermEndsOn)),
        row =>
        [
            Code.Show(row.Code), Name.Show(row.Name), Zone.Show(row.Zone), Stage.Show(row.Stage), Ownership.Show(row.Ownership), Setting.Show(row.Setting),
            Members.Show(row.Members), CountingKind.Show(row.CountingKind), Titles.Show(row.Titles), From.Show(row.From), To.Show(row.To), TermStartsOn.Show(row.TermStartsOn), TermEndsOn.Show(row.TermEndsOn),
        ]);
}
