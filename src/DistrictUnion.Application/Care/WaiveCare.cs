using DistrictUnion.Application.Common;
using DistrictUnion.Application.Obligations;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Domain.Care;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Obligations;
using FluentValidation;

namespace DistrictUnion.Application.Care;

/// <summary>Why nothing will be done.</summary>
/// <param name="Reason">Reason; encrypted.</param>
public sealed record CareWaiverInput(string Reason);

/// <summary>Nothing will be done, because it isn't needed or was recorded by mistake: nobody is obliged to visit any more, and it isn't counted.</summary>
public sealed record WaiveCare(CareRecordId Record, CareWaiverInput Body, Precondition Precondition) : ICommand<Tagged<CareReceipt>>, IConfidential;

internal sealed class WaiveCareValidator : AbstractValidator<WaiveCare>
{
    public WaiveCareValidator() => RuleFor(c => c.Body.Reason).Reason();
}

internal sealed class WaiveCareHandler(CareDesk desk, CareFields fields, ObligationLedger obligations, TimeProvider clock) : IHandler<WaiveCare, Tagged<CareReceipt>>
{
    public async Task<Result<Tagged<CareReceipt>>> Handle(WaiveCare request, CancellationToken cancellationToken)
    {
        if (fields.RefuseWithoutKey() is { } noKey)
            return noKey;
        var record = await desk.FindAsync(request.Record, cancellationToken);
        if (request.Precondition.Against(record) is { } precondition)
            return precondition;
        if (record.Waive(fields.Seal(record, "grounds", request.Body.Reason)!, clock.GetUtcNow()) is { } refusal)
            return refusal;
        desk.Note(record, CareAction.Waive);
        if (record.Kind == CareKind.Visit)
            await obligations.DropAsync(ObligationTrigger.CareTriggered, UnitKey.Of(record.SchoolId), record.Code, cancellationToken);
        return await desk.SavedAsync(record, false, cancellationToken);
    }
}
