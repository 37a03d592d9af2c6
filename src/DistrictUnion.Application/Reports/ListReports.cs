using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Organisation;
using DistrictUnion.Domain.Reports;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Reports;

/// <summary>How far a branch's report is.</summary>
/// <param name="Branch">Branch code.</param>
/// <param name="Name">Name.</param>
/// <param name="Kind">Kind.</param>
/// <param name="State">State; null: nothing was typed, or nothing that the caller may see.</param>
/// <param name="Version">Version of the report, its tag without quotes; null without a report.</param>
/// <param name="SubmittedAt">When it was handed in last.</param>
/// <param name="ReturnReason">Why it was returned.</param>
public sealed record ReportSummary(
    string Branch, string Name, BranchKind Kind, ReportState? State, long? Version, DateTimeOffset? SubmittedAt, string? ReturnReason);

/// <summary>The reports of every branch that belonged to a school within a round's window, by branch code; a branch lead's own only.</summary>
public sealed record ListReports(RoundId Round, SchoolId School, PageRequest Page) : IQuery<Page<ReportSummary>>;

internal sealed class ListReportsHandler(IUnionDb db, ITenantContext tenant) : IHandler<ListReports, Page<ReportSummary>>
{
    public async Task<Result<Page<ReportSummary>>> Handle(ListReports request, CancellationToken cancellationToken)
    {
        var caller = tenant.RequireCaller();
        var own = caller.Post?.BranchId;
        var window = await db.Rounds.AsNoTracking().Where(r => r.Id == request.Round)
            .Select(r => new { r.WindowFrom, r.WindowTo }).SingleAsync(cancellationToken);
        var branches = db.Branches.AsNoTracking()
            .Where(b => own == null || b.Id == own)
            .Where(b => db.BranchAffiliations.Any(
                a => a.BranchId == b.Id && a.SchoolId == request.School && a.From <= window.WindowTo && (a.To == null || a.To > window.WindowFrom)));
        var total = await branches.CountAsync(cancellationToken);
        var rows = await branches.OrderBy(b => b.Code).Skip(request.Page.Skip).Take(request.Page.Size)
            .Select(b => new
            {
                b.Code,
                b.Name,
                b.Kind,
                Report = db.BranchReports.Where(r => r.RoundId == request.Round && r.BranchId == b.Id)
                    .Select(r => new { r.State, r.Version, r.SubmittedAt, r.ReturnReason, r.OnBehalfReason }).FirstOrDefault(),
            })
            .ToListAsync(cancellationToken);
        return new Page<ReportSummary>(
            [.. rows.Select(r =>
            {
                // A school's drafts are its own; others learn only what was handed in.
                var report = r.Report is { State: ReportState.Draft, OnBehalfReason: null } && !caller.IsOfSchool ? null : r.Report;
                return new ReportSummary(
                    r.Code, r.Name, r.Kind, report?.State, report?.Version, BusinessTime.Local(report?.SubmittedAt), report?.ReturnReason);
            })],
            request.Page.Number,
            request.Page.Size,
            total);
    }
}
