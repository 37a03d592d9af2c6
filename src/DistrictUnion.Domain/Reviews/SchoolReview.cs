using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Scoring;

namespace DistrictUnion.Domain.Reviews;

/// <summary>What one level says of one school in one round.</summary>
public sealed class SchoolReview : ISchoolOwned, IKeepsOwnHistory
{
    private SchoolReview()
    {
    }

    /// <inheritdoc/>
    public DistrictId DistrictId { get; private set; }

    /// <summary>Round.</summary>
    public RoundId RoundId { get; private set; }

    /// <inheritdoc/>
    public SchoolId SchoolId { get; private set; }

    /// <summary>Level.</summary>
    public ReviewLevel Level { get; private set; }

    /// <summary>Scores by leaf code.</summary>
    public IReadOnlyDictionary<string, ReviewScore> Scores { get; private set; } = new Dictionary<string, ReviewScore>();

    /// <summary>Leaves that don't apply; null when this level said nothing about it.</summary>
    public IReadOnlyList<string>? NotApplicable { get; private set; }

    /// <summary>A review without words yet.</summary>
    public static SchoolReview For(DistrictId district, RoundId round, SchoolId school, ReviewLevel level) =>
        new() { DistrictId = district, RoundId = round, SchoolId = school, Level = level };

    /// <summary>Scores a leaf; the change to record, or null when the score and reason stay as they are.</summary>
    public ReviewChange? Score(string node, ReviewScore score)
    {
        var old = Scores.GetValueOrDefault(node);
        if (old is not null && old.Score == score.Score && old.Reason == score.Reason)
            return null;
        Scores = new Dictionary<string, ReviewScore>(Scores, StringComparer.Ordinal) { [node] = score };
        return ReviewChange.Record(this, node, old?.Score, score);
    }

    /// <summary>Lists the leaves that don't apply; true when that changes anything.</summary>
    public bool List(IReadOnlyList<string> notApplicable)
    {
        var sorted = notApplicable.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        if (NotApplicable?.SequenceEqual(sorted, StringComparer.Ordinal) == true)
            return false;
        NotApplicable = sorted;
        return true;
    }
}

/// <summary>One change of a reviewer's score: old value, new value, person, reason. Only ever added to.</summary>
public sealed class ReviewChange : ISchoolOwned, IKeepsOwnHistory, IAppendOnly
{
    private ReviewChange()
    {
    }

    /// <inheritdoc/>
    public DistrictId DistrictId { get; private set; }

    /// <summary>Identifier, in time order.</summary>
    public Guid Id { get; private set; }

    /// <summary>Round.</summary>
    public RoundId RoundId { get; private set; }

    /// <inheritdoc/>
    public SchoolId SchoolId { get; private set; }

    /// <summary>Level.</summary>
    public ReviewLevel Level { get; private set; }

    /// <summary>Leaf.</summary>
    public string Node { get; private set; } = "";

    /// <summary>Score before, in points; null: none.</summary>
    public decimal? OldScore { get; private set; }

    /// <summary>Score after, in points.</summary>
    public decimal NewScore { get; private set; }

    /// <summary>Why.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>Who.</summary>
    public string Actor { get; private set; } = "";

    /// <summary>When (UTC).</summary>
    public DateTimeOffset At { get; private set; }

    internal static ReviewChange Record(SchoolReview review, string node, decimal? oldScore, ReviewScore score) => new()
    {
        DistrictId = review.DistrictId,
        Id = Guid.CreateVersion7(),
        RoundId = review.RoundId,
        SchoolId = review.SchoolId,
        Level = review.Level,
        Node = node,
        OldScore = oldScore,
        NewScore = score.Score,
        Reason = score.Reason,
        Actor = score.Actor,
        At = score.At,
    };
}
