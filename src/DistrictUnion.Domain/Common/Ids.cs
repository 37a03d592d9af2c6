namespace DistrictUnion.Domain.Common;

/// <summary>An identifier that is a time-ordered GUID inside; people and other systems see business codes instead.</summary>
public interface IEntityId
{
    /// <summary>The stored value.</summary>
    Guid Value { get; }
}

/// <summary>Identifies a district.</summary>
public readonly record struct DistrictId(Guid Value) : IEntityId
{
    /// <summary>A new identifier.</summary>
    public static DistrictId New() => new(Guid.CreateVersion7());
}

/// <summary>Identifies a zone.</summary>
public readonly record struct ZoneId(Guid Value) : IEntityId
{
    /// <summary>A new identifier.</summary>
    public static ZoneId New() => new(Guid.CreateVersion7());
}

/// <summary>Identifies a community of schools.</summary>
public readonly record struct CommunityId(Guid Value) : IEntityId
{
    /// <summary>A new identifier.</summary>
    public static CommunityId New() => new(Guid.CreateVersion7());
}

/// <summary>Identifies a school.</summary>
public readonly record struct SchoolId(Guid Value) : IEntityId
{
    /// <summary>A new identifier.</summary>
    public static SchoolId New() => new(Guid.CreateVersion7());
}

/// <summary>Identifies a branch.</summary>
public readonly record struct BranchId(Guid Value) : IEntityId
{
    /// <summary>A new identifier.</summary>
    public static BranchId New() => new(Guid.CreateVersion7());
}

/// <summary>Identifies a user account.</summary>
public readonly record struct UserId(Guid Value) : IEntityId
{
    /// <summary>A new identifier.</summary>
    public static UserId New() => new(Guid.CreateVersion7());
}

/// <summary>Identifies a post that a person holds.</summary>
public readonly record struct PostId(Guid Value) : IEntityId
{
    /// <summary>A new identifier.</summary>
    public static PostId New() => new(Guid.CreateVersion7());
}

/// <summary>Identifies a decision about many evaluations.</summary>
public readonly record struct BulkDecisionId(Guid Value) : IEntityId
{
    /// <summary>A new identifier.</summary>
    public static BulkDecisionId New() => new(Guid.CreateVersion7());
}

/// <summary>Identifies a signed-in session.</summary>
public readonly record struct SessionId(Guid Value) : IEntityId
{
    /// <summary>A new identifier.</summary>
    public static SessionId New() => new(Guid.CreateVersion7());
}

/// <summary>Identifies a scheme.</summary>
public readonly record struct SchemeId(Guid Value) : IEntityId
{
    /// <summary>A new identifier.</summary>
    public static SchemeId New() => new(Guid.CreateVersion7());
}

/// <summary>Identifies a version of a scheme.</summary>
public readonly record struct SchemeVersionId(Guid Value) : IEntityId
{
    /// <summary>A new identifier.</summary>
    public static SchemeVersionId New() => new(Guid.CreateVersion7());
}

/// <summary>Identifies an assessment round.</summary>
public readonly record struct RoundId(Guid Value) : IEntityId
{
    /// <summary>A new identifier.</summary>
    public static RoundId New() => new(Guid.CreateVersion7());
}

/// <summary>Identifies a job.</summary>
public readonly record struct JobId(Guid Value) : IEntityId
{
    /// <summary>A new, unguessable identifier: it is public.</summary>
    public static JobId New() => new(Guid.NewGuid());
}

/// <summary>Identifies a key of another system.</summary>
public readonly record struct ApiKeyId(Guid Value) : IEntityId
{
    /// <summary>A new, unguessable identifier: it is public.</summary>
    public static ApiKeyId New() => new(Guid.NewGuid());
}

/// <summary>Identifies an invitation.</summary>
public readonly record struct InvitationId(Guid Value) : IEntityId
{
    /// <summary>A new, unguessable identifier: it is public.</summary>
    public static InvitationId New() => new(Guid.NewGuid());
}

/// <summary>Identifies a panel of judges.</summary>
public readonly record struct PanelId(Guid Value) : IEntityId
{
    /// <summary>A new identifier.</summary>
    public static PanelId New() => new(Guid.CreateVersion7());
}

/// <summary>Identifies a file that proves something.</summary>
public readonly record struct EvidenceId(Guid Value) : IEntityId
{
    /// <summary>A new, unguessable identifier: it is public.</summary>
    public static EvidenceId New() => new(Guid.NewGuid());
}

/// <summary>Identifies an upload under way.</summary>
public readonly record struct EvidenceUploadId(Guid Value) : IEntityId
{
    /// <summary>A new, unguessable identifier: it is public.</summary>
    public static EvidenceUploadId New() => new(Guid.NewGuid());
}

/// <summary>Identifies a vote.</summary>
public readonly record struct VoteId(Guid Value) : IEntityId
{
    /// <summary>A new identifier.</summary>
    public static VoteId New() => new(Guid.NewGuid());
}

/// <summary>Identifies an on-site inspection.</summary>
public readonly record struct VisitId(Guid Value) : IEntityId
{
    /// <summary>A new, unguessable identifier: it is public.</summary>
    public static VisitId New() => new(Guid.NewGuid());
}

