using System.Globalization;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Reports;
using DistrictUnion.Domain.Scoring;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Reports;

/// <summary>A dated event that was read and checked.</summary>
internal sealed record CheckedEvent(string Code, string Fact, DateOnly Date, decimal Value, string? Note);

/// <summary>
/// Writes facts and events with their history. The current value of a fact is that of the last accepted write among the
/// routes that count; nothing that has scored is deleted.
/// </summary>
internal sealed class FactLedger(IUnionDb db, ITenantContext tenant, TimeProvider clock)
{
    private GatheredFacts? gathered;

    /// <summary>From now on what is accepted is gathered, to be written in bulk, instead of being followed row by row.</summary>
    public GatheredFacts Gather() => gathered = new GatheredFacts();

    /// <summary>What a submitted branch report says becomes what counts by its route.</summary>
    public async Task TakeBranchDocumentAsync(
        RoundId round, BranchId branch, IReadOnlyList<CheckedFact> facts, IReadOnlyList<CheckedEvent> events, CancellationToken cancellationToken)
    {
        var (known, knownEvents) = await LoadBranchAsync(round, branch, cancellationToken);
        foreach (var gone in known.Where(f => f is { Route: FactRoute.Report, Counts: true } && facts.All(n => n.Code != f.Code)))
            Discount(round, null, branch, gone);
        foreach (var fact in facts)
            AcceptBranch(known, round, branch, FactRoute.Report, fact);
        foreach (var gone in knownEvents.Where(e => e is { Route: FactRoute.Report, Counts: true } && events.All(n => (n.Code, n.Fact) != (e.Code, e.Fact))))
            Discount(round, null, branch, gone);
        foreach (var e in events)
            AcceptBranch(knownEvents, round, branch, FactRoute.Report, e);
    }

    /// <summary>What a returned branch report said counts no longer.</summary>
    public Task DropBranchDocumentAsync(RoundId round, BranchId branch, CancellationToken cancellationToken) =>
        DropBranchDocumentsAsync(round, [branch], cancellationToken);

    /// <summary>What returned branch reports said counts no longer: two statements for any number of them.</summary>
    public async Task DropBranchDocumentsAsync(RoundId round, IReadOnlyCollection<BranchId> branches, CancellationToken cancellationToken)
    {
        if (branches.Count == 0)
            return;
        var ids = branches.ToList();
        foreach (var gone in await db.BranchFacts
            .Where(f => f.RoundId == round && ids.Contains(f.BranchId) && f.Route == FactRoute.Report && f.Counts).ToListAsync(cancellationToken))
        {
            Discount(round, null, gone.BranchId, gone);
        }

        foreach (var gone in await db.BranchEvents
            .Where(e => e.RoundId == round && ids.Contains(e.BranchId) && e.Route == FactRoute.Report && e.Counts).ToListAsync(cancellationToken))
        {
            Discount(round, null, gone.BranchId, gone);
        }
    }

    /// <summary>What a submitted self-evaluation says becomes what counts by its route.</summary>
    public Task TakeSchoolDocumentAsync(RoundId round, SchoolId school, IReadOnlyList<CheckedFact> facts, CancellationToken cancellationToken) =>
        TakeSchoolDocumentsAsync(round, new Dictionary<SchoolId, IReadOnlyList<CheckedFact>> { [school] = facts }, cancellationToken);

    /// <summary>What submitted self-evaluations say becomes what counts by their route: one statement for any number of them.</summary>
    public async Task TakeSchoolDocumentsAsync(
        RoundId round, IReadOnlyDictionary<SchoolId, IReadOnlyList<CheckedFact>> documents, CancellationToken cancellationToken)
    {
        if (documents.Count == 0)
            return;
        var ids = documents.Keys.ToList();
        var known = (await db.SchoolFacts.Where(f => f.RoundId == round && ids.Contains(f.SchoolId)).ToListAsync(cancellationToken)).ToLookup(f => f.SchoolId);
        foreach (var (school, facts) in documents)
        {
            var own = known[school].ToList();
            foreach (var gone in own.Where(f => f is { Route: FactRoute.Evaluation, Counts: true } && facts.All(n => n.Code != f.Code)))
                Discount(round, school, null, gone);
            foreach (var fact in facts)
                AcceptSchool(own, round, school, FactRoute.Evaluation, fact);
        }
    }

    /// <summary>What a returned or withdrawn self-evaluation said counts no longer.</summary>
    public Task DropSchoolDocumentAsync(RoundId round, SchoolId school, CancellationToken cancellationToken) =>
        DropSchoolDocumentsAsync(round, [school], cancellationToken);

