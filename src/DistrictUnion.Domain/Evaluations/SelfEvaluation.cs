using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Rounds;
using DistrictUnion.Domain.Scoring;

namespace DistrictUnion.Domain.Evaluations;

/// <summary>Stored state of a self-evaluation; closing and publishing the round add "locked" and "published".</summary>
public enum EvaluationState
{
    /// <summary>Being typed, withdrawn or returned.</summary>
    Draft,

    /// <summary>Handed in.</summary>
    Submitted,

    /// <summary>Reviewed by the zone.</summary>
    ZoneReviewed,

    /// <summary>Reviewed by the district.</summary>
    DistrictReviewed,
}

/// <summary>
/// A school's self-evaluation of one round (学期自评). Facts and claims count while it is submitted or further. The first
/// submission fixes lateness; a return keeps it, a withdrawal resets it.
/// </summary>
public sealed class SelfEvaluation : AggregateRoot, ISchoolOwned
{
    private SelfEvaluation()
    {
    }

    /// <inheritdoc/>
    public DistrictId DistrictId { get; private set; }

    /// <summary>Round.</summary>
    public RoundId RoundId { get; private set; }

    /// <inheritdoc/>
    public SchoolId SchoolId { get; private set; }

    /// <summary>State.</summary>
    public EvaluationState State { get; private set; }

    /// <summary>What was typed, as JSON: facts, claims, requests of "not applicable", comments, notes.</summary>
    public string Content { get; private set; } = "{}";

    /// <summary>What was handed in last; null before that and after a withdrawal. All that district staff ever see.</summary>
    public string? HandedIn { get; private set; }

    /// <summary>Whether it was returned and not handed in again.</summary>
    public bool Returned { get; private set; }

    /// <summary>Why it was returned.</summary>
    public string? ReturnReason { get; private set; }

    /// <summary>What is wanted of single leaves, by their codes, besides <see cref="ReturnReason"/>.</summary>
    public IReadOnlyDictionary<string, string>? ReturnReasons { get; private set; }

    /// <summary>What was handed in before it was returned; null before it ever was. What changed since is seen against it.</summary>
    public string? HandedInBefore { get; private set; }

    /// <summary>Which files were handed in last, as JSON; null before that. Files change after a return, so this is what changes are seen against.</summary>
    public string? EvidenceHandedIn { get; private set; }

    /// <summary>Which files were handed in before it was returned; null before it ever was.</summary>
    public string? EvidenceHandedInBefore { get; private set; }

    /// <summary>Server receipt of the submission that fixed lateness.</summary>
    public DateTimeOffset? ReceivedAt { get; private set; }

    /// <summary>Days late, 0 when on time; null before the first submission.</summary>
    public int? DaysLate { get; private set; }

    /// <summary>Why district staff entered it on the school's behalf, shown to the school; null once the school itself writes again.</summary>
    public string? OnBehalfReason { get; private set; }

    /// <summary>Answers that were carried over from an earlier round, by their path (<c>facts.members</c>, <c>claims.A1</c>); null: none were.</summary>
    public IReadOnlyDictionary<string, AnswerOrigin>? Origins { get; private set; }

    /// <summary>How often it was reviewed.</summary>
    public int ReviewCount { get; private set; }

    /// <summary>Whether facts and claims count.</summary>
    public bool Counts => State != EvaluationState.Draft;

    /// <summary>Starts a draft.</summary>
    public static SelfEvaluation Start(DistrictId district, RoundId round, SchoolId school, string content, string? onBehalfReason) =>
        new() { DistrictId = district, RoundId = round, SchoolId = school, Content = content, OnBehalfReason = onBehalfReason };

    /// <summary>The refusal to change what was typed; null while it is a draft.</summary>
    public Error? RefuseUnlessEditable() => State == EvaluationState.Draft ? null : Refusal("evaluation.notEditable");

    /// <summary>Replaces what was typed.</summary>
    public Error? Write(string content, string? onBehalfReason)
    {
        if (RefuseUnlessEditable() is { } refusal)
            return refusal;
        Content = content;

        // What the school types over an entry on its behalf is its own again, and nobody else's to see.
        OnBehalfReason = onBehalfReason;
        return null;
    }

