using DistrictUnion.Domain.Accounts;
using DistrictUnion.Domain.Activities;
using DistrictUnion.Domain.Auditing;
using DistrictUnion.Domain.Care;
using DistrictUnion.Domain.Communities;
using DistrictUnion.Domain.Congresses;
using DistrictUnion.Domain.Evaluations;
using DistrictUnion.Domain.EvidenceLedger;
using DistrictUnion.Domain.Jobs;
using DistrictUnion.Domain.Lab;
using DistrictUnion.Domain.Messages;
using DistrictUnion.Domain.Obligations;
using DistrictUnion.Domain.Organisation;
using DistrictUnion.Domain.Panels;
using DistrictUnion.Domain.Papers;
using DistrictUnion.Domain.Reminders;
using DistrictUnion.Domain.Reports;
using DistrictUnion.Domain.Reviews;
using DistrictUnion.Domain.Rounds;
using DistrictUnion.Domain.Schemes;
using DistrictUnion.Domain.Scorecards;
using DistrictUnion.Domain.Titles;
using DistrictUnion.Domain.Visits;
using DistrictUnion.Domain.Votes;
using DistrictUnion.Domain.Webhooks;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Infrastructure.Persistence;

/// <content>What the database holds.</content>
public abstract partial class UnionDbContext
{
    /// <inheritdoc/>
    public DbSet<District> Districts => Set<District>();

    /// <inheritdoc/>
    public DbSet<Zone> Zones => Set<Zone>();

    /// <inheritdoc/>
    public DbSet<Community> Communities => Set<Community>();

    /// <inheritdoc/>
    public DbSet<CommunityMembership> CommunityMemberships => Set<CommunityMembership>();

    /// <inheritdoc/>
    public DbSet<School> Schools => Set<School>();

    /// <inheritdoc/>
    public DbSet<Branch> Branches => Set<Branch>();

    /// <inheritdoc/>
    public DbSet<BranchAffiliation> BranchAffiliations => Set<BranchAffiliation>();

    /// <inheritdoc/>
    public DbSet<UserAccount> Users => Set<UserAccount>();

    /// <inheritdoc/>
    public DbSet<Post> Posts => Set<Post>();

    /// <inheritdoc/>
    public DbSet<Session> Sessions => Set<Session>();

    /// <inheritdoc/>
    public DbSet<ApiKey> ApiKeys => Set<ApiKey>();

    /// <inheritdoc/>
    public DbSet<Invitation> Invitations => Set<Invitation>();

    /// <inheritdoc/>
    public DbSet<Scheme> Schemes => Set<Scheme>();

    /// <inheritdoc/>
    public DbSet<SchemeVersion> SchemeVersions => Set<SchemeVersion>();

    /// <inheritdoc/>
    public DbSet<CalendarDay> CalendarDays => Set<CalendarDay>();

    /// <inheritdoc/>
    public DbSet<Reminder> Reminders => Set<Reminder>();

    /// <inheritdoc/>
    public DbSet<Nudge> Nudges => Set<Nudge>();

    /// <inheritdoc/>
    public DbSet<AssessmentRound> Rounds => Set<AssessmentRound>();

    /// <inheritdoc/>
    public DbSet<RoundAmendment> RoundAmendments => Set<RoundAmendment>();

    /// <inheritdoc/>
    public DbSet<RoundExtension> RoundExtensions => Set<RoundExtension>();

    /// <inheritdoc/>
    public DbSet<TieResolution> TieResolutions => Set<TieResolution>();

    /// <inheritdoc/>
    public DbSet<RoundReopening> RoundReopenings => Set<RoundReopening>();

    /// <inheritdoc/>
    public DbSet<RoundPublication> RoundPublications => Set<RoundPublication>();

    /// <inheritdoc/>
    public DbSet<BranchReport> BranchReports => Set<BranchReport>();

    /// <inheritdoc/>
    public DbSet<BranchFact> BranchFacts => Set<BranchFact>();

    /// <inheritdoc/>
    public DbSet<BranchEvent> BranchEvents => Set<BranchEvent>();

    /// <inheritdoc/>
    public DbSet<SchoolFact> SchoolFacts => Set<SchoolFact>();

    /// <inheritdoc/>
    public DbSet<SchoolEvent> SchoolEvents => Set<SchoolEvent>();

    /// <inheritdoc/>
    public DbSet<FactChange> FactChanges => Set<FactChange>();

    /// <inheritdoc/>
    public DbSet<SelfEvaluation> SelfEvaluations => Set<SelfEvaluation>();

    /// <inheritdoc/>
    public DbSet<Evidence> Evidence => Set<Evidence>();

    /// <inheritdoc/>
    public DbSet<EvidenceUpload> EvidenceUploads => Set<EvidenceUpload>();

    /// <inheritdoc/>
    public DbSet<FileScan> FileScans => Set<FileScan>();

    /// <inheritdoc/>
    public DbSet<SchoolReview> SchoolReviews => Set<SchoolReview>();

    /// <inheritdoc/>
    public DbSet<ReviewChange> ReviewChanges => Set<ReviewChange>();

