using DistrictUnion.Application.Pipeline;
using DistrictUnion.Domain.Care;
using DistrictUnion.Domain.Common;
using FluentValidation;

namespace DistrictUnion.Application.Care;

/// <summary>When a visit will be, and who goes.</summary>
/// <param name="On">Day.</param>
/// <param name="Visitors">Who goes; encrypted.</param>
public sealed record CareScheduleInput(DateOnly On, string? Visitors = null);

/// <summary>Sets the day of a visit; setting it again moves it.</summary>
public sealed record ScheduleCare(CareRecordId Record, CareScheduleInput Body, Precondition Precondition) : ICommand<Tagged<CareReceipt>>, IConfidential;

internal sealed class ScheduleCareValidator : AbstractValidator<ScheduleCare>
{
    public ScheduleCareValidator() => RuleFor(c => c.Body.Visitors).CareText();
}

internal sealed class ScheduleCareHandler(CareDesk desk, CareFields fields) : IHandler<ScheduleCare, Tagged<CareReceipt>>
{
    public async Task<Result<Tagged<CareReceipt>>> Handle(ScheduleCare request, CancellationToken cancellationToken)
    {
        if (fields.RefuseWithoutKey() is { } noKey)
            return noKey;
        var record = await desk.FindAsync(request.Record, cancellationToken);
        if (request.Body.On < record.EventOn)
            return ValidationError.Of("on", "care.beforeEvent", ("on", record.EventOn));
        if (request.Precondition.Against(record) is { } precondition)
            return precondition;
        if (record.Schedule(request.Body.On, fields.Seal(record, "visitors", request.Body.Visitors)) is { } refusal)
            return refusal;
        desk.Note(record, CareAction.Schedule);
        return await desk.SavedAsync(record, false, cancellationToken);
    }
}
