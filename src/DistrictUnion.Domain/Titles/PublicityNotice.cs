using DistrictUnion.Domain.Common;

namespace DistrictUnion.Domain.Titles;

/// <summary>A unit as a notice names it: no personal data.</summary>
/// <param name="Application">Code of the application.</param>
/// <param name="Unit">Name of the unit.</param>
/// <param name="School">Name of its school.</param>
/// <param name="Reason">Why it is named.</param>
public sealed record NoticedUnit(string Application, string Unit, string School, string Reason);

/// <summary>A publicity notice (公示): names, reasons, days, for everybody, without a login.</summary>
public sealed class PublicityNotice : AggregateRoot, ITenantOwned
{
    private PublicityNotice()
    {
    }

    /// <inheritdoc/>
    public DistrictId DistrictId { get; private set; }

    /// <summary>Identifier; the public address of the notice.</summary>
    public PublicityNoticeId Id { get; private set; }

    /// <summary>Campaign.</summary>
    public TitleCampaignId CampaignId { get; private set; }

    /// <summary>Number in the campaign, from 1; a reserve that is promoted is made public anew.</summary>
    public int Number { get; private set; }

    /// <summary>Title of the notice.</summary>
    public string Title { get; private set; } = "";

    /// <summary>Title of the tier.</summary>
    public string TierName { get; private set; } = "";

    /// <summary>First day, in business time.</summary>
    public DateOnly StartOn { get; private set; }

    /// <summary>Last day, inclusive.</summary>
    public DateOnly EndOn { get; private set; }

    /// <summary>Units, in the order of their names' list.</summary>
    public IReadOnlyList<NoticedUnit> Units { get; private set; } = [];

    /// <summary>Objections taken; counting one locks the notice, so that two at once don't meet.</summary>
    public int ObjectionsTaken { get; private set; }

    /// <summary>Why it was called off; null: it stands.</summary>
    public string? CancelledFor { get; private set; }

    /// <summary>Puts up a notice.</summary>
    public static PublicityNotice PutUp(TitleCampaign campaign, int number, string title, string tierName, DateOnly startOn, DateOnly endOn, IReadOnlyList<NoticedUnit> units) => new()
    {
        DistrictId = campaign.DistrictId,
        Id = PublicityNoticeId.New(),
        CampaignId = campaign.Id,
        Number = number,
        Title = title,
        TierName = tierName,
        StartOn = startOn,
        EndOn = endOn,
        Units = units,
    };

    /// <summary>Whether an objection of a day is in time: the last day counts.</summary>
    public bool TakesObjectionsOn(DateOnly day) => CancelledFor is null && StartOn <= day && day <= EndOn;

    /// <summary>Calls it off.</summary>
    public void Cancel(string reason) => CancelledFor = reason;
}

/// <summary>Where an objection stands.</summary>
public enum ObjectionState
{
    /// <summary>To be decided.</summary>
    Open,

    /// <summary>Upheld.</summary>
    Upheld,

    /// <summary>Dismissed.</summary>
    Dismissed,

    /// <summary>Came after the last day: kept as a complaint, without effect on the publicity.</summary>
    Complaint,
}

/// <summary>
/// An objection to somebody who is made public. Who objects is protected by not being asked: they keep a receipt by which they can read
/// what was found, and the audit trail tells nothing of the row.
/// </summary>
public sealed class Objection : AggregateRoot, ITenantOwned, ISecretBallot
{
    private Objection()
    {
    }

    /// <inheritdoc/>
    public DistrictId DistrictId { get; private set; }

    /// <summary>Identifier; public and random.</summary>
    public ObjectionId Id { get; private set; }

    /// <summary>Notice.</summary>
    public PublicityNoticeId NoticeId { get; private set; }

    /// <summary>Code of the application.</summary>
    public string Application { get; private set; } = "";

    /// <summary>What is said.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Hash of the receipt that who objects keeps.</summary>
    public byte[] ReceiptHash { get; private set; } = [];

    /// <summary>When it came (UTC).</summary>
    public DateTimeOffset ReceivedAt { get; private set; }

    /// <summary>State.</summary>
    public ObjectionState State { get; private set; }

    /// <summary>What was found.</summary>
    public string? Finding { get; private set; }

    /// <summary>Who decided.</summary>
    public string? DecidedBy { get; private set; }

    /// <summary>Takes an objection.</summary>
    public static Objection Take(PublicityNotice notice, string application, string text, byte[] receiptHash, DateTimeOffset now, bool isInTime) => new()
    {
        DistrictId = notice.DistrictId,
        Id = new ObjectionId(Guid.NewGuid()),
        NoticeId = notice.Id,
        Application = application,
        Text = text,
        ReceiptHash = receiptHash,
        ReceivedAt = now,
        State = isInTime ? ObjectionState.Open : ObjectionState.Complaint,
    };

    /// <summary>Decides.</summary>
    public Error? Decide(bool upheld, string finding, string actor)
    {
        if (State != ObjectionState.Open)
            return new ConflictError("objection.decided", Words.Camel(State), []);
        (State, Finding, DecidedBy) = (upheld ? ObjectionState.Upheld : ObjectionState.Dismissed, finding, actor);
        return null;
    }
}
