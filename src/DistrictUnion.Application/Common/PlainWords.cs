namespace DistrictUnion.Application.Common;

/// <summary>Texts that may be absent.</summary>
internal static class PlainWords
{
    /// <summary>The text without blanks around it; null: nothing was said.</summary>
    public static string? Of(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
