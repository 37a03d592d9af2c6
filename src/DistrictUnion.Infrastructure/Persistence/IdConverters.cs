using DistrictUnion.Domain.Common;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace DistrictUnion.Infrastructure.Persistence;

/// <summary>Typed identifiers are stored as their GUID.</summary>
internal static class IdConverters
{
    public sealed class District() : ValueConverter<DistrictId, Guid>(id => id.Value, value => new DistrictId(value));

    public sealed class Zone() : ValueConverter<ZoneId, Guid>(id => id.Value, value => new ZoneId(value));

    public sealed class Community() : ValueConverter<CommunityId, Guid>(id => id.Value, value => new CommunityId(value));

    public sealed class School() : ValueConverter<SchoolId, Guid>(id => id.Value, value => new SchoolId(value));

    public sealed class Branch() : ValueConverter<BranchId, Guid>(id => id.Value, value => new BranchId(value));

    public sealed class User() : ValueConverter<UserId, Guid>(id => id.Value, value => new UserId(value));

    public sealed class Post() : ValueConverter<PostId, Guid>(id => id.Value, value => new PostId(value));

    public sealed class BulkDecision() : ValueConverter<BulkDecisionId, Guid>(id => id.Value, value => new BulkDecisionId(value));

    public sealed class Session() : ValueConverter<SessionId, Guid>(id => id.Value, value => new SessionId(value));

    public sealed class Scheme() : ValueConverter<SchemeId, Guid>(id => id.Value, value => new SchemeId(value));

    public sealed class SchemeVersion() : ValueConverter<SchemeVersionId, Guid>(id => id.Value, value => new SchemeVersionId(value));

    public sealed class Round() : ValueConverter<RoundId, Guid>(id => id.Value, value => new RoundId(value));

    public sealed class ApiKey() : ValueConverter<ApiKeyId, Guid>(id => id.Value, value => new ApiKeyId(value));

    public sealed class Invitation() : ValueConverter<InvitationId, Guid>(id => id.Value, value => new InvitationId(value));

    public sealed class Job() : ValueConverter<JobId, Guid>(id => id.Value, value => new JobId(value));

    public sealed class Visit() : ValueConverter<VisitId, Guid>(id => id.Value, value => new VisitId(value));

    public sealed class Congress() : ValueConverter<CongressId, Guid>(id => id.Value, value => new CongressId(value));

    public sealed class Proposal() : ValueConverter<ProposalId, Guid>(id => id.Value, value => new ProposalId(value));

    public sealed class Disclosure() : ValueConverter<DisclosureId, Guid>(id => id.Value, value => new DisclosureId(value));

    public sealed class Activity() : ValueConverter<ActivityId, Guid>(id => id.Value, value => new ActivityId(value));

    public sealed class CareRecord() : ValueConverter<CareRecordId, Guid>(id => id.Value, value => new CareRecordId(value));

    public sealed class PlanItem() : ValueConverter<PlanItemId, Guid>(id => id.Value, value => new PlanItemId(value));

    public sealed class CalendarFeed() : ValueConverter<CalendarFeedId, Guid>(id => id.Value, value => new CalendarFeedId(value));

    public sealed class TitleProgramme() : ValueConverter<TitleProgrammeId, Guid>(id => id.Value, value => new TitleProgrammeId(value));

    public sealed class TitleCampaign() : ValueConverter<TitleCampaignId, Guid>(id => id.Value, value => new TitleCampaignId(value));

    public sealed class TitleApplication() : ValueConverter<TitleApplicationId, Guid>(id => id.Value, value => new TitleApplicationId(value));

    public sealed class PublicityNotice() : ValueConverter<PublicityNoticeId, Guid>(id => id.Value, value => new PublicityNoticeId(value));

    public sealed class Objection() : ValueConverter<ObjectionId, Guid>(id => id.Value, value => new ObjectionId(value));

    public sealed class HeldTitle() : ValueConverter<HeldTitleId, Guid>(id => id.Value, value => new HeldTitleId(value));

    public sealed class ObligationTemplate() : ValueConverter<ObligationTemplateId, Guid>(id => id.Value, value => new ObligationTemplateId(value));

    public sealed class Obligation() : ValueConverter<ObligationId, Guid>(id => id.Value, value => new ObligationId(value));

    public sealed class LabRun() : ValueConverter<LabRunId, Guid>(id => id.Value, value => new LabRunId(value));

    public sealed class Panel() : ValueConverter<PanelId, Guid>(id => id.Value, value => new PanelId(value));

    public sealed class Evidence() : ValueConverter<EvidenceId, Guid>(id => id.Value, value => new EvidenceId(value));

    public sealed class EvidenceUpload() : ValueConverter<EvidenceUploadId, Guid>(id => id.Value, value => new EvidenceUploadId(value));

    public sealed class Vote() : ValueConverter<VoteId, Guid>(id => id.Value, value => new VoteId(value));

    public sealed class Message() : ValueConverter<MessageId, Guid>(id => id.Value, value => new MessageId(value));

    public sealed class Delivery() : ValueConverter<DeliveryId, Guid>(id => id.Value, value => new DeliveryId(value));

    public sealed class Robot() : ValueConverter<RobotId, Guid>(id => id.Value, value => new RobotId(value));

    public sealed class Webhook() : ValueConverter<WebhookId, Guid>(id => id.Value, value => new WebhookId(value));

    public sealed class WebhookDelivery() : ValueConverter<WebhookDeliveryId, Guid>(id => id.Value, value => new WebhookDeliveryId(value));
}
