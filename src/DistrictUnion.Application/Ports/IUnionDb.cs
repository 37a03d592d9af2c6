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

namespace DistrictUnion.Application.Ports;

/// <summary>The stored product. Every set is filtered by the tenant in scope; writes outside it are refused.</summary>
public interface IUnionDb
{
    /// <summary>The catalogue of districts.</summary>
    DbSet<District> Districts { get; }

    /// <summary>Zones.</summary>
    DbSet<Zone> Zones { get; }

    /// <summary>Communities of schools.</summary>
    DbSet<Community> Communities { get; }

    /// <summary>Days of schools in communities.</summary>
    DbSet<CommunityMembership> CommunityMemberships { get; }

    /// <summary>Schools.</summary>
    DbSet<School> Schools { get; }

    /// <summary>Branches.</summary>
    DbSet<Branch> Branches { get; }

    /// <summary>Days of branches at schools.</summary>
    DbSet<BranchAffiliation> BranchAffiliations { get; }

    /// <summary>Accounts.</summary>
    DbSet<UserAccount> Users { get; }

    /// <summary>Posts.</summary>
    DbSet<Post> Posts { get; }

    /// <summary>Sessions.</summary>
    DbSet<Session> Sessions { get; }

    /// <summary>Keys of other systems.</summary>
    DbSet<ApiKey> ApiKeys { get; }

    /// <summary>Invitations.</summary>
    DbSet<Invitation> Invitations { get; }

    /// <summary>Schemes.</summary>
    DbSet<Scheme> Schemes { get; }

    /// <summary>Scheme versions.</summary>
    DbSet<SchemeVersion> SchemeVersions { get; }

    /// <summary>Exceptional days.</summary>
    DbSet<CalendarDay> CalendarDays { get; }

    /// <summary>Rounds.</summary>
    DbSet<AssessmentRound> Rounds { get; }

    /// <summary>Amendments.</summary>
    DbSet<RoundAmendment> RoundAmendments { get; }

    /// <summary>Extensions.</summary>
    DbSet<RoundExtension> RoundExtensions { get; }

    /// <summary>Tie resolutions.</summary>
    DbSet<TieResolution> TieResolutions { get; }

    /// <summary>Reopenings.</summary>
    DbSet<RoundReopening> RoundReopenings { get; }

    /// <summary>Publications.</summary>
    DbSet<RoundPublication> RoundPublications { get; }

    /// <summary>Branch reports.</summary>
    DbSet<BranchReport> BranchReports { get; }

    /// <summary>Facts of branches.</summary>
    DbSet<BranchFact> BranchFacts { get; }

    /// <summary>Events of branches.</summary>
    DbSet<BranchEvent> BranchEvents { get; }

    /// <summary>Facts of schools.</summary>
    DbSet<SchoolFact> SchoolFacts { get; }

    /// <summary>Events of schools.</summary>
    DbSet<SchoolEvent> SchoolEvents { get; }

    /// <summary>History of facts.</summary>
    DbSet<FactChange> FactChanges { get; }

    /// <summary>Self-evaluations.</summary>
    DbSet<SelfEvaluation> SelfEvaluations { get; }

    /// <summary>Files that prove something.</summary>
    DbSet<Evidence> Evidence { get; }

    /// <summary>Uploads under way.</summary>
    DbSet<EvidenceUpload> EvidenceUploads { get; }

    /// <summary>What a virus scanner says of files.</summary>
    DbSet<FileScan> FileScans { get; }

    /// <summary>Reviews.</summary>
    DbSet<SchoolReview> SchoolReviews { get; }

    /// <summary>History of reviews.</summary>
    DbSet<ReviewChange> ReviewChanges { get; }

    /// <summary>Decisions about many evaluations.</summary>
    DbSet<BulkDecision> BulkDecisions { get; }

    /// <summary>Reviewers who stay out of a school's review.</summary>
    DbSet<ReviewRecusal> ReviewRecusals { get; }

    /// <summary>Papers that were signed and sealed.</summary>
    DbSet<EvaluationPaper> Papers { get; }

    /// <summary>Panels of judges.</summary>
    DbSet<Panel> Panels { get; }

    /// <summary>Seats of judges at schools.</summary>
    DbSet<PanelSeat> PanelSeats { get; }

    /// <summary>History of judges' scores.</summary>
    DbSet<PanelScoreChange> PanelScoreChanges { get; }

    /// <summary>On-site inspections.</summary>
    DbSet<Visit> Visits { get; }

    /// <summary>Congresses of schools.</summary>
    DbSet<Congress> Congresses { get; }

