using System.Globalization;
using System.Text.Json;

namespace DistrictUnion.Domain.Common;

/// <summary>Numbers as text: what N5 accepts, and the one way a number is written.</summary>
internal static class NumberText
{
    /// <summary>Most integer digits of a number (N5).</summary>
    public const int MaxIntegerDigits = 12;

    /// <summary>Most fraction digits of a number (N5).</summary>
    public const int MaxFractionDigits = 6;

    /// <summary>Reads a JSON number by its text: plain digits, no exponent, at most 12 integer and 6 fraction digits.</summary>
    /// <param name="element">A JSON value of any kind.</param>
    /// <param name="value">The number; 0 when the text is refused.</param>
    /// <returns>False when the value is no number or its text is refused. A minus sign is accepted here; bounds are the caller's.</returns>
    public static bool TryRead(JsonElement element, out decimal value)
    {
        value = 0;
        if (element.ValueKind != JsonValueKind.Number) return false;
        var text = element.GetRawText().AsSpan();
        var digits = text.TrimStart('-');
        var point = digits.IndexOf('.');
        var integerDigits = point < 0 ? digits.Length : point;
        var fractionDigits = point < 0 ? 0 : digits.Length - point - 1;
        return !digits.ContainsAny('e', 'E')
            && integerDigits <= MaxIntegerDigits
            && fractionDigits <= MaxFractionDigits
            && decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value);
    }

    /// <summary>The number without exponent and without trailing zeros, so that equal numbers have equal text.</summary>
    public static string Canonical(decimal value)
    {
        var text = value.ToString("0.############################", CultureInfo.InvariantCulture);
        return text is "-0" ? "0" : text;
    }
}