    /// <inheritdoc/>
    public DbSet<BulkDecision> BulkDecisions => Set<BulkDecision>();

    /// <inheritdoc/>
    public DbSet<ReviewRecusal> ReviewRecusals => Set<ReviewRecusal>();

    /// <inheritdoc/>
    public DbSet<EvaluationPaper> Papers => Set<EvaluationPaper>();

    /// <inheritdoc/>
    public DbSet<Panel> Panels => Set<Panel>();

    /// <inheritdoc/>
    public DbSet<Visit> Visits => Set<Visit>();

    /// <inheritdoc/>
    public DbSet<Congress> Congresses => Set<Congress>();

    /// <inheritdoc/>
    public DbSet<Proposal> Proposals => Set<Proposal>();

    /// <inheritdoc/>
    public DbSet<Disclosure> Disclosures => Set<Disclosure>();

    /// <inheritdoc/>
    public DbSet<CongressRule> CongressRules => Set<CongressRule>();

    /// <inheritdoc/>
    public DbSet<Activity> Activities => Set<Activity>();

    /// <inheritdoc/>
    public DbSet<PlanItem> PlanItems => Set<PlanItem>();

    /// <inheritdoc/>
    public DbSet<CalendarFeed> CalendarFeeds => Set<CalendarFeed>();

    /// <inheritdoc/>
    public DbSet<CareRecord> CareRecords => Set<CareRecord>();

    /// <inheritdoc/>
    public DbSet<CareStep> CareSteps => Set<CareStep>();

    /// <inheritdoc/>
    public DbSet<CareView> CareViews => Set<CareView>();

    /// <inheritdoc/>
    public DbSet<PanelSeat> PanelSeats => Set<PanelSeat>();

    /// <inheritdoc/>
    public DbSet<PanelScoreChange> PanelScoreChanges => Set<PanelScoreChange>();

    /// <inheritdoc/>
    public DbSet<DemocraticVote> Votes => Set<DemocraticVote>();

    /// <inheritdoc/>
    public DbSet<BallotBox> BallotBoxes => Set<BallotBox>();

    /// <inheritdoc/>
    public DbSet<BallotLink> BallotLinks => Set<BallotLink>();

    /// <inheritdoc/>
    public DbSet<TitleProgramme> TitleProgrammes => Set<TitleProgramme>();

    /// <inheritdoc/>
    public DbSet<LabRun> LabRuns => Set<LabRun>();

    /// <inheritdoc/>
    public DbSet<LabResult> LabResults => Set<LabResult>();

    /// <inheritdoc/>
    public DbSet<TitleCampaign> TitleCampaigns => Set<TitleCampaign>();

    /// <inheritdoc/>
    public DbSet<TitleApplication> TitleApplications => Set<TitleApplication>();

    /// <inheritdoc/>
    public DbSet<PublicityNotice> PublicityNotices => Set<PublicityNotice>();

    /// <inheritdoc/>
    public DbSet<Objection> Objections => Set<Objection>();

    /// <inheritdoc/>
    public DbSet<HeldTitle> HeldTitles => Set<HeldTitle>();

    /// <inheritdoc/>
    public DbSet<DocumentTemplate> DocumentTemplates => Set<DocumentTemplate>();

    /// <inheritdoc/>
    public DbSet<DistrictCalendarDay> DistrictCalendarDays => Set<DistrictCalendarDay>();

    /// <inheritdoc/>
    public DbSet<ObligationTemplate> ObligationTemplates => Set<ObligationTemplate>();

    /// <inheritdoc/>
    public DbSet<Obligation> Obligations => Set<Obligation>();

    /// <inheritdoc/>
    public DbSet<Scorecard> Scorecards => Set<Scorecard>();

    /// <inheritdoc/>
    public DbSet<Job> Jobs => Set<Job>();

    /// <inheritdoc/>
    public DbSet<Message> Messages => Set<Message>();

    /// <inheritdoc/>
    public DbSet<Delivery> Deliveries => Set<Delivery>();

    /// <inheritdoc/>
    public DbSet<MessagePreference> MessagePreferences => Set<MessagePreference>();

    /// <inheritdoc/>
    public DbSet<RobotChannel> Robots => Set<RobotChannel>();

    /// <inheritdoc/>
    public DbSet<WebhookSubscription> Webhooks => Set<WebhookSubscription>();

    /// <inheritdoc/>
    public DbSet<WebhookDelivery> WebhookDeliveries => Set<WebhookDelivery>();

    /// <inheritdoc/>
    public DbSet<WebhookAttempt> WebhookAttempts => Set<WebhookAttempt>();

    /// <inheritdoc/>
    public DbSet<JobPause> JobPauses => Set<JobPause>();

    /// <inheritdoc/>
    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    /// <inheritdoc/>
    public DbSet<OutboxMessage> OutboxMessages => Set<OutboxMessage>();

    /// <inheritdoc/>
    public DbSet<IdempotencyRecord> IdempotencyRecords => Set<IdempotencyRecord>();
}
