using DistrictUnion.Domain.Common;

namespace DistrictUnion.Domain.Scoring;

/// <summary>Where one value of the tie chain comes from (scoring semantics, section 4); null is missing.</summary>
internal abstract class TieSource(params CompiledFact[] facts)
{
    public IReadOnlyList<CompiledFact> Facts { get; } = facts;

    public abstract Fraction? Value(SchoolFact[] schoolFacts, NodeScore[] nodes);
}

/// <summary>A number fact.</summary>
internal sealed class FactTieSource(CompiledFact fact) : TieSource(fact)
{
    public override Fraction? Value(SchoolFact[] schoolFacts, NodeScore[] nodes) =>
        schoolFacts[fact.Index] is { IsReported: true, Number: var number } ? number : null;
}

/// <summary>An exact quotient. Unlike the rate of a leaf it isn't cut at 100 %.</summary>
internal sealed class RateTieSource(CompiledFact of, string? ofPart, CompiledFact to, string? toPart) : TieSource(of, to)
{
    public override Fraction? Value(SchoolFact[] schoolFacts, NodeScore[] nodes) =>
        Operand(schoolFacts[of.Index], ofPart) is { } part && Operand(schoolFacts[to.Index], toPart) is { IsZero: false } whole
            ? part / whole
            : null;

    private static Fraction? Operand(SchoolFact fact, string? ballotPart) => (ballotPart, fact) switch
    {
        (_, { IsReported: false }) => null,
        (null, _) => fact.Number,
        (_, { Ballots: null }) => null,
        ("valid", { Ballots: var ballots }) => ballots.Returned - ballots.Invalid,
        ("returned", { Ballots: var ballots }) => ballots.Returned,
        ("eligible", { Ballots: var ballots }) => ballots.Eligible,
        (var option, { Ballots: var ballots }) => ballots.Counts.GetValueOrDefault(option),
    };
}

/// <summary>The published score of a node.</summary>
internal sealed class SectionTieSource(int node) : TieSource
{
    public override Fraction? Value(SchoolFact[] schoolFacts, NodeScore[] nodes) =>
        nodes[node].Final is { } final ? Fraction.From(final) : null;
}