    /// <summary>What returned self-evaluations said counts no longer: one statement for any number of them.</summary>
    public async Task DropSchoolDocumentsAsync(RoundId round, IReadOnlyCollection<SchoolId> schools, CancellationToken cancellationToken)
    {
        if (schools.Count == 0)
            return;
        var ids = schools.ToList();
        foreach (var gone in await db.SchoolFacts
            .Where(f => f.RoundId == round && ids.Contains(f.SchoolId) && f.Route == FactRoute.Evaluation && f.Counts).ToListAsync(cancellationToken))
        {
            Discount(round, gone.SchoolId, null, gone);
        }
    }

    /// <summary>Facts that a reviewer enters count at once.</summary>
    public async Task TakeReviewFactsAsync(RoundId round, SchoolId school, IReadOnlyList<CheckedFact> facts, CancellationToken cancellationToken)
    {
        if (facts.Count == 0)
            return;
        var known = await LoadSchoolAsync(round, school, cancellationToken);
        foreach (var fact in facts)
            AcceptSchool(known, round, school, FactRoute.Review, fact);
    }

    /// <summary>What a panel of judges gave becomes a fact of each school; null where it gave nothing, and what it gave before counts no longer.</summary>
    public async Task TakePanelScoresAsync(
        RoundId round, string fact, IReadOnlyDictionary<SchoolId, CheckedFact?> scores, CancellationToken cancellationToken)
    {
        var ids = scores.Keys.ToList();
        var known = await db.SchoolFacts.Where(f => f.RoundId == round && f.Code == fact && ids.Contains(f.SchoolId)).ToListAsync(cancellationToken);
        foreach (var (school, given) in scores)
        {
            if (given is not null)
                AcceptSchool(known, round, school, FactRoute.Panel, given);
            else if (known.Find(f => f is { Route: FactRoute.Panel, Counts: true } && f.SchoolId == school) is { } gone)
                Discount(round, school, null, gone);
        }
    }

    /// <summary>What a secret vote gave counts at once.</summary>
    public async Task TakeVoteAsync(RoundId round, SchoolId school, CheckedFact fact, CancellationToken cancellationToken) =>
        AcceptSchool(await LoadSchoolAsync(round, school, cancellationToken), round, school, FactRoute.Vote, fact);

    /// <summary>What schools' entries in another ledger make becomes dated events of each; what no entry makes any more counts no longer.</summary>
    public async Task TakeCountedAsync(RoundId round, FactRoute route, IReadOnlyDictionary<SchoolId, IReadOnlyList<CheckedEvent>> events, CancellationToken cancellationToken)
    {
        var ids = events.Keys.ToList();
        var known = (await db.SchoolEvents.Where(e => e.RoundId == round && ids.Contains(e.SchoolId) && e.Route == route).ToListAsync(cancellationToken)).ToLookup(e => e.SchoolId);
        foreach (var (school, made) in events)
        {
            var own = known[school].ToList();
            foreach (var gone in own.Where(e => e.Counts && made.All(n => (n.Code, n.Fact) != (e.Code, e.Fact))))
                Discount(round, school, null, gone);
            foreach (var e in made)
                AcceptSchool(own, round, school, route, e);
        }
    }

    /// <summary>Takes a fact of a branch among those already known; null when nothing changes, else whether it is new.</summary>
    public bool? AcceptBranch(List<BranchFact> known, RoundId round, BranchId branch, FactRoute route, CheckedFact fact)
    {
        var same = known.Where(f => f.Code == fact.Code && f.BranchId == branch).ToList();
        var entry = same.Find(f => f.Route == route);
        var current = same.Where(f => f.Counts).MaxBy(f => f.Order);
        if (entry is not null && current == entry && entry.Value == fact.Text && entry.Note == fact.Note)
            return null;
        if (entry is null)
        {
            entry = BranchFact.For(tenant.RequireCaller().DistrictId, round, branch, fact.Code, route);
            known.Add(entry);
            Keep(entry);
        }

        Accept(entry, current, same, null, branch, fact);
        return current is null;
    }

    /// <summary>Takes a fact of a school among those already known; null when nothing changes, else whether it is new.</summary>
    public bool? AcceptSchool(List<SchoolFact> known, RoundId round, SchoolId school, FactRoute route, CheckedFact fact)
    {
        var same = known.Where(f => f.Code == fact.Code && f.SchoolId == school).ToList();
        var entry = same.Find(f => f.Route == route);
        var current = same.Where(f => f.Counts).MaxBy(f => f.Order);
        if (entry is not null && current == entry && entry.Value == fact.Text && entry.Note == fact.Note)
            return null;
        if (entry is null)
        {
            entry = SchoolFact.For(tenant.RequireCaller().DistrictId, round, school, fact.Code, route);
            known.Add(entry);
            Keep(entry);
        }

        Accept(entry, current, same, school, null, fact);
        return current is null;
    }

