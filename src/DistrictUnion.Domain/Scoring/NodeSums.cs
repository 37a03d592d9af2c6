using DistrictUnion.Domain.Common;
using Codes = DistrictUnion.Domain.Scoring.ExplanationCodes;

namespace DistrictUnion.Domain.Scoring;

/// <summary>
/// Running sums of a node's children. When some child doesn't apply, what the others earned is rescaled to the node's own
/// maximum; a node with no applicable child doesn't apply itself (scoring semantics, section 2, "Missing and not applicable").
/// </summary>
internal struct NodeSums
{
    private decimal _self;
    private decimal _review;
    private decimal _final;
    private decimal _applicableMax;
    private int _children;
    private int _applicable;
    private int _withSelf;
    private int _withReview;

    public void Add(in NodeScore child, decimal max)
    {
        _children++;
        if (child.Flags.HasFlag(NodeFlags.NotApplicable)) return;
        _applicable++;
        _applicableMax += max;
        _final += child.Final ?? 0;
        if (child.Self is { } self)
        {
            _self += self;
            _withSelf++;
        }

        if (child.Review is { } review)
        {
            _review += review;
            _withReview++;
        }
    }

    /// <summary>
    /// Scores of the node. The school's own score sums what the school has scores for; a reviewers' score exists once every
    /// applicable child has one, because a part of it would read like a bad result.
    /// </summary>
    public readonly NodeScore ToScore(CompiledNode node, List<Statement>? steps)
    {
        if (_applicable == 0)
        {
            steps?.Add(Statement.Of(Codes.InnerNotApplicable));
            return new(null, null, null, NodeFlags.NotApplicable);
        }

        var isRescaled = _applicable < _children;
        var final = Publish(_final, node, isRescaled);
        steps?.Add(isRescaled
            ? Statement.Of(Codes.InnerRescaled, ("earned", _final), ("applicable", _applicableMax), ("max", node.Max), ("points", final))
            : Statement.Of(Codes.InnerSum, ("points", final)));
        return new(
            _withSelf > 0 ? Publish(_self, node, isRescaled) : null,
            _withReview == _applicable ? Publish(_review, node, isRescaled) : null,
            final,
            isRescaled ? NodeFlags.Rescaled : NodeFlags.None);
    }

    private readonly decimal Publish(decimal sum, CompiledNode node, bool isRescaled) =>
        isRescaled ? (Fraction.From(sum) * node.Max!.Value / _applicableMax).RoundHalfAwayFromZero(2) : sum;
}
