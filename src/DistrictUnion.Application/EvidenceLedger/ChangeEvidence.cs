using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Application.Results;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.EvidenceLedger;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.EvidenceLedger;

/// <summary>What a file is to prove.</summary>
/// <param name="Nodes">Codes of the leaves, at least one.</param>
/// <param name="From">First day that it speaks of.</param>
/// <param name="To">Last day that it speaks of, inclusive.</param>
public sealed record EvidenceInput(IReadOnlyList<string> Nodes, DateOnly? From = null, DateOnly? To = null);

/// <summary>Says anew what a file proves.</summary>
public sealed record ChangeEvidence(RoundId Round, SchoolId School, EvidenceId Evidence, EvidenceInput Body) : ICommand<EvidenceView>;

internal sealed class ChangeEvidenceValidator : AbstractValidator<ChangeEvidence>
{
    public ChangeEvidenceValidator() => RuleFor(c => c.Body.Nodes).Must(n => n is { Count: <= 200 }).WithErrorCode("list.tooLong");
}

internal sealed class ChangeEvidenceHandler(IUnionDb db, ITenantContext tenant, EvidenceGate gate, ScorecardRollup rollup) : IHandler<ChangeEvidence, EvidenceView>
{
    public async Task<Result<EvidenceView>> Handle(ChangeEvidence request, CancellationToken cancellationToken)
    {
        await using var work = await rollup.BeginAcrossSchoolsAsync(request.Round, [request.School], cancellationToken);
        var round = await db.Rounds.AsNoTracking().SingleAsync(r => r.Id == request.Round, cancellationToken);
        var evidence = await db.Evidence.SingleOrDefaultAsync(EvidenceSight.Current(request.Round, request.School, request.Evidence), cancellationToken);
        if (evidence is null)
            return new NotFoundError();
        if (await gate.RefuseChangeAsync(round, request.School, cancellationToken) is { } refusal)
            return refusal;
        var purpose = new EvidencePurpose([.. request.Body.Nodes.Distinct(StringComparer.Ordinal)], request.Body.From, request.Body.To);
        if (await gate.CheckAsync(round, purpose, cancellationToken) is { } wrong)
            return wrong;
        evidence.Assign(purpose);
        await db.SaveChangesAsync(cancellationToken);
        return EvidenceView.Of(evidence, await FileScans.StateOfAsync(db, evidence.Hash, cancellationToken), (await EvidenceSight.EarlierAsync(db, tenant, [evidence], cancellationToken))[evidence.Id], null);
    }
}
