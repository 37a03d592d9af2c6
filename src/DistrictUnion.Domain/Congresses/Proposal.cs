using DistrictUnion.Domain.Common;

namespace DistrictUnion.Domain.Congresses;

/// <summary>
/// A proposal of staff to their congress (提案). It belongs to the congress by whose deadline it was handed in, and waits for the next
/// one where there is none. A reply that the proposer isn't satisfied with is given once more, and only once.
/// </summary>
public sealed class Proposal : AggregateRoot, ISchoolOwned
{
    /// <summary>Most who sign.</summary>
    public const int MostSigners = 100;

    private Proposal()
    {
    }

    /// <inheritdoc/>
    public DistrictId DistrictId { get; private set; }

    /// <summary>Public identifier.</summary>
    public ProposalId Id { get; private set; }

    /// <inheritdoc/>
    public SchoolId SchoolId { get; private set; }

    /// <summary>Congress that deals with it; null: it is a draft, or waits for the next one.</summary>
    public CongressId? CongressId { get; private set; }

    /// <summary>Number at its congress, from 1.</summary>
    public int? Number { get; private set; }

    /// <summary>What it is about.</summary>
    public string Heading { get; private set; } = "";

    /// <summary>Why.</summary>
    public string Grounds { get; private set; } = "";

    /// <summary>What should be done.</summary>
    public string Suggestion { get; private set; } = "";

    /// <summary>Who proposes.</summary>
    public ProposalSigner Proposer { get; private set; } = null!;

    /// <summary>Who signs with them.</summary>
    public IReadOnlyList<ProposalSigner> CoSigners { get; private set; } = [];

    /// <summary>Code of the proposer's branch; null: not told.</summary>
    public string? Branch { get; private set; }

    /// <summary>Where it stands.</summary>
    public ProposalState State { get; private set; }

    /// <summary>Business day on which it was handed in.</summary>
    public DateOnly? SubmittedOn { get; private set; }

    /// <summary>Opinion of the screening.</summary>
    public string? Opinion { get; private set; }

    /// <summary>Proposal that took it up.</summary>
    public ProposalId? MergedInto { get; private set; }

    /// <summary>Who is to reply.</summary>
    public ProposalTask? Assignment { get; private set; }

    /// <summary>Replies, the oldest first; two at most.</summary>
    public IReadOnlyList<ProposalReply> Replies { get; private set; } = [];

    /// <summary>Day of the reply that stands; null: there is none.</summary>
    public DateOnly? RepliedOn { get; private set; }

    /// <summary>What the proposer thinks of the reply that stands; null: not asked yet.</summary>
    public ProposalRating? Rating { get; private set; }

    /// <summary>Whether it was given back once.</summary>
    public bool IsReopened { get; private set; }

    /// <summary>What happened to it.</summary>
    public IReadOnlyList<CongressStep> Trail { get; private set; } = [];

    /// <summary>Writes a draft.</summary>
    public static Proposal Write(DistrictId district, SchoolId school, ProposalText text, string actor, DateTimeOffset now)
    {
        var proposal = new Proposal { DistrictId = district, Id = ProposalId.New(), SchoolId = school };
        proposal.Tell(text);
        proposal.Go("write", actor, now);
        return proposal;
    }

    /// <summary>Writes the draft anew.</summary>
    public Error? Change(ProposalText text)
    {
        if (State != ProposalState.Draft)
            return Refusal();
        Tell(text);
        return null;
    }

    /// <summary>Hands it in; which congress deals with it is told next.</summary>
    public Error? Submit(DateOnly on, int leastCoSigners, string actor, DateTimeOffset now)
    {
        if (State != ProposalState.Draft)
            return Refusal();
        if (CoSigners.Count < leastCoSigners)
            return ValidationError.Of("coSigners", "proposal.coSigners", ("least", leastCoSigners));
        (State, SubmittedOn) = (ProposalState.Submitted, on);
        Go("submit", actor, now);
        return null;
    }

    /// <summary>Gives it to a congress under a number there, or lets it wait.</summary>
    public void Join(CongressId? congress, int? number) => (CongressId, Number) = (congress, number);

    /// <summary>Takes it back to write on.</summary>
    public Error? Withdraw(string actor, DateTimeOffset now)
    {
        if (State != ProposalState.Submitted)
            return Refusal();
        (State, SubmittedOn, CongressId, Number) = (ProposalState.Draft, null, null, null);
        Go("withdraw", actor, now);
        return null;
    }

    /// <summary>Screens it.</summary>
    public Error? Screen(ProposalDecision decision, string? opinion, ProposalId? into, string actor, DateTimeOffset now)
    {
        if (State != ProposalState.Submitted)
            return Refusal();
        State = decision switch
        {
            ProposalDecision.Accepted => ProposalState.Accepted,
            ProposalDecision.Merged => ProposalState.Merged,
            ProposalDecision.NotAccepted => ProposalState.NotAccepted,
            _ => ProposalState.Suggestion,
        };
        (Opinion, MergedInto) = (opinion, into);
        Go("screen", actor, now);
        return null;
    }

