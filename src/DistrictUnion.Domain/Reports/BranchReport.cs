using DistrictUnion.Domain.Common;

namespace DistrictUnion.Domain.Reports;

/// <summary>State of a branch report: draft → submitted → accepted | returned.</summary>
public enum ReportState
{
    /// <summary>Being typed.</summary>
    Draft,

    /// <summary>Handed in.</summary>
    Submitted,

    /// <summary>Accepted by the school.</summary>
    Accepted,

    /// <summary>Sent back with a reason.</summary>
    Returned,
}

/// <summary>
/// What a branch tells of one round. There is one report per branch and round, reachable under every school the branch
/// belonged to in the window. Its facts count while it is submitted or accepted.
/// </summary>
public sealed class BranchReport : AggregateRoot, IBranchOwned
{
    private BranchReport()
    {
    }

    /// <inheritdoc/>
    public DistrictId DistrictId { get; private set; }

    /// <summary>Round.</summary>
    public RoundId RoundId { get; private set; }

    /// <inheritdoc/>
    public BranchId BranchId { get; private set; }

    /// <summary>State.</summary>
    public ReportState State { get; private set; }

    /// <summary>What was typed, as JSON: facts, events, notes.</summary>
    public string Content { get; private set; } = "{}";

    /// <summary>When it was handed in last.</summary>
    public DateTimeOffset? SubmittedAt { get; private set; }

    /// <summary>Why it was returned.</summary>
    public string? ReturnReason { get; private set; }

    /// <summary>Why district staff entered it on the branch's behalf, shown to the school; null once the school itself writes again.</summary>
    public string? OnBehalfReason { get; private set; }

    /// <summary>Whether its facts count.</summary>
    public bool Counts => State is ReportState.Submitted or ReportState.Accepted;

    /// <summary>Starts a draft.</summary>
    public static BranchReport Start(DistrictId district, RoundId round, BranchId branch, string content, string? onBehalfReason) =>
        new() { DistrictId = district, RoundId = round, BranchId = branch, Content = content, OnBehalfReason = onBehalfReason };

    /// <summary>Replaces what was typed.</summary>
    public Error? Write(string content, string? onBehalfReason)
    {
        if (State is not (ReportState.Draft or ReportState.Returned))
            return Refusal("report.notEditable");
        Content = content;

        // What the school types over an entry on its behalf is its own again, and nobody else's to see.
        OnBehalfReason = onBehalfReason;
        return null;
    }

    /// <summary>Hands the report in.</summary>
    public Error? Submit(DateTimeOffset now)
    {
        if (State is not (ReportState.Draft or ReportState.Returned))
            return Refusal("report.alreadySubmitted");
        (State, SubmittedAt, ReturnReason) = (ReportState.Submitted, now, null);
        Raise(new ReportSubmitted(RoundId, BranchId));
        return null;
    }

    /// <summary>Accepts the report.</summary>
    public Error? Accept()
    {
        if (State != ReportState.Submitted)
            return Refusal("report.notSubmitted");
        State = ReportState.Accepted;
        return null;
    }

    /// <summary>Returns the report with a reason; its facts no longer count.</summary>
    public Error? Return(string reason)
    {
        if (!Counts)
            return Refusal("report.notSubmitted");
        (State, ReturnReason) = (ReportState.Returned, reason);
        Raise(new ReportReturned(RoundId, BranchId, reason));
        return null;
    }

    private ConflictError Refusal(string code) => new(code, Words.Camel(State), State switch
    {
        ReportState.Draft or ReportState.Returned => ["put", "submit"],
        ReportState.Submitted => ["accept", "return"],
        _ => ["return"],
    });
}

/// <summary>A branch handed in its report.</summary>
public sealed record ReportSubmitted(RoundId Round, BranchId Branch) : IDomainEvent;

/// <summary>A branch report was returned.</summary>
public sealed record ReportReturned(RoundId Round, BranchId Branch, string Reason) : IDomainEvent;
