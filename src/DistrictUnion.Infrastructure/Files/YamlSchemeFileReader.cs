using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace DistrictUnion.Infrastructure.Files;

/// <summary>
/// Reads the YAML of scheme files into JSON of the same shape. Aliases, tags and merge keys are refused; duplicate keys stay,
/// so that they are refused with their path. Plain numbers keep the text they were written in.
/// </summary>
internal sealed partial class YamlSchemeFileReader : ISchemeFileReader
{
    private const int MaxDepth = 32;

    public Result<JsonDocument> ReadYaml(string text)
    {
        try
        {
            var parser = new Parser(new Scanner(new StringReader(text), skipComments: true));
            parser.Consume<StreamStart>();
            if (!parser.TryConsume<DocumentStart>(out _))
                return ValidationError.Of("$", "scheme.file.empty");
            using var stream = new MemoryStream();
            using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true }))
                Write(parser, writer, 0);
            parser.Consume<DocumentEnd>();
            if (!parser.TryConsume<StreamEnd>(out _))
                return ValidationError.Of("$", "yaml.severalDocuments");
            return JsonDocument.Parse(Encoding.UTF8.GetString(stream.ToArray()), new JsonDocumentOptions { MaxDepth = MaxDepth + 8 });
        }
        catch (UnsupportedYamlException e)
        {
            return ValidationError.Of("$", e.Code, ("line", e.Line));
        }
        catch (YamlException e)
        {
            return ValidationError.Of("$", "yaml.malformed", ("line", e.Start.Line), ("column", e.Start.Column));
        }
    }

    private static void Write(IParser parser, Utf8JsonWriter writer, int depth)
    {
        var current = parser.Consume<ParsingEvent>();
        if (depth > MaxDepth)
            throw new UnsupportedYamlException("yaml.tooDeep", current.Start.Line);
        if (current is AnchorAlias or NodeEvent { Anchor.IsEmpty: false })
            throw new UnsupportedYamlException("yaml.alias", current.Start.Line);
        if (current is NodeEvent { Tag.IsEmpty: false })
            throw new UnsupportedYamlException("yaml.tag", current.Start.Line);
        switch (current)
        {
            case Scalar scalar:
                WriteScalar(scalar, writer);
                break;
            case SequenceStart:
                writer.WriteStartArray();
                while (!parser.TryConsume<SequenceEnd>(out _))
                    Write(parser, writer, depth + 1);
                writer.WriteEndArray();
                break;
            case MappingStart:
                writer.WriteStartObject();
                while (!parser.TryConsume<MappingEnd>(out _))
                {
                    var key = parser.Consume<Scalar>();
                    if (key.Value == "<<")
                        throw new UnsupportedYamlException("yaml.mergeKey", key.Start.Line);
                    writer.WritePropertyName(key.Value);
                    Write(parser, writer, depth + 1);
                }

                writer.WriteEndObject();
                break;
            default:
                throw new UnsupportedYamlException("yaml.malformed", current.Start.Line);
        }
    }

    private static void WriteScalar(Scalar scalar, Utf8JsonWriter writer)
    {
        if (scalar.Style != ScalarStyle.Plain)
            writer.WriteStringValue(scalar.Value);
        else if (scalar.Value is "true" or "false")
            writer.WriteBooleanValue(scalar.Value == "true");
        else if (scalar.Value is "" or "null" or "~")
            writer.WriteNullValue();
        else if (JsonNumber().IsMatch(scalar.Value))
            writer.WriteRawValue(scalar.Value, skipInputValidation: true);
        else
            writer.WriteStringValue(scalar.Value);
    }

    [GeneratedRegex(@"^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex JsonNumber();

    private sealed class UnsupportedYamlException(string code, long line)
        : Exception(string.Create(CultureInfo.InvariantCulture, $"{code} in line {line}"))
    {
        public string Code => code;

        public long Line => line;
    }
}
