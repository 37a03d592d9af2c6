using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using DistrictUnion.Api.Words;
using DistrictUnion.Application.Common;
using DistrictUnion.Application.Evaluations;
using DistrictUnion.Application.Reports;
using DistrictUnion.Application.Rounds;
using DistrictUnion.Application.Schemes;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Rounds;
using DistrictUnion.Domain.Scoring;

namespace DistrictUnion.Api.Http;

/// <summary>
/// The JSON of the API: camelCase, strict (unknown and duplicate properties, wrong types and odd numbers are refused with their
/// path), and with the words for every code it carries.
/// </summary>
public static class ApiJson
{
    private const int MaxDepth = 32;

    /// <summary>Sets the options.</summary>
    public static void Configure(JsonSerializerOptions options, MessageCatalogue messages)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.PropertyNameCaseInsensitive = false;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.AllowDuplicateProperties = false;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.MaxDepth = MaxDepth;
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        PlainTextJson.Configure(options);
        options.Converters.Add(new ExactDecimalConverter());
        options.Converters.Add(new InstantConverter());
        options.Converters.Add(new DueMomentConverter());
        options.Converters.Add(new FractionConverter());
        options.Converters.Add(new FactValueConverter());
        options.Converters.Add(new JobIdConverter());
        options.TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { type => AddWords(type, messages), PlainTextJson.RefuseGaps } };
    }

    /// <summary>Every type that carries a code also carries its words in the language of the request.</summary>
    private static void AddWords(JsonTypeInfo type, MessageCatalogue messages)
    {
        if (type.Type == typeof(Statement))
            Add<Statement>(type, "text", s => messages.Format(s.Code, s.Arguments));
        else if (type.Type == typeof(ContentWarning))
            Add<ContentWarning>(type, "message", w => messages.Format(w.Code, w.Arguments));
        else if (type.Type == typeof(SchemeProblemView))
            Add<SchemeProblemView>(type, "message", p => messages.Format(p.Code, p.Arguments));
        else if (type.Type == typeof(FormRow))
            Add<FormRow>(type, "message", r => messages.Format(r.Code, r.Arguments));
        else if (type.Type == typeof(ImportRow))
            Add<ImportRow>(type, "message", r => r.Code is null ? null : messages.Format(r.Code, r.Arguments ?? new Dictionary<string, object?>()));
    }

    private static void Add<T>(JsonTypeInfo type, string name, Func<T, string?> words)
    {
        var property = type.CreateJsonPropertyInfo(typeof(string), name);
        property.Get = value => words((T)value);
        type.Properties.Add(property);
    }

    private sealed class ExactDecimalConverter : JsonConverter<decimal>
    {
        public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType != JsonTokenType.Number || !ExactNumber.IsExact(reader.ValueSpan))
                throw new JsonException();
            return reader.GetDecimal();
        }

        public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) => writer.WriteNumberValue(value);
    }

    /// <summary>Instants are shown with the business offset and read with any.</summary>
    private sealed class InstantConverter : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TryGetDateTimeOffset(out var instant) ? instant : throw new JsonException();

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
            writer.WriteStringValue(BusinessTime.Local(value));
    }

    private sealed class DueMomentConverter : JsonConverter<DueMoment>
    {
        public override DueMoment Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var text = reader.TokenType == JsonTokenType.String ? reader.GetString()! : throw new JsonException();
            if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                return new DueMoment(Deadline.EndOf(day));
            return reader.TryGetDateTimeOffset(out var instant) && (text.EndsWith('Z') || text.LastIndexOfAny(['+', '-']) > 10)
                ? new DueMoment(instant)
                : throw new JsonException();
        }

        public override void Write(Utf8JsonWriter writer, DueMoment value, JsonSerializerOptions options) =>
            writer.WriteStringValue(BusinessTime.Local(value.FirstLate));
    }

    /// <summary>An exact fraction: a number where six decimals say it all, else numerator over denominator.</summary>
    private sealed class FractionConverter : JsonConverter<Fraction>
    {
        public override Fraction Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Fraction.From(reader.GetDecimal());

        public override void Write(Utf8JsonWriter writer, Fraction value, JsonSerializerOptions options)
        {
            var rounded = value.RoundHalfAwayFromZero(6);
            if (Fraction.From(rounded) == value)
                writer.WriteNumberValue(rounded / 1.000000000000m);
            else
                writer.WriteStringValue(string.Create(CultureInfo.InvariantCulture, $"{value.Numerator}/{value.Denominator}"));
        }
    }

    private sealed class FactValueConverter : JsonConverter<FactValue>
    {
        public override bool CanConvert(Type typeToConvert) => typeof(FactValue).IsAssignableFrom(typeToConvert);

        public override FactValue Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException("Facts are read by their scheme.");

        public override void Write(Utf8JsonWriter writer, FactValue value, JsonSerializerOptions options) =>
            writer.WriteRawValue(FactValueWriter.Write(value));
    }

    private sealed class JobIdConverter : JsonConverter<JobId>
    {
        public override JobId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetGuid());

        public override void Write(Utf8JsonWriter writer, JobId value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
    }
}
