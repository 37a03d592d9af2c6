using System.Globalization;
using System.Numerics;
using System.Text;
using DistrictUnion.Domain.Common;

namespace DistrictUnion.Domain.Ranking;

/// <summary>
/// The tie values of a school as one text that a database can order: descending ordinal order (collation "C") of the keys is the
/// exact order of the values, higher first, missing last.
/// </summary>
public static class TieKey
{
    /// <summary>Characters of one value.</summary>
    public const int CharactersPerValue = 1 + IntegerDigits + FractionDigits;

    private const int IntegerDigits = 24;

    // Two fractions differ by at least one over the product of their denominators. A rate of counts with 12 + 6 digits, summed over
    // 100 branches, has denominators below 10^20; a mean weighted by member-days below 10^29. 64 digits tell all of those apart.
    private const int FractionDigits = 64;

    private const char Missing = '0';
    private const char Negative = '1';
    private const char Positive = '2';

    private static readonly BigInteger FractionScale = BigInteger.Pow(10, FractionDigits);
    private static readonly BigInteger Limit = BigInteger.Pow(10, IntegerDigits + FractionDigits);

    /// <summary>
    /// Encodes the values of one chain. Keys of the same scheme version have the same length. Values of 10^24 and more, which no
    /// fact can reach, count as equal.
    /// </summary>
    public static string Encode(IReadOnlyList<Fraction?> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var key = new StringBuilder(values.Count * CharactersPerValue);
        foreach (var value in values) Append(key, value);
        return key.ToString();
    }

    /// <summary>The values of a key as plain decimals, cut after 64 digits; null where missing.</summary>
    public static IReadOnlyList<string?> Values(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return [.. key.Chunk(CharactersPerValue).Select(value => value[0] == Missing ? null : Decimal(value[0] == Negative, BigInteger.Parse(value.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture)))];
    }

    private static string Decimal(bool isNegative, BigInteger digits)
    {
        var size = isNegative ? Limit - digits : digits;
        var text = size.ToString(CultureInfo.InvariantCulture).PadLeft(FractionDigits + 1, '0');
        var fraction = text[^FractionDigits..].TrimEnd('0');
        return $"{(isNegative ? "-" : "")}{text[..^FractionDigits]}{(fraction.Length == 0 ? "" : ".")}{fraction}";
    }

    private static void Append(StringBuilder key, Fraction? value)
    {
        if (value is not { } given)
        {
            key.Append(Missing, CharactersPerValue);
            return;
        }

        // A negative value is counted up from −10^24, so that its digits too ascend with the value.
        var isNegative = given.Sign < 0;
        var numerator = given.Numerator * FractionScale;
        var digits = BigInteger.DivRem(numerator, given.Denominator, out var remainder);
        if (remainder.Sign < 0) digits -= 1;
        if (isNegative) digits += Limit;
        digits = BigInteger.Clamp(digits, BigInteger.Zero, Limit - 1);
        key.Append(isNegative ? Negative : Positive)
            .Append(digits.ToString(CultureInfo.InvariantCulture).PadLeft(IntegerDigits + FractionDigits, '0'));
    }
}
