namespace DistrictUnion.Domain.Scoring;

/// <summary>The figures of a school after roll-up, as rules outside a scheme ask for them.</summary>
public static class FactFigures
{
    private const int Digits = 6;

    /// <summary>Numbers by fact code and parts of ballots as <c>code.part</c>; sums and counts are exact, means have six decimals. What nobody reported is absent.</summary>
    public static IReadOnlyDictionary<string, decimal> Of(CompiledScheme scheme, ScoringInput input)
    {
        ArgumentNullException.ThrowIfNull(scheme);
        ArgumentNullException.ThrowIfNull(input);
        var facts = new FactRollUp(scheme, input).Compute();
        var figures = new Dictionary<string, decimal>(StringComparer.Ordinal);
        foreach (var fact in scheme.CompiledFacts)
        {
            var (code, value) = (fact.Definition.Code, facts[fact.Index]);
            if (fact.IsNumber && value.IsReported)
                figures[code] = value.Number.RoundHalfAwayFromZero(Digits);
            if (value.Ballots is not { } ballots)
                continue;
            figures[$"{code}.eligible"] = ballots.Eligible;
            figures[$"{code}.returned"] = ballots.Returned;
            figures[$"{code}.valid"] = ballots.Returned - ballots.Invalid;
            foreach (var option in fact.Definition.Options)
                figures[$"{code}.{option}"] = ballots.Counts.GetValueOrDefault(option);
        }

        return figures;
    }
}
