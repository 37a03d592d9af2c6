using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using DistrictUnion.Domain.Scoring;

namespace DistrictUnion.Application.Common;

/// <summary>How the product stores JSON of its own: camelCase, readable Chinese, nothing for null.</summary>
public static class Json
{
    /// <summary>The options.</summary>
    public static JsonSerializerOptions Stored { get; } = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NumberHandling = JsonNumberHandling.Strict,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { NameFactValues } },
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    private static void NameFactValues(JsonTypeInfo type)
    {
        if (type.Type != typeof(FactValue))
            return;
        type.PolymorphismOptions = new JsonPolymorphismOptions { TypeDiscriminatorPropertyName = "type" };
        foreach (var (kind, name) in new (Type, string)[]
        {
            (typeof(BooleanValue), "boolean"), (typeof(NumberValue), "number"), (typeof(ScoresValue), "scores"),
            (typeof(BallotsValue), "ballots"), (typeof(AwardsValue), "awards"),
        })
        {
            type.PolymorphismOptions.DerivedTypes.Add(new JsonDerivedType(kind, name));
        }
    }

    /// <summary>Writes a value.</summary>
    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Stored);

    /// <summary>Reads what <see cref="Write{T}"/> wrote.</summary>
    /// <exception cref="JsonException">The text is damaged.</exception>
    public static T Read<T>(string text) =>
        JsonSerializer.Deserialize<T>(text, Stored) ?? throw new JsonException($"No {typeof(T).Name} in the stored text.");
}
