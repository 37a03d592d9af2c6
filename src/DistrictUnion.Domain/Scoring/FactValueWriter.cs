using System.Globalization;
using DistrictUnion.Domain.Common;

namespace DistrictUnion.Domain.Scoring;

/// <summary>
/// Writes a fact's value as canonical JSON: no white space, no exponent, no trailing zeros, ballot options sorted. Equal values
/// have equal text, so a repeated write can be told from a change by comparing texts.
/// </summary>
public static class FactValueWriter
{
    /// <summary>The canonical text of a value.</summary>
    public static string Write(FactValue value) => value switch
    {
        BooleanValue boolean => boolean.Value ? "true" : "false",
        NumberValue number => NumberText.Canonical(number.Value),
        ScoresValue scores => Write(scores),
        BallotsValue ballots => Write(ballots),
        AwardsValue awards => Write(awards),
        _ => throw new ArgumentOutOfRangeException(nameof(value), value, "Unknown kind of value."),
    };

    private static string Write(ScoresValue scores) => JsonText.Write(writer =>
    {
        writer.WriteStartArray();
        foreach (var score in scores.Scores) writer.WriteNumber(score);
        writer.WriteEndArray();
    });

    private static string Write(BallotsValue ballots) => JsonText.Write(writer =>
    {
        writer.WriteStartObject();
        writer.WriteNumber("eligible", ballots.Eligible);
        writer.WriteNumber("returned", ballots.Returned);
        writer.WriteNumber("invalid", ballots.Invalid);
        writer.WriteStartObject("counts");
        foreach (var (option, count) in ballots.Counts.OrderBy(pair => pair.Key, StringComparer.Ordinal)) writer.WriteNumber(option, count);
        writer.WriteEndObject();
        writer.WriteEndObject();
    });

    private static string Write(AwardsValue awards) => JsonText.Write(writer =>
    {
        writer.WriteStartArray();
        foreach (var award in awards.Awards)
        {
            writer.WriteStartObject();
            writer.WriteString("matter", award.Matter);
            writer.WriteString("level", award.Level);
            writer.WriteString("date", award.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    });
}
