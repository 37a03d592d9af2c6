using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace DistrictUnion.Infrastructure.Spreadsheets;

/// <summary>The text of a paragraph whatever runs it is torn into, so that fields between double braces are found and replaced whole.</summary>
internal sealed partial class TornText
{
    private readonly List<(Text Element, int Start)> pieces = [];
    private readonly string whole;

    private TornText(Paragraph paragraph)
    {
        var length = 0;
        foreach (var text in paragraph.Descendants<Text>().Where(t => t.Ancestors<Paragraph>().First() == paragraph))
        {
            pieces.Add((text, length));
            length += text.Text.Length;
        }

        whole = string.Concat(pieces.Select(p => p.Element.Text));
    }

    /// <summary>Names of the fields below an element, as they stand there; a brace pair that nothing closes is told as it stands.</summary>
    public static IEnumerable<string> FieldsOf(OpenXmlElement root) => ParagraphsOf(root).SelectMany(p =>
    {
        var text = new TornText(p).whole;
        return Field().Matches(text).Select(m => m.Groups["field"].Value.Trim()).Concat(Field().Replace(text, "").Contains("{{", StringComparison.Ordinal) ? ["{{"] : []);
    });

    /// <summary>Replaces the fields below an element.</summary>
    /// <param name="root">Element.</param>
    /// <param name="texts">Texts by field; a field that isn't there stays.</param>
    /// <param name="picture">The run of a picture that stands for a field; null: text.</param>
    public static void Fill(OpenXmlElement root, IReadOnlyDictionary<string, string> texts, Func<string, string, Run?> picture)
    {
        foreach (var paragraph in ParagraphsOf(root).ToList())
        {
            var matches = Field().Matches(new TornText(paragraph).whole);

            // From the last to the first, so that what stands before keeps its place.
            for (var i = matches.Count - 1; i >= 0; i--)
            {
                if (texts.TryGetValue(matches[i].Groups["field"].Value.Trim(), out var value))
                    new TornText(paragraph).Replace(matches[i].Index, matches[i].Length, DocumentParts.Plain(value).ReplaceLineEndings(" "), picture(matches[i].Groups["field"].Value.Trim(), value));
            }
        }
    }

    private static IEnumerable<Paragraph> ParagraphsOf(OpenXmlElement root) => root is Paragraph own ? root.Descendants<Paragraph>().Prepend(own) : root.Descendants<Paragraph>();

    private void Replace(int start, int length, string value, Run? picture)
    {
        var end = start + length;
        foreach (var (element, at) in pieces)
        {
            var (from, to) = (Math.Max(start - at, 0), Math.Min(end - at, element.Text.Length));
            if (from >= to)
                continue;
            var isFirst = start >= at;
            if (isFirst && picture is not null && element.Parent is Run run)
                run.InsertAfterSelf(picture);
            element.Text = element.Text[..from] + (isFirst && picture is null ? value : "") + element.Text[to..];
            element.Space = SpaceProcessingModeValues.Preserve;
        }
    }

    [GeneratedRegex(@"\{\{(?<field>[^{}]*)\}\}", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Field();
}
