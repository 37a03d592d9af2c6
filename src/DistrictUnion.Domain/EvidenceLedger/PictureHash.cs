using System.Globalization;

namespace DistrictUnion.Domain.EvidenceLedger;

/// <summary>
/// The difference hash of a picture: 64 bits that stay nearly the same when it is scaled, brightened or stored anew. It comes from
/// the uploader's browser, so it is a hint and never a proof.
/// </summary>
public static class PictureHash
{
    /// <summary>Bits by which alike pictures differ at most.</summary>
    public const int MostDifferences = 6;

    private const int Digits = 16;

    /// <summary>Reads 16 hexadecimal digits; null when the text isn't that.</summary>
    public static long? Parse(string? text) =>
        text is { Length: Digits } && text.All(char.IsAsciiHexDigit) ? unchecked((long)ulong.Parse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)) : null;

    /// <summary>Writes 16 hexadecimal digits.</summary>
    public static string? Text(long? hash) => hash?.ToString("x16", CultureInfo.InvariantCulture);
}
