using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace DistrictUnion.Domain.Common;

/// <summary>Reading and writing of JSON text that is stored and hashed.</summary>
internal static class JsonText
{
    // The text is stored and hashed, never embedded in a page, so Chinese stays readable.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes one JSON value without white space.</summary>
    public static string Write(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Options)) write(writer);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Writes a number in its canonical text.</summary>
    public static void WriteNumber(this Utf8JsonWriter writer, decimal value) =>
        writer.WriteRawValue(NumberText.Canonical(value), skipInputValidation: true);

    /// <summary>Writes a number property in its canonical text.</summary>
    public static void WriteNumberText(this Utf8JsonWriter writer, string name, decimal value)
    {
        writer.WritePropertyName(name);
        writer.WriteNumber(value);
    }

    /// <summary>Reads text; false for text with lone surrogates or NUL, which no database keeps.</summary>
    public static bool TryReadText(JsonElement element, out string text)
    {
        text = "";
        if (element.ValueKind != JsonValueKind.String) return false;
        try
        {
            text = element.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return false;
        }

        return !text.Contains('\0', StringComparison.Ordinal);
    }

    /// <summary>Reads a property's name; false for names that are no text.</summary>
    public static bool TryReadName(JsonProperty property, out string name)
    {
        try
        {
            name = property.Name;
            return !name.Contains('\0', StringComparison.Ordinal);
        }
        catch (InvalidOperationException)
        {
            name = "";
            return false;
        }
    }
}
