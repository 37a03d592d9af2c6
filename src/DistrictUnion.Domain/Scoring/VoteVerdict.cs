using DistrictUnion.Domain.Schemes;

namespace DistrictUnion.Domain.Scoring;

/// <summary>Whether a counted vote gives a result.</summary>
public enum VoteVerdict
{
    /// <summary>It does.</summary>
    Valid,

    /// <summary>Too few of the eligible voters returned a ballot: void.</summary>
    NoQuorum,

    /// <summary>No ballot is valid: void.</summary>
    NoValid,

    /// <summary>Too few voters or ballots to keep each secret: no result is shown.</summary>
    TooSmall,
}

/// <summary>Judges a counted vote, for its leaf and for whoever ran it.</summary>
public static class VoteJudgement
{
    /// <summary>Fewest eligible voters and valid ballots of a vote whose result is shown.</summary>
    public const int SmallestShownVote = 5;

    /// <summary>The verdict under a quorum.</summary>
    public static VoteVerdict Of(BallotsValue vote, Quorum quorum)
    {
        var valid = vote.Returned - vote.Invalid;
        if ((Int128)vote.Returned * quorum.Denominator < (Int128)vote.Eligible * quorum.Numerator)
            return VoteVerdict.NoQuorum;
        if (valid <= 0)
            return VoteVerdict.NoValid;
        return IsTooSmall(vote.Eligible, valid) ? VoteVerdict.TooSmall : VoteVerdict.Valid;
    }

    /// <summary>Whether choices could be guessed from the counts, whatever the quorum.</summary>
    public static bool IsTooSmall(long eligible, long valid) => eligible < SmallestShownVote || valid < SmallestShownVote;

    /// <summary>The quorum that a scheme asks of votes on a fact: the highest of the leaves that read it.</summary>
    public static Quorum QuorumOf(CompiledScheme scheme, string fact)
    {
        var quorums = scheme.Nodes.Select(n => n.Rule switch
        {
            SurveyIndexRule index when index.Ballots == fact => index.Quorum,
            SurveyRateRule rate when rate.Ballots == fact => rate.Quorum,
            _ => null,
        }).OfType<Quorum>();
        return quorums.MaxBy(q => (decimal)q.Numerator / q.Denominator) ?? Quorum.Default;
    }
}
