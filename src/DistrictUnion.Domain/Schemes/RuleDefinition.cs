using DistrictUnion.Domain.Common;

namespace DistrictUnion.Domain.Schemes;

/// <summary>The rule of a leaf. The sealed records below are all there are (scoring semantics, section 2, "Rules").</summary>
public abstract record RuleDefinition;

/// <summary>A rate: numerator fact over denominator fact, in percent.</summary>
public sealed record RateDefinition(string Of, string To);

/// <summary>A band: <paramref name="Points"/> from <paramref name="AtLeast"/> on.</summary>
public sealed record BandDefinition(decimal AtLeast, decimal Points);

/// <summary>The school claims, a reviewer decides.</summary>
public sealed record ManualRule : RuleDefinition;

/// <summary>All or nothing.</summary>
public sealed record BooleanRule(string Fact) : RuleDefinition;

/// <summary>Points for each true part.</summary>
public sealed record ChecklistRule(IReadOnlyList<ChecklistPart> Parts) : RuleDefinition;

/// <summary>One part of a checklist.</summary>
public sealed record ChecklistPart(string Fact, decimal Points);

/// <summary>Maximum less <paramref name="Points"/> for each miss; a false gate gives zero.</summary>
public sealed record DeductRule(string Misses, decimal Points, string? Gate) : RuleDefinition;

/// <summary>Points for each occurrence.</summary>
public sealed record CountRule(string Count, decimal Points) : RuleDefinition;

/// <summary>Bands on a number or on a rate; exactly one of the two is given.</summary>
public sealed record TiersRule(string? Value, RateDefinition? Rate, IReadOnlyList<BandDefinition> Bands) : RuleDefinition;

/// <summary>How an incomplete step counts.</summary>
public enum StepRounding
{
    /// <summary>Complete steps only.</summary>
    Floor,

    /// <summary>A started step counts whole.</summary>
    Ceil,

    /// <summary>A started step counts in proportion.</summary>
    Linear,
}

/// <summary>Maximum less points for each step short of the target, all in percent points.</summary>
public sealed record RateStepRule(RateDefinition Rate, decimal Target, decimal Step, decimal Points, StepRounding Steps) : RuleDefinition;

/// <summary>A straight line from <paramref name="ZeroAt"/> % to <paramref name="FullAt"/> %.</summary>
public sealed record RateLinearRule(RateDefinition Rate, decimal ZeroAt, decimal FullAt) : RuleDefinition;

/// <summary>The maximum times value ÷ <paramref name="OutOf"/>.</summary>
public sealed record ValueRule(string Fact, decimal OutOf) : RuleDefinition;

/// <summary>Judges' scores: trimmed mean from <paramref name="TrimFrom"/> scores on, missing below <paramref name="Minimum"/>.</summary>
public sealed record PanelRule(string Scores, decimal OutOf, int TrimFrom, int Minimum) : RuleDefinition;

/// <summary>Weighted index of a vote. <paramref name="Quorum"/> is the share of eligible voters that must return a ballot.</summary>
public sealed record SurveyIndexRule(string Ballots, IReadOnlyDictionary<string, decimal> Weights, Quorum Quorum) : RuleDefinition;

/// <summary>The number that satisfied votes are divided by.</summary>
public enum SurveyBase
{
    /// <summary>Valid ballots.</summary>
    Valid,

    /// <summary>Returned ballots, invalid ones included.</summary>
    Returned,

    /// <summary>Eligible voters.</summary>
    Eligible,
}

/// <summary>Share of satisfied votes, in bands or straight.</summary>
public sealed record SurveyRateRule(string Ballots, IReadOnlyList<string> Satisfied, SurveyBase Base, Quorum Quorum, IReadOnlyList<BandDefinition>? Bands)
    : RuleDefinition;

/// <summary>A share of whole numbers in lowest terms, for example 2/3.</summary>
public sealed record Quorum(long Numerator, long Denominator)
{
    /// <summary>Two thirds.</summary>
    public static Quorum Default { get; } = new(2, 3);

    /// <summary>A share, in lowest terms so that equal shares are written alike.</summary>
    /// <exception cref="DivideByZeroException">The denominator is 0.</exception>
    public static Quorum From(long numerator, long denominator) => From(Fraction.From(numerator, denominator));

    /// <summary>The share a decimal stands for, for example 0.6.</summary>
    public static Quorum From(decimal share) => From(Fraction.From(share));

    private static Quorum From(Fraction share) => new((long)share.Numerator, (long)share.Denominator);
}
