using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using DistrictUnion.Application.Common;

namespace DistrictUnion.Api.Http;

/// <summary>What no database and no page takes is refused while the body is read, wherever it stands, typed or not.</summary>
internal static class PlainTextJson
{
    /// <summary>Adds the refusals.</summary>
    public static void Configure(JsonSerializerOptions options)
    {
        options.Converters.Add(new TextConverter());
        options.Converters.Add(new ElementConverter());
    }

    /// <summary>A list of objects or texts has no gaps; the serializer's own null checks end at a property.</summary>
    public static void RefuseGaps(JsonTypeInfo type)
    {
        if (type.Kind == JsonTypeInfoKind.Enumerable && type.ElementType is { IsValueType: false })
            type.OnDeserialized = list => RefuseGaps((System.Collections.IEnumerable)list);
    }

    private static void RefuseGaps(System.Collections.IEnumerable list)
    {
        foreach (var item in list)
        {
            if (item is null)
                throw new JsonException();
        }
    }

    private sealed class TextConverter : JsonConverter<string>
    {
        public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String ? PlainOf(ref reader) : throw new JsonException();

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);

        public override string ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => PlainOf(ref reader);

        public override void WriteAsPropertyName(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WritePropertyName(value);
    }

    /// <summary>A value whose type its scheme decides: its texts and names are held to the same.</summary>
    private sealed class ElementConverter : JsonConverter<JsonElement>
    {
        public override bool HandleNull => true;

        public override JsonElement Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var ahead = reader;
            var (depth, within) = (ahead.CurrentDepth, ahead.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray);
            do
            {
                if (ahead.TokenType is JsonTokenType.String or JsonTokenType.PropertyName)
                    PlainOf(ref ahead);
            }
            while (within && ahead.Read() && ahead.CurrentDepth > depth);
            return JsonElement.ParseValue(ref reader);
        }

        public override void Write(Utf8JsonWriter writer, JsonElement value, JsonSerializerOptions options) => value.WriteTo(writer);
    }

    private static string PlainOf(ref Utf8JsonReader reader)
    {
        string text;
        try
        {
            text = reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw new JsonException();
        }

        return PlainText.IsPlain(text) ? text : throw new JsonException();
    }
}
