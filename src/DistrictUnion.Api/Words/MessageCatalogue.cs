using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using System.Text.Json;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;

namespace DistrictUnion.Api.Words;

/// <summary>Puts codes with parameters into words, Chinese by default, English on request. The words stand in Messages/*.</summary>
public sealed class MessageCatalogue : IMessages
{
    /// <summary>Languages, the default first.</summary>
    public static IReadOnlyList<string> Languages { get; } = ["zh-CN", "en"];

    private readonly FrozenDictionary<string, FrozenDictionary<string, string>> words = Languages.ToFrozenDictionary(l => l, Load);

    /// <inheritdoc/>
    public bool AreChinese => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName != "en";

    /// <summary>All codes of a language with their words.</summary>
    public IReadOnlyDictionary<string, string> In(string language) => words[language];

    /// <summary>The words for a code in the language of the current request; the code itself when there are none.</summary>
    public string Format(string code, IReadOnlyDictionary<string, object?> arguments)
    {
        var language = AreChinese ? "zh-CN" : "en";
        return words[language].TryGetValue(code, out var template) ? Fill(template, arguments) : code;
    }

    private static string Fill(string template, IReadOnlyDictionary<string, object?> arguments)
    {
        var text = new StringBuilder(template.Length + 32);
        for (var i = 0; i < template.Length; i++)
        {
            var end = template[i] == '{' ? template.IndexOf('}', i) : -1;
            if (end > i && arguments.TryGetValue(template[(i + 1)..end], out var value))
            {
                text.Append(TextOf(value));
                i = end;
            }
            else
            {
                text.Append(template[i]);
            }
        }

        return text.ToString();
    }

    private static string TextOf(object? value) => value switch
    {
        null => "",
        string text => text,
        decimal number => number.ToString("0.######", CultureInfo.InvariantCulture),
        Fraction fraction => fraction.RoundHalfAwayFromZero(4).ToString("0.####", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTimeOffset instant => instant.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
        System.Collections.IEnumerable list => string.Join(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? ", " : "、", list.Cast<object?>().Select(TextOf)),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    private static FrozenDictionary<string, string> Load(string language)
    {
        Dictionary<string, string> all = new(StringComparer.Ordinal);
        var assembly = typeof(MessageCatalogue).Assembly;
        var prefix = $"Messages.{language}.";
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith(prefix, StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            foreach (var (code, text) in JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!)
                all.Add(code, text);
        }

        return all.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
