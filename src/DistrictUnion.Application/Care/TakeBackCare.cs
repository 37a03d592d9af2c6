using DistrictUnion.Application.Obligations;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Domain.Care;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Obligations;
using FluentValidation;

namespace DistrictUnion.Application.Care;

/// <summary>Takes the last step back: the day of a visit, that it was done, or that it was waived. Its obligation follows.</summary>
/// <param name="Record">Record.</param>
/// <param name="Action">What is done: unschedule, reopen or unwaive.</param>
/// <param name="Precondition">What the caller knows.</param>
public sealed record TakeBackCare(CareRecordId Record, CareAction Action, Precondition Precondition) : ICommand<Tagged<CareReceipt>>, IConfidential;

internal sealed class TakeBackCareValidator : AbstractValidator<TakeBackCare>
{
    public TakeBackCareValidator() => RuleFor(c => c.Action).Must(a => a is CareAction.Unschedule or CareAction.Reopen or CareAction.Unwaive).WithErrorCode("care.action");
}

internal sealed class TakeBackCareHandler(CareDesk desk, ObligationLedger obligations) : IHandler<TakeBackCare, Tagged<CareReceipt>>
{
    public async Task<Result<Tagged<CareReceipt>>> Handle(TakeBackCare request, CancellationToken cancellationToken)
    {
        var record = await desk.FindAsync(request.Record, cancellationToken);
        if (request.Precondition.Against(record) is { } precondition)
            return precondition;
        var refusal = request.Action switch
        {
            CareAction.Unschedule => record.Unschedule(),
            CareAction.Reopen => record.Reopen(),
            _ => record.Unwaive(),
        };
        if (refusal is not null)
            return refusal;
        desk.Note(record, request.Action);
        if (record.Kind == CareKind.Visit && request.Action == CareAction.Reopen)
            await obligations.ReopenAsync(EvidenceKind.CareVisited, UnitKey.Of(record.SchoolId), record.Code, cancellationToken);
        if (record.Kind == CareKind.Visit && request.Action == CareAction.Unwaive)
            await obligations.OpenAsync(ObligationTrigger.CareTriggered, UnitKey.Of(record.SchoolId), record.EventOn, record.Code, cancellationToken);
        return await desk.SavedAsync(record, false, cancellationToken);
    }
}
