using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Reports;

/// <summary>The report of a branch in a round.</summary>
public sealed record GetReport(RoundId Round, SchoolId School, BranchId Branch) : IQuery<Tagged<ReportView>>;

internal sealed class GetReportHandler(IUnionDb db, ITenantContext tenant) : IHandler<GetReport, Tagged<ReportView>>
{
    public async Task<Result<Tagged<ReportView>>> Handle(GetReport request, CancellationToken cancellationToken)
    {
        var report = await db.BranchReports.AsNoTracking()
            .SingleOrDefaultAsync(r => r.RoundId == request.Round && r.BranchId == request.Branch, cancellationToken);

        // Outside the school only what was handed in is seen; an unfinished report is as good as absent.
        return report is null || (!report.Counts && !tenant.RequireCaller().IsOfSchool)
            ? new NotFoundError()
            : ReportViews.Of(report, []);
    }
}
