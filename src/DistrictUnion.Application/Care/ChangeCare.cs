using DistrictUnion.Application.Obligations;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Care;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Obligations;
using FluentValidation;

namespace DistrictUnion.Application.Care;

/// <summary>Tells anew what happened. Another day of the event moves the obligation to visit.</summary>
public sealed record ChangeCare(CareRecordId Record, CareInput Body, Precondition Precondition) : ICommand<Tagged<CareReceipt>>, IConfidential;

internal sealed class ChangeCareValidator : AbstractValidator<ChangeCare>
{
    public ChangeCareValidator(TimeProvider clock) => RuleFor(c => c.Body).SetValidator(new CareInputValidator(clock));
}

internal sealed class ChangeCareHandler(IUnionDb db, CareDesk desk, CareFields fields, ObligationLedger obligations) : IHandler<ChangeCare, Tagged<CareReceipt>>
{
    public async Task<Result<Tagged<CareReceipt>>> Handle(ChangeCare request, CancellationToken cancellationToken)
    {
        if (fields.RefuseWithoutKey() is { } noKey)
            return noKey;
        var (record, body) = (await desk.FindAsync(request.Record, cancellationToken), request.Body);
        if (!CareCategories.Of(record.Kind).Contains(body.Category))
            return ValidationError.Of("category", "care.category");
        if (request.Precondition.Against(record) is { } precondition)
            return precondition;
        var moves = record.Kind == CareKind.Visit && record.EventOn != body.EventOn;
        var told = fields.Seal(record, new CareTexts(body.Person, body.Circumstances, Amount: body.Amount)) with { Visitors = record.Visitors, Outcome = record.Outcome, Grounds = record.Grounds };
        if (record.Change(body.Category, body.EventOn, told) is { } refusal)
            return refusal;
        desk.Note(record, CareAction.Change);
        if (moves)
        {
            await obligations.DropAsync(ObligationTrigger.CareTriggered, UnitKey.Of(record.SchoolId), record.Code, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            await obligations.OpenAsync(ObligationTrigger.CareTriggered, UnitKey.Of(record.SchoolId), record.EventOn, record.Code, cancellationToken);
        }

        return await desk.SavedAsync(record, false, cancellationToken);
    }
}
