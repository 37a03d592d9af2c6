using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Application.Visits;
using DistrictUnion.Domain.Accounts;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Evaluations;
using DistrictUnion.Domain.Reports;
using DistrictUnion.Domain.Rounds;
using DistrictUnion.Domain.Visits;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Work;

/// <summary>A report that the caller's branch, or a branch of the caller's school, owes or has handed in.</summary>
/// <param name="Branch">Branch code.</param>
/// <param name="Name">Name.</param>
/// <param name="State">State; null before anything was typed.</param>
/// <param name="ReturnReason">Why it was returned.</param>
public sealed record OwnReport(string Branch, string Name, ReportState? State, string? ReturnReason);

/// <summary>The self-evaluation of the caller's school.</summary>
/// <param name="State">State; null before anything was typed.</param>
/// <param name="Returned">Whether it was returned and not handed in again.</param>
/// <param name="ReturnReason">Why.</param>
/// <param name="DaysLate">Days late, once handed in.</param>
public sealed record OwnEvaluation(EvaluationState? State, bool Returned, string? ReturnReason, int? DaysLate);

/// <summary>What a reviewer has before them.</summary>
/// <param name="Expected">Schools in scope.</param>
/// <param name="HandedIn">Of them handed in.</param>
/// <param name="ToReview">Handed in and not reviewed at the caller's level.</param>
/// <param name="Missing">Not handed in, returned ones included.</param>
public sealed record ReviewLoad(int Expected, int HandedIn, int ToReview, int Missing);

/// <summary>One round as it concerns the caller's post.</summary>
/// <param name="Round">Round code.</param>
/// <param name="Name">Name.</param>
/// <param name="State">State of the round.</param>
/// <param name="School">The caller's school; null for staff of zone and district.</param>
/// <param name="DueAt">First late instant, that of the caller's school where there is one.</param>
/// <param name="LocksAt">From when a school can hand in nothing more.</param>
/// <param name="Evaluation">The school's self-evaluation; null for others.</param>
/// <param name="Reports">Branch reports; empty for others.</param>
/// <param name="Reviews">For staff of zone and district.</param>
/// <param name="Visits">For a chair: on-site inspections to come, with their day, and those to be confirmed; empty for others.</param>
public sealed record OwnRoundWork(
    string Round,
    string Name,
    RoundState State,
    string? School,
    DateTimeOffset DueAt,
    DateTimeOffset? LocksAt,
    OwnEvaluation? Evaluation,
    IReadOnlyList<OwnReport> Reports,
    ReviewLoad? Reviews,
    IReadOnlyList<OwnVisit> Visits);

/// <summary>What lies before the caller.</summary>
/// <param name="Now">The server's time, which decides about deadlines.</param>
/// <param name="Rounds">Rounds that were opened, the latest deadline first, at most twelve.</param>
public sealed record OwnWork(DateTimeOffset Now, IReadOnlyList<OwnRoundWork> Rounds);

/// <summary>What lies before the caller in the post in use: reports, self-evaluations, reviews.</summary>
public sealed record ListOwnWork : IQuery<OwnWork>;

internal sealed class ListOwnWorkHandler(IUnionDb db, ITenantContext tenant, TimeProvider clock) : IHandler<ListOwnWork, OwnWork>
{
    private const int MostRounds = 12;

    public async Task<Result<OwnWork>> Handle(ListOwnWork request, CancellationToken cancellationToken)
    {
        var rounds = await db.Rounds.AsNoTracking().Where(r => r.State != RoundState.Planned)
            .OrderByDescending(r => r.EffectiveDueAt).ThenBy(r => r.Code).Take(MostRounds).ToListAsync(cancellationToken);
        var caller = tenant.RequireCaller();
        var work = caller.Post is not { } post || post.Role == Role.ExpertReviewer ? []
            : post.SchoolId is { } school ? await OfSchoolAsync(rounds, post, school, cancellationToken)
            : await OfReviewerAsync(rounds, post, cancellationToken);
        return new OwnWork(BusinessTime.Local(clock.GetUtcNow()), work);
    }