/// <summary>Identifies an activity.</summary>
public readonly record struct ActivityId(Guid Value) : IEntityId
{
    /// <summary>A new, unguessable identifier: it is public.</summary>
    public static ActivityId New() => new(Guid.NewGuid());
}

/// <summary>Identifies a care record.</summary>
public readonly record struct CareRecordId(Guid Value) : IEntityId
{
    /// <summary>A new identifier.</summary>
    public static CareRecordId New() => new(Guid.CreateVersion7());
}

/// <summary>Identifies an item of a work plan.</summary>
public readonly record struct PlanItemId(Guid Value) : IEntityId
{
    /// <summary>A new, unguessable identifier: it is public.</summary>
    public static PlanItemId New() => new(Guid.NewGuid());
}

/// <summary>Identifies a calendar feed.</summary>
public readonly record struct CalendarFeedId(Guid Value) : IEntityId
{
    /// <summary>A new, unguessable identifier: it is public.</summary>
    public static CalendarFeedId New() => new(Guid.NewGuid());
}

/// <summary>Identifies a congress.</summary>
public readonly record struct CongressId(Guid Value) : IEntityId
{
    /// <summary>A new identifier.</summary>
    public static CongressId New() => new(Guid.CreateVersion7());
}

/// <summary>Identifies a proposal.</summary>
public readonly record struct ProposalId(Guid Value) : IEntityId
{
    /// <summary>A new, unguessable identifier: it is public.</summary>
    public static ProposalId New() => new(Guid.NewGuid());
}

/// <summary>Identifies something that a school made public.</summary>
public readonly record struct DisclosureId(Guid Value) : IEntityId
{
    /// <summary>A new, unguessable identifier: it is public.</summary>
    public static DisclosureId New() => new(Guid.NewGuid());
}

/// <summary>Identifies a title programme.</summary>
public readonly record struct TitleProgrammeId(Guid Value) : IEntityId
{
    /// <summary>A new identifier.</summary>
    public static TitleProgrammeId New() => new(Guid.CreateVersion7());
}

/// <summary>Identifies a campaign of a title programme.</summary>
public readonly record struct TitleCampaignId(Guid Value) : IEntityId
{
    /// <summary>A new identifier.</summary>
    public static TitleCampaignId New() => new(Guid.CreateVersion7());
}

/// <summary>Identifies an application for a title.</summary>
public readonly record struct TitleApplicationId(Guid Value) : IEntityId
{
    /// <summary>A new identifier.</summary>
    public static TitleApplicationId New() => new(Guid.CreateVersion7());
}

/// <summary>Identifies a publicity notice.</summary>
public readonly record struct PublicityNoticeId(Guid Value) : IEntityId
{
    /// <summary>A new identifier.</summary>
    public static PublicityNoticeId New() => new(Guid.CreateVersion7());
}

/// <summary>Identifies an objection.</summary>
public readonly record struct ObjectionId(Guid Value) : IEntityId
{
    /// <summary>A new identifier.</summary>
    public static ObjectionId New() => new(Guid.CreateVersion7());
}

/// <summary>Identifies a title in the register.</summary>
public readonly record struct HeldTitleId(Guid Value) : IEntityId
{
    /// <summary>A new identifier.</summary>
    public static HeldTitleId New() => new(Guid.CreateVersion7());
}

/// <summary>Identifies a trial of the lab.</summary>
public readonly record struct LabRunId(Guid Value) : IEntityId
{
    /// <summary>A new, unguessable identifier: it is public.</summary>
    public static LabRunId New() => new(Guid.NewGuid());
}

/// <summary>Identifies an obligation template.</summary>
public readonly record struct ObligationTemplateId(Guid Value) : IEntityId
{
    /// <summary>A new identifier.</summary>
    public static ObligationTemplateId New() => new(Guid.CreateVersion7());
}

/// <summary>Identifies an obligation of a unit.</summary>
public readonly record struct ObligationId(Guid Value) : IEntityId
{
    /// <summary>A new identifier.</summary>
    public static ObligationId New() => new(Guid.CreateVersion7());
}

/// <summary>Identifies a message to a person.</summary>
public readonly record struct MessageId(Guid Value) : IEntityId
{
    /// <summary>A new, unguessable identifier: it is public.</summary>
    public static MessageId New() => new(Guid.NewGuid());
}

/// <summary>Identifies the way of a message to somebody by one channel.</summary>
public readonly record struct DeliveryId(Guid Value) : IEntityId
{
    /// <summary>A new, unguessable identifier: it is public.</summary>
    public static DeliveryId New() => new(Guid.NewGuid());
}

/// <summary>Identifies the robot of a group.</summary>
public readonly record struct RobotId(Guid Value) : IEntityId
{
    /// <summary>A new identifier.</summary>
    public static RobotId New() => new(Guid.CreateVersion7());
}

/// <summary>Identifies a subscription of another system.</summary>
public readonly record struct WebhookId(Guid Value) : IEntityId
{
    /// <summary>A new identifier.</summary>
    public static WebhookId New() => new(Guid.CreateVersion7());
}

/// <summary>Identifies an event on its way to a subscription.</summary>
public readonly record struct WebhookDeliveryId(Guid Value) : IEntityId
{
    /// <summary>A new, unguessable identifier: it is public.</summary>
    public static WebhookDeliveryId New() => new(Guid.NewGuid());
}
