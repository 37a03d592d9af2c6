using System.Globalization;
using System.Text.Json;
using DistrictUnion.Domain.Activities;
using DistrictUnion.Domain.Common;

namespace DistrictUnion.Domain.Schemes;

/// <summary>Writes the canonical text of a scheme: every default written out, absent things left out.</summary>
internal static class SchemeWriter
{
    public static void Write(Utf8JsonWriter writer, SchemeDefinition scheme)
    {
        writer.WriteStartObject();
        writer.WriteString("code", scheme.Code);
        writer.WriteString("name", scheme.Name);
        WriteText(writer, "sponsor", scheme.Sponsor);
        WriteText(writer, "basis", scheme.Basis);
        WriteWord(writer, "subject", scheme.Subject);
        WriteWord(writer, "missing", scheme.Missing);
        WriteWord(writer, "unreviewed", scheme.Unreviewed);
        WriteBonusPolicy(writer, scheme.Bonus);
        WriteLate(writer, scheme.Late);
        WriteOptionalList(writer, "facts", scheme.Facts, WriteFact);
        WriteList(writer, "sections", scheme.Sections, WriteIndicator);
        WriteOptionalList(writer, "bonuses", scheme.Bonuses, WriteBonus);
        WriteOptionalList(writer, "vetoes", scheme.Vetoes, WriteVeto);
        WriteOptionalList(writer, "gates", scheme.Gates, WriteGate);
        WriteOptionalList(writer, "grades", scheme.Grades, WriteGrade);
        WriteRanking(writer, scheme.Ranking);
        writer.WriteEndObject();
    }

    private static void WriteBonusPolicy(Utf8JsonWriter writer, BonusPolicy policy)
    {
        writer.WriteStartObject("bonus");
        WriteCap(writer, policy.Cap);
        WriteWord(writer, "stacking", policy.Stacking);
        writer.WriteEndObject();
    }

    private static void WriteCap(Utf8JsonWriter writer, decimal? cap)
    {
        if (cap is { } points) writer.WriteNumberText("cap", points);
        else writer.WriteString("cap", "none");
    }

    private static void WriteLate(Utf8JsonWriter writer, LatePolicy? late)
    {
        if (late is null) return;
        writer.WriteStartObject("late");
        writer.WriteNumberText("perDay", late.PerDay);
        if (late.Max is { } max) writer.WriteNumberText("max", max);
        if (late.ForfeitAfterDays is { } days) writer.WriteNumber("forfeitAfterDays", days);
        writer.WriteEndObject();
    }

    private static void WriteFact(Utf8JsonWriter writer, FactDefinition fact)
    {
        writer.WriteString("code", fact.Code);
        writer.WriteString("name", fact.Name);
        WriteWord(writer, "type", fact.Type);
        WriteWord(writer, "level", fact.Level);
        if (fact.Rollup is { } rollup) WriteWord(writer, "rollup", rollup);
        WriteText(writer, "weight", fact.Weight);
        if (fact.Counts != FactCounts.Unspecified) WriteWord(writer, "counts", fact.Counts);
        if (fact.Range is { } range)
        {
            writer.WriteStartArray("range");
            writer.WriteNumber(range.From);
            writer.WriteNumber(range.To);
            writer.WriteEndArray();
        }

        if (fact.Options.Count > 0) WriteTexts(writer, "options", fact.Options);
        if (fact.Levels.Count > 0) WriteTexts(writer, "levels", fact.Levels);
        if (fact.Activities is { } activities)
        {
            writer.WriteStartObject("activities");
            if (activities.Kinds.Count > 0) WriteTexts(writer, "kinds", [.. activities.Kinds.Select(EnumWords<ActivityKind>.Of)]);
            WriteWord(writer, "measure", activities.Measure);
            writer.WriteEndObject();
        }

        if (fact.Congress is { } figure) WriteWord(writer, "congress", figure);
    }

