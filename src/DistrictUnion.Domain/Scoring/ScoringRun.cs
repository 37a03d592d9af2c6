using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Schemes;
using Codes = DistrictUnion.Domain.Scoring.ExplanationCodes;

namespace DistrictUnion.Domain.Scoring;

/// <summary>One pass over one school: facts, leaves, inner nodes, bonuses, total, outcome. With a recorder it explains itself.</summary>
internal sealed class ScoringRun
{
    private const int PublishedDecimals = 2;

    private readonly CompiledScheme _scheme;
    private readonly ScoringInput _input;
    private readonly ExplanationRecorder? _recorder;
    private readonly SchoolFact[] _facts;
    private readonly NodeScore[] _nodes;
    private readonly IReadOnlyList<string> _notApplicable;
    private readonly bool _isSubmitted;

    public ScoringRun(CompiledScheme scheme, ScoringInput input, ExplanationRecorder? recorder)
    {
        _scheme = scheme;
        _input = input;
        _recorder = recorder;
        _nodes = new NodeScore[scheme.Nodes.Count];
        _isSubmitted = input.Evaluation is not null;
        _notApplicable = input.DistrictReview?.NotApplicable ?? input.ZoneReview?.NotApplicable ?? [];
        var rollUp = new FactRollUp(scheme, input);
        _facts = rollUp.Compute();
        if (recorder is null) return;
        recorder.Facts = _facts;
        recorder.RollUp = rollUp;
    }

    public ScoreResult Score()
    {
        for (var index = 0; index < _scheme.FirstBonus; index++)
        {
            if (_scheme.Rules[index] is { } rule) _nodes[index] = Leaf(_scheme.Nodes[index], rule);
        }

        ScoreInnerNodes();
        foreach (var bonus in _scheme.Bonuses) _nodes[bonus.Index] = Bonus(bonus);

        var total = Total();
        var verdict = OutcomeRules.Judge(_scheme, _input, _facts, _nodes, total.Total, _recorder?.Total);
        return new()
        {
            Nodes = _nodes,
            Base = total.Base,
            Bonus = total.Bonus,
            Late = total.Late,
            Total = total.Total,
            SelfTotal = total.Self,
            Outcome = verdict.Outcome,
            Grade = verdict.Grade,
            Vetoes = verdict.Vetoes,
            TieValues = [.. _scheme.Ties.Select(tie => tie.Value(_facts, _nodes))],
        };
    }

    private NodeScore Leaf(CompiledNode node, LeafRule rule)
    {
        var steps = _recorder?.StepsOf(node.Index);
        if (_notApplicable.Count > 0 && _notApplicable.Contains(node.Code, StringComparer.Ordinal))
        {
            steps?.Add(Statement.Of(Codes.NotApplicable));
            return new(null, null, null, NodeFlags.NotApplicable);
        }

        var claim = _input.Evaluation is { } evaluation && evaluation.Claims.TryGetValue(node.Code, out var claimed) ? claimed : (decimal?)null;
        var points = rule.Evaluate(new(_facts, claim, steps));
        if (points.Flags.HasFlag(NodeFlags.NotApplicable)) return new(null, null, null, points.Flags);

        var flags = points.Flags;
        var computed = Publish(points.Points, _scheme.Maxima[node.Index], steps);
        var reviewed = Reviewed(node, ref flags);
        var self = node.ReadsDistrictFact ? (decimal?)null : computed;
        var review = reviewed?.Score ?? (node.ReadsDistrictFact ? computed : null);
        return new(self, review, Final(self, reviewed, review, steps), flags);
    }

    /// <summary>A leaf lies in [0, max] (N4) and is rounded once (N2).</summary>
    private static decimal Publish(Fraction points, Fraction max, List<Statement>? steps)
    {
        var clamped = Fraction.Clamp(points, Fraction.Zero, max);
        if (clamped != points) steps?.Add(Statement.Of(Codes.Clamped, ("points", points), ("max", max)));
        var published = clamped.RoundHalfAwayFromZero(PublishedDecimals);
        if (Fraction.From(published) != clamped) steps?.Add(Statement.Of(Codes.Rounded, ("exact", clamped), ("points", published)));
        return published;
    }

    private (decimal Score, ReviewLevel Level)? Reviewed(CompiledNode node, ref NodeFlags flags)
    {
        var byDistrict = _input.DistrictReview?.Scores.GetValueOrDefault(node.Code);
        if ((byDistrict ?? _input.ZoneReview?.Scores.GetValueOrDefault(node.Code)) is not { } given) return null;

        // After an amendment that lowered a maximum, an earlier score may lie above it (scoring semantics, section 3.7). A score
        // that fits settles what was claimed above it.
        flags = given.Score > node.Max ? flags | NodeFlags.Clamped : flags & ~NodeFlags.Clamped;
        var level = byDistrict is null ? ReviewLevel.Zone : ReviewLevel.District;
        return (Publish(given.Score, _scheme.Maxima[node.Index], steps: null), level);
    }

