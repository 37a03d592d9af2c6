using DistrictUnion.Domain.Common;

namespace DistrictUnion.Domain.Votes;

/// <summary>Where a vote stands.</summary>
public enum VoteState
{
    /// <summary>Being prepared.</summary>
    Draft,

    /// <summary>Ballots are taken.</summary>
    Open,

    /// <summary>Counted; the result stands.</summary>
    Closed,

    /// <summary>Called off; its ballots count nowhere.</summary>
    Cancelled,
}

/// <summary>Who may vote and when.</summary>
/// <param name="Eligible">Eligible voters.</param>
/// <param name="OpensAt">First instant at which a ballot is taken; null: as soon as the vote is opened.</param>
/// <param name="ClosesAt">First instant at which none is taken any more; null: until the vote is closed.</param>
public sealed record VoteTerms(int Eligible, DateTimeOffset? OpensAt, DateTimeOffset? ClosesAt);

/// <summary>
/// A secret vote of a school's people on one fact of the scheme (民主测评). It knows how many may vote, never who did. A void vote can be
/// repeated; the earlier one stays.
/// </summary>
public sealed class DemocraticVote : AggregateRoot, ISchoolOwned
{
    private DemocraticVote()
    {
    }

    /// <inheritdoc/>
    public DistrictId DistrictId { get; private set; }

    /// <summary>Identifier.</summary>
    public VoteId Id { get; private set; }

    /// <summary>Round.</summary>
    public RoundId RoundId { get; private set; }

    /// <inheritdoc/>
    public SchoolId SchoolId { get; private set; }

    /// <summary>Code of the fact that the vote fills.</summary>
    public string Fact { get; private set; } = "";

    /// <summary>1 for the first vote on the fact, 2 for its repetition and so on.</summary>
    public int Number { get; private set; }

    /// <summary>First letters of every receipt of this vote, by which a receipt finds it.</summary>
    public string ReceiptPrefix { get; private set; } = "";

    /// <summary>Eligible voters.</summary>
    public int Eligible { get; private set; }

    /// <summary>First instant at which a ballot is taken (UTC).</summary>
    public DateTimeOffset? OpensAt { get; private set; }

    /// <summary>First instant at which none is taken any more (UTC).</summary>
    public DateTimeOffset? ClosesAt { get; private set; }

    /// <summary>State.</summary>
    public VoteState State { get; private set; }

    /// <summary>Links made so far, those withdrawn included.</summary>
    public int LinksMade { get; private set; }

    /// <summary>When it was closed or cancelled (UTC).</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Why it was cancelled.</summary>
    public string? Reason { get; private set; }

    /// <summary>Whether another vote on the same fact may follow: this one was called off.</summary>
    public bool IsCancelled => State == VoteState.Cancelled;

    private IReadOnlyList<string> Allowed => State switch
    {
        VoteState.Draft => ["open", "links", "cancel"],
        VoteState.Open => ["close", "links", "cancel"],
        _ => [],
    };

    /// <summary>Prepares a vote.</summary>
    public static DemocraticVote Prepare(DistrictId district, RoundId round, SchoolId school, string fact, int number, string receiptPrefix, VoteTerms terms)
    {
        var vote = new DemocraticVote
        {
            DistrictId = district,
            Id = VoteId.New(),
            RoundId = round,
            SchoolId = school,
            Fact = fact,
            Number = number,
            ReceiptPrefix = receiptPrefix,
        };
        vote.Set(terms);
        return vote;
    }

    /// <summary>Changes who may vote and when; only before links are out, because each stands for one eligible voter.</summary>
    public Error? Plan(VoteTerms terms)
    {
        if (State != VoteState.Draft || LinksMade > 0)
            return Refusal("vote.notDraft");
        Set(terms);
        return null;
    }

    /// <summary>Begins to take ballots.</summary>
    public Error? Open(DateTimeOffset now)
    {
        if (State != VoteState.Draft)
            return Refusal("vote.notDraft");
        if (now >= ClosesAt)
            return Refusal("vote.over");
        State = VoteState.Open;
        return null;
    }

    /// <summary>Ends the vote for good; its ballots are counted.</summary>
    public Error? Close(DateTimeOffset now)
    {
        if (State != VoteState.Open)
            return Refusal("vote.notOpen");
        (State, EndedAt) = (VoteState.Closed, now);
        return null;
    }

    /// <summary>Calls the vote off; its ballots count nowhere.</summary>
    public Error? Cancel(string reason, DateTimeOffset now)
    {
        if (State is not (VoteState.Draft or VoteState.Open))
            return Refusal("vote.ended");
        (State, Reason, EndedAt) = (VoteState.Cancelled, reason, now);
        return null;
    }

    /// <summary>Notes that links were made, unless they would be more than there are voters.</summary>
    /// <param name="count">Links to make.</param>
    /// <param name="taken">Unused links that stay valid, and ballots already cast.</param>
    public Error? MakeLinks(int count, int taken)
    {
        if (State is not (VoteState.Draft or VoteState.Open))
            return Refusal("vote.ended");
        if (taken + count > Eligible)
            return ValidationError.Of("count", "vote.tooManyLinks", ("left", Eligible - taken));
        LinksMade += count;
        return null;
    }

    /// <summary>Whether a ballot is taken at an instant.</summary>
    public bool TakesBallotsAt(DateTimeOffset now) => State == VoteState.Open && !(now < OpensAt) && !(now >= ClosesAt);

    /// <summary>The refusal of what the state doesn't allow.</summary>
    public ConflictError Refusal(string code) => new(code, Words.Camel(State), Allowed);

    private void Set(VoteTerms terms) => (Eligible, OpensAt, ClosesAt) = (terms.Eligible, terms.OpensAt, terms.ClosesAt);
}
