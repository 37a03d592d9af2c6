using System.Text.Json;
using DistrictUnion.Application.Common;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Domain.Reports;

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
