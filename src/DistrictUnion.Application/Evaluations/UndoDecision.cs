using DistrictUnion.Application.Common;
using DistrictUnion.Application.Obligations;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Application.Reports;
using DistrictUnion.Application.Results;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Evaluations;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Evaluations;

/// <summary>
/// Undoes one's own bulk decision within ten minutes. A school whose evaluation somebody dealt with since stays as it is, and the
/// report says so.
/// </summary>
public sealed record UndoDecision(RoundId Round, BulkDecisionId Decision) : ICommand<ImportReport>;

internal sealed class UndoDecisionValidator : AbstractValidator<UndoDecision>
{
    public UndoDecisionValidator() => RuleFor(c => c.Decision).NotEmpty().WithErrorCode("notFound");
}

internal sealed class UndoDecisionHandler(IUnionDb db, ITenantContext tenant, EvaluationReader reader, FactLedger ledger, ScorecardRollup rollup, ObligationLedger obligations, ReceiptClock clock)
    : IHandler<UndoDecision, ImportReport>
{
    public async Task<Result<ImportReport>> Handle(UndoDecision request, CancellationToken cancellationToken)
    {
        var decision = await BulkDecisions.Of(db, tenant, request.Round).SingleOrDefaultAsync(d => d.Id == request.Decision, cancellationToken);
        if (decision is null)
            return new NotFoundError();
        var ids = decision.Evaluations.Select(e => new SchoolId(e.School)).ToList();
        await using var work = await rollup.BeginAcrossSchoolsAsync(request.Round, ids, cancellationToken);
        var round = await db.Rounds.SingleAsync(r => r.Id == request.Round, cancellationToken);
        if (round.RefuseUnlessOpen() is { } notOpen)
            return notOpen;
        if (decision.Undo(await clock.NowAsync(cancellationToken)) is { } refusal)
            return refusal;

        var evaluations = await db.SelfEvaluations.Where(e => e.RoundId == request.Round && ids.Contains(e.SchoolId)).ToDictionaryAsync(e => e.SchoolId, cancellationToken);
        var codes = await db.Schools.AsNoTracking().Where(s => ids.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => s.Code, cancellationToken);
        List<ImportRow> rows = [];
        Dictionary<SchoolId, IReadOnlyList<CheckedFact>> counting = [];
        foreach (var (decided, i) in decision.Evaluations.Select((d, i) => (d, i)))
        {
            var school = new SchoolId(decided.School);
            var evaluation = evaluations[school];
            if (evaluation.Version != decided.Version)
            {
                rows.Add(ImportRow.Rejected(i + 1, codes[school], FieldError.Of($"schools[{i}]", "evaluation.changedSince")));
                continue;
            }

            evaluation.Restore(decided.Before);
            rows.Add(ImportRow.Taken(i + 1, codes[school], false));
            if (!decision.Returned)
                continue;
            var read = await reader.ReadAsync(round, Json.Read<EvaluationContent>(evaluation.HandedIn!), cancellationToken);
            if (!read.IsSuccess)
                return read.As<ImportReport>();
            counting[school] = read.Value.Facts;
        }

        await ledger.TakeSchoolDocumentsAsync(request.Round, counting, cancellationToken);
        await obligations.FulfilEvaluationsAsync(request.Round, [.. counting.Keys.Select(s => evaluations[s])], cancellationToken);
        await work.RecomputeAsync(cancellationToken);
        return ImportReport.Of(rows, true);
    }
}

/// <summary>Decisions about many evaluations that the caller made.</summary>
internal static class BulkDecisions
{
    /// <summary>Those of a round.</summary>
    public static IQueryable<BulkDecision> Of(IUnionDb db, ITenantContext tenant, RoundId round)
    {
        var actor = tenant.RequireCaller().UserName;
        return db.BulkDecisions.Where(d => d.RoundId == round && d.Actor == actor);
    }
}
