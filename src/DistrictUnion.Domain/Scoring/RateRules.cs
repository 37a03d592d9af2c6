using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Schemes;
using Codes = DistrictUnion.Domain.Scoring.ExplanationCodes;

namespace DistrictUnion.Domain.Scoring;

/// <summary>A rule on a rate. Nothing out of nothing is full marks; a rate above 100 % is cut (scoring semantics, N5 and "Missing").</summary>
internal abstract class RateLeaf(CompiledFact of, CompiledFact to, Fraction max) : LeafRule(of, to)
{
    protected Fraction Max => max;

    public sealed override LeafPoints Evaluate(in LeafInput input)
    {
        var (part, whole) = (input.Facts[of.Index], input.Facts[to.Index]);
        if (!part.IsReported || !whole.IsReported) return MissingFact(input, of, to);
        if (whole.Number.IsZero && part.Number.IsZero)
        {
            input.Steps?.Add(Statement.Of(Codes.RateNotTriggered, ("of", of.Name), ("to", to.Name), ("max", max)));
            return new(max, NodeFlags.NotTriggered);
        }

        var isAboveWhole = part.Number > whole.Number;
        var percent = isAboveWhole ? Fraction.Hundred : part.Number * Fraction.Hundred / whole.Number;
        input.Steps?.Add(Statement.Of(
            isAboveWhole ? Codes.RateCapped : Codes.Rate,
            ("of", of.Name),
            ("part", part.Number),
            ("to", to.Name),
            ("whole", whole.Number),
            ("percent", percent)));
        return new(PointsFor(percent, input.Steps), isAboveWhole ? NodeFlags.RateCapped : NodeFlags.None);
    }

    /// <summary>Exact points for a rate of 0…100 percent.</summary>
    protected abstract Fraction PointsFor(Fraction percent, List<Statement>? steps);
}

/// <summary>Bands tried from the top; a boundary value takes the better band (N3).</summary>
internal sealed class BandTable(IReadOnlyList<BandDefinition> bands)
{
    private readonly (Fraction AtLeast, Fraction Points)[] _bands =
        [.. bands.Select(band => (Fraction.From(band.AtLeast), Fraction.From(band.Points)))];

    public Fraction PointsFor(Fraction value, List<Statement>? steps)
    {
        foreach (var (atLeast, points) in _bands)
        {
            if (value < atLeast) continue;
            steps?.Add(Statement.Of(Codes.BandMet, ("atLeast", atLeast), ("points", points)));
            return points;
        }

        steps?.Add(Statement.Of(Codes.BandNone));
        return Fraction.Zero;
    }
}

/// <summary>Bands on a number.</summary>
internal sealed class ValueTiersLeaf(CompiledFact fact, BandTable bands) : LeafRule(fact)
{
    public override LeafPoints Evaluate(in LeafInput input)
    {
        var value = input.Facts[fact.Index];
        if (!value.IsReported) return MissingFact(input, fact);
        input.Steps?.Add(Statement.Of(Codes.TiersValue, ("fact", fact.Name), ("value", value.Number)));
        return new(bands.PointsFor(value.Number, input.Steps));
    }
}

/// <summary>Bands on a rate, in percent.</summary>
internal sealed class RateTiersLeaf(CompiledFact of, CompiledFact to, BandTable bands, Fraction max) : RateLeaf(of, to, max)
{
    protected override Fraction PointsFor(Fraction percent, List<Statement>? steps) => bands.PointsFor(percent, steps);
}

/// <summary>The maximum less points for each step short of the target.</summary>
internal sealed class RateStepLeaf(CompiledFact of, CompiledFact to, RateStepRule rule, Fraction max) : RateLeaf(of, to, max)
{
    private readonly Fraction _target = rule.Target;
    private readonly Fraction _step = rule.Step;
    private readonly Fraction _points = rule.Points;

    protected override Fraction PointsFor(Fraction percent, List<Statement>? steps)
    {
        if (percent >= _target)
        {
            steps?.Add(Statement.Of(Codes.RateStepMet, ("target", _target), ("max", Max)));
            return Max;
        }

        var missing = _target - percent;
        var exact = missing / _step;
        var counted = rule.Steps switch
        {
            StepRounding.Floor => exact.Floor(),
            StepRounding.Ceil => exact.Ceiling(),
            _ => exact,
        };
        steps?.Add(Statement.Of(
            Codes.RateStep,
            ("target", _target),
            ("short", missing),
            ("step", _step),
            ("steps", counted),
            ("points", _points),
            ("max", Max)));
        return Max - (counted * _points);
    }
}

/// <summary>A straight line between two rates.</summary>
internal sealed class RateLinearLeaf(CompiledFact of, CompiledFact to, RateLinearRule rule, Fraction max) : RateLeaf(of, to, max)
{
    private readonly Fraction _zeroAt = rule.ZeroAt;
    private readonly Fraction _fullAt = rule.FullAt;

    protected override Fraction PointsFor(Fraction percent, List<Statement>? steps)
    {
        steps?.Add(Statement.Of(Codes.RateLinear, ("zeroAt", _zeroAt), ("fullAt", _fullAt), ("max", Max)));
        return Max * Fraction.Clamp((percent - _zeroAt) / (_fullAt - _zeroAt), Fraction.Zero, Fraction.One);
    }
}
