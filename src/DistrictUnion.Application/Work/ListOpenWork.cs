using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Accounts;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Evaluations;
using DistrictUnion.Domain.Reports;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Work;

/// <summary>What one person still has to do in a round.</summary>
/// <param name="UserName">User name.</param>
/// <param name="DisplayName">Name shown to people.</param>
/// <param name="Role">Role of the post.</param>
/// <param name="Zone">Zone code of a zone lead, and of a chair's school.</param>
/// <param name="School">School code of a chair.</param>
/// <param name="SchoolName">Its name.</param>
/// <param name="EvaluationDue">Whether the school's self-evaluation is still to be handed in.</param>
/// <param name="ReportsDue">Branch reports still to be handed in.</param>
/// <param name="ReportsToDecide">Branch reports to be accepted or returned.</param>
/// <param name="SchoolsToReview">Schools to be reviewed by a zone lead.</param>
public sealed record OpenWork(
    string UserName,
    string DisplayName,
    Role Role,
    string? Zone,
    string? School,
    string? SchoolName,
    bool EvaluationDue,
    int ReportsDue,
    int ReportsToDecide,
    int SchoolsToReview);

/// <summary>
/// Who still has what to do in a round, the most first: chairs for their schools, zone leads for their zones. A zone lead sees
/// the own zone.
/// </summary>
public sealed record ListOpenWork(RoundId Round, PageRequest Page) : IQuery<Page<OpenWork>>;

internal sealed class ListOpenWorkHandler(IUnionDb db, ITenantContext tenant, TimeProvider clock) : IHandler<ListOpenWork, Page<OpenWork>>
{
    public async Task<Result<Page<OpenWork>>> Handle(ListOpenWork request, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var zone = tenant.RequireCaller() is { Role: Role.ZoneLead, Post: { } post } ? post.ZoneId : null;
        var schools = (await db.Scorecards.AsNoTracking().Where(c => c.RoundId == request.Round && (zone == null || c.ZoneId == zone))
                .Join(db.Schools, c => c.SchoolId, s => s.Id, (c, s) => new { c.SchoolId, c.ZoneId, s.Code, s.Name })
                .Join(db.Zones, c => c.ZoneId, z => z.Id, (c, z) => new
                {
                    c.SchoolId,
                    c.ZoneId,
                    c.Code,
                    c.Name,
                    Zone = z.Code,
                    State = db.SelfEvaluations.Where(e => e.RoundId == request.Round && e.SchoolId == c.SchoolId).Select(e => (EvaluationState?)e.State).FirstOrDefault(),
                })
                .ToListAsync(cancellationToken))
            .ToDictionary(s => s.SchoolId);
        var reports = await db.BranchAffiliations.AsNoTracking().Where(a => a.From <= today && (a.To == null || a.To > today))
            .Select(a => new
            {
                a.SchoolId,
                State = db.BranchReports.Where(r => r.RoundId == request.Round && r.BranchId == a.BranchId).Select(r => (ReportState?)r.State).FirstOrDefault(),
            })
            .GroupBy(a => a.SchoolId)
            .Select(g => new
            {
                g.Key,
                Due = g.Count(a => a.State == null || a.State == ReportState.Draft || a.State == ReportState.Returned),
                ToDecide = g.Count(a => a.State == ReportState.Submitted),
            })
            .ToDictionaryAsync(g => g.Key, cancellationToken);
        var people = await db.Posts.AsNoTracking()
            .Where(p => (p.Role == Role.SchoolChair || p.Role == Role.ZoneLead) && p.From <= today && (p.To == null || p.To > today))
            .Join(db.Users, p => p.UserId, u => u.Id, (p, u) => new { u.UserName, u.DisplayName, p.Role, p.ZoneId, p.SchoolId })
            .ToListAsync(cancellationToken);
        var toReview = schools.Values.Where(s => s.State == EvaluationState.Submitted).ToLookup(s => s.ZoneId);
        var zones = schools.Values.DistinctBy(s => s.ZoneId).ToDictionary(s => s.ZoneId, s => s.Zone);

        List<OpenWork> open = [];
        foreach (var person in people)
        {
            if (person is { Role: Role.ZoneLead, ZoneId: { } ofZone } && zones.TryGetValue(ofZone, out var code))
            {
                open.Add(new OpenWork(person.UserName, person.DisplayName, person.Role, code, null, null, false, 0, 0, toReview[ofZone].Count()));
            }
            else if (person.SchoolId is { } id && schools.TryGetValue(id, out var school))
            {
                var ofSchool = reports.GetValueOrDefault(id);
                open.Add(new OpenWork(
                    person.UserName,
                    person.DisplayName,
                    person.Role,
                    school.Zone,
                    school.Code,
                    school.Name,
                    school.State is null or EvaluationState.Draft,
                    ofSchool?.Due ?? 0,
                    ofSchool?.ToDecide ?? 0,
                    0));
            }
        }

        var sorted = open.Where(w => w.EvaluationDue || w.ReportsDue + w.ReportsToDecide + w.SchoolsToReview > 0)
            .OrderByDescending(w => w.SchoolsToReview).ThenByDescending(w => w.EvaluationDue)
            .ThenByDescending(w => w.ReportsDue + w.ReportsToDecide).ThenBy(w => w.UserName, StringComparer.Ordinal).ToList();
        return new Page<OpenWork>(
            [.. sorted.Skip(request.Page.Skip).Take(request.Page.Size)], request.Page.Number, request.Page.Size, sorted.Count);
    }
}
