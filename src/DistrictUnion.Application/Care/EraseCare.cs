using DistrictUnion.Application.Pipeline;
using DistrictUnion.Domain.Care;
using DistrictUnion.Domain.Common;
using FluentValidation;

namespace DistrictUnion.Application.Care;

/// <summary>Why a person's data are erased. A choice, not a text: whatever is written about an erasure would have to be erased too.</summary>
public enum CareErasure
{
    /// <summary>The person asked for it.</summary>
    PersonAsked,

    /// <summary>It was recorded by mistake.</summary>
    Mistake,
}

/// <summary>Why a person's data are erased.</summary>
/// <param name="Reason">Reason.</param>
public sealed record CareErasureInput(CareErasure Reason);

/// <summary>Erases whatever tells of the person; kind, category, days and state stay for the totals. It can't be taken back.</summary>
public sealed record EraseCare(CareRecordId Record, CareErasureInput Body, Precondition Precondition) : ICommand<Tagged<CareReceipt>>, IConfidential;

internal sealed class EraseCareValidator : AbstractValidator<EraseCare>
{
    public EraseCareValidator() => RuleFor(c => c.Body.Reason).IsInEnum().WithErrorCode("care.erasure");
}

internal sealed class EraseCareHandler(CareDesk desk, TimeProvider clock) : IHandler<EraseCare, Tagged<CareReceipt>>
{
    public async Task<Result<Tagged<CareReceipt>>> Handle(EraseCare request, CancellationToken cancellationToken)
    {
        var record = await desk.FindAsync(request.Record, cancellationToken);
        if (request.Precondition.Against(record) is { } precondition)
            return precondition;
        if (record.Erase(clock.GetUtcNow()) is { } refusal)
            return refusal;
        desk.Note(record, request.Body.Reason == CareErasure.PersonAsked ? CareAction.EraseOnRequest : CareAction.EraseMistake);
        return await desk.SavedAsync(record, false, cancellationToken);
    }
}