    /// <summary>Proposals of schools' staff.</summary>
    DbSet<Proposal> Proposals { get; }

    /// <summary>What schools made public.</summary>
    DbSet<Disclosure> Disclosures { get; }

    /// <summary>The districts' rules of congresses.</summary>
    DbSet<CongressRule> CongressRules { get; }

    /// <summary>Activities of schools.</summary>
    DbSet<Activity> Activities { get; }

    /// <summary>Items of work plans.</summary>
    DbSet<PlanItem> PlanItems { get; }

    /// <summary>Addresses that calendar programs read.</summary>
    DbSet<CalendarFeed> CalendarFeeds { get; }

    /// <summary>Care records.</summary>
    DbSet<CareRecord> CareRecords { get; }

    /// <summary>What was done with care records.</summary>
    DbSet<CareStep> CareSteps { get; }

    /// <summary>Who looked at care records.</summary>
    DbSet<CareView> CareViews { get; }

    /// <summary>Secret votes.</summary>
    DbSet<DemocraticVote> Votes { get; }

    /// <summary>Ballots of votes, as sums.</summary>
    DbSet<BallotBox> BallotBoxes { get; }

    /// <summary>Links to vote by that nobody has used.</summary>
    DbSet<BallotLink> BallotLinks { get; }

    /// <summary>Title programmes.</summary>
    DbSet<TitleProgramme> TitleProgrammes { get; }

    /// <summary>Campaigns of title programmes.</summary>
    DbSet<TitleCampaign> TitleCampaigns { get; }

    /// <summary>Applications for titles.</summary>
    DbSet<TitleApplication> TitleApplications { get; }

    /// <summary>Publicity notices.</summary>
    DbSet<PublicityNotice> PublicityNotices { get; }

    /// <summary>Objections.</summary>
    DbSet<Objection> Objections { get; }

    /// <summary>The register of titles.</summary>
    DbSet<HeldTitle> HeldTitles { get; }

    /// <summary>Districts' own layouts of documents.</summary>
    DbSet<DocumentTemplate> DocumentTemplates { get; }

    /// <summary>Trials of the lab.</summary>
    DbSet<LabRun> LabRuns { get; }

    /// <summary>Rows of trials.</summary>
    DbSet<LabResult> LabResults { get; }

    /// <summary>Days on which a district's working week differs.</summary>
    DbSet<DistrictCalendarDay> DistrictCalendarDays { get; }

    /// <summary>What units are obliged to, as data.</summary>
    DbSet<ObligationTemplate> ObligationTemplates { get; }

    /// <summary>Obligations of units.</summary>
    DbSet<Obligation> Obligations { get; }

    /// <summary>Stored results.</summary>
    DbSet<Scorecard> Scorecards { get; }

    /// <summary>Jobs.</summary>
    DbSet<Job> Jobs { get; }

    /// <summary>Messages to people.</summary>
    DbSet<Message> Messages { get; }

    /// <summary>Ways of messages by channels.</summary>
    DbSet<Delivery> Deliveries { get; }

    /// <summary>How people want to be told.</summary>
    DbSet<MessagePreference> MessagePreferences { get; }

    /// <summary>Robots of groups.</summary>
    DbSet<RobotChannel> Robots { get; }

    /// <summary>Subscriptions of other systems.</summary>
    DbSet<WebhookSubscription> Webhooks { get; }

    /// <summary>Events on their way to subscriptions.</summary>
    DbSet<WebhookDelivery> WebhookDeliveries { get; }

    /// <summary>Attempts to deliver events.</summary>
    DbSet<WebhookAttempt> WebhookAttempts { get; }

    /// <summary>Recurring jobs that stand still.</summary>
    DbSet<JobPause> JobPauses { get; }

    /// <summary>Audit trail.</summary>
    DbSet<AuditEntry> AuditEntries { get; }

    /// <summary>Side effects to come.</summary>
    DbSet<OutboxMessage> OutboxMessages { get; }

    /// <summary>Answers kept for repeats.</summary>
    DbSet<IdempotencyRecord> IdempotencyRecords { get; }

    /// <summary>Adds an entity of any kind.</summary>
    void Add(object entity);

    /// <summary>Writes what changed so far into the running transaction.</summary>
    Task<int> SaveChangesAsync(CancellationToken cancellationToken);

    /// <summary>Whether the aggregate will be written with the next save.</summary>
    bool HasChanges(object entity);

    /// <summary>Who was reminded of what.</summary>
    DbSet<Reminder> Reminders { get; }

    /// <summary>Which schools were asked for what they haven't handed in.</summary>
    DbSet<Nudge> Nudges { get; }
}