    private static void WriteIndicator(Utf8JsonWriter writer, IndicatorDefinition node)
    {
        writer.WriteString("code", node.Code);
        writer.WriteString("name", node.Name);
        writer.WriteNumberText("max", node.Max);
        WriteWord(writer, "evidence", node.Evidence);
        WriteWord(writer, "review", node.Review);
        if (node.Rule is { } rule)
        {
            writer.WriteStartObject("rule");
            SchemeRuleWriter.Write(writer, rule);
            writer.WriteEndObject();
        }

        WriteOptionalList(writer, "items", node.Items, WriteIndicator);
    }

    private static void WriteBonus(Utf8JsonWriter writer, BonusDefinition bonus)
    {
        writer.WriteString("code", bonus.Code);
        writer.WriteString("name", bonus.Name);
        writer.WriteString("awards", bonus.Awards);
        WriteCap(writer, bonus.Cap);
        WriteNumbers(writer, "levels", bonus.Levels);
    }

    private static void WriteVeto(Utf8JsonWriter writer, VetoDefinition veto)
    {
        writer.WriteString("code", veto.Code);
        writer.WriteString("name", veto.Name);
        writer.WriteString("fact", veto.Fact);
        WriteText(writer, "caps", veto.Caps);
    }

    private static void WriteGate(Utf8JsonWriter writer, GateDefinition gate)
    {
        switch (gate)
        {
            case SectionMinimumGate minimum:
                writer.WriteString("type", "sectionMinimum");
                writer.WriteNumberText("percent", minimum.Percent);
                break;
            case ZeroNodeGate zero:
                writer.WriteString("type", "zeroNodeFails");
                writer.WriteNumber("depth", zero.Depth);
                break;
        }
    }

    private static void WriteGrade(Utf8JsonWriter writer, GradeDefinition grade)
    {
        writer.WriteString("code", grade.Code);
        writer.WriteString("name", grade.Name);
        writer.WriteNumberText("min", grade.Min);
        WriteText(writer, "holds", grade.Holds);
    }

    private static void WriteRanking(Utf8JsonWriter writer, RankingPolicy ranking)
    {
        writer.WriteStartObject("ranking");
        WriteWord(writer, "groupBy", ranking.GroupBy);
        WriteTexts(writer, "ties", ranking.Ties);
        writer.WriteEndObject();
    }

    public static void WriteText(Utf8JsonWriter writer, string name, string? text)
    {
        if (text is not null) writer.WriteString(name, text);
    }

    public static void WriteWord<T>(Utf8JsonWriter writer, string name, T value)
        where T : struct, Enum =>
        writer.WriteString(name, EnumWords<T>.Of(value));

    public static void WriteNumbers(Utf8JsonWriter writer, string name, IReadOnlyDictionary<string, decimal> numbers)
    {
        writer.WriteStartObject(name);
        foreach (var (key, value) in numbers.OrderBy(pair => pair.Key, StringComparer.Ordinal)) writer.WriteNumberText(key, value);
        writer.WriteEndObject();
    }

    public static void WriteTexts(Utf8JsonWriter writer, string name, IReadOnlyList<string> texts)
    {
        writer.WriteStartArray(name);
        foreach (var text in texts) writer.WriteStringValue(text);
        writer.WriteEndArray();
    }

    public static void WriteList<T>(Utf8JsonWriter writer, string name, IReadOnlyList<T> items, Action<Utf8JsonWriter, T> write)
    {
        writer.WriteStartArray(name);
        foreach (var item in items)
        {
            writer.WriteStartObject();
            write(writer, item);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteOptionalList<T>(Utf8JsonWriter writer, string name, IReadOnlyList<T> items, Action<Utf8JsonWriter, T> write)
    {
        if (items.Count > 0) WriteList(writer, name, items, write);
    }

    public static string QuorumText(Quorum quorum) =>
        string.Create(CultureInfo.InvariantCulture, $"{quorum.Numerator}/{quorum.Denominator}");
}
