using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using DistrictUnion.Application.Common;

namespace DistrictUnion.Application.Bundles;

/// <summary>
/// JSON with exactly one text for one value: names in ordinal order, no white space, only what must be escaped is escaped, numbers as
/// they stand. Written here and not by the framework, whose escaping follows its version's tables of characters.
/// </summary>
public static class CanonicalJson
{
    /// <summary>How the parts of a bundle are read: nothing unknown, nothing twice.</summary>
    public static JsonSerializerOptions Strict { get; } = new(Json.Stored)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        PropertyNameCaseInsensitive = false,
        AllowOutOfOrderMetadataProperties = true,
        RespectNullableAnnotations = true,
    };

    /// <summary>The canonical bytes of a value.</summary>
    public static ReadOnlyMemory<byte> Of<T>(T value)
    {
        var bytes = new ArrayBufferWriter<byte>();
        Write(bytes, JsonSerializer.SerializeToElement(value, Json.Stored));
        return bytes.WrittenMemory;
    }

    /// <summary>Writes a value.</summary>
    public static void Write(IBufferWriter<byte> target, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                target.Write("{"u8);
                var isFirst = true;
                foreach (var property in value.EnumerateObject().OrderBy(p => p.Name, StringComparer.Ordinal))
                {
                    if (!isFirst)
                        target.Write(","u8);
                    isFirst = false;
                    WriteText(target, property.Name);
                    target.Write(":"u8);
                    Write(target, property.Value);
                }

                target.Write("}"u8);
                break;
            case JsonValueKind.Array:
                target.Write("["u8);
                for (var i = 0; i < value.GetArrayLength(); i++)
                {
                    if (i > 0)
                        target.Write(","u8);
                    Write(target, value[i]);
                }

                target.Write("]"u8);
                break;
            case JsonValueKind.String:
                WriteText(target, value.GetString()!);
                break;
            default:
                target.Write(Encoding.UTF8.GetBytes(value.GetRawText()));
                break;
        }
    }

    private static void WriteText(IBufferWriter<byte> target, string text)
    {
        var escaped = new StringBuilder(text.Length + 2).Append('"');
        foreach (var letter in text)
        {
            if (letter is '"' or '\\')
                escaped.Append('\\').Append(letter);
            else if (letter < ' ')
                escaped.Append(CultureInfo.InvariantCulture, $"\\u{(int)letter:x4}");
            else
                escaped.Append(letter);
        }

        target.Write(Encoding.UTF8.GetBytes(escaped.Append('"').ToString()));
    }
}
