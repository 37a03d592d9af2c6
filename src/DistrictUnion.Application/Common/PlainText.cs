using System.Text;

namespace DistrictUnion.Application.Common;

/// <summary>What counts as text that a person types.</summary>
public static class PlainText
{
    /// <summary>Whether a text is free of lone surrogates and of control characters other than tabs and line ends; no database and no print takes these.</summary>
    public static bool IsPlain(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune == Rune.ReplacementChar || (Rune.IsControl(rune) && rune.Value is not ('\t' or '\n' or '\r')))
                return false;
        }

        return true;
    }
}