    /// <summary>Takes the screening back.</summary>
    public Error? Unscreen(string actor, DateTimeOffset now)
    {
        if (State is not (ProposalState.Accepted or ProposalState.Merged or ProposalState.NotAccepted or ProposalState.Suggestion))
            return Refusal();
        (State, Opinion, MergedInto) = (ProposalState.Submitted, null, null);
        Go("unscreen", actor, now);
        return null;
    }

    /// <summary>Says who is to reply; anew while there is no reply.</summary>
    public Error? Assign(ProposalTask assignment, string actor, DateTimeOffset now)
    {
        if (State is not (ProposalState.Accepted or ProposalState.Assigned))
            return Refusal();
        (State, Assignment) = (ProposalState.Assigned, assignment);
        Go("assign", actor, now);
        return null;
    }

    /// <summary>Takes the assignment back.</summary>
    public Error? Unassign(string actor, DateTimeOffset now)
    {
        if (State != ProposalState.Assigned || IsReopened)
            return Refusal();
        (State, Assignment) = (ProposalState.Accepted, null);
        Go("unassign", actor, now);
        return null;
    }

    /// <summary>Records the reply.</summary>
    public Error? Reply(string text, DateOnly on, string actor, DateTimeOffset now)
    {
        if (State != ProposalState.Assigned)
            return Refusal();
        Replies = [.. Replies, new ProposalReply(text, on, actor)];
        (State, RepliedOn) = (ProposalState.Replied, on);
        Go("reply", actor, now);
        return null;
    }

    /// <summary>Takes the reply back.</summary>
    public Error? RetractReply(string actor, DateTimeOffset now)
    {
        if (State != ProposalState.Replied)
            return Refusal();
        (State, Replies, RepliedOn) = (ProposalState.Assigned, [.. Replies.SkipLast(1)], null);
        Go("retractReply", actor, now);
        return null;
    }

    /// <summary>Records what the proposer thinks of the reply.</summary>
    public Error? Rate(ProposalRating rating, string? remark, string actor, DateTimeOffset now)
    {
        if (State != ProposalState.Replied)
            return Refusal();
        Replies = [.. Replies.SkipLast(1), Replies[^1] with { Rating = rating, Remark = remark }];
        (State, Rating) = (ProposalState.Rated, rating);
        Go("rate", actor, now);
        return null;
    }

    /// <summary>Takes the rating back.</summary>
    public Error? Unrate(string actor, DateTimeOffset now)
    {
        if (State != ProposalState.Rated)
            return Refusal();
        Replies = [.. Replies.SkipLast(1), Replies[^1] with { Rating = null, Remark = null }];
        (State, Rating) = (ProposalState.Replied, null);
        Go("unrate", actor, now);
        return null;
    }

    /// <summary>Gives it back for another reply, once, because the proposer isn't satisfied.</summary>
    public Error? Reopen(string actor, DateTimeOffset now)
    {
        if (State != ProposalState.Rated)
            return Refusal();
        if (IsReopened)
            return new ConflictError("proposal.reopenedOnce", Words.Camel(State), Allowed());
        if (Rating != ProposalRating.Dissatisfied)
            return new ConflictError("proposal.notDissatisfied", Words.Camel(State), Allowed());
        (State, IsReopened, Rating, RepliedOn) = (ProposalState.Assigned, true, null, null);
        Go("reopen", actor, now);
        return null;
    }

    /// <summary>Takes back that it was given back: the first reply and its rating stand again.</summary>
    public Error? Close(string actor, DateTimeOffset now)
    {
        if (State != ProposalState.Assigned || !IsReopened)
            return Refusal();
        (State, IsReopened, Rating, RepliedOn) = (ProposalState.Rated, false, Replies[^1].Rating, Replies[^1].On);
        Go("close", actor, now);
        return null;
    }

    /// <summary>What may be done next, by name.</summary>
    public IReadOnlyList<string> Allowed() => State switch
    {
        ProposalState.Draft => ["change", "submit", "remove"],
        ProposalState.Submitted => ["screen", "withdraw"],
        ProposalState.Accepted => ["assign", "unscreen"],
        ProposalState.Merged or ProposalState.NotAccepted or ProposalState.Suggestion => ["unscreen"],
        ProposalState.Assigned => IsReopened ? ["reply", "assign", "close"] : ["reply", "assign", "unassign"],
        ProposalState.Replied => ["rate", "retractReply"],
        _ => !IsReopened && Rating == ProposalRating.Dissatisfied ? ["reopen", "unrate"] : ["unrate"],
    };

    /// <summary>The refusal of what the state doesn't allow.</summary>
    public ConflictError Refusal() => new("proposal.state", Words.Camel(State), Allowed());

    private void Tell(ProposalText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        (Heading, Grounds, Suggestion) = (text.Title, text.Grounds, text.Suggestion);
        (Proposer, CoSigners, Branch) = (text.Proposer, text.CoSigners, text.Proposer.Branch);
    }

    private void Go(string step, string actor, DateTimeOffset now) => Trail = [.. Trail, new CongressStep(step, actor, now, null)];
}