    private decimal Final(decimal? self, (decimal Score, ReviewLevel Level)? reviewed, decimal? review, List<Statement>? steps)
    {
        if (!_isSubmitted)
        {
            steps?.Add(Statement.Of(Codes.NotSubmitted));
            return 0.00m;
        }

        if (review is { } score)
        {
            var code = reviewed?.Level switch
            {
                ReviewLevel.District => Codes.FinalByDistrict,
                ReviewLevel.Zone => Codes.FinalByZone,
                _ => Codes.FinalDistrictFact,
            };
            steps?.Add(Statement.Of(code, ("points", score)));
            return score;
        }

        if (_scheme.Definition.Unreviewed == UnreviewedPolicy.Self)
        {
            steps?.Add(Statement.Of(Codes.FinalSelf, ("points", self)));
            return self ?? 0.00m;
        }

        steps?.Add(Statement.Of(Codes.FinalUnreviewed));
        return 0.00m;
    }

    /// <summary>Inner nodes from the last to the first: in document order a parent stands before its items.</summary>
    private void ScoreInnerNodes()
    {
        var sums = new NodeSums[_scheme.FirstBonus];
        for (var index = _scheme.FirstBonus - 1; index >= 0; index--)
        {
            var node = _scheme.Nodes[index];
            if (node.Kind == NodeKind.Inner) _nodes[index] = sums[index].ToScore(node, _recorder?.StepsOf(index));
            if (node.Parent >= 0) sums[node.Parent].Add(_nodes[index], node.Max!.Value);
        }
    }

    private NodeScore Bonus(CompiledBonus bonus)
    {
        var steps = _recorder?.StepsOf(bonus.Index);
        var sum = BonusRules.Sum(bonus, _facts[bonus.Awards.Index].Awards ?? [], _scheme.Definition.Bonus.Stacking, steps);
        var isCapped = bonus.Cap is { } cap && sum > cap;
        if (isCapped) steps?.Add(Statement.Of(Codes.BonusCapped, ("sum", sum), ("cap", bonus.Cap)));
        var points = Fraction.From(isCapped ? bonus.Cap!.Value : sum).RoundHalfAwayFromZero(PublishedDecimals);
        var isDistricts = bonus.Awards.Definition.Level == FactLevel.District;
        return new(
            isDistricts ? null : points,
            isDistricts ? points : null,
            _isSubmitted ? points : 0.00m,
            isCapped ? NodeFlags.BonusCapped : NodeFlags.None);
    }

    private (decimal Base, decimal Bonus, decimal Late, decimal Total, decimal? Self) Total()
    {
        if (_input.Evaluation is not { } evaluation)
        {
            _recorder?.Total.Add(Statement.Of(Codes.NotSubmitted));
            return (0.00m, 0.00m, 0.00m, 0.00m, null);
        }

        var (sections, self) = (0.00m, 0.00m);
        foreach (var index in _scheme.TopSections)
        {
            sections += _nodes[index].Final ?? 0;
            self += _nodes[index].Self ?? 0;
        }

        var (bonus, selfBonus) = (0.00m, 0.00m);
        for (var index = _scheme.FirstBonus; index < _nodes.Length; index++)
        {
            bonus += _nodes[index].Final ?? 0;
            selfBonus += _nodes[index].Self ?? 0;
        }

        var late = OutcomeRules.LateDeduction(_scheme.Definition.Late, evaluation.DaysLate);
        var counted = Capped(bonus);
        var total = Math.Max(sections + counted - late, 0.00m);
        if (counted != bonus) _recorder?.Total.Add(Statement.Of(Codes.TotalBonusCapped, ("sum", bonus), ("cap", counted)));
        if (late > 0) _recorder?.Total.Add(Statement.Of(Codes.TotalLate, ("days", evaluation.DaysLate), ("points", late)));
        _recorder?.Total.Add(Statement.Of(Codes.Total, ("base", sections), ("bonus", counted), ("late", late), ("total", total)));
        return (sections, counted, late, total, Math.Max(self + Capped(selfBonus) - late, 0.00m));
    }

    private decimal Capped(decimal bonus) =>
        _scheme.Definition.Bonus.Cap is { } cap && bonus > cap ? Fraction.From(cap).RoundHalfAwayFromZero(PublishedDecimals) : bonus;
}
