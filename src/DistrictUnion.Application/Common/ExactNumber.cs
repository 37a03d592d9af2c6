namespace DistrictUnion.Application.Common;

/// <summary>Numbers of the outside are judged by their text: no exponent, at most 12 integer and 6 fraction digits (scoring semantics, N5).</summary>
public static class ExactNumber
{
    private const int MostInteger = 12;
    private const int MostFraction = 6;

    /// <summary>Whether the text of a JSON number is one that the service takes.</summary>
    public static bool IsExact(ReadOnlySpan<byte> text)
    {
        if (text.IndexOfAny((byte)'e', (byte)'E') >= 0)
            return false;
        var digits = text.TrimStart((byte)'-');
        var point = digits.IndexOf((byte)'.');
        return (point < 0 ? digits.Length : point) <= MostInteger && (point < 0 ? 0 : digits.Length - point - 1) <= MostFraction;
    }
}
