using System.Globalization;
using System.Text;
using DistrictUnion.Domain.Scoring;

namespace DistrictUnion.Domain.Scorecards;

/// <summary>
/// How all node values of a scorecard stand in one text column: nodes by <c>;</c>, in each self, review, final in
/// hundredths and the flags, by <c>,</c>, with nothing for null. Short, exact, and the same on every database.
/// </summary>
public static class NodeValues
{
    /// <summary>Writes the values.</summary>
    public static string Write(IReadOnlyList<NodeScore> nodes)
    {
        var text = new StringBuilder(nodes.Count * 12);
        foreach (var node in nodes)
        {
            if (text.Length > 0)
                text.Append(';');
            Append(text, node.Self).Append(',');
            Append(text, node.Review).Append(',');
            Append(text, node.Final).Append(',').Append(CultureInfo.InvariantCulture, $"{(int)node.Flags}");
        }

        return text.ToString();
    }

    /// <summary>Reads the values back.</summary>
    /// <exception cref="FormatException">The text is damaged.</exception>
    public static IReadOnlyList<NodeScore> Read(string text) =>
        text.Length == 0 ? [] : [.. text.Split(';').Select(ReadNode)];

    private static NodeScore ReadNode(string node)
    {
        var parts = node.Split(',');
        return parts.Length == 4
            ? new NodeScore(Points(parts[0]), Points(parts[1]), Points(parts[2]), (NodeFlags)int.Parse(parts[3], CultureInfo.InvariantCulture))
            : throw new FormatException($"A node has four values, not {parts.Length}.");
    }

    private static StringBuilder Append(StringBuilder text, decimal? points) => points is { } value
        ? text.Append(CultureInfo.InvariantCulture, $"{decimal.ToInt64(value * 100)}")
        : text;

    private static decimal? Points(string hundredths) =>
        hundredths.Length == 0 ? null : Scorecard.Points(long.Parse(hundredths, CultureInfo.InvariantCulture));
}
