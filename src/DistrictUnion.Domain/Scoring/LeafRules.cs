using DistrictUnion.Domain.Common;
using Codes = DistrictUnion.Domain.Scoring.ExplanationCodes;

namespace DistrictUnion.Domain.Scoring;

/// <summary>What a leaf is computed from. With <paramref name="Steps"/> given, the arithmetic is written down on the way.</summary>
internal readonly record struct LeafInput(SchoolFact[] Facts, decimal? Claim, List<Statement>? Steps);

/// <summary>Exact points of a leaf before they are clamped and rounded, and flags.</summary>
internal readonly record struct LeafPoints(Fraction Points, NodeFlags Flags = NodeFlags.None)
{
    public static LeafPoints Missing(NodeFlags also = NodeFlags.None) => new(Fraction.Zero, NodeFlags.Missing | also);
}

/// <summary>The rule of a leaf, resolved against the facts of the scheme. Source: scoring semantics, section 2, "Rules".</summary>
internal abstract class LeafRule(params CompiledFact[] facts)
{
    /// <summary>The facts it reads.</summary>
    public IReadOnlyList<CompiledFact> Facts { get; } = facts;

    public abstract LeafPoints Evaluate(in LeafInput input);

    /// <summary>Any needed fact that nobody reported makes the leaf 0.</summary>
    protected static LeafPoints MissingFact(in LeafInput input, params ReadOnlySpan<CompiledFact> needed)
    {
        if (input.Steps is null) return LeafPoints.Missing();
        var names = new List<string>(needed.Length);
        foreach (var fact in needed)
        {
            if (!input.Facts[fact.Index].IsReported) names.Add(fact.Name);
        }

        input.Steps.Add(Statement.Of(Codes.FactMissing, ("facts", names)));
        return LeafPoints.Missing();
    }
}

/// <summary>The school claims, a reviewer decides.</summary>
internal sealed class ManualLeaf(Fraction max) : LeafRule
{
    public override LeafPoints Evaluate(in LeafInput input)
    {
        if (input.Claim is not { } claim)
        {
            input.Steps?.Add(Statement.Of(Codes.ManualUnclaimed));
            return LeafPoints.Missing();
        }

        input.Steps?.Add(Statement.Of(Codes.ManualClaimed, ("claim", claim), ("max", max)));
        return new(claim, Fraction.From(claim) > max ? NodeFlags.Clamped : NodeFlags.None);
    }
}

/// <summary>The maximum if true, else 0.</summary>
internal sealed class BooleanLeaf(CompiledFact fact, Fraction max) : LeafRule(fact)
{
    public override LeafPoints Evaluate(in LeafInput input)
    {
        var value = input.Facts[fact.Index];
        if (!value.IsReported) return MissingFact(input, fact);
        input.Steps?.Add(Statement.Of(value.IsTrue ? Codes.BooleanTrue : Codes.BooleanFalse, ("fact", fact.Name), ("max", max)));
        return new(value.IsTrue ? max : Fraction.Zero);
    }
}

/// <summary>Points of the true parts; an unreported part counts as false.</summary>
internal sealed class ChecklistLeaf(IReadOnlyList<(CompiledFact Fact, Fraction Points)> parts)
    : LeafRule([.. parts.Select(part => part.Fact)])
{
    public override LeafPoints Evaluate(in LeafInput input)
    {
        var sum = Fraction.Zero;
        foreach (var (fact, points) in parts)
        {
            var value = input.Facts[fact.Index];
            if (value.IsTrue) sum += points;
            input.Steps?.Add(Statement.Of(
                value.IsTrue ? Codes.ChecklistTrue : value.IsReported ? Codes.ChecklistFalse : Codes.ChecklistUnreported,
                ("fact", fact.Name),
                ("points", points)));
        }

        return new(sum);
    }
}

/// <summary>The maximum less points for each miss; a false gate gives 0 whatever else is known.</summary>
internal sealed class DeductLeaf(CompiledFact misses, Fraction points, CompiledFact? gate, Fraction max)
    : LeafRule(gate is null ? [misses] : [gate, misses])
{
    public override LeafPoints Evaluate(in LeafInput input)
    {
        if (gate is not null)
        {
            var open = input.Facts[gate.Index];
            if (open is { IsReported: true, IsTrue: false })
            {
                input.Steps?.Add(Statement.Of(Codes.DeductGateFalse, ("gate", gate.Name)));
                return new(Fraction.Zero);
            }

            if (!open.IsReported) return MissingFact(input, gate, misses);
        }

        var missed = input.Facts[misses.Index];
        if (!missed.IsReported) return MissingFact(input, misses);
        input.Steps?.Add(Statement.Of(Codes.Deduct, ("max", max), ("fact", misses.Name), ("misses", missed.Number), ("points", points)));
        return new(max - (missed.Number * points));
    }
}

/// <summary>Points for each occurrence.</summary>
internal sealed class CountLeaf(CompiledFact count, Fraction points) : LeafRule(count)
{
    public override LeafPoints Evaluate(in LeafInput input)
    {
        var counted = input.Facts[count.Index];
        if (!counted.IsReported) return MissingFact(input, count);
        input.Steps?.Add(Statement.Of(Codes.Count, ("fact", count.Name), ("count", counted.Number), ("points", points)));
        return new(counted.Number * points);
    }
}

/// <summary>The maximum times value ÷ outOf.</summary>
internal sealed class ValueLeaf(CompiledFact fact, Fraction outOf, Fraction max) : LeafRule(fact)
{
    public override LeafPoints Evaluate(in LeafInput input)
    {
        var value = input.Facts[fact.Index];
        if (!value.IsReported) return MissingFact(input, fact);
        input.Steps?.Add(Statement.Of(Codes.Value, ("fact", fact.Name), ("value", value.Number), ("outOf", outOf), ("max", max)));
        return new(max * value.Number / outOf);
    }
}
