using DistrictUnion.Application.Common;
using DistrictUnion.Application.Obligations;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Application.Reports;
using DistrictUnion.Application.Results;
using DistrictUnion.Application.Reviews;
using DistrictUnion.Domain.Accounts;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Evaluations;
using DistrictUnion.Domain.Scoring;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Evaluations;

/// <summary>What reviewers do with many self-evaluations at once.</summary>
public enum EvaluationsStep
{
    /// <summary>Accept the schools' own figures: a review without changes at the caller's level.</summary>
    Accept,

    /// <summary>Send back.</summary>
    Return,
}

/// <summary>Schools, and the reason that a return needs.</summary>
public sealed record EvaluationsInput(IReadOnlyList<string> Schools, string? Reason = null);

/// <summary>
/// Accepts or returns many self-evaluations. A foreign code refuses the whole request in both modes; any other refusal is that
/// school's, and in the atomic mode stores nothing.
/// </summary>
public sealed record DecideEvaluations(RoundId Round, EvaluationsStep Step, EvaluationsInput Body, ImportMode Mode) : ICommand<ImportReport>;

internal sealed class DecideEvaluationsValidator : AbstractValidator<DecideEvaluations>
{
    /// <summary>Schools of one request.</summary>
    private const int MaxSchools = 1_000;

    public DecideEvaluationsValidator()
    {
        RuleFor(c => c.Body.Schools).Must(s => s.Count <= MaxSchools).WithErrorCode("list.tooLong");
        RuleFor(c => c.Body.Reason!).Reason().When(c => c.Step == EvaluationsStep.Return);
        RuleFor(c => c.Body.Reason).OptionalReason();
    }
}

internal sealed class DecideEvaluationsHandler(
    IUnionDb db, ITenantContext tenant, FactLedger ledger, ScorecardRollup rollup, ITransactionControl transaction, BarredSchools barredSchools, ObligationLedger obligations,
    LedgerCredits activities, TimeProvider clock)
    : IHandler<DecideEvaluations, ImportReport>
{
    public async Task<Result<ImportReport>> Handle(DecideEvaluations request, CancellationToken cancellationToken)
    {
        var caller = tenant.RequireCaller();
        var codes = request.Body.Schools.Distinct(StringComparer.Ordinal).ToList();
        var zone = caller is { Role: Role.ZoneLead, Post: { } post } ? post.ZoneId : null;
        var schools = await db.Schools.AsNoTracking().Where(s => codes.Contains(s.Code) && (zone == null || s.ZoneId == zone))
            .ToDictionaryAsync(s => s.Code, s => s.Id, StringComparer.Ordinal, cancellationToken);
        if (codes.Select((code, i) => (code, i)).Where(c => !schools.ContainsKey(c.code)).ToList() is { Count: > 0 } foreign)
            return new ValidationError([.. foreign.Select(c => FieldError.Of($"schools[{c.i}]", "school.unknown", ("school", c.code)))]);

        await using var work = await rollup.BeginAcrossSchoolsAsync(request.Round, [.. schools.Values], cancellationToken);
        var round = await db.Rounds.SingleAsync(r => r.Id == request.Round, cancellationToken);
        if (round.RefuseUnlessOpen() is { } refusal)
            return refusal;
        var inScope = work.Keys.Select(k => k.School).ToHashSet();
        var ids = inScope.ToList();
        var evaluations = await db.SelfEvaluations.Where(e => e.RoundId == request.Round && ids.Contains(e.SchoolId))
            .ToDictionaryAsync(e => e.SchoolId, cancellationToken);
        var barred = (await barredSchools.OfAsync(caller, request.Round, cancellationToken)).ToDictionary(b => b.Id, b => b.Reason);
        var before = evaluations.ToDictionary(e => e.Key, e => e.Value.State);
        List<ImportRow> rows = [];
        List<SchoolId> decided = [];
        foreach (var (code, i) in codes.Select((code, i) => (code, i)))
        {
            var school = schools[code];
            if (Decide(request, inScope.Contains(school), barred.GetValueOrDefault(school), evaluations.GetValueOrDefault(school), caller) is { } problem)
            {
                rows.Add(ImportRow.Rejected(i + 1, code, FieldError.Of($"schools[{i}]", problem.Code)));
                continue;
            }

            rows.Add(ImportRow.Taken(i + 1, code, false));
            decided.Add(school);
        }

        var stored = request.Mode == ImportMode.PerRow || rows.TrueForAll(r => r.Status != ImportRowStatus.Rejected);
        if (stored)
        {
            var returned = request.Step == EvaluationsStep.Return;
            await ledger.DropSchoolDocumentsAsync(request.Round, returned ? decided : [], cancellationToken);
            if (returned)
            {
                await obligations.ReopenEvaluationsAsync(request.Round, decided, cancellationToken);
                await db.SaveChangesAsync(cancellationToken);
                await activities.CreditAcrossSchoolsAsync(round, decided, cancellationToken);
            }

            await work.RecomputeAsync(cancellationToken);
            if (decided.Count > 0)
            {
                db.BulkDecisions.Add(BulkDecision.Record(
                    caller.DistrictId, request.Round, returned, caller.UserName, clock.GetUtcNow(),
                    [.. decided.Select(s => new DecidedEvaluation(s.Value, before[s], evaluations[s].Version))]));
            }
        }
        else
        {
            transaction.Discard();
        }

        return ImportReport.Of(rows, stored);
    }

    private static Error? Decide(DecideEvaluations request, bool inScope, string? barred, SelfEvaluation? evaluation, Caller caller)
    {
        if (!inScope)
            return new ConflictError("round.schoolOutsideScope", "outsideScope", []);
        if (barred is not null)
            return new ForbiddenError(barred);
        if (evaluation is null)
            return new ConflictError("evaluation.notSubmitted", "notStarted", []);
        return request.Step == EvaluationsStep.Return
            ? evaluation.Return(request.Body.Reason!)
            : evaluation.MarkReviewed(caller.Role == Role.ZoneLead ? ReviewLevel.Zone : ReviewLevel.District);
    }
}
