using DistrictUnion.Domain.Common;

namespace DistrictUnion.Domain.Panels;

/// <summary>Where a judge is with a school.</summary>
public enum SeatState
{
    /// <summary>No score yet.</summary>
    Open,

    /// <summary>Scored, not handed in.</summary>
    Scored,

    /// <summary>Handed in.</summary>
    HandedIn,

    /// <summary>The judge left, and the score counts.</summary>
    Kept,

    /// <summary>The judge left, and a score doesn't count.</summary>
    Excluded,
}

/// <summary>How a seat ended.</summary>
public enum SeatEnding
{
    /// <summary>The judge recused (回避).</summary>
    Recused,

    /// <summary>The district removed the judge.</summary>
    Removed,
}

/// <summary>
/// A judge's seat at a school. It is never deleted once judges score: who leaves ends the seat, and whether the score counts is
/// decided and put down.
/// </summary>
public sealed class PanelSeat : AggregateRoot, ISchoolOwned, IKeepsOwnHistory
{
    private PanelSeat()
    {
    }

    /// <inheritdoc/>
    public DistrictId DistrictId { get; private set; }

    /// <summary>Panel.</summary>
    public PanelId PanelId { get; private set; }

    /// <inheritdoc/>
    public SchoolId SchoolId { get; private set; }

    /// <summary>User name of the judge.</summary>
    public string Judge { get; private set; } = "";

    /// <summary>State.</summary>
    public SeatState State { get; private set; }

    /// <summary>Score; null before any.</summary>
    public decimal? Score { get; private set; }

    /// <summary>What the judge noted for the district.</summary>
    public string? Comment { get; private set; }

    /// <summary>When it was handed in (UTC).</summary>
    public DateTimeOffset? HandedInAt { get; private set; }

    /// <summary>How the seat ended; null while it is in force.</summary>
    public SeatEnding? Ending { get; private set; }

    /// <summary>Why it ended.</summary>
    public string? EndReason { get; private set; }

    /// <summary>User name of who ended it.</summary>
    public string? EndedBy { get; private set; }

    /// <summary>When it ended (UTC).</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Whether the judge still sits here.</summary>
    public bool IsInForce => Ending is null;

    /// <summary>Whether the score counts.</summary>
    public bool Counts => State is SeatState.HandedIn or SeatState.Kept;

    /// <summary>Whether the seat fills one of the places that a school has.</summary>
    public bool FillsPlace => State != SeatState.Excluded;

    /// <summary>Seats a judge.</summary>
    public static PanelSeat For(DistrictId district, PanelId panel, SchoolId school, string judge) =>
        new() { DistrictId = district, PanelId = panel, SchoolId = school, Judge = judge };

    /// <summary>Scores; the change to record, or null when the score stays.</summary>
    public Result<PanelScoreChange?> Give(decimal score, string? comment, DateTimeOffset now)
    {
        if (State is not (SeatState.Open or SeatState.Scored))
            return Refusal("panel.handedIn");
        var change = Score == score ? null : PanelScoreChange.Record(this, score, now);
        (Score, Comment, State) = (score, comment, SeatState.Scored);
        return change;
    }

    /// <summary>Hands the score in.</summary>
    public Error? HandIn(DateTimeOffset now)
    {
        if (State != SeatState.Scored)
            return Refusal(State == SeatState.Open ? "panel.noScore" : "panel.handedIn");
        (State, HandedInAt) = (SeatState.HandedIn, now);
        return null;
    }

    /// <summary>Takes the score back, to change it.</summary>
    public Error? TakeBack()
    {
        if (State != SeatState.HandedIn)
            return Refusal("panel.notHandedIn");
        (State, HandedInAt) = (SeatState.Scored, null);
        return null;
    }

    /// <summary>Ends the seat. The score stays on record in any case.</summary>
    public void End(SeatEnding ending, bool keepsScore, string reason, string actor, DateTimeOffset now)
    {
        State = keepsScore && Score is not null ? SeatState.Kept : SeatState.Excluded;
        (Ending, EndReason, EndedBy, EndedAt) = (ending, reason, actor, now);
    }

    private ConflictError Refusal(string code) => new(code, Words.Camel(State), State switch
    {
        SeatState.Scored => ["submit"],
        SeatState.HandedIn => ["withdraw"],
        _ => [],
    });
}

/// <summary>One change of a judge's score. Only ever added to.</summary>
public sealed class PanelScoreChange : ISchoolOwned, IKeepsOwnHistory, IAppendOnly
{
    private PanelScoreChange()
    {
    }

    /// <inheritdoc/>
    public DistrictId DistrictId { get; private set; }

    /// <summary>Identifier, in time order.</summary>
    public Guid Id { get; private set; }

    /// <summary>Panel.</summary>
    public PanelId PanelId { get; private set; }

    /// <inheritdoc/>
    public SchoolId SchoolId { get; private set; }

    /// <summary>User name of the judge.</summary>
    public string Judge { get; private set; } = "";

    /// <summary>Score before; null: none.</summary>
    public decimal? OldScore { get; private set; }

    /// <summary>Score after.</summary>
    public decimal NewScore { get; private set; }

    /// <summary>When (UTC).</summary>
    public DateTimeOffset At { get; private set; }

    internal static PanelScoreChange Record(PanelSeat seat, decimal score, DateTimeOffset at) => new()
    {
        DistrictId = seat.DistrictId,
        Id = Guid.CreateVersion7(),
        PanelId = seat.PanelId,
        SchoolId = seat.SchoolId,
        Judge = seat.Judge,
        OldScore = seat.Score,
        NewScore = score,
        At = at,
    };
}
