using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Schemes;

namespace DistrictUnion.Domain.Scoring;

/// <summary>A fact of the scheme with its place in the arrays of a scoring run.</summary>
internal sealed class CompiledFact(FactDefinition definition, int index)
{
    public FactDefinition Definition { get; } = definition;

    public int Index { get; } = index;

    public string Name => Definition.Name;

    public bool IsNumber { get; } = definition.Type is FactType.Integer or FactType.Decimal;
}

/// <summary>
/// The value of a fact for a school after roll-up; unreported by default. Only the part that belongs to the fact's type is set.
/// Means stay exact: nothing is rounded before the leaf (scoring semantics, N1).
/// </summary>
internal readonly record struct SchoolFact
{
    public bool IsReported { get; init; }

    public Fraction Number { get; init; }

    public bool IsTrue { get; init; }

    public IReadOnlyList<decimal>? Scores { get; init; }

    public BallotsValue? Ballots { get; init; }

    public IReadOnlyList<Award>? Awards { get; init; }

    public static SchoolFact Of(Fraction number) => new() { IsReported = true, Number = number };

    public static SchoolFact Of(bool value) => new() { IsReported = true, IsTrue = value };

    public static SchoolFact Of(FactValue value) => value switch
    {
        NumberValue number => Of(number.Value),
        BooleanValue boolean => Of(boolean.Value),
        ScoresValue scores => new() { IsReported = true, Scores = scores.Scores },
        BallotsValue ballots => new() { IsReported = true, Ballots = ballots },
        AwardsValue awards => new() { IsReported = true, Awards = awards.Awards },
        _ => default,
    };
}
