using System.Security.Cryptography;
using DistrictUnion.Application.Obligations;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Care;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Obligations;
using FluentValidation;

namespace DistrictUnion.Application.Care;

/// <summary>Records a case of care of the caller's school. A visit opens its obligation in the same transaction.</summary>
public sealed record RecordCare(NewCareInput Body) : ICommand<Tagged<CareReceipt>>, IConfidential;

internal sealed class RecordCareValidator : AbstractValidator<RecordCare>
{
    public RecordCareValidator(TimeProvider clock) => RuleFor(c => c.Body).SetValidator(new NewCareInputValidator(clock));
}

internal sealed class RecordCareHandler(IUnionDb db, ITenantContext tenant, CareDesk desk, CareFields fields, ObligationLedger obligations, TimeProvider clock)
    : IHandler<RecordCare, Tagged<CareReceipt>>
{
    // Neither letters nor digits that look alike: the code is read out on the telephone.
    private const string Alphabet = "23456789abcdefghjkmnpqrstuvwxyz";
    private const int Letters = 12;

    public async Task<Result<Tagged<CareReceipt>>> Handle(RecordCare request, CancellationToken cancellationToken)
    {
        if (fields.RefuseWithoutKey() is { } noKey)
            return noKey;
        var (district, school, id, body) = (tenant.RequireCaller().DistrictId, desk.School, CareRecordId.New(), request.Body);
        var told = fields.Seal(district, school, id, new CareTexts(body.Person, body.Circumstances, Amount: body.Amount));
        var record = CareRecord.Open((district, school, id), RandomNumberGenerator.GetString(Alphabet, Letters), body.Kind, body.Category, body.EventOn, told, clock.GetUtcNow());
        db.CareRecords.Add(record);
        desk.Note(record, CareAction.Record);
        if (record.Kind == CareKind.Visit)
            await obligations.OpenAsync(ObligationTrigger.CareTriggered, UnitKey.Of(school), record.EventOn, record.Code, cancellationToken);
        return await desk.SavedAsync(record, true, cancellationToken);
    }
}