    private async Task<IReadOnlyList<OwnRoundWork>> OfSchoolAsync(
        List<AssessmentRound> rounds, CallerPost post, SchoolId school, CancellationToken cancellationToken)
    {
        var (ids, isChair) = (rounds.ConvertAll(r => r.Id), post.Role == Role.SchoolChair);
        var own = await db.Scorecards.AsNoTracking().Where(c => ids.Contains(c.RoundId) && c.SchoolId == school)
            .Select(c => new
            {
                c.RoundId,
                c.SchoolCode,
                Evaluation = db.SelfEvaluations.Where(e => e.RoundId == c.RoundId && e.SchoolId == school)
                    .Select(e => new OwnEvaluation(e.State, e.Returned, e.ReturnReason, e.DaysLate)).FirstOrDefault(),
                Extension = db.RoundExtensions.Where(e => e.RoundId == c.RoundId && e.SchoolId == school)
                    .Select(e => new { e.DueAt, e.ClosesAt }).FirstOrDefault(),
                Visits = db.Visits.Where(v => isChair && v.RoundId == c.RoundId && v.SchoolId == school && (v.State == VisitState.Planned || v.State == VisitState.Inspected))
                    .Join(db.Schools, v => v.SchoolId, s => s.Id, (v, s) => new { v.Id, s.Code, s.Name, v.PlannedOn, v.State }).ToList(),
            })
            .ToDictionaryAsync(c => c.RoundId, cancellationToken);
        var branches = await db.BranchAffiliations.AsNoTracking()
            .Where(a => a.SchoolId == school && (post.BranchId == null || a.BranchId == post.BranchId))
            .Join(db.Branches, a => a.BranchId, b => b.Id, (a, b) => new { b.Id, b.Code, b.Name, a.From, a.To })
            .ToListAsync(cancellationToken);
        var branchIds = branches.ConvertAll(b => b.Id);
        var reports = (await db.BranchReports.AsNoTracking().Where(r => ids.Contains(r.RoundId) && branchIds.Contains(r.BranchId))
                .Select(r => new { r.RoundId, r.BranchId, r.State, r.ReturnReason }).ToListAsync(cancellationToken))
            .ToDictionary(r => (r.RoundId, r.BranchId));
        return
        [
            .. rounds.Where(r => own.ContainsKey(r.Id)).Select(round =>
            {
                var card = own[round.Id];
                var (dueAt, locksAt) = round.DeadlinesWith(card.Extension?.DueAt, card.Extension?.ClosesAt);
                var ofRound = branches.Where(b => b.From <= round.WindowTo && (b.To is null || b.To > round.WindowFrom)).DistinctBy(b => b.Id)
                    .OrderBy(b => b.Code, StringComparer.Ordinal)
                    .Select(b => reports.TryGetValue((round.Id, b.Id), out var report)
                        ? new OwnReport(b.Code, b.Name, report.State, report.ReturnReason)
                        : new OwnReport(b.Code, b.Name, null, null));
                return new OwnRoundWork(
                    round.Code,
                    round.Name,
                    round.State,
                    card.SchoolCode,
                    BusinessTime.Local(dueAt),
                    BusinessTime.Local(locksAt),
                    post.Role == Role.BranchLead ? null : card.Evaluation ?? new OwnEvaluation(null, false, null, null),
                    [.. ofRound],
                    null,
                    [.. card.Visits.OrderBy(v => v.PlannedOn).ThenBy(v => v.Id.Value).Select(v => new OwnVisit(v.State == VisitState.Planned ? null : v.Id.Value, v.Code, v.Name, v.PlannedOn, v.State))]);
            }),
        ];
    }

    private async Task<IReadOnlyList<OwnRoundWork>> OfReviewerAsync(List<AssessmentRound> rounds, CallerPost post, CancellationToken cancellationToken)
    {
        var ids = rounds.ConvertAll(r => r.Id);
        var counts = await db.Scorecards.AsNoTracking().Where(c => ids.Contains(c.RoundId) && (post.ZoneId == null || c.ZoneId == post.ZoneId))
            .Select(c => new
            {
                c.RoundId,
                State = db.SelfEvaluations.Where(e => e.RoundId == c.RoundId && e.SchoolId == c.SchoolId).Select(e => (EvaluationState?)e.State).FirstOrDefault(),
            })
            .GroupBy(c => c.RoundId)
            .Select(g => new
            {
                g.Key,
                Expected = g.Count(),
                Submitted = g.Count(c => c.State == EvaluationState.Submitted),
                ZoneReviewed = g.Count(c => c.State == EvaluationState.ZoneReviewed),
                DistrictReviewed = g.Count(c => c.State == EvaluationState.DistrictReviewed),
            })
            .ToDictionaryAsync(g => g.Key, cancellationToken);
        return
        [
            .. rounds.Select(round =>
            {
                var count = counts.GetValueOrDefault(round.Id);
                var handedIn = count is null ? 0 : count.Submitted + count.ZoneReviewed + count.DistrictReviewed;
                var toReview = count is null ? 0 : post.Role == Role.ZoneLead ? count.Submitted : count.Submitted + count.ZoneReviewed;
                return new OwnRoundWork(
                    round.Code,
                    round.Name,
                    round.State,
                    null,
                    BusinessTime.Local(round.EffectiveDueAt),
                    BusinessTime.Local(round.ClosesAt),
                    null,
                    [],
                    new ReviewLoad(count?.Expected ?? 0, handedIn, toReview, (count?.Expected ?? 0) - handedIn),
                    []);
            }),
        ];
    }
}
