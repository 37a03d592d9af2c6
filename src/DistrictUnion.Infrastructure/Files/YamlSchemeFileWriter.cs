using System.Text.Json;
using DistrictUnion.Application.Ports;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace DistrictUnion.Infrastructure.Files;

/// <summary>Writes a scheme's JSON as YAML. Texts that a reader could take for something else are quoted; numbers keep their text.</summary>
internal sealed class YamlSchemeFileWriter : ISchemeFileWriter
{
    public string WriteYaml(JsonElement definition)
    {
        using var text = new StringWriter { NewLine = "\n" };
        var emitter = new Emitter(text, new EmitterSettings(bestIndent: 2, bestWidth: int.MaxValue, isCanonical: false, maxSimpleKeyLength: 1024));
        emitter.Emit(new StreamStart());
        emitter.Emit(new DocumentStart());
        Write(emitter, definition);
        emitter.Emit(new DocumentEnd(isImplicit: true));
        emitter.Emit(new StreamEnd());
        return text.ToString();
    }

    private static void Write(Emitter emitter, JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                emitter.Emit(new MappingStart(AnchorName.Empty, TagName.Empty, isImplicit: true, MappingStyle.Block));
                foreach (var property in element.EnumerateObject())
                {
                    WriteText(emitter, property.Name);
                    Write(emitter, property.Value);
                }

                emitter.Emit(new MappingEnd());
                break;
            case JsonValueKind.Array:
                var style = element.EnumerateArray().All(e => e.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array)) ? SequenceStyle.Flow : SequenceStyle.Block;
                emitter.Emit(new SequenceStart(AnchorName.Empty, TagName.Empty, isImplicit: true, style));
                foreach (var item in element.EnumerateArray())
                    Write(emitter, item);
                emitter.Emit(new SequenceEnd());
                break;
            case JsonValueKind.String:
                WriteText(emitter, element.GetString()!);
                break;
            default:
                emitter.Emit(new Scalar(AnchorName.Empty, TagName.Empty, element.GetRawText(), ScalarStyle.Plain, isPlainImplicit: true, isQuotedImplicit: false));
                break;
        }
    }

    /// <summary>A text that begins with a letter and is no word of YAML's own stays bare; everything else is quoted.</summary>
    private static void WriteText(Emitter emitter, string text)
    {
        var bare = text.Length > 0 && char.IsLetter(text[0]) && text is not ("true" or "false" or "null" or "yes" or "no" or "on" or "off" or "y" or "n")
            && !text.AsSpan().ContainsAny("\n\r\t") && text == text.Trim();
        emitter.Emit(new Scalar(AnchorName.Empty, TagName.Empty, text, bare ? ScalarStyle.Plain : ScalarStyle.DoubleQuoted, isPlainImplicit: bare, isQuotedImplicit: true));
    }
}
