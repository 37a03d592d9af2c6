using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Application.Results;
using DistrictUnion.Domain.Common;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.EvidenceLedger;

/// <summary>Takes a file away, with its earlier versions; what reviewers have seen stays in their sight until the school hands in again.</summary>
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
        var versions = await db.Evidence
            .Where(e => e.Id == request.Evidence && e.RoundId == request.Round && e.SchoolId == request.School && e.RemovedAt == null).ToListAsync(cancellationToken);
        if (versions.Count == 0)
            return new NotFoundError();
        if (await gate.RefuseChangeAsync(round, request.School, cancellationToken) is { } refusal)
            return refusal;
        foreach (var version in versions)
        {
            if (version.HandedIn || version.WasHandedIn)
                version.Remove(clock.GetUtcNow());
            else
                db.Evidence.Remove(version);
        }

        return default(Nothing);
    }
}