    /// <summary>Notes where answers were carried over from and what has become of them.</summary>
    public void Trace(IReadOnlyDictionary<string, AnswerOrigin>? origins) => Origins = origins is { Count: > 0 } ? origins : null;

    /// <summary>Hands the evaluation in.</summary>
    /// <param name="now">Server receipt.</param>
    /// <param name="dueAt">First late instant for this school.</param>
    public Error? Submit(DateTimeOffset now, DateTimeOffset dueAt)
    {
        if (State != EvaluationState.Draft)
            return Refusal("evaluation.alreadySubmitted");
        if (Returned)
            (HandedInBefore, EvidenceHandedInBefore) = (HandedIn, EvidenceHandedIn);
        (State, HandedIn, Returned, ReturnReason, ReturnReasons) = (EvaluationState.Submitted, Content, false, null, null);
        if (ReceivedAt is null)
            (ReceivedAt, DaysLate) = (now, Deadline.DaysLate(now, dueAt));
        Raise(new EvaluationSubmitted(RoundId, SchoolId));
        return null;
    }

    /// <summary>Notes which files went with the submission.</summary>
    public void NoteEvidence(string files) => EvidenceHandedIn = files;

    /// <summary>Judges lateness again after the school's deadline moved.</summary>
    public void Reconsider(DateTimeOffset dueAt)
    {
        if (ReceivedAt is { } received)
            DaysLate = Deadline.DaysLate(received, dueAt);
    }

    /// <summary>Takes the evaluation back before anyone reviewed it; lateness starts anew.</summary>
    public Error? Withdraw()
    {
        if (State != EvaluationState.Submitted)
            return Refusal("evaluation.notWithdrawable");
        (State, HandedIn, ReceivedAt, DaysLate) = (EvaluationState.Draft, null, null, null);
        return null;
    }

    /// <summary>Returns the evaluation with a reason; it no longer counts.</summary>
    /// <param name="reason">Why.</param>
    /// <param name="leaves">What is wanted of single leaves, by their codes.</param>
    public Error? Return(string reason, IReadOnlyDictionary<string, string>? leaves = null)
    {
        if (!Counts)
            return Refusal("evaluation.notSubmitted");
        (State, Returned, ReturnReason, ReturnReasons) = (EvaluationState.Draft, true, reason, leaves);
        Raise(new EvaluationReturned(RoundId, SchoolId, reason));
        return null;
    }

    /// <summary>Notes that a level reviewed it; the review counts as a change, so that the second of two reviewers is told.</summary>
    public Error? MarkReviewed(ReviewLevel level)
    {
        if (!Counts)
            return Refusal("evaluation.notSubmitted");
        ReviewCount++;
        if (level == ReviewLevel.District)
            State = EvaluationState.DistrictReviewed;
        else if (State == EvaluationState.Submitted)
            State = EvaluationState.ZoneReviewed;
        Raise(new EvaluationReviewed(RoundId, SchoolId, level));
        return null;
    }

    /// <summary>Puts it back to where it was before a bulk decision that nobody acted on since.</summary>
    /// <param name="before">State that it had.</param>
    public void Restore(EvaluationState before) =>
        (State, Returned, ReturnReason, ReturnReasons) = (before, false, null, null);

    private ConflictError Refusal(string code) => new(code, Words.Camel(State), State switch
    {
        EvaluationState.Draft => ["put", "submit"],
        EvaluationState.Submitted => ["withdraw", "return", "review"],
        _ => ["return", "review"],
    });
}

/// <summary>A school handed in its self-evaluation.</summary>
public sealed record EvaluationSubmitted(RoundId Round, SchoolId School) : IDomainEvent;

/// <summary>A self-evaluation was returned.</summary>
public sealed record EvaluationReturned(RoundId Round, SchoolId School, string Reason) : IDomainEvent;

/// <summary>A level reviewed a school.</summary>
public sealed record EvaluationReviewed(RoundId Round, SchoolId School, ReviewLevel Level) : IDomainEvent;
