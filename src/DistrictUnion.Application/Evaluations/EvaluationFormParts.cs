using DistrictUnion.Application.Imports;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Schemes;

namespace DistrictUnion.Application.Evaluations;

/// <summary>What a field of the form is for.</summary>
public enum FormField
{
    /// <summary>A data item of the school.</summary>
    Fact,

    /// <summary>A note to a data item.</summary>
    Note,

    /// <summary>Points claimed for a manual leaf.</summary>
    Claim,

    /// <summary>A request to leave the leaf out.</summary>
    NotApplicable,

    /// <summary>A comment.</summary>
    Comment,
}

/// <summary>What one cell of a form says something about: <c>fact:ballots:eligible</c>, <c>claim:B1</c>.</summary>
/// <param name="Field">Field.</param>
/// <param name="Code">Code of the fact or of the node.</param>
/// <param name="Part">Part of a counted vote.</param>
internal sealed record FormKey(FormField Field, string Code, string? Part = null)
{
    /// <summary>Before the option in the part that counts its ballots.</summary>
    public const string CountsPrefix = "counts.";

    /// <summary>The parts of a counted vote in the order of the form.</summary>
    public static IReadOnlyList<string> BallotParts(FactDefinition fact) => ["eligible", "returned", "invalid", .. fact.Options.Select(o => CountsPrefix + o)];

    /// <summary>The fact with its part, as the form shows it: <c>ballots.eligible</c>.</summary>
    public string FactCode => Part is null ? Code : $"{Code}.{Part}";

    /// <summary>Reads what <see cref="ToString"/> wrote; null for anything else.</summary>
    public static FormKey? Parse(string text)
    {
        var parts = text.Split(':', 3);
        foreach (var field in Enum.GetValues<FormField>())
        {
            if (parts.Length > 1 && Words.Camel(field) == parts[0])
                return new FormKey(field, parts[1], parts.Length > 2 ? parts[2] : null);
        }

        return null;
    }

    /// <inheritdoc/>
    public override string ToString() => Part is null ? $"{Words.Camel(Field)}:{Code}" : $"{Words.Camel(Field)}:{Code}:{Part}";
}

/// <summary>A column of a form: how it is headed, in the form of the product and in anybody's own.</summary>
internal sealed record FormColumn(string Name, string Heading, int Width, bool IsText = true, bool Wraps = false)
{
    /// <summary>Whether this is the column's heading.</summary>
    public bool IsHeadedBy(string text) => text.Equals(Name, StringComparison.OrdinalIgnoreCase) || text == Heading;

    /// <summary>The heading in the language of the request.</summary>
    public string In(IMessages messages) => messages.AreChinese ? Heading : Name;
}

/// <summary>The columns of the form, right of those for the levels above the leaves.</summary>
internal static class FormColumns
{
    /// <summary>Code of the leaf.</summary>
    public static FormColumn Sequence { get; } = new("code", "序号", 8);

    /// <summary>Name of the leaf.</summary>
    public static FormColumn Indicator { get; } = new("indicator", "指标", 20, Wraps: true);

    /// <summary>Its maximum.</summary>
    public static FormColumn Max { get; } = new("max", "分值", 7, IsText: false);

    /// <summary>Its rule in words.</summary>
    public static FormColumn Rule { get; } = new("rule", "评分细则", 36, Wraps: true);

    /// <summary>What the row asks for.</summary>
    public static FormColumn Item { get; } = new("item", "数据项", 24, Wraps: true);

    /// <summary>Code of the data item.</summary>
    public static FormColumn ItemCode { get; } = new("itemCode", "数据项代码", 14);

    /// <summary>Value of the data item.</summary>
    public static FormColumn Value { get; } = new("value", "填报值", 12, IsText: false);

    /// <summary>Note to the data item.</summary>
    public static FormColumn Note { get; } = new("note", "数据说明", 26, Wraps: true);

    /// <summary>Points claimed.</summary>
    public static FormColumn Claim { get; } = new("claim", "自评分", 10, IsText: false);

    /// <summary>Request to leave the leaf out.</summary>
    public static FormColumn NotApplicable { get; } = new("notApplicable", "申请不适用", 11);

    /// <summary>Whether evidence is wanted.</summary>
    public static FormColumn Evidence { get; } = new("evidence", "佐证", 9);

    /// <summary>Comment.</summary>
    public static FormColumn Comment { get; } = new("comment", "备注", 28, Wraps: true);

    /// <summary>All, from left to right.</summary>
    public static IReadOnlyList<FormColumn> All { get; } = [Sequence, Indicator, Max, Rule, Item, ItemCode, Value, Note, Claim, NotApplicable, Evidence, Comment];

    /// <summary>Place of a column right of the levels.</summary>
    public static int PlaceOf(FormColumn column)
    {
        var place = 0;
        while (All[place] != column)
            place++;
        return place;
    }
}

/// <summary>One award as a row of the list says it.</summary>
internal sealed record FormAward(string? Fact, string Matter, string Level, DateOnly Date);

/// <summary>The list of awards beside the form.</summary>
internal static class FormAwards
{
    /// <summary>Rows that people can fill in.</summary>
    public const int Rows = 200;

    private static readonly ImportColumn<string?> Fact = ImportColumn.OptionalText("fact", "数据项");
    private static readonly ImportColumn<string> Matter = ImportColumn.Text("matter", "事项");
    private static readonly ImportColumn<string> Level = ImportColumn.Text("level", "级别");
    private static readonly ImportColumn<DateOnly> Date = ImportColumn.Date("date", "日期");

    /// <summary>Its columns.</summary>
    public static ImportTable<FormAward> Table { get; } = new(
        "awards",
        [Fact, Matter, Level, Date],
        cells => new FormAward(cells.Of(Fact), cells.Of(Matter), cells.Of(Level), cells.Of(Date)),
        award => [Fact.Show(award.Fact), Matter.Show(award.Matter), Level.Show(award.Level), Date.Show(award.Date)]);
}

/// <summary>Kinds of lines in the sheet that nobody sees: what the form is, and what was handed out in it.</summary>
internal static class FormRecord
{
    /// <summary>Name of the sheet.</summary>
    public const string Sheet = "_form";

    /// <summary>Number of the layout; forms of another aren't read.</summary>
    public const string Layout = "1";

    /// <summary>A property of the form, its value after it.</summary>
    public const string Property = "is";

    /// <summary>A cell for input, its key after it.</summary>
    public const string Input = "input";

    /// <summary>A cell that stays as it is, its text after it.</summary>
    public const string Label = "label";

    /// <summary>A data item whose awards stand in the list.</summary>
    public const string Awards = "awards";
}

/// <summary>What a form is of.</summary>
/// <param name="District">District code.</param>
/// <param name="Round">Round code.</param>
/// <param name="School">School code.</param>
/// <param name="Scheme">Scheme code.</param>
/// <param name="Version">Number of the scheme's version.</param>
internal sealed record FormIdentity(string District, string Round, string School, string Scheme, int Version);
