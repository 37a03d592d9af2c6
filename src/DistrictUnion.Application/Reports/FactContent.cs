using System.Text.Json;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Schemes;
using DistrictUnion.Domain.Scoring;

namespace DistrictUnion.Application.Reports;

/// <summary>A fact that was read and checked: canonical text and note.</summary>
internal sealed record CheckedFact(string Code, FactValue Value, string Text, string? Note);

/// <summary>Something that is accepted but should be looked at.</summary>
/// <param name="Path">Field.</param>
/// <param name="Code">Code of the message.</param>
/// <param name="Arguments">Parameters of the message.</param>
public sealed record ContentWarning(string Path, string Code, IReadOnlyDictionary<string, object?> Arguments);

/// <summary>What reading the facts of a document gave.</summary>
internal sealed record CheckedFacts(IReadOnlyList<CheckedFact> Facts, IReadOnlyList<FieldError> Errors, IReadOnlyList<ContentWarning> Warnings);

/// <summary>Reads the facts of a document against the scheme that its round pins.</summary>
internal static class FactContent
{
    /// <summary>Longest document in facts or events.</summary>
    public const int MaxEntries = 2000;

    /// <summary>Code of the refusal of a number that a ledger makes.</summary>
    public static string CountedCode(FactRoute ledger) => ledger == FactRoute.Activity ? "fact.fromActivities" : "fact.fromCongress";

    /// <summary>Reads facts by code; a fact of another level, an unknown one and a wrong value are errors with the field's path.</summary>
    public static CheckedFacts Read(
        CompiledScheme scheme,
        Func<FactLevel, bool> level,
        IReadOnlyDictionary<string, JsonElement>? facts,
        IReadOnlyDictionary<string, string>? notes,
        string path = "facts")
    {
        List<CheckedFact> read = [];
        List<FieldError> errors = [];
        foreach (var (code, element) in facts ?? new Dictionary<string, JsonElement>())
        {
            var at = $"{path}.{code}";
            if (scheme.FactOf(code) is not { } definition)
            {
                errors.Add(FieldError.Of(at, "fact.unknown", ("fact", code)));
                continue;
            }

            if (!level(definition.Level))
            {
                errors.Add(FieldError.Of(at, "fact.otherLevel", ("fact", definition.Name), ("level", Words.Camel(definition.Level))));
                continue;
            }

            if (definition.CountedBy is { } ledger)
            {
                errors.Add(FieldError.Of(at, CountedCode(ledger), ("fact", definition.Name)));
                continue;
            }

            var result = FactValueReader.Read(definition, element, at);
            if (result.Value is { } value)
                read.Add(new CheckedFact(code, value, FactValueWriter.Write(value), notes?.GetValueOrDefault(code)));
            else
                errors.AddRange(result.Problems.Select(p => new FieldError(p.Path, p.Message.Code, p.Message.Arguments)));
        }

        foreach (var code in notes?.Keys.Where(n => facts?.ContainsKey(n) != true) ?? [])
            errors.Add(FieldError.Of($"notes.{code}", "note.withoutFact", ("fact", code)));

        if (errors.Count > 0)
            return new CheckedFacts(read, errors, []);
        var heads = HeadCountRules.Check(
            scheme,
            read.ToDictionary(f => f.Code, f => f.Value, StringComparer.Ordinal),
            read.Where(f => !string.IsNullOrWhiteSpace(f.Note)).ToDictionary(f => f.Code, f => f.Note!, StringComparer.Ordinal));
        return new CheckedFacts(
            read,
            [.. heads.Errors.Select(p => new FieldError(p.Path, p.Message.Code, p.Message.Arguments))],
            [.. heads.Warnings.Select(p => new ContentWarning(p.Path, p.Message.Code, p.Message.Arguments))]);
    }
}
