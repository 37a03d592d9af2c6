using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Schemes;
using Codes = DistrictUnion.Domain.Scoring.ExplanationCodes;

namespace DistrictUnion.Domain.Scoring;

/// <summary>Judges' scores: from some number on exactly one highest and one lowest are dropped; too few are missing.</summary>
internal sealed class PanelLeaf(CompiledFact scores, PanelRule rule, Fraction max) : LeafRule(scores)
{
    private readonly Fraction _outOf = rule.OutOf;

    public override LeafPoints Evaluate(in LeafInput input)
    {
        if (input.Facts[scores.Index].Scores is not { } given) return MissingFact(input, scores);
        if (given.Count < rule.Minimum || given.Count == 0)
        {
            input.Steps?.Add(Statement.Of(Codes.PanelTooSmall, ("count", given.Count), ("minimum", rule.Minimum)));
            return LeafPoints.Missing(NodeFlags.PanelTooSmall);
        }

        var sum = given.Sum();
        var mean = Fraction.From(sum) / given.Count;
        if (given.Count >= rule.TrimFrom)
        {
            var (highest, lowest) = (given.Max(), given.Min());
            mean = Fraction.From(sum - highest - lowest) / (given.Count - 2);
            input.Steps?.Add(Statement.Of(
                Codes.PanelTrimmed, ("count", given.Count), ("highest", highest), ("lowest", lowest), ("mean", mean)));
        }
        else
        {
            input.Steps?.Add(Statement.Of(Codes.PanelMean, ("count", given.Count), ("mean", mean)));
        }

        input.Steps?.Add(Statement.Of(Codes.PanelPoints, ("mean", mean), ("outOf", _outOf), ("max", max)));
        return new(mean * max / _outOf);
    }
}

/// <summary>
/// A rule on a counted vote. Below the quorum or without a valid ballot the vote is void and the leaf missing; a vote too small to
/// keep ballots secret shows no result, and the leaf doesn't apply.
/// </summary>
internal abstract class VoteLeaf(CompiledFact ballots, Quorum quorum, Fraction max) : LeafRule(ballots)
{
    protected Fraction Max => max;

    public sealed override LeafPoints Evaluate(in LeafInput input)
    {
        if (input.Facts[ballots.Index].Ballots is not { } vote) return MissingFact(input, ballots);
        var valid = vote.Returned - vote.Invalid;
        switch (VoteJudgement.Of(vote, quorum))
        {
            case VoteVerdict.NoQuorum:
                input.Steps?.Add(Statement.Of(
                    Codes.VoteNoQuorum,
                    ("returned", vote.Returned),
                    ("eligible", vote.Eligible),
                    ("quorum", Fraction.From(quorum.Numerator, quorum.Denominator))));
                return LeafPoints.Missing(NodeFlags.VoteVoid);
            case VoteVerdict.NoValid:
                input.Steps?.Add(Statement.Of(Codes.VoteNoValid));
                return LeafPoints.Missing(NodeFlags.VoteVoid);
            case VoteVerdict.TooSmall:
                input.Steps?.Add(Statement.Of(Codes.VoteTooSmall, ("fewest", VoteJudgement.SmallestShownVote)));
                return new(Fraction.Zero, NodeFlags.NotApplicable | NodeFlags.VoteTooSmall);
        }

        input.Steps?.Add(Statement.Of(
            Codes.Vote, ("eligible", vote.Eligible), ("returned", vote.Returned), ("invalid", vote.Invalid), ("valid", valid)));
        return new(PointsFor(vote, valid, input.Steps));
    }

    /// <summary>Exact points of a vote that counts; <paramref name="valid"/> is at least 5.</summary>
    protected abstract Fraction PointsFor(BallotsValue vote, long valid, List<Statement>? steps);
}

/// <summary>Σ count × weight ÷ valid ballots × max ÷ 100; an option without weight counts 0.</summary>
internal sealed class SurveyIndexLeaf(CompiledFact ballots, SurveyIndexRule rule, Fraction max) : VoteLeaf(ballots, rule.Quorum, max)
{
    private readonly KeyValuePair<string, Fraction>[] _weights =
        [.. rule.Weights.Select(pair => KeyValuePair.Create(pair.Key, Fraction.From(pair.Value)))];

    protected override Fraction PointsFor(BallotsValue vote, long valid, List<Statement>? steps)
    {
        var sum = Fraction.Zero;
        foreach (var (option, weight) in _weights) sum += weight * vote.Counts.GetValueOrDefault(option);
        steps?.Add(Statement.Of(Codes.SurveyIndex, ("sum", sum), ("valid", valid), ("index", sum / valid), ("max", Max)));
        return sum * Max / (Fraction.From(valid) * Fraction.Hundred);
    }
}

/// <summary>Satisfied votes over a base, in bands or straight.</summary>
internal sealed class SurveyRateLeaf(CompiledFact ballots, SurveyRateRule rule, Fraction max) : VoteLeaf(ballots, rule.Quorum, max)
{
    private readonly BandTable? _bands = rule.Bands is { } bands ? new(bands) : null;

    protected override Fraction PointsFor(BallotsValue vote, long valid, List<Statement>? steps)
    {
        var satisfied = 0L;
        foreach (var option in rule.Satisfied) satisfied += vote.Counts.GetValueOrDefault(option);
        var whole = rule.Base switch
        {
            SurveyBase.Returned => vote.Returned,
            SurveyBase.Eligible => vote.Eligible,
            _ => valid,
        };
        var percent = Fraction.From(satisfied) * Fraction.Hundred / whole;
        steps?.Add(Statement.Of(Codes.SurveyRate, ("satisfied", satisfied), ("whole", whole), ("percent", percent)));
        if (_bands is not null) return _bands.PointsFor(percent, steps);
        steps?.Add(Statement.Of(Codes.SurveyRatePoints, ("percent", percent), ("max", Max)));
        return Max * satisfied / whole;
    }
}
