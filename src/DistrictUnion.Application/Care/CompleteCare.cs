using DistrictUnion.Application.Obligations;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Domain.Care;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Obligations;
using FluentValidation;

namespace DistrictUnion.Application.Care;

/// <summary>That a visit was made, or how a file or a claim was closed.</summary>
/// <param name="On">Day; null: today.</param>
/// <param name="Visitors">Who went; null: as planned; encrypted.</param>
/// <param name="Outcome">What came of it; encrypted.</param>
/// <param name="Amount">Money; null: as told before; encrypted.</param>
public sealed record CareOutcomeInput(DateOnly? On = null, string? Visitors = null, string? Outcome = null, decimal? Amount = null);

/// <summary>A visit was made and fulfils its obligation; a file or a claim is closed.</summary>
public sealed record CompleteCare(CareRecordId Record, CareOutcomeInput Body, Precondition Precondition) : ICommand<Tagged<CareReceipt>>, IConfidential;

internal sealed class CompleteCareValidator : AbstractValidator<CompleteCare>
{
    public CompleteCareValidator(TimeProvider clock)
    {
        RuleFor(c => c.Body.On).Must(d => d is null || d <= clock.Today()).WithErrorCode("date.future");
        RuleFor(c => c.Body.Visitors).CareText();
        RuleFor(c => c.Body.Outcome).CareText();
        RuleFor(c => c.Body.Amount).CareAmount();
    }
}

internal sealed class CompleteCareHandler(CareDesk desk, CareFields fields, ObligationLedger obligations, TimeProvider clock) : IHandler<CompleteCare, Tagged<CareReceipt>>
{
    public async Task<Result<Tagged<CareReceipt>>> Handle(CompleteCare request, CancellationToken cancellationToken)
    {
        if (fields.RefuseWithoutKey() is { } noKey)
            return noKey;
        var (record, body) = (await desk.FindAsync(request.Record, cancellationToken), request.Body);
        var on = body.On ?? clock.Today();
        if (on < record.EventOn)
            return ValidationError.Of("on", "care.beforeEvent", ("on", record.EventOn));
        if (request.Precondition.Against(record) is { } precondition)
            return precondition;

        // What isn't told now stays as it was told before.
        var told = fields.Seal(record, new CareTexts(Visitors: body.Visitors, Outcome: body.Outcome, Amount: body.Amount));
        var before = record.Sealed;
        if (record.Complete(on, before with { Visitors = told.Visitors ?? before.Visitors, Outcome = told.Outcome ?? before.Outcome, Amount = told.Amount ?? before.Amount }, clock.GetUtcNow()) is { } refusal)
            return refusal;
        desk.Note(record, CareAction.Complete);
        if (record.Kind == CareKind.Visit)
            await obligations.FulfilAsync(EvidenceKind.CareVisited, UnitKey.Of(record.SchoolId), on, record.Code, cancellationToken);
        return await desk.SavedAsync(record, false, cancellationToken);
    }
}
