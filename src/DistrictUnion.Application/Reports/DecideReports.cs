using DistrictUnion.Application.Common;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Application.Results;
using DistrictUnion.Application.Rounds;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Reports;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Reports;

/// <summary>What a school does with many branch reports at once.</summary>
public enum ReportsStep
{
    /// <summary>Accept.</summary>
    Accept,

    /// <summary>Send back.</summary>
    Return,
}

/// <summary>Branches, and the reason that a return needs.</summary>
public sealed record ReportsInput(IReadOnlyList<string> Branches, string? Reason = null);

/// <summary>
/// Accepts or returns many reports of a school's branches. A foreign code refuses the whole request in both modes; any other
/// refusal is that branch's, and in the atomic mode stores nothing.
/// </summary>
public sealed record DecideReports(RoundId Round, SchoolId School, ReportsStep Step, ReportsInput Body, ImportMode Mode) : ICommand<ImportReport>;

internal sealed class DecideReportsValidator : AbstractValidator<DecideReports>
{
    /// <summary>Branches of one request.</summary>
    private const int MaxBranches = 500;

    public DecideReportsValidator()
    {
        RuleFor(c => c.Body.Branches).Must(b => b.Count <= MaxBranches).WithErrorCode("list.tooLong");
        RuleFor(c => c.Body.Reason!).Reason().When(c => c.Step == ReportsStep.Return);
        RuleFor(c => c.Body.Reason).OptionalReason();
    }
}

internal sealed class DecideReportsHandler(IUnionDb db, RoundGate gate, FactLedger ledger, ScorecardRollup rollup, ITransactionControl transaction)
    : IHandler<DecideReports, ImportReport>
{
    public async Task<Result<ImportReport>> Handle(DecideReports request, CancellationToken cancellationToken)
    {
        var codes = request.Body.Branches.Distinct(StringComparer.Ordinal).ToList();
        var branches = await db.Branches.AsNoTracking()
            .Where(b => codes.Contains(b.Code) && db.BranchAffiliations.Any(a => a.BranchId == b.Id && a.SchoolId == request.School))
            .ToDictionaryAsync(b => b.Code, b => b.Id, StringComparer.Ordinal, cancellationToken);
        if (codes.Select((code, i) => (code, i)).Where(c => !branches.ContainsKey(c.code)).ToList() is { Count: > 0 } foreign)
            return new ValidationError([.. foreign.Select(c => FieldError.Of($"branches[{c.i}]", "branch.unknown", ("branch", c.code)))]);

        var schools = await rollup.SchoolsWithinWindowAcrossSchoolsAsync(request.Round, [.. branches.Values], cancellationToken);
        await using var work = await rollup.BeginAcrossSchoolsAsync(request.Round, schools, cancellationToken);
        var round = await db.Rounds.SingleAsync(r => r.Id == request.Round, cancellationToken);
        if (await (request.Step == ReportsStep.Accept ? gate.RefuseAsync(round, request.School, cancellationToken) : gate.RefuseFactsAsync(round, request.School, cancellationToken)) is { } closed)
            return closed;
        var ids = branches.Values.ToList();
        var reports = await db.BranchReports.Where(r => r.RoundId == request.Round && ids.Contains(r.BranchId))
            .ToDictionaryAsync(r => r.BranchId, cancellationToken);
        List<ImportRow> rows = [];
        List<BranchId> returned = [];
        foreach (var (code, i) in codes.Select((code, i) => (code, i)))
        {
            var branch = branches[code];
            if (Decide(request, reports.GetValueOrDefault(branch)) is { } problem)
            {
                rows.Add(ImportRow.Rejected(i + 1, code, FieldError.Of($"branches[{i}]", problem.Code)));
                continue;
            }

            rows.Add(ImportRow.Taken(i + 1, code, false));
            if (request.Step == ReportsStep.Return)
                returned.Add(branch);
        }

        var stored = request.Mode == ImportMode.PerRow || rows.TrueForAll(r => r.Status != ImportRowStatus.Rejected);
        if (stored)
        {
            await ledger.DropBranchDocumentsAsync(request.Round, returned, cancellationToken);
            await work.RecomputeAsync(cancellationToken);
        }
        else
        {
            transaction.Discard();
        }

        return ImportReport.Of(rows, stored);
    }

    private static Error? Decide(DecideReports request, BranchReport? report) => report is null
        ? new ConflictError("report.notSubmitted", "notStarted", [])
        : request.Step == ReportsStep.Return ? report.Return(request.Body.Reason!) : report.Accept();
}
