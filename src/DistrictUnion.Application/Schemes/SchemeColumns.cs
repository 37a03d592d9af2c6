using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Congresses;
using DistrictUnion.Domain.Schemes;

namespace DistrictUnion.Application.Schemes;

/// <summary>What a column of a scheme's workbook holds.</summary>
internal enum SchemeCellKind
{
    /// <summary>Text.</summary>
    Text,

    /// <summary>A number, or the word <c>none</c> where the scheme file has it.</summary>
    Number,

    /// <summary>Texts separated by semicolons.</summary>
    List,

    /// <summary>A value in the shape of the scheme file, as JSON.</summary>
    Json,
}

/// <summary>A column of a scheme's workbook: the property of the scheme file that it holds.</summary>
/// <param name="Property">Property; a dot leads into an object.</param>
/// <param name="Heading">Chinese heading.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Width">Width in characters.</param>
/// <param name="Words">Words to choose from.</param>
internal sealed record SchemeColumn(string Property, string Heading, SchemeCellKind Kind = SchemeCellKind.Text, int Width = 14, IReadOnlyList<string>? Words = null)
{
    public bool IsHeadedBy(string text) => text.Equals(Property, StringComparison.OrdinalIgnoreCase) || text == Heading;
}

/// <summary>A sheet of a scheme's workbook.</summary>
/// <param name="Name">Name, which but for the first two is the property of the scheme file.</param>
/// <param name="ChineseName">Chinese name.</param>
/// <param name="Columns">Columns.</param>
internal sealed record SchemeSheet(string Name, string ChineseName, IReadOnlyList<SchemeColumn> Columns)
{
    public bool IsCalled(string name) => name.Trim().Equals(Name, StringComparison.OrdinalIgnoreCase) || name.Trim() == ChineseName;
}

/// <summary>The sheets of a scheme's workbook and their columns: the one place that says so, for reading and for writing.</summary>
internal static class SchemeSheets
{
    /// <summary>Columns of the indicators that say where in the tree a row stands.</summary>
    public const string Level = "level";

    /// <summary>Code of the node above.</summary>
    public const string Parent = "parent";

    /// <summary>The least value of a fact; with <see cref="RangeTo"/> its range.</summary>
    public const string RangeFrom = "rangeFrom";

    /// <summary>The greatest value of a fact.</summary>
    public const string RangeTo = "rangeTo";

    /// <summary>What stands once in a scheme, a row each.</summary>
    public static SchemeSheet Scheme { get; } = new(
        "scheme",
        "方案",
        [
            new("code", "方案代码"),
            new("name", "方案名称"),
            new("sponsor", "主办单位"),
            new("basis", "批准文件"),
            new("subject", "考核对象", Words: WordsOf<SchemeSubject>()),
            new("missing", "缺数据时", Words: WordsOf<MissingPolicy>()),
            new("unreviewed", "无考评时", Words: WordsOf<UnreviewedPolicy>()),
            new("bonus.cap", "加分上限", SchemeCellKind.Number),
            new("bonus.stacking", "加分叠加", Words: WordsOf<BonusStacking>()),
            new("late.perDay", "迟交每天扣分", SchemeCellKind.Number),
            new("late.max", "迟交扣分上限", SchemeCellKind.Number),
            new("late.forfeitAfterDays", "迟交作废天数", SchemeCellKind.Number),
            new("ranking.groupBy", "排名分组", Words: WordsOf<RankingGroup>()),
            new("ranking.ties", "并列次序依据", SchemeCellKind.List),
        ]);

    /// <summary>Data items.</summary>
    public static SchemeSheet Facts { get; } = new(
        "facts",
        "数据项",
        [
            new("code", "代码", Width: 20),
            new("name", "名称", Width: 28),
            new("type", "类型", Words: WordsOf<FactType>()),
            new("level", "填报层级", Words: WordsOf<FactLevel>()),
            new("rollup", "汇总方式", Words: WordsOf<FactRollup>()),
            new("weight", "权重数据项"),
            new("counts", "计数", Words: ["people", "times"]),
            new(RangeFrom, "最小值", SchemeCellKind.Number, 10),
            new(RangeTo, "最大值", SchemeCellKind.Number, 10),
            new("options", "选项", SchemeCellKind.List, 30),
            new("levels", "级别", SchemeCellKind.List, 30),
            new("activities", "按活动计数", SchemeCellKind.Json, 40),
            new("congress", "按民主管理计数", Words: WordsOf<CongressFigure>(), Width: 24),
        ]);

    /// <summary>The tree, from top to bottom.</summary>
    public static SchemeSheet Indicators { get; } = new(
        "indicators",
        "指标",
        [
            new(Level, "级次", SchemeCellKind.Number, 7),
            new(Parent, "上级代码", Width: 10),
            new("code", "代码", Width: 10),
            new("name", "名称", Width: 34),
            new("max", "分值", SchemeCellKind.Number, 8),
            new("evidence", "佐证", Words: WordsOf<EvidencePolicy>(), Width: 10),
            new("review", "考评", Words: WordsOf<ReviewPolicy>(), Width: 10),
            new("rule", "评分规则", SchemeCellKind.Json, 70),
        ]);

    /// <summary>Lists of the scheme file that a sheet each holds.</summary>
    public static IReadOnlyList<SchemeSheet> Lists { get; } =
    [
        new("bonuses", "加分", [new("code", "代码"), new("name", "名称", Width: 28), new("awards", "获奖数据项"), new("cap", "上限", SchemeCellKind.Number), new("levels", "各级加分", SchemeCellKind.Json, 50)]),
        new("vetoes", "一票否决", [new("code", "代码"), new("name", "名称", Width: 28), new("fact", "数据项"), new("caps", "等次上限")]),
        new("gates", "合格条件", [new("type", "条件", Words: ["sectionMinimum", "zeroNodeFails"], Width: 18), new("percent", "百分比", SchemeCellKind.Number), new("depth", "级次", SchemeCellKind.Number)]),
        new("grades", "等次", [new("code", "代码"), new("name", "名称"), new("min", "最低分", SchemeCellKind.Number), new("holds", "须已有等次")]),
    ];

    /// <summary>All sheets in the order of the workbook.</summary>
    public static IReadOnlyList<SchemeSheet> All { get; } = [Scheme, Facts, Indicators, .. Lists];

    /// <summary>Names of the sheet of lists to choose from, which is read past.</summary>
    public static IReadOnlyList<string> Choices { get; } = ["选项", "Choices"];

    private static IReadOnlyList<string> WordsOf<T>()
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(v => Words.Camel(v))];
}
