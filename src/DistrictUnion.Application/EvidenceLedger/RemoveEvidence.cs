using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Application.Results;
using DistrictUnion.Domain.Common;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.EvidenceLedger;

/// <summary>Takes a file away; what reviewers have seen stays in their sight until the school hands in again.</summary>
public sealed record RemoveEvidence(RoundId Round, SchoolId School, EvidenceId Evidence) : ICommand<Nothing>;

internal sealed class RemoveEvidenceValidator : AbstractValidator<RemoveEvidence>
{
    public RemoveEvidenceValidator() => RuleFor(c => c.Evidence).NotEmpty().WithErrorCode("evidence.unknown");
}

internal sealed class RemoveEvidenceHandler(IUnionDb db, EvidenceGate gate, ScorecardRollup rollup, TimeProvider clock) : IHandler<RemoveEvidence, Nothing>
{
    public async Task<Result<Nothing>> Handle(RemoveEvidence request, CancellationToken cancellationToken)
    {
        await using var work = await rollup.BeginAcrossSchoolsAsync(request.Round, [request.School], cancellationToken);
        var round = await db.Rounds.AsNoTracking().SingleAsync(r => r.Id == request.Round, cancellationToken);
        var evidence = await db.Evidence.SingleOrDefaultAsync(
            e => e.Id == request.Evidence && e.RoundId == request.Round && e.SchoolId == request.School && e.RemovedAt == null, cancellationToken);
        if (evidence is null)
            return new NotFoundError();
        if (await gate.RefuseChangeAsync(round, request.School, cancellationToken) is { } refusal)
            return refusal;
        if (evidence.HandedIn)
            evidence.Remove(clock.GetUtcNow());
        else
            db.Evidence.Remove(evidence);
        return default(Nothing);
    }
}
