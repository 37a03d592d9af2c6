using System.Buffers;
using System.Globalization;
using System.Text;

namespace DistrictUnion.Infrastructure.Spreadsheets;

/// <summary>Text as a cell of a workbook holds it.</summary>
internal static class CellText
{
    /// <summary>Most characters of a cell; spreadsheet programs repair a file that has more.</summary>
    private const int MaxLength = 32_767;

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdefABCDEF");

    /// <summary>
    /// The text with everything written as <c>_xHHHH_</c> that XML can't hold or would change, and what reads as such an escape
    /// by accident escaped itself.
    /// </summary>
    public static string Escape(string text)
    {
        if (text.Length > MaxLength)
            text = string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[MaxLength - 2]) ? MaxLength - 2 : MaxLength - 1), "…");
        StringBuilder? escaped = null;
        for (var i = 0; i < text.Length; i++)
        {
            var escapes = IsEscape(text, i) || MustEscape(text, i);
            if (escapes)
                escaped ??= new StringBuilder(text, 0, i, text.Length + 16);
            if (escapes)
                escaped!.Append(CultureInfo.InvariantCulture, $"_x{(int)text[i]:X4}_");
            else
                escaped?.Append(text[i]);
        }

        return escaped?.ToString() ?? text;
    }

    /// <summary>Whether a program that reads a text anew might take it for a formula.</summary>
    public static bool LooksLikeFormula(string text)
    {
        var start = text.AsSpan().TrimStart();
        return text.Length > 0 && (text[0] is '\t' or '\r' || (start.Length > 0 && start[0] is '=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠' or '\''));
    }

    private static bool MustEscape(string text, int i)
    {
        var c = text[i];
        if (c is '\r' or '\uFFFE' or '\uFFFF' || (c < ' ' && c is not ('\t' or '\n')))
            return true;
        if (char.IsHighSurrogate(c))
            return i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1]);
        return char.IsLowSurrogate(c) && (i == 0 || !char.IsHighSurrogate(text[i - 1]));
    }

    private static bool IsEscape(string text, int i) =>
        text[i] == '_' && i + 6 < text.Length && text[i + 1] == 'x' && text[i + 6] == '_' && text.AsSpan(i + 2, 4).IndexOfAnyExcept(HexDigits) < 0;
}
