using DistrictUnion.Domain.Common;

namespace DistrictUnion.Api.Access;

/// <summary>What the codes of a request's path stand for within the caller's reach.</summary>
public sealed class ResolvedPath
{
    /// <summary>Zone.</summary>
    public ZoneId? Zone { get; init; }

    /// <summary>Community of schools.</summary>
    public CommunityId? Community { get; init; }

    /// <summary>School.</summary>
    public SchoolId? School { get; init; }

    /// <summary>Branch.</summary>
    public BranchId? Branch { get; init; }

    /// <summary>Scheme.</summary>
    public SchemeId? Scheme { get; init; }

    /// <summary>Round.</summary>
    public RoundId? Round { get; init; }

    /// <summary>Panel of judges.</summary>
    public PanelId? Panel { get; init; }

    /// <summary>On-site inspection.</summary>
    public VisitId? Visit { get; init; }

    /// <summary>Congress.</summary>
    public CongressId? Congress { get; init; }

    /// <summary>Proposal.</summary>
    public ProposalId? Proposal { get; init; }

    /// <summary>Something made public.</summary>
    public DisclosureId? Disclosure { get; init; }

    /// <summary>Activity.</summary>
    public ActivityId? Activity { get; init; }

    /// <summary>Item of a work plan.</summary>
    public PlanItemId? PlanItem { get; init; }

    /// <summary>Calendar feed.</summary>
    public CalendarFeedId? CalendarFeed { get; init; }

    /// <summary>Care record.</summary>
    public CareRecordId? CareRecord { get; init; }

    /// <summary>Account.</summary>
    public UserId? User { get; init; }

    /// <summary>Job.</summary>
    public JobId? Job { get; init; }

    /// <summary>Key of another system.</summary>
    public ApiKeyId? ApiKey { get; init; }

    /// <summary>Invitation.</summary>
    public InvitationId? Invitation { get; init; }

    /// <summary>Evidence.</summary>
    public EvidenceId? Evidence { get; init; }

    /// <summary>Upload under way.</summary>
    public EvidenceUploadId? Upload { get; init; }

    /// <summary>Decision about many evaluations.</summary>
    public BulkDecisionId? Decision { get; init; }

    /// <summary>Title programme.</summary>
    public TitleProgrammeId? Programme { get; init; }

    /// <summary>Campaign of a title programme.</summary>
    public TitleCampaignId? Campaign { get; init; }

    /// <summary>Application for a title.</summary>
    public TitleApplicationId? Application { get; init; }

    /// <summary>Publicity notice.</summary>
    public PublicityNoticeId? Notice { get; init; }

    /// <summary>Objection.</summary>
    public ObjectionId? Objection { get; init; }

    /// <summary>Title in the register.</summary>
    public HeldTitleId? Title { get; init; }

    /// <summary>Obligation template.</summary>
    public ObligationTemplateId? ObligationTemplate { get; init; }

    /// <summary>Obligation of a unit.</summary>
    public ObligationId? Obligation { get; init; }

    /// <summary>Trial of the lab.</summary>
    public LabRunId? LabRun { get; init; }

    /// <summary>Message in the own inbox.</summary>
    public MessageId? Message { get; init; }

    /// <summary>Way of a message.</summary>
    public DeliveryId? Delivery { get; init; }

    /// <summary>Robot of a group.</summary>
    public RobotId? Robot { get; init; }

    /// <summary>Subscription of another system.</summary>
    public WebhookId? Webhook { get; init; }

    /// <summary>Event on its way to a subscription.</summary>
    public WebhookDeliveryId? Event { get; init; }

    /// <summary>Recurring job.</summary>
    public string? Definition { get; init; }

    /// <summary>The resolved path of a request.</summary>
    public static ResolvedPath Of(HttpContext context) => context.Features.Get<ResolvedPath>() ?? new ResolvedPath();
}
