using System.Text.Json;
using DistrictUnion.Application.Common;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Accounts;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Reports;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Reports;

/// <summary>A dated event of a report.</summary>
public sealed record EventInput(string Code, string Fact, DateOnly Date, decimal Value, string? Note = null);

/// <summary>What a branch types into its report.</summary>
/// <param name="Facts">Facts by code; one left out is missing.</param>
/// <param name="Events">Dated events.</param>
/// <param name="Notes">Notes by fact code, needed where person-times exceed their denominator.</param>
/// <param name="OnBehalfReason">Why district staff enter it for the branch; only they give it.</param>
public sealed record ReportContent(
    Dictionary<string, JsonElement>? Facts = null,
    List<EventInput>? Events = null,
    Dictionary<string, string>? Notes = null,
    string? OnBehalfReason = null);

/// <summary>A branch report as others see it.</summary>
public sealed record ReportView(
    ReportState State,
    IReadOnlyDictionary<string, JsonElement> Facts,
    IReadOnlyList<EventInput> Events,
    IReadOnlyDictionary<string, string> Notes,
    DateTimeOffset? SubmittedAt,
    string? ReturnReason,
    string? OnBehalfReason,
    IReadOnlyList<ContentWarning> Warnings);

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

/// <summary>Makes views of reports.</summary>
internal static class ReportViews
{
    public static Tagged<ReportView> Of(BranchReport report, IReadOnlyList<ContentWarning> warnings, bool created = false)
    {
        var content = Json.Read<ReportContent>(report.Content);
        return new Tagged<ReportView>(
            new ReportView(
                report.State,
                content.Facts ?? [],
                content.Events ?? [],
                content.Notes ?? [],
                report.SubmittedAt,
                report.ReturnReason,
                report.OnBehalfReason,
                warnings),
            report.Version,
            created);
    }
}

/// <summary>Who may enter something for a branch or school.</summary>
internal static class OnBehalf
{
    /// <summary>
    /// District staff enter for a school only with a reason, and nobody else gives one: entering on a school's behalf is an
    /// explicit act, shown to the school.
    /// </summary>
    public static Error? Check(Caller caller, string? reason) => (caller.Role, reason) switch
    {
        (Role.DistrictAdmin or Role.DistrictOfficer, null) => ValidationError.Of("onBehalfReason", "onBehalf.reasonRequired"),
        (Role.SchoolChair or Role.SchoolClerk or Role.BranchLead, not null) => ValidationError.Of("onBehalfReason", "onBehalf.onlyDistrict"),
        _ => null,
    };

    /// <summary>District staff hand in or take back only what they entered themselves; what a school typed is the school's to hand in.</summary>
    public static Error? CheckDecision(Caller caller, string? reason) =>
        caller is { IsOfSchool: false, UserId: not null } && reason is null ? new ForbiddenError("onBehalf.schoolsOwn") : null;
}
