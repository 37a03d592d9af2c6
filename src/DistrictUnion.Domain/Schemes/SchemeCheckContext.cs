using DistrictUnion.Domain.Common;
using Codes = DistrictUnion.Domain.Schemes.SchemeProblemCodes;

namespace DistrictUnion.Domain.Schemes;

/// <summary>The scheme under check, its codes seen so far, and the problems found.</summary>
internal sealed class SchemeCheckContext(SchemeDefinition scheme)
{
    /// <summary>Decimals of a published value; a maximum with more could be rounded up beyond itself.</summary>
    private const int PublishedDecimals = 2;

    private readonly List<SchemeProblem> _problems = [];
    private readonly HashSet<string> _codes = new(StringComparer.Ordinal);
    private readonly ILookup<string, FactDefinition> _facts = scheme.Facts.ToLookup(fact => fact.Code, StringComparer.Ordinal);

    public SchemeDefinition Scheme { get; } = scheme;

    public IReadOnlyList<SchemeProblem> Problems => _problems;

    public FactDefinition? FactOf(string code) => _facts[code].FirstOrDefault();

    public void Report(string path, string code, params ReadOnlySpan<(string Name, object? Value)> arguments) =>
        _problems.Add(new(path, Statement.Of(code, arguments)));

    /// <summary>Node, bonus and fact codes share one set: they are unique in the file.</summary>
    public void ClaimCode(string code, string path)
    {
        if (!_codes.Add(code)) Report(path, Codes.DuplicateCode, ("code", code));
    }

    /// <summary>Entries of one list that must differ.</summary>
    public void CheckDistinct(IEnumerable<string> entries, Func<int, string> pathOf, string code = Codes.DuplicateEntry)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (index, entry) in entries.Index())
        {
            if (!seen.Add(entry)) Report(pathOf(index), code, (code == Codes.DuplicateCode ? "code" : "entry", entry));
        }
    }

    /// <summary>A reference to a fact of one of some types; null and a problem when there is none.</summary>
    public FactDefinition? RequireFact(string code, string path, params ReadOnlySpan<FactType> types)
    {
        if (FactOf(code) is not { } fact) Report(path, Codes.UnknownFact, ("fact", code));
        else if (!types.Contains(fact.Type)) Report(path, Codes.UnfitFactType, ("fact", code), ("type", Word(fact.Type)), ("allowed", Words(types)));
        else return fact;
        return null;
    }

    /// <summary>A number that is a count, a rate's part or a weight: below zero it has no meaning.</summary>
    public void RequireCount(string code, string path)
    {
        if (RequireFact(code, path, FactType.Integer, FactType.Decimal) is { Range.From: < 0 }) Report(path, Codes.NegativeFact, ("fact", code));
    }

    public void RequirePositive(decimal value, string path)
    {
        if (value <= 0) Report(path, Codes.OutOfRange, ("value", value), ("bounds", "> 0"));
    }

    public void RequireAtMost(decimal value, decimal most, string path)
    {
        if (value > most) Report(path, Codes.OutOfRange, ("value", value), ("bounds", $"≤ {NumberText.Canonical(most)}"));
    }

    public void RequirePublishable(decimal? value, string path)
    {
        if (value is { } points && points != decimal.Round(points, PublishedDecimals)) Report(path, Codes.TooManyDecimals, ("value", points));
    }

    public static string Word<T>(T value)
        where T : struct, Enum => EnumWords<T>.Of(value);

    private static List<string> Words(ReadOnlySpan<FactType> types)
    {
        var words = new List<string>(types.Length);
        foreach (var type in types) words.Add(Word(type));
        return words;
    }
}
