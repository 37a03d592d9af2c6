using DistrictUnion.Application.Common;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Application.Results;
using DistrictUnion.Application.Rounds;
using DistrictUnion.Domain.Common;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Reports;

/// <summary>Steps of a report's life.</summary>
public enum ReportStep
{
    /// <summary>Hand in.</summary>
    Submit,

    /// <summary>Accept.</summary>
    Accept,

    /// <summary>Send back.</summary>
    Return,
}

/// <summary>Hands in, accepts or returns a branch report; scorecards follow at once.</summary>
public sealed record DecideReport(RoundId Round, SchoolId School, BranchId Branch, ReportStep Step, string? Reason, Precondition Precondition)
    : ICommand<Tagged<ReportView>>;

internal sealed class DecideReportValidator : AbstractValidator<DecideReport>
{
    public DecideReportValidator()
    {
        RuleFor(c => c.Reason!).Reason().When(c => c.Step == ReportStep.Return);
        RuleFor(c => c.Reason).OptionalReason();
    }
}

internal sealed class DecideReportHandler(
    IUnionDb db, ITenantContext tenant, RoundGate gate, ReportReader reader, FactLedger ledger, ScorecardRollup rollup, ReceiptClock clock)
    : IHandler<DecideReport, Tagged<ReportView>>
{
    public async Task<Result<Tagged<ReportView>>> Handle(DecideReport request, CancellationToken cancellationToken)
    {
        await using var work = await rollup.BeginReportAcrossSchoolsAsync(request.Round, request.Branch, cancellationToken);
        var report = await db.BranchReports.SingleOrDefaultAsync(r => r.RoundId == request.Round && r.BranchId == request.Branch, cancellationToken);
        if (report is null || (!report.Counts && !tenant.RequireCaller().IsOfSchool && report.OnBehalfReason is null))
            return new NotFoundError();
        if (request.Step == ReportStep.Submit && OnBehalf.CheckDecision(tenant.RequireCaller(), report.OnBehalfReason) is { } notTheirs)
            return notTheirs;
        var round = await db.Rounds.SingleAsync(r => r.Id == request.Round, cancellationToken);
        if (request.Precondition.Against(report.Version) is { } precondition)
            return precondition;
        if (await (request.Step == ReportStep.Accept ? gate.RefuseAsync(round, request.School, cancellationToken) : gate.RefuseFactsAsync(round, request.School, cancellationToken)) is { } closed)
            return closed;

        var refusal = request.Step switch
        {
            ReportStep.Submit => report.Submit(await clock.NowAsync(cancellationToken)),
            ReportStep.Accept => report.Accept(),
            _ => report.Return(request.Reason!),
        };
        if (refusal is not null)
            return refusal;
        IReadOnlyList<ContentWarning> warnings = [];
        if (request.Step == ReportStep.Submit)
        {
            // The scheme or the branch's days may have changed since the draft was typed.
            var read = await reader.ReadAcrossSchoolsAsync(round, request.Branch, Json.Read<ReportContent>(report.Content), cancellationToken);
            if (!read.IsSuccess)
                return read.As<Tagged<ReportView>>();
            warnings = read.Value.Warnings;
            await ledger.TakeBranchDocumentAsync(request.Round, request.Branch, read.Value.Facts, read.Value.Events, cancellationToken);
        }
        else if (request.Step == ReportStep.Return)
        {
            await ledger.DropBranchDocumentAsync(request.Round, request.Branch, cancellationToken);
        }

        await work.RecomputeAsync(cancellationToken);
        return ReportViews.Of(report, warnings);
    }
}
