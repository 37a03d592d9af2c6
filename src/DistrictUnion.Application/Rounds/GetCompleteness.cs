using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Application.Reviews;
using DistrictUnion.Application.Visits;
using DistrictUnion.Domain.Accounts;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Evaluations;
using DistrictUnion.Domain.Organisation;
using DistrictUnion.Domain.Reports;
using DistrictUnion.Domain.Rounds;
using DistrictUnion.Domain.Scorecards;
using DistrictUnion.Domain.Scoring;
using DistrictUnion.Domain.Visits;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Rounds;

/// <summary>How far the branches of a school are.</summary>
/// <param name="Expected">Branches that belong to the school at the end of the window, or today while it runs.</param>
/// <param name="Submitted">Of them handed in, accepted ones included.</param>
/// <param name="Accepted">Of them accepted.</param>
public sealed record ReportCompleteness(int Expected, int Submitted, int Accepted);

/// <summary>How far one school is.</summary>
/// <param name="School">School code.</param>
/// <param name="Name">Name.</param>
/// <param name="Zone">Zone code.</param>
/// <param name="Stage">Stage.</param>
/// <param name="State"><c>missing</c>, <c>returned</c>, <c>onTime</c> or <c>late</c>.</param>
/// <param name="Progress">State of what was handed in; <c>draft</c> when nothing is.</param>
/// <param name="DaysLate">Days late, once handed in.</param>
/// <param name="ReceivedAt">Server receipt that fixed lateness.</param>
/// <param name="DueAt">First late instant for this school.</param>
/// <param name="LocksAt">From when the school can hand in nothing more.</param>
/// <param name="Extended">Whether the school has a deadline of its own.</param>
/// <param name="Reports">Its branches.</param>
/// <param name="ToConfirm">Leaves that an amendment clamped and that no reviewer confirmed yet.</param>
/// <param name="NudgedAt">When the school was reminded last; null: never.</param>
public sealed record SchoolCompleteness(
    string School,
    string Name,
    string Zone,
    SchoolStage Stage,
    string State,
    EvaluationState Progress,
    int? DaysLate,
    DateTimeOffset? ReceivedAt,
    DateTimeOffset DueAt,
    DateTimeOffset? LocksAt,
    bool Extended,
    ReportCompleteness Reports,
    int ToConfirm,
    DateTimeOffset? NudgedAt);

/// <summary>How far one zone is.</summary>
/// <param name="Zone">Zone code.</param>
/// <param name="Name">Name.</param>
/// <param name="Expected">Schools in scope.</param>
/// <param name="Submitted">Of them handed in.</param>
/// <param name="OnTime">Of them on time.</param>
/// <param name="Late">Of them late.</param>
/// <param name="Missing">Schools that have not handed in, returned ones included.</param>
/// <param name="Returned">Returned and not handed in again.</param>
/// <param name="Extended">Schools with a deadline of their own.</param>
public sealed record ZoneCompleteness(string Zone, string Name, int Expected, int Submitted, int OnTime, int Late, int Missing, int Returned, int Extended);

/// <summary>Who has handed in.</summary>
/// <param name="Name">Name of the round.</param>
/// <param name="State">Its state.</param>
/// <param name="Expected">Schools in scope.</param>
/// <param name="Submitted">Of them handed in.</param>
/// <param name="OnTime">Of them on time.</param>
/// <param name="Late">Of them late.</param>
/// <param name="Missing">Schools that have not handed in.</param>
/// <param name="Zones">By zone.</param>
/// <param name="Schools">By school.</param>
/// <param name="Barred">Codes of schools of which the caller decides nothing: the own ones, and those that the caller is recused from.</param>
/// <param name="Visits">On-site inspections that the caller has still to make, by day.</param>
public sealed record CompletenessView(
    string Name,
    RoundState State,
    int Expected,
    int Submitted,
    int OnTime,
    int Late,
    int Missing,
    IReadOnlyList<ZoneCompleteness> Zones,
    IReadOnlyList<SchoolCompleteness> Schools,
    IReadOnlyList<string> Barred,
    IReadOnlyList<OwnVisit> Visits);

/// <summary>Completeness of a round by zone and school; a zone lead's is that of the own zone.</summary>
public sealed record GetCompleteness(RoundId Round) : IQuery<CompletenessView>;

