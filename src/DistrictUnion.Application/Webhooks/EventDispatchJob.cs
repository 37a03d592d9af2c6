using System.Text.Json;
using DistrictUnion.Application.Common;
using DistrictUnion.Application.Messages;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Auditing;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Webhooks;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Webhooks;

/// <summary>What came of a run.</summary>
/// <param name="Events">Events that were fanned out.</param>
/// <param name="Deliveries">Deliveries to other systems that they became.</param>
/// <param name="Messages">Messages to people that they became.</param>
public sealed record EventDispatchOutcome(int Events, int Deliveries, int Messages);

/// <summary>
/// Fans events out: to the subscriptions that want them, and to the people they concern. An event is marked in the transaction that
/// writes what became of it, so each becomes everything it should exactly once.
/// </summary>
internal sealed class EventDispatchJob(
    IUnionDb db, IUnitOfWork unitOfWork, ITenantContext tenant, IWorkClaims claims, IBulkWriter bulk, EventNotices notices, MessageDesk desk, IFaultPoints faults, TimeProvider clock) : IJobHandler
{
    public const string Name = "events.dispatch";

    private const int Portion = 500;

    public string Kind => Name;

    public async Task<object> RunAsync(JsonElement payload, IJobProgress progress, CancellationToken cancellationToken)
    {
        var total = new EventDispatchOutcome(0, 0, 0);
        while (true)
        {
            var portion = (await unitOfWork.WriteUnauditedAsync(async () => (Result<EventDispatchOutcome>)await FanOutAsync(cancellationToken), cancellationToken)).Value;
            if (portion.Events == 0)
                return total;
            faults.Pass(FaultSteps.EventsCommitted);
            total = new EventDispatchOutcome(total.Events + portion.Events, total.Deliveries + portion.Deliveries, total.Messages + portion.Messages);
            await progress.ReportAsync(total.Events, total.Events, cancellationToken);
        }
    }

    private async Task<EventDispatchOutcome> FanOutAsync(CancellationToken cancellationToken)
    {
        var ids = await claims.LockEventsAsync(Portion, cancellationToken);
        if (ids.Count == 0)
            return new EventDispatchOutcome(0, 0, 0);
        var (now, events) = (clock.GetUtcNow(), await db.OutboxMessages.AsNoTracking().Where(m => ids.Contains(m.Id)).OrderBy(m => m.Id).ToListAsync(cancellationToken));
        var webhooks = (await db.Webhooks.AsNoTracking().OrderBy(w => w.Code).ToListAsync(cancellationToken)).FindAll(w => w.State == WebhookState.Active);
        var known = events.Select(e => (Event: e, Public: PublicEvents.Find(e.Kind))).Where(e => e.Public is not null)
            .Select(e => (e.Event, e.Public!.Type, Subject: e.Public.Read(e.Event.Payload))).ToList();
        var wanted = known.FindAll(k => webhooks.Exists(w => w.Wants(k.Type)));
        List<WebhookDelivery> deliveries = [];
        if (wanted.Count > 0)
        {
            var codes = await CodesOfAsync([.. wanted.Select(w => w.Subject)], cancellationToken);
            foreach (var (e, type, subject) in wanted)
            {
                var body = codes.BodyOf(tenant.RequireCaller().DistrictCode, e, type, subject);
                deliveries.AddRange(webhooks.Where(w => w.Wants(type)).Select(w => WebhookDelivery.Queue(w, WebhookDeliveryId.New(), e.Id, type, body, e.At, now)));
            }
        }

        await bulk.AddMissingAsync(deliveries, cancellationToken);
        var messages = await desk.PostAsync(await notices.OfAsync(events, cancellationToken), cancellationToken);
        await db.OutboxMessages.Where(m => ids.Contains(m.Id)).ExecuteUpdateAsync(set => set.SetProperty(m => m.DeliveredAt, now), cancellationToken);
        faults.Pass(FaultSteps.EventsFannedOut);
        return new EventDispatchOutcome(events.Count, deliveries.Count, messages);
    }

    private async Task<EventCodes> CodesOfAsync(IReadOnlyList<EventSubject> subjects, CancellationToken cancellationToken)
    {
        var rounds = subjects.Select(s => s.Round).OfType<RoundId>().Distinct().ToList();
        var schools = subjects.Select(s => s.School).OfType<SchoolId>().Distinct().ToList();
        var branches = subjects.Select(s => s.Branch).OfType<BranchId>().Distinct().ToList();
        return new EventCodes(
            await db.Rounds.AsNoTracking().Where(r => rounds.Contains(r.Id)).ToDictionaryAsync(r => r.Id, r => r.Code, cancellationToken),
            await db.Schools.AsNoTracking().Where(s => schools.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => s.Code, cancellationToken),
            await db.Branches.AsNoTracking().Where(b => branches.Contains(b.Id)).ToDictionaryAsync(b => b.Id, b => b.Code, cancellationToken));
    }
}

/// <summary>Turns identifiers of events into business codes.</summary>
internal sealed class EventCodes(Dictionary<RoundId, string> rounds, Dictionary<SchoolId, string> schools, Dictionary<BranchId, string> branches)
{
    /// <summary>The body that goes out: what happened, when, and where to read more. Nothing about a person.</summary>
    public string BodyOf(string district, OutboxMessage e, string type, EventSubject subject)
    {
        SortedDictionary<string, string> data = new(StringComparer.Ordinal) { ["district"] = district };
        foreach (var (name, value) in subject.Codes)
            data[name] = value;
        if (subject.Round is { } round)
            data["round"] = rounds[round];
        if (subject.School is { } school)
            data["school"] = schools[school];
        if (subject.Branch is { } branch)
            data["branch"] = branches[branch];
        var href = data.Aggregate(subject.Href, (path, code) => path.Replace($"{{{code.Key}}}", Uri.EscapeDataString(code.Value), StringComparison.Ordinal));
        data["href"] = $"/api/v1/{href}";
        return Json.Write(new { type, id = e.Id, at = BusinessTime.Local(e.At), data });
    }
}