    /// <summary>Takes an event of a branch among those already known; null when nothing changes, else whether it is new.</summary>
    public bool? AcceptBranch(List<BranchEvent> known, RoundId round, BranchId branch, FactRoute route, CheckedEvent e)
    {
        var entry = known.Find(k => k.BranchId == branch && k.Code == e.Code && k.Fact == e.Fact && k.Route == route);
        if (entry is null)
        {
            entry = BranchEvent.For(tenant.RequireCaller().DistrictId, round, branch, e.Code, e.Fact, route);
            known.Add(entry);
            Keep(entry);
        }

        return Accept(entry, null, branch, e);
    }

    /// <summary>Takes an event of a school among those already known; null when nothing changes, else whether it is new.</summary>
    public bool? AcceptSchool(List<SchoolEvent> known, RoundId round, SchoolId school, FactRoute route, CheckedEvent e)
    {
        var entry = known.Find(k => k.SchoolId == school && k.Code == e.Code && k.Fact == e.Fact && k.Route == route);
        if (entry is null)
        {
            entry = SchoolEvent.For(tenant.RequireCaller().DistrictId, round, school, e.Code, e.Fact, route);
            known.Add(entry);
            Keep(entry);
        }

        return Accept(entry, school, null, e);
    }

    private void Accept(FactEntry entry, FactEntry? current, IReadOnlyList<FactEntry> same, SchoolId? school, BranchId? branch, CheckedFact fact)
    {
        var (actor, now) = (tenant.RequireCaller().UserName, clock.GetUtcNow());
        Remember(entry.RoundId, school, branch, entry.Code, entry.Route, current?.Value, fact.Text, actor, now);
        entry.Accept(fact.Text, fact.Note, 1 + same.Select(f => f.Order).DefaultIfEmpty(0).Max(), actor, now);
        gathered?.Add(entry);
    }

    private bool? Accept(EventEntry entry, SchoolId? school, BranchId? branch, CheckedEvent e)
    {
        var (actor, now) = (tenant.RequireCaller().UserName, clock.GetUtcNow());
        var (existed, old) = (entry.Counts, entry.Counts ? TextOf(entry) : null);
        if (!entry.Accept(e.Date, e.Value, e.Note, actor, now))
            return null;
        gathered?.Add(entry);
        Remember(entry.RoundId, school, branch, $"{entry.Fact}/{entry.Code}", entry.Route, old, TextOf(entry), actor, now);
        return !existed;
    }

    private void Discount(RoundId round, SchoolId? school, BranchId? branch, FactEntry entry)
    {
        Remember(round, school, branch, entry.Code, entry.Route, entry.Value, null, tenant.RequireCaller().UserName, clock.GetUtcNow());
        entry.Discount();
    }

    private void Discount(RoundId round, SchoolId? school, BranchId? branch, EventEntry entry)
    {
        Remember(round, school, branch, $"{entry.Fact}/{entry.Code}", entry.Route, TextOf(entry), null, tenant.RequireCaller().UserName, clock.GetUtcNow());
        entry.Discount();
    }

    private void Remember(
        RoundId round, SchoolId? school, BranchId? branch, string code, FactRoute route, string? old, string? value, string actor, DateTimeOffset now)
    {
        var change = FactChange.Record(tenant.RequireCaller().DistrictId, round, school, branch, code, route, old, value, actor, now);
        if (gathered is null)
            db.FactChanges.Add(change);
        else
            gathered.Changes.Add(change);
    }

    private void Keep(object entry)
    {
        if (gathered is null)
            db.Add(entry);
    }

    private static string TextOf(EventEntry entry) => string.Create(CultureInfo.InvariantCulture, $"{entry.Date:yyyy-MM-dd} {entry.Value}");

    private async Task<(List<BranchFact> Facts, List<BranchEvent> Events)> LoadBranchAsync(RoundId round, BranchId branch, CancellationToken cancellationToken) =>
        (await db.BranchFacts.Where(f => f.RoundId == round && f.BranchId == branch).ToListAsync(cancellationToken),
         await db.BranchEvents.Where(e => e.RoundId == round && e.BranchId == branch).ToListAsync(cancellationToken));

    private Task<List<SchoolFact>> LoadSchoolAsync(RoundId round, SchoolId school, CancellationToken cancellationToken) =>
        db.SchoolFacts.Where(f => f.RoundId == round && f.SchoolId == school).ToListAsync(cancellationToken);
}
