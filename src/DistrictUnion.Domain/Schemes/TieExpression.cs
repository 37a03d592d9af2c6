namespace DistrictUnion.Domain.Schemes;

/// <summary>One entry of <c>ranking.ties</c>, resolved against the scheme (scoring semantics, section 4).</summary>
internal abstract record TieExpression
{
    private const string FactPrefix = "fact:";
    private const string RatePrefix = "rate:";
    private const string SectionPrefix = "section:";

    /// <summary>The words that name a number of a ballots fact beside its options.</summary>
    public static IReadOnlyList<string> BallotWords { get; } = ["valid", "returned", "eligible"];

    /// <summary>Whether the text has the form of a tie entry at all.</summary>
    public static bool IsWellFormed(string text) =>
        HasRest(text, FactPrefix)
        || HasRest(text, SectionPrefix)
        || (HasRest(text, RatePrefix) && text[RatePrefix.Length..].Split('/') is [{ Length: > 0 }, { Length: > 0 }]);

    /// <summary>Resolves an entry; null when it points at nothing.</summary>
    public static TieExpression? Resolve(string text, SchemeDefinition scheme)
    {
        if (!IsWellFormed(text)) return null;
        if (text.StartsWith(FactPrefix, StringComparison.Ordinal))
            return Number(text[FactPrefix.Length..], scheme) is { } number ? new FactTie(number) : null;
        if (text.StartsWith(SectionPrefix, StringComparison.Ordinal))
            return HasNode(scheme.Sections, text[SectionPrefix.Length..]) ? new SectionTie(text[SectionPrefix.Length..]) : null;
        var parts = text[RatePrefix.Length..].Split('/');
        return Operand(parts[0], scheme) is { } of && Operand(parts[1], scheme) is { } to ? new RateTie(of, to) : null;
    }

    private static bool HasRest(string text, string prefix) => text.StartsWith(prefix, StringComparison.Ordinal) && text.Length > prefix.Length;

    private static FactDefinition? Number(string code, SchemeDefinition scheme) =>
        scheme.Facts.FirstOrDefault(fact => fact.Code == code && fact.Type is (FactType.Integer or FactType.Decimal));

    // Codes may hold points, so a number of exactly that name goes before "<ballots fact>.<part>".
    private static TieOperand? Operand(string text, SchemeDefinition scheme)
    {
        if (Number(text, scheme) is { } number) return new(number.Code, BallotPart: null);
        foreach (var fact in scheme.Facts.Where(fact => fact.Type == FactType.Ballots))
        {
            if (!text.StartsWith(fact.Code + ".", StringComparison.Ordinal)) continue;
            var part = text[(fact.Code.Length + 1)..];
            if (BallotWords.Contains(part, StringComparer.Ordinal) || fact.Options.Contains(part, StringComparer.Ordinal)) return new(fact.Code, part);
        }

        return null;
    }

    private static bool HasNode(IReadOnlyList<IndicatorDefinition> nodes, string code) =>
        nodes.Any(node => node.Code == code || HasNode(node.Items, code));
}

/// <summary>The value of a number fact.</summary>
internal sealed record FactTie(FactDefinition Fact) : TieExpression;

/// <summary>The exact quotient of two numbers.</summary>
internal sealed record RateTie(TieOperand Of, TieOperand To) : TieExpression;

/// <summary>The published score of a node.</summary>
internal sealed record SectionTie(string Node) : TieExpression;

/// <summary>A number fact, or one number of a ballots fact: an option's count or one of the words.</summary>
internal sealed record TieOperand(string Fact, string? BallotPart);
