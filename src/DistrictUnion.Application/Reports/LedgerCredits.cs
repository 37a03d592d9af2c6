using DistrictUnion.Application.Common;
using DistrictUnion.Application.Congresses;
using DistrictUnion.Application.Ports;
using DistrictUnion.Application.Schemes;
using DistrictUnion.Domain.Activities;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Evaluations;
using DistrictUnion.Domain.Rounds;
using DistrictUnion.Domain.Schemes;
using DistrictUnion.Domain.Scoring;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Reports;

/// <summary>
/// Keeps the facts that schemes count from ledgers equal to them: each activity is a dated event of every such fact in every open
/// round whose window holds its first day. The caller holds the scorecards' locks and recomputes. What is closed, locked for a school, or
/// reviewed there stays as it was: nobody raises a score that reviewers have seen by telling of another past day.
/// </summary>
internal sealed class LedgerCredits(IUnionDb db, SchemeCatalogue schemes, FactLedger ledger, CongressCredits congresses, ReceiptClock clock)
{
    /// <summary>Schools whose activities are in memory at once.</summary>
    private const int Portion = 200;

    /// <summary>One school in the rounds whose scorecard is locked: the same statements for any number of activities.</summary>
    public async Task CreditAcrossSchoolsAsync(SchoolId school, IReadOnlyCollection<RoundId> rounds, CancellationToken cancellationToken)
    {
        if (rounds.Count == 0)
            return;
        var ids = rounds.ToList();
        foreach (var round in await db.Rounds.AsNoTracking().Where(r => ids.Contains(r.Id) && r.State == RoundState.Open).ToListAsync(cancellationToken))
            await CreditAcrossSchoolsAsync(round, [school], cancellationToken);
    }

    /// <summary>Schools in a round that opens, is amended or opens again, or whose evaluations went back to them.</summary>
    /// <param name="round">Open round.</param>
    /// <param name="schools">Schools of its scope.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <param name="evenReviewed">Whether another scheme counts from now on, so that what reviewers saw doesn't hold anyway.</param>
    public async Task CreditAcrossSchoolsAsync(AssessmentRound round, IReadOnlyCollection<SchoolId> schools, CancellationToken cancellationToken, bool evenReviewed = false)
    {
        var scheme = await schemes.GetAsync(round.SchemeVersionId!.Value, cancellationToken);
        var (counted, ofCongresses) = (Counted(scheme), CongressCredits.Counted(scheme));
        var credited = await db.SchoolEvents.Where(e => e.RoundId == round.Id && (e.Route == FactRoute.Activity || e.Route == FactRoute.Congress)).Select(e => e.Route).Distinct().ToListAsync(cancellationToken);
        var routes = credited.Union(scheme.Definition.Facts.Select(f => f.CountedBy).OfType<FactRoute>()).ToHashSet();
        if (routes.Count == 0)
            return;
        var now = await clock.NowAsync(cancellationToken);
        var extensions = await db.RoundExtensions.AsNoTracking().Where(e => e.RoundId == round.Id).ToDictionaryAsync(e => e.SchoolId, cancellationToken);
        var reviewed = evenReviewed ? [] : (await db.SelfEvaluations.AsNoTracking().Where(e => e.RoundId == round.Id && (e.State == EvaluationState.ZoneReviewed || e.State == EvaluationState.DistrictReviewed))
            .Select(e => e.SchoolId).ToListAsync(cancellationToken)).ToHashSet();
        foreach (var portion in schools.Where(s => !reviewed.Contains(s) && !IsLocked(round, extensions.GetValueOrDefault(s), now)).Chunk(Portion))
        {
            var (ids, from, to) = (portion.ToList(), round.WindowFrom, round.WindowTo);
            if (routes.Contains(FactRoute.Congress))
                await ledger.TakeCountedAsync(round.Id, FactRoute.Congress, await congresses.EventsAcrossSchoolsAsync(ids, from, to, ofCongresses, cancellationToken), cancellationToken);
            if (!routes.Contains(FactRoute.Activity))
                continue;
            var activities = (await db.Activities.AsNoTracking().Where(a => ids.Contains(a.SchoolId) && a.CancelledFor == null && a.From >= from && a.From <= to)
                .OrderBy(a => a.From).ThenBy(a => a.Id).ToListAsync(cancellationToken)).ToLookup(a => a.SchoolId);
            await ledger.TakeCountedAsync(round.Id, FactRoute.Activity, ids.ToDictionary(s => s, s => EventsOf(counted, activities[s])), cancellationToken);
        }
    }

    /// <summary>Data items that count activities.</summary>
    public static IReadOnlyList<FactDefinition> Counted(CompiledScheme scheme) => [.. scheme.Definition.Facts.Where(f => f.Activities is not null)];

    private static IReadOnlyList<CheckedEvent> EventsOf(IReadOnlyList<FactDefinition> counted, IEnumerable<Activity> activities) =>
        [.. from activity in activities
            from fact in counted
            let value = activity.Adds(fact.Activities!)
            where value is not null
            select new CheckedEvent(activity.Reference, fact.Code, activity.From, value.Value, activity.Title)];

    private static bool IsLocked(AssessmentRound round, RoundExtension? extension, DateTimeOffset now) =>
        round.DeadlinesWith(extension?.DueAt, extension?.ClosesAt).ClosesAt is { } locked && now >= locked;
}