internal sealed class GetCompletenessHandler(IUnionDb db, ITenantContext tenant, BarredSchools barredSchools, TimeProvider clock) : IHandler<GetCompleteness, CompletenessView>
{
    public async Task<Result<CompletenessView>> Handle(GetCompleteness request, CancellationToken cancellationToken)
    {
        var caller = tenant.RequireCaller();
        var zone = caller is { Role: Role.ZoneLead, Post: { } post } ? post.ZoneId : null;
        var found = await db.Rounds.AsNoTracking().Where(r => r.Id == request.Round)
            .Select(r => new
            {
                Round = r,
                Visits = db.Visits.Where(v => v.RoundId == r.Id && (v.State == VisitState.Planned || v.State == VisitState.InProgress || v.State == VisitState.Disputed))
                    .Join(db.Schools, v => v.SchoolId, s => s.Id, (v, s) => new { v.Inspectors, v.Id, s.Code, s.Name, v.PlannedOn, v.State }).ToList(),
            })
            .SingleAsync(cancellationToken);
        var round = found.Round;
        var rows = await db.Scorecards.AsNoTracking().Where(c => c.RoundId == round.Id && (zone == null || c.ZoneId == zone))
            .Join(db.Schools, c => c.SchoolId, s => s.Id, (c, s) => new { c.SchoolId, c.ZoneId, c.Nodes, s.Code, s.Name, s.Stage })
            .Join(db.Zones, c => c.ZoneId, z => z.Id, (c, z) => new { c.SchoolId, c.Nodes, c.Code, c.Name, c.Stage, Zone = z.Code, ZoneName = z.Name })
            .OrderBy(c => c.Code)
            .Select(c => new
            {
                c.SchoolId,
                c.Code,
                c.Name,
                c.Zone,
                c.ZoneName,
                c.Stage,

                // Only an amendment of the scheme can have clamped anything.
                Nodes = db.RoundAmendments.Any(a => a.RoundId == round.Id && a.SchemeVersion != null) ? c.Nodes : "",
                NudgedAt = db.Nudges.Where(n => n.RoundId == round.Id && n.SchoolId == c.SchoolId).Max(n => (DateTimeOffset?)n.At),
                Evaluation = db.SelfEvaluations.Where(e => e.RoundId == round.Id && e.SchoolId == c.SchoolId)
                    .Select(e => new { e.State, e.Returned, e.DaysLate, e.ReceivedAt }).FirstOrDefault(),
                Extension = db.RoundExtensions.Where(e => e.RoundId == round.Id && e.SchoolId == c.SchoolId)
                    .Select(e => new { e.DueAt, e.ClosesAt }).FirstOrDefault(),
            })
            .ToListAsync(cancellationToken);
        var reports = await CountReportsAsync(round, cancellationToken);
        var barred = await barredSchools.OfAsync(caller, round.Id, cancellationToken);
        var schools = rows.Select(r =>
        {
            var handedIn = r.Evaluation is { State: not EvaluationState.Draft };
            var state = handedIn ? r.Evaluation!.DaysLate > 0 ? "late" : "onTime" : r.Evaluation?.Returned == true ? "returned" : "missing";
            var (dueAt, locksAt) = round.DeadlinesWith(r.Extension?.DueAt, r.Extension?.ClosesAt);
            return new SchoolCompleteness(
                r.Code,
                r.Name,
                r.Zone,
                r.Stage,
                state,
                handedIn ? r.Evaluation!.State : EvaluationState.Draft,
                handedIn ? r.Evaluation!.DaysLate : null,
                handedIn ? BusinessTime.Local(r.Evaluation!.ReceivedAt) : null,
                BusinessTime.Local(dueAt),
                BusinessTime.Local(locksAt),
                r.Extension is not null,
                reports.GetValueOrDefault(r.SchoolId) ?? new ReportCompleteness(0, 0, 0),
                handedIn ? NodeValues.Read(r.Nodes).Count(n => n.Flags.HasFlag(NodeFlags.Clamped)) : 0,
                BusinessTime.Local(r.NudgedAt));
        }).ToList();

        var names = rows.DistinctBy(r => r.Zone).ToDictionary(r => r.Zone, r => r.ZoneName, StringComparer.Ordinal);
        var zones = schools.GroupBy(s => s.Zone, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g =>
        {
            var (late, onTime) = (g.Count(s => s.State == "late"), g.Count(s => s.State == "onTime"));
            return new ZoneCompleteness(g.Key, names[g.Key], g.Count(), late + onTime, onTime, late, g.Count() - late - onTime, g.Count(s => s.State == "returned"), g.Count(s => s.Extended));
        }).ToList();
        return new CompletenessView(
            round.Name, round.State, schools.Count, zones.Sum(z => z.Submitted), zones.Sum(z => z.OnTime), zones.Sum(z => z.Late), zones.Sum(z => z.Missing), zones, schools,
            [.. barred.Select(b => b.Code).Order(StringComparer.Ordinal)],
            [
                .. found.Visits.Where(v => v.Inspectors.Contains(caller.UserName, StringComparer.Ordinal)).OrderBy(v => v.PlannedOn).ThenBy(v => v.Code, StringComparer.Ordinal)
                    .Select(v => new OwnVisit(v.Id.Value, v.Code, v.Name, v.PlannedOn, v.State)),
            ]);
    }

    /// <summary>Reports by the school that each branch belongs to on the last day of the window, or today while it runs.</summary>
    private async Task<Dictionary<SchoolId, ReportCompleteness>> CountReportsAsync(AssessmentRound round, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var day = today < round.WindowTo ? today : round.WindowTo;
        return await db.BranchAffiliations.AsNoTracking().Where(a => a.From <= day && (a.To == null || a.To > day))
            .Select(a => new
            {
                a.SchoolId,
                State = db.BranchReports.Where(r => r.RoundId == round.Id && r.BranchId == a.BranchId).Select(r => (ReportState?)r.State).FirstOrDefault(),
            })
            .GroupBy(a => a.SchoolId)
            .Select(g => new
            {
                g.Key,
                Expected = g.Count(),
                Submitted = g.Count(a => a.State == ReportState.Submitted || a.State == ReportState.Accepted),
                Accepted = g.Count(a => a.State == ReportState.Accepted),
            })
            .ToDictionaryAsync(g => g.Key, g => new ReportCompleteness(g.Expected, g.Submitted, g.Accepted), cancellationToken);
    }
}
