namespace DistrictUnion.Domain.Scoring;

/// <summary>A fact's value; the sealed records below are all there are.</summary>
public abstract record FactValue;

/// <summary>True or false.</summary>
public sealed record BooleanValue(bool Value) : FactValue;

/// <summary>A number with at most 12 integer and 6 fraction digits.</summary>
public sealed record NumberValue(decimal Value) : FactValue;

/// <summary>Judges' scores.</summary>
public sealed record ScoresValue(IReadOnlyList<decimal> Scores) : FactValue;

/// <summary>A counted vote. Valid ballots are the returned less the invalid ones; abstentions are valid and count in no option.</summary>
public sealed record BallotsValue(long Eligible, long Returned, long Invalid, IReadOnlyDictionary<string, long> Counts) : FactValue;

/// <summary>Awards.</summary>
public sealed record AwardsValue(IReadOnlyList<Award> Awards) : FactValue;

/// <summary>An award: what for, its level, its day.</summary>
public sealed record Award(string Matter, string Level, DateOnly Date);
