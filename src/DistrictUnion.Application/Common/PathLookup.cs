using System.Collections.Concurrent;
using DistrictUnion.Application.Activities;
using DistrictUnion.Application.Congresses;
using DistrictUnion.Application.Obligations;
using DistrictUnion.Application.Ports;
using DistrictUnion.Application.Schemes;
using DistrictUnion.Domain.Accounts;
using DistrictUnion.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Common;

/// <summary>Identifiers of codes, which never change and are never deleted; the key carries the district.</summary>
public sealed class CodeCache
{
    private const int Most = 200_000;
    private readonly ConcurrentDictionary<(DistrictId District, Type Kind, string Code), IEntityId> known = new();

    internal TId? Find<TId>(DistrictId district, string code)
        where TId : struct, IEntityId => known.TryGetValue((district, typeof(TId), code), out var id) ? (TId)id : null;

    internal void Keep<TId>(DistrictId district, string code, TId id)
        where TId : struct, IEntityId
    {
        if (known.Count < Most)
            known[(district, typeof(TId), code)] = id;
    }
}

/// <summary>
/// Turns the codes of a path into identifiers, within the caller's reach: what doesn't exist and what is foreign are both not
/// found. It runs before anything of the request's body is read.
/// </summary>
public sealed class PathLookup(IUnionDb db, ITenantContext tenant, IUnitOfWork unitOfWork, CodeCache cache, SchemeCatalogue schemes)
{
    /// <summary>A zone of the district.</summary>
    public Task<ZoneId?> ZoneAsync(string code, CancellationToken cancellationToken) =>
        CachedAsync(code, db.Zones.Where(z => z.Code == code).Select(z => (ZoneId?)z.Id), cancellationToken);

    /// <summary>A community of the district; unlike other codes, one that is deleted may come back as another community.</summary>
    public Task<CommunityId?> CommunityAsync(string code, CancellationToken cancellationToken) =>
        ReadAsync(db.Communities.Where(c => c.Code == code).Select(c => (CommunityId?)c.Id), cancellationToken);

    /// <summary>A scheme of the district.</summary>
    public Task<SchemeId?> SchemeAsync(string code, CancellationToken cancellationToken) =>
        CachedAsync(code, db.Schemes.Where(s => s.Code == code).Select(s => (SchemeId?)s.Id), cancellationToken);

    /// <summary>A round of the district.</summary>
    public Task<RoundId?> RoundAsync(string code, CancellationToken cancellationToken) =>
        CachedAsync(code, db.Rounds.Where(r => r.Code == code).Select(r => (RoundId?)r.Id), cancellationToken);

    /// <summary>A title programme of the district.</summary>
    public Task<TitleProgrammeId?> ProgrammeAsync(string code, CancellationToken cancellationToken) =>
        CachedAsync(code, db.TitleProgrammes.Where(p => p.Code == code).Select(p => (TitleProgrammeId?)p.Id), cancellationToken);

    /// <summary>A campaign of a programme.</summary>
    public Task<TitleCampaignId?> CampaignAsync(TitleProgrammeId programme, string code, CancellationToken cancellationToken) =>
        CachedAsync($"{programme.Value}/{code}", db.TitleCampaigns.Where(c => c.ProgrammeId == programme && c.Code == code).Select(c => (TitleCampaignId?)c.Id), cancellationToken);

    /// <summary>An application of a programme; the own school's for a school, the own zone's for a zone lead.</summary>
    public Task<TitleApplicationId?> ApplicationAsync(TitleProgrammeId programme, string code, CancellationToken cancellationToken)
    {
        var zone = tenant.RequireCaller().OwnZone;
        return ReadAsync(
            db.TitleApplications.Where(a => a.Code == code && db.TitleCampaigns.Any(c => c.Id == a.CampaignId && c.ProgrammeId == programme))
                .Where(a => zone == null || db.Schools.Any(s => s.Id == a.SchoolId && s.ZoneId == zone)).Select(a => (TitleApplicationId?)a.Id),
            cancellationToken);
    }

