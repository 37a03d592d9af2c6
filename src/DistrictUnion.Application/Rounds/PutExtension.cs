using DistrictUnion.Application.Common;
using DistrictUnion.Application.Obligations;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Application.Results;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Rounds;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Rounds;

/// <summary>What an extension is to be.</summary>
public sealed record ExtensionInput(DueMoment DueAt, string Reason, DueMoment? ClosesAt = null);

/// <summary>Grants or changes a school's extension; lateness is judged again at once.</summary>
public sealed record PutExtension(RoundId Round, SchoolId School, ExtensionInput Body, Precondition Precondition) : ICommand<Tagged<ExtensionView>>;

internal sealed class PutExtensionValidator : AbstractValidator<PutExtension>
{
    public PutExtensionValidator()
    {
        RuleFor(c => c.Body.Reason).Reason();
        RuleFor(c => c.Body.ClosesAt).Must((c, at) => at is null || at.Value.FirstLate >= c.Body.DueAt.FirstLate).WithErrorCode("round.closesBeforeDue");
    }
}

internal sealed class PutExtensionHandler(IUnionDb db, ScorecardRollup rollup, ObligationLedger obligations) : IHandler<PutExtension, Tagged<ExtensionView>>
{
    public async Task<Result<Tagged<ExtensionView>>> Handle(PutExtension request, CancellationToken cancellationToken)
    {
        await using var work = await rollup.BeginAcrossSchoolsAsync(request.Round, [request.School], cancellationToken);
        var round = await db.Rounds.SingleAsync(r => r.Id == request.Round, cancellationToken);
        var extension = await db.RoundExtensions.SingleOrDefaultAsync(
            e => e.RoundId == request.Round && e.SchoolId == request.School, cancellationToken);
        var (dueAt, closesAt) = (request.Body.DueAt.FirstLate.ToUniversalTime(), request.Body.ClosesAt?.FirstLate.ToUniversalTime());
        if (dueAt < round.EffectiveDueAt)
            return ValidationError.Of("dueAt", "extension.beforeRound", ("dueAt", BusinessTime.Local(round.EffectiveDueAt)));
        if (request.Precondition.Against(extension) is { } precondition)
            return precondition;
        if (round.RefuseUnlessOpen() is { } refusal)
            return refusal;

        var created = extension is null;
        if (extension is null)
        {
            extension = RoundExtension.Grant(round, request.School, dueAt, closesAt, request.Body.Reason);
            db.RoundExtensions.Add(extension);
        }
        else
        {
            extension.Change(dueAt, closesAt, request.Body.Reason);
        }

        var evaluation = await db.SelfEvaluations.SingleOrDefaultAsync(
            e => e.RoundId == request.Round && e.SchoolId == request.School, cancellationToken);
        evaluation?.Reconsider(dueAt);
        await obligations.MoveEvaluationAsync(request.Round, request.School, dueAt, evaluation, cancellationToken);
        await work.RecomputeAsync(cancellationToken);
        return ExtensionViews.Of(extension, created);
    }
}
