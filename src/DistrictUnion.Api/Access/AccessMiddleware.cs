using DistrictUnion.Api.Http;
using DistrictUnion.Application.Accounts;
using DistrictUnion.Application.Common;
using DistrictUnion.Application.Jobs;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using Microsoft.AspNetCore.Http.Features;

namespace DistrictUnion.Api.Access;

/// <summary>
/// Who calls, what the endpoint demands, what the path names, in this order: 401, 403, 404. Only then is anything of the body
/// read, so that a refusal tells nothing about what exists.
/// </summary>
public sealed class AccessMiddleware(RequestDelegate next)
{
    /// <summary>Checks a request.</summary>
    public async Task InvokeAsync(HttpContext context, ITenantDirectory directory, ITenantContext tenant, PathLookup lookup, Problems problems)
    {
        var endpoint = context.GetEndpoint();
        if (endpoint?.Metadata.GetMetadata<PermissionMetadata>() is not { Permission: var permission })
        {
            await next(context);
            return;
        }

        if (ApiKeyAccess.IsInAddress(context.Request))
        {
            await problems.Malformed("$", "apiKey.inAddress").ExecuteAsync(context);
            return;
        }

        var key = await ApiKeyAccess.FindAsync(directory, context);
        var (token, byCookie) = ApiKeyAccess.IsUsedBy(context.Request) ? (null, false) : SessionAccess.TokenOf(context.Request);
        var caller = key?.Caller ?? (token is null ? null : await SessionAccess.FindAsync(directory, token, context.RequestAborted));
        if (caller is null)
        {
            context.Response.Headers.WWWAuthenticate = "Bearer";
            await problems.Unauthenticated().ExecuteAsync(context);
            return;
        }

        if (byCookie && !SessionAccess.IsOwnPage(context.Request, token!))
        {
            await problems.Of(new ForbiddenError("auth.antiforgery")).ExecuteAsync(context);
            return;
        }

        if (!(key is null ? Allows(caller, permission) : ApiKeyAccess.Allows(key, permission)))
        {
            await problems.Of(new ForbiddenError(key is not null ? "apiKey.scope" : caller.Post is null ? "auth.noPost" : "forbidden")).ExecuteAsync(context);
            return;
        }

        tenant.Enter(caller);
        var path = await ResolveAsync(context, endpoint, lookup);
        if (path is null)
        {
            await problems.Of(new NotFoundError()).ExecuteAsync(context);
            return;
        }

        context.Features.Set(path);
        if (endpoint.Metadata.GetMetadata<FileBodyMetadata>() is { } body
            && context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = body.IsEvidence
                ? context.RequestServices.GetRequiredService<EvidenceLimits>().FileBytes + ServiceLimits.JsonBytes
                : ServiceLimits.FileBytes;
        }

        await next(context);
    }

    private static bool Allows(Caller caller, Permission permission) =>
        permission == Permission.UseOwnSession || (caller.Role is { } role && RolePermissions.Allows(role, permission));

