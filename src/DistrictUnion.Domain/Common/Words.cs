namespace DistrictUnion.Domain.Common;

/// <summary>How enumerations are written outside: camelCase.</summary>
public static class Words
{
    /// <summary>The camelCase word of a value.</summary>
    public static string Camel<TEnum>(TEnum value)
        where TEnum : struct, Enum
    {
        var name = value.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }
}