    /// <summary>A notice of a campaign.</summary>
    public Task<PublicityNoticeId?> NoticeAsync(TitleCampaignId campaign, string id, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(id, out var value))
            return Task.FromResult<PublicityNoticeId?>(null);
        var notice = new PublicityNoticeId(value);
        return ReadAsync(db.PublicityNotices.Where(n => n.Id == notice && n.CampaignId == campaign).Select(n => (PublicityNoticeId?)n.Id), cancellationToken);
    }

    /// <summary>An objection to somebody of a campaign.</summary>
    public Task<ObjectionId?> ObjectionAsync(TitleCampaignId campaign, string id, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(id, out var value))
            return Task.FromResult<ObjectionId?>(null);
        var objection = new ObjectionId(value);
        return ReadAsync(
            db.Objections.Where(o => o.Id == objection && db.PublicityNotices.Any(n => n.Id == o.NoticeId && n.CampaignId == campaign)).Select(o => (ObjectionId?)o.Id),
            cancellationToken);
    }

    /// <summary>A title of the register; the own school's for a school, the own zone's for a zone lead.</summary>
    public Task<HeldTitleId?> TitleAsync(string number, CancellationToken cancellationToken)
    {
        var zone = tenant.RequireCaller().OwnZone;
        return ReadAsync(
            db.HeldTitles.Where(t => t.Number == number && (zone == null || db.Schools.Any(s => s.Id == t.SchoolId && s.ZoneId == zone))).Select(t => (HeldTitleId?)t.Id), cancellationToken);
    }

    /// <summary>An obligation template of the district.</summary>
    public Task<ObligationTemplateId?> ObligationTemplateAsync(string code, CancellationToken cancellationToken) =>
        CachedAsync(code, db.ObligationTemplates.Where(t => t.Code == code).Select(t => (ObligationTemplateId?)t.Id), cancellationToken);

    /// <summary>An obligation that the caller may see.</summary>
    public Task<ObligationId?> ObligationAsync(string code, CancellationToken cancellationToken) =>
        ReadAsync(ObligationSight.Of(db, tenant.RequireCaller()).Where(o => o.Code == code).Select(o => (ObligationId?)o.Id), cancellationToken);

    /// <summary>A trial of the lab.</summary>
    public Task<LabRunId?> LabRunAsync(string id, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(id, out var value))
            return Task.FromResult<LabRunId?>(null);
        var run = new LabRunId(value);
        return ReadAsync(db.LabRuns.Where(r => r.Id == run).Select(r => (LabRunId?)r.Id), cancellationToken);
    }

    /// <summary>An account of the district.</summary>
    public Task<UserId?> UserAsync(string userName, CancellationToken cancellationToken)
    {
        var normalized = UserAccount.Normalize(userName);
        return CachedAsync(normalized, db.Users.Where(u => u.NormalizedUserName == normalized).Select(u => (UserId?)u.Id), cancellationToken);
    }

    /// <summary>A job of the district; a school's people reach none.</summary>
    public Task<JobId?> JobAsync(string id, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(id, out var value))
            return Task.FromResult<JobId?>(null);
        var job = new JobId(value);
        return CachedAsync(id, db.Jobs.Where(j => j.Id == job).Select(j => (JobId?)j.Id), cancellationToken);
    }

    /// <summary>A message in the caller's own inbox.</summary>
    public Task<MessageId?> MessageAsync(string id, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(id, out var value))
            return Task.FromResult<MessageId?>(null);
        var (message, own) = (new MessageId(value), tenant.RequireCaller().UserId);
        return ReadAsync(db.Messages.Where(m => m.Id == message && m.RecipientId == own && m.InInbox).Select(m => (MessageId?)m.Id), cancellationToken);
    }

    /// <summary>The way of a message of the district.</summary>
    public Task<DeliveryId?> DeliveryAsync(string id, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(id, out var value))
            return Task.FromResult<DeliveryId?>(null);
        var delivery = new DeliveryId(value);
        return ReadAsync(db.Deliveries.Where(d => d.Id == delivery).Select(d => (DeliveryId?)d.Id), cancellationToken);
    }

    /// <summary>The robot of a group; its code may come back as another one's.</summary>
    public Task<RobotId?> RobotAsync(string code, CancellationToken cancellationToken) =>
        ReadAsync(db.Robots.Where(r => r.Code == code).Select(r => (RobotId?)r.Id), cancellationToken);

    /// <summary>A subscription of another system; its code may come back as another one's.</summary>
    public Task<WebhookId?> WebhookAsync(string code, CancellationToken cancellationToken) =>
        ReadAsync(db.Webhooks.Where(w => w.Code == code).Select(w => (WebhookId?)w.Id), cancellationToken);

    /// <summary>An event on its way to a subscription.</summary>
    public Task<WebhookDeliveryId?> WebhookDeliveryAsync(WebhookId webhook, string id, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(id, out var value))
            return Task.FromResult<WebhookDeliveryId?>(null);
        var delivery = new WebhookDeliveryId(value);
        return ReadAsync(db.WebhookDeliveries.Where(d => d.Id == delivery && d.WebhookId == webhook).Select(d => (WebhookDeliveryId?)d.Id), cancellationToken);
    }

    /// <summary>A key of the district.</summary>
    public Task<ApiKeyId?> ApiKeyAsync(string id, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(id, out var value))
            return Task.FromResult<ApiKeyId?>(null);
        var key = new ApiKeyId(value);
        return CachedAsync(id, db.ApiKeys.Where(k => k.Id == key).Select(k => (ApiKeyId?)k.Id), cancellationToken);
    }

    /// <summary>An invitation of the district.</summary>
    public Task<InvitationId?> InvitationAsync(string id, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(id, out var value))
            return Task.FromResult<InvitationId?>(null);
        var invitation = new InvitationId(value);
        return CachedAsync(id, db.Invitations.Where(i => i.Id == invitation).Select(i => (InvitationId?)i.Id), cancellationToken);
    }

    /// <summary>A school: any for district staff, one of the own zone for a zone lead, those assigned for a judge, the own one for everybody else.</summary>
    public async Task<SchoolId?> SchoolAsync(string code, CancellationToken cancellationToken)
    {
        var caller = tenant.RequireCaller();
        if (caller is { Role: Role.ZoneLead, Post: { } post })
            return await ReadAsync(db.Schools.Where(s => s.Code == code && s.ZoneId == post.ZoneId).Select(s => (SchoolId?)s.Id), cancellationToken);
        if (caller.Role == Role.ExpertReviewer)
        {
            return await ReadAsync(
                db.Schools.Where(s => s.Code == code && db.PanelSeats.Any(p => p.SchoolId == s.Id && p.Judge == caller.UserName && p.Ending == null)).Select(s => (SchoolId?)s.Id),
                cancellationToken);
        }

        var found = await CachedAsync(code, db.Schools.Where(s => s.Code == code).Select(s => (SchoolId?)s.Id), cancellationToken);
        return caller.IsOfSchool && found != caller.Post!.SchoolId ? null : found;
    }

    /// <summary>A branch that belongs or belonged to the school; a branch lead's own only.</summary>
    public async Task<BranchId?> BranchAsync(SchoolId school, string code, CancellationToken cancellationToken)
    {
        var found = await ReadAsync(
            db.Branches.Where(b => b.Code == code && db.BranchAffiliations.Any(a => a.BranchId == b.Id && a.SchoolId == school)).Select(b => (BranchId?)b.Id),
            cancellationToken);
        return tenant.RequireCaller().Post?.BranchId is { } own && own != found ? null : found;
    }

    /// <summary>A panel of the round; for a judge one with an own seat.</summary>
    public Task<PanelId?> PanelAsync(RoundId round, string code, CancellationToken cancellationToken)
    {
        var caller = tenant.RequireCaller();
        var found = db.Panels.Where(p => p.RoundId == round && p.Code == code);
        return caller.Role == Role.ExpertReviewer
            ? ReadAsync(found.Where(p => db.PanelSeats.Any(s => s.PanelId == p.Id && s.Judge == caller.UserName)).Select(p => (PanelId?)p.Id), cancellationToken)
            : CachedAsync($"{round.Value}/{code}", found.Select(p => (PanelId?)p.Id), cancellationToken);
    }

    /// <summary>A file that the school keeps or handed in.</summary>
    public Task<EvidenceId?> EvidenceAsync(SchoolId school, string id, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(id, out var value))
            return Task.FromResult<EvidenceId?>(null);
        var evidence = new EvidenceId(value);
        return ReadAsync(db.Evidence.Where(e => e.Id == evidence && e.SchoolId == school).Select(e => (EvidenceId?)e.Id).Distinct(), cancellationToken);
    }

    /// <summary>An inspection of the school in the round; for its own people one that an inspector confirmed.</summary>
    public Task<VisitId?> VisitAsync(RoundId round, SchoolId school, string id, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(id, out var value))
            return Task.FromResult<VisitId?>(null);
        var (visit, seesAll) = (new VisitId(value), !tenant.RequireCaller().IsOfSchool);
        return ReadAsync(
            db.Visits.Where(v => v.Id == visit && v.RoundId == round && v.SchoolId == school && (seesAll || v.Report != null)).Select(v => (VisitId?)v.Id), cancellationToken);
    }

    /// <summary>An activity that the caller may see.</summary>
    public Task<ActivityId?> ActivityAsync(string id, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(id, out var value))
            return Task.FromResult<ActivityId?>(null);
        var activity = new ActivityId(value);
        return ReadAsync(ActivitySight.Of(db, tenant.RequireCaller()).Where(a => a.Id == activity).Select(a => (ActivityId?)a.Id), cancellationToken);
    }

    /// <summary>A congress of the own school.</summary>
    public Task<CongressId?> CongressAsync(string code, CancellationToken cancellationToken) =>
        ReadAsync(db.Congresses.Where(c => c.Code == code).Select(c => (CongressId?)c.Id), cancellationToken);

    /// <summary>A proposal of the own school.</summary>
    public Task<ProposalId?> ProposalAsync(string id, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(id, out var value))
            return Task.FromResult<ProposalId?>(null);
        var proposal = new ProposalId(value);
        return ReadAsync(db.Proposals.Where(p => p.Id == proposal).Select(p => (ProposalId?)p.Id), cancellationToken);
    }

    /// <summary>Something made public that the caller may see.</summary>
    public Task<DisclosureId?> DisclosureAsync(string id, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(id, out var value))
            return Task.FromResult<DisclosureId?>(null);
        var disclosure = new DisclosureId(value);
        return ReadAsync(DisclosureSight.Of(db, tenant.RequireCaller()).Where(d => d.Id == disclosure).Select(d => (DisclosureId?)d.Id), cancellationToken);
    }

    /// <summary>An item of a work plan that the caller may see.</summary>
    public Task<PlanItemId?> PlanItemAsync(string id, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(id, out var value))
            return Task.FromResult<PlanItemId?>(null);
        var item = new PlanItemId(value);
        return ReadAsync(PlanSight.Of(db, tenant.RequireCaller()).Where(p => p.Id == item).Select(p => (PlanItemId?)p.Id), cancellationToken);
    }

    /// <summary>A care record of the caller's school.</summary>
    public Task<CareRecordId?> CareRecordAsync(string code, CancellationToken cancellationToken)
    {
        var school = tenant.RequireCaller() is { IsOfSchool: true, Post.SchoolId: { } own } ? own : (SchoolId?)null;
        return ReadAsync(db.CareRecords.Where(r => r.Code == code && r.SchoolId == school).Select(r => (CareRecordId?)r.Id), cancellationToken);
    }

    /// <summary>A calendar feed of the caller's own.</summary>
    public Task<CalendarFeedId?> CalendarFeedAsync(string id, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(id, out var value))
            return Task.FromResult<CalendarFeedId?>(null);
        var (feed, user) = (new CalendarFeedId(value), tenant.RequireCaller().UserId);
        return ReadAsync(db.CalendarFeeds.Where(f => f.Id == feed && f.UserId == user).Select(f => (CalendarFeedId?)f.Id), cancellationToken);
    }

    /// <summary>A decision about many evaluations of the round.</summary>
    public Task<BulkDecisionId?> DecisionAsync(RoundId round, string id, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(id, out var value))
            return Task.FromResult<BulkDecisionId?>(null);
        var decision = new BulkDecisionId(value);
        return ReadAsync(db.BulkDecisions.Where(d => d.Id == decision && d.RoundId == round).Select(d => (BulkDecisionId?)d.Id), cancellationToken);
    }

    /// <summary>An upload under way of the school.</summary>
    public Task<EvidenceUploadId?> UploadAsync(SchoolId school, string id, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(id, out var value))
            return Task.FromResult<EvidenceUploadId?>(null);
        var upload = new EvidenceUploadId(value);
        return ReadAsync(db.EvidenceUploads.Where(u => u.Id == upload && u.SchoolId == school).Select(u => (EvidenceUploadId?)u.Id), cancellationToken);
    }

    /// <summary>Whether a round's scheme has a fact that a school can vote on.</summary>
    public async Task<bool> IsVotedOnAsync(RoundId round, string fact, CancellationToken cancellationToken) =>
        (await unitOfWork.ReadAsync(
            async () =>
            {
                var version = await db.Rounds.Where(r => r.Id == round).Select(r => r.SchemeVersionId).SingleAsync(cancellationToken);
                return (Result<bool>)(version is { } known && (await schemes.GetAsync(known, cancellationToken)).VoteFactOf(fact) is not null);
            },
            cancellationToken)).Value;

    private async Task<TId?> CachedAsync<TId>(string code, IQueryable<TId?> query, CancellationToken cancellationToken)
        where TId : struct, IEntityId
    {
        var district = tenant.RequireCaller().DistrictId;
        if (cache.Find<TId>(district, code) is { } known)
            return known;
        if (await ReadAsync(query, cancellationToken) is not { } id)
            return null;
        cache.Keep(district, code, id);
        return id;
    }

    private async Task<TId?> ReadAsync<TId>(IQueryable<TId?> query, CancellationToken cancellationToken)
        where TId : struct => (await unitOfWork.ReadAsync(
            async () => (Result<Found<TId>>)new Found<TId>(await query.FirstOrDefaultAsync(cancellationToken)), cancellationToken)).Value.Id;

    private sealed record Found<TId>(TId? Id)
        where TId : struct;
}