    private static async Task<ResolvedPath?> ResolveAsync(HttpContext context, Endpoint endpoint, PathLookup lookup)
    {
        var cancel = context.RequestAborted;
        var creates = endpoint.Metadata.GetMetadata<CreatesMetadata>()?.RouteValue;
        string? CodeOf(string name) => context.Request.RouteValues[name]?.ToString();
        bool Missing(string name, object? found) => CodeOf(name) is not null && found is null && creates != name;

        ZoneId? zone = CodeOf("zone") is { } z ? await lookup.ZoneAsync(z, cancel) : null;
        CommunityId? community = CodeOf("community") is { } l ? await lookup.CommunityAsync(l, cancel) : null;
        SchemeId? scheme = CodeOf("scheme") is { } c ? await lookup.SchemeAsync(c, cancel) : null;
        RoundId? round = CodeOf("round") is { } r ? await lookup.RoundAsync(r, cancel) : null;
        SchoolId? school = CodeOf("school") is { } s && !Missing("round", round) ? await lookup.SchoolAsync(s, cancel) : null;
        BranchId? branch = CodeOf("branch") is { } b && school is { } of ? await lookup.BranchAsync(of, b, cancel) : null;
        PanelId? panel = CodeOf("panel") is { } p && round is { } within ? await lookup.PanelAsync(within, p, cancel) : null;
        VisitId? visit = CodeOf("visit") is { } v && round is { } during && school is { } visited ? await lookup.VisitAsync(during, visited, v, cancel) : null;
        UserId? user = CodeOf("userName") is { } u ? await lookup.UserAsync(u, cancel) : null;
        ApiKeyId? apiKey = CodeOf("apiKey") is { } k ? await lookup.ApiKeyAsync(k, cancel) : null;
        InvitationId? invitation = CodeOf("invitation") is { } i ? await lookup.InvitationAsync(i, cancel) : null;
        EvidenceId? evidence = CodeOf("evidence") is { } e && school is { } keeper ? await lookup.EvidenceAsync(keeper, e, cancel) : null;
        EvidenceUploadId? upload = CodeOf("upload") is { } w && school is { } sender ? await lookup.UploadAsync(sender, w, cancel) : null;
        BulkDecisionId? decision = CodeOf("decision") is { } d && round is { } decided ? await lookup.DecisionAsync(decided, d, cancel) : null;
        var fact = CodeOf("fact") is { } f && round is { } asked && await lookup.IsVotedOnAsync(asked, f, cancel) ? f : null;
        TitleProgrammeId? programme = CodeOf("programme") is { } g ? await lookup.ProgrammeAsync(g, cancel) : null;
        TitleCampaignId? campaign = CodeOf("campaign") is { } m && programme is { } runs ? await lookup.CampaignAsync(runs, m, cancel) : null;
        TitleApplicationId? application = CodeOf("application") is { } a && programme is { } sought ? await lookup.ApplicationAsync(sought, a, cancel) : null;
        PublicityNoticeId? notice = CodeOf("notice") is { } n && campaign is { } announced ? await lookup.NoticeAsync(announced, n, cancel) : null;
        ObjectionId? objection = CodeOf("objection") is { } o && campaign is { } disputed ? await lookup.ObjectionAsync(disputed, o, cancel) : null;
        HeldTitleId? title = CodeOf("title") is { } h ? await lookup.TitleAsync(h, cancel) : null;
        ObligationTemplateId? obligationTemplate = CodeOf("obligationTemplate") is { } x ? await lookup.ObligationTemplateAsync(x, cancel) : null;
        ObligationId? obligation = CodeOf("obligation") is { } y ? await lookup.ObligationAsync(y, cancel) : null;
        CongressId? congress = CodeOf("congress") is { } co ? await lookup.CongressAsync(co, cancel) : null;
        ProposalId? proposal = CodeOf("proposal") is { } pr ? await lookup.ProposalAsync(pr, cancel) : null;
        DisclosureId? disclosure = CodeOf("disclosure") is { } di ? await lookup.DisclosureAsync(di, cancel) : null;
        ActivityId? activity = CodeOf("activity") is { } q ? await lookup.ActivityAsync(q, cancel) : null;
        PlanItemId? planItem = CodeOf("planItem") is { } pi ? await lookup.PlanItemAsync(pi, cancel) : null;
        CareRecordId? careRecord = CodeOf("careRecord") is { } cr ? await lookup.CareRecordAsync(cr, cancel) : null;
        CalendarFeedId? calendarFeed = CodeOf("calendarFeed") is { } cf ? await lookup.CalendarFeedAsync(cf, cancel) : null;
        LabRunId? labRun = CodeOf("labRun") is { } t ? await lookup.LabRunAsync(t, cancel) : null;
        MessageId? message = CodeOf("message") is { } mail ? await lookup.MessageAsync(mail, cancel) : null;
        DeliveryId? delivery = CodeOf("delivery") is { } way ? await lookup.DeliveryAsync(way, cancel) : null;
        RobotId? robot = CodeOf("robot") is { } bot ? await lookup.RobotAsync(bot, cancel) : null;
        WebhookId? webhook = CodeOf("webhook") is { } hook ? await lookup.WebhookAsync(hook, cancel) : null;
        WebhookDeliveryId? sent = CodeOf("event") is { } ev && webhook is { } subscribed ? await lookup.WebhookDeliveryAsync(subscribed, ev, cancel) : null;
        var definition = CodeOf("definition") is { } recurring && JobDefinitions.Exists(context.RequestServices.GetRequiredService<IRecurringSchedule>(), recurring) ? recurring : null;
        JobId? job = CodeOf("job") is { } j ? await lookup.JobAsync(j, cancel) : null;
        return Missing("zone", zone) || Missing("community", community) || Missing("scheme", scheme) || Missing("round", round) || Missing("school", school)
            || Missing("branch", branch) || Missing("userName", user) || Missing("job", job)
            || Missing("apiKey", apiKey) || Missing("invitation", invitation)
            || Missing("evidence", evidence) || Missing("upload", upload) || Missing("decision", decision) || Missing("panel", panel) || Missing("visit", visit) || Missing("fact", fact)
            || Missing("programme", programme) || Missing("campaign", campaign) || Missing("application", application) || Missing("title", title) || Missing("notice", notice) || Missing("objection", objection)
            || Missing("congress", congress) || Missing("proposal", proposal) || Missing("disclosure", disclosure)
            || Missing("activity", activity) || Missing("planItem", planItem) || Missing("calendarFeed", calendarFeed) || Missing("careRecord", careRecord)
            || Missing("labRun", labRun) || Missing("obligationTemplate", obligationTemplate) || Missing("obligation", obligation) || Missing("message", message) || Missing("delivery", delivery) || Missing("robot", robot) || Missing("webhook", webhook) || Missing("event", sent) || Missing("definition", definition)
            ? null
            : new ResolvedPath
            {
                Zone = zone,
                Community = community,
                Scheme = scheme,
                Round = round,
                School = school,
                Branch = branch,
                Panel = panel,
                Visit = visit,
                Congress = congress,
                Proposal = proposal,
                Disclosure = disclosure,
                Activity = activity,
                PlanItem = planItem,
                CalendarFeed = calendarFeed,
                CareRecord = careRecord,
                User = user,
                Job = job,
                ApiKey = apiKey,
                Invitation = invitation,
                Evidence = evidence,
                Upload = upload,
                Decision = decision,
                Programme = programme,
                Campaign = campaign,
                Application = application,
                Title = title,
                Notice = notice,
                Objection = objection,
                LabRun = labRun,
                ObligationTemplate = obligationTemplate,
                Obligation = obligation,
                Message = message,
                Delivery = delivery,
                Robot = robot,
                Webhook = webhook,
                Event = sent,
                Definition = definition,
            };
    }
}
