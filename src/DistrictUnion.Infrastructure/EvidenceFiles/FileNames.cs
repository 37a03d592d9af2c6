using System.Globalization;
using System.Text;

namespace DistrictUnion.Infrastructure.EvidenceFiles;

/// <summary>Names of files as they are shown; where a file lies has nothing to do with them.</summary>
internal static class FileNames
{
    private const int MaxLength = 120;

    /// <summary>The extension that a name ends with, lower case, without the dot; what a direction mark hides isn't one.</summary>
    public static string ExtensionOf(string name)
    {
        var plain = Plain(name);
        var dot = plain.LastIndexOf('.');
        return dot < 0 ? "" : plain[(dot + 1)..].ToLowerInvariant();
    }

    /// <summary>A name without path, control characters and direction marks, of bearable length, with the extension that it should have.</summary>
    public static string Shown(string name, string extension)
    {
        var plain = Plain(name);
        var dot = plain.LastIndexOf('.');
        var stem = (dot > 0 ? plain[..dot] : plain).Trim(' ', '.');
        var shown = new StringBuilder();
        var elements = StringInfo.GetTextElementEnumerator(stem);
        while (elements.MoveNext() && shown.Length + elements.GetTextElement().Length <= MaxLength)
            shown.Append(elements.GetTextElement());
        return $"{(shown.Length == 0 ? "file" : shown.ToString())}.{extension}";
    }

    private static string Plain(string name)
    {
        var file = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        return string.Concat(file.EnumerateRunes().Where(r => Rune.GetUnicodeCategory(r) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate))).Normalize();
    }
}
