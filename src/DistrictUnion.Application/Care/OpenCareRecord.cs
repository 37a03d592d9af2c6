using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Care;
using DistrictUnion.Domain.Common;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Care;

/// <summary>Something that was done with a care record.</summary>
/// <param name="Action">What.</param>
/// <param name="Actor">User name of who did it.</param>
/// <param name="ActorName">Name shown to people; null: the system.</param>
/// <param name="At">When.</param>
public sealed record CareStepView(CareAction Action, string Actor, string? ActorName, DateTimeOffset At);

/// <summary>A care record in full.</summary>
/// <param name="Record">What may be counted of it.</param>
/// <param name="Person">Who it is.</param>
/// <param name="Circumstances">What happened.</param>
/// <param name="Visitors">Who visits.</param>
/// <param name="Outcome">What came of it.</param>
/// <param name="Amount">Money.</param>
/// <param name="Reason">Why it was waived.</param>
/// <param name="Unreadable">Fields that are stored and don't open.</param>
/// <param name="Problem">What that means, in words; null: everything opens.</param>
/// <param name="Obligation">The obligation to visit.</param>
/// <param name="Steps">What was done, the oldest first.</param>
public sealed record CareRecordView(
    CareReceipt Record,
    string? Person,
    string? Circumstances,
    string? Visitors,
    string? Outcome,
    decimal? Amount,
    string? Reason,
    IReadOnlyList<string> Unreadable,
    string? Problem,
    CareObligation? Obligation,
    IReadOnlyList<CareStepView> Steps);

/// <summary>Opens one care record. It is a command: who looked is stored before anything is shown.</summary>
public sealed record OpenCareRecord(CareRecordId Record) : ICommand<Tagged<CareRecordView>>, IConfidential;

internal sealed class OpenCareRecordValidator : AbstractValidator<OpenCareRecord>
{
    public OpenCareRecordValidator() => RuleFor(c => c.Record).NotEmpty().WithErrorCode("notFound");
}

internal sealed class OpenCareRecordHandler(IUnionDb db, CareDesk desk, CareFields fields, IMessages messages) : IHandler<OpenCareRecord, Tagged<CareRecordView>>
{
    public async Task<Result<Tagged<CareRecordView>>> Handle(OpenCareRecord request, CancellationToken cancellationToken)
    {
        if (fields.RefuseWithoutKey() is { } noKey)
            return noKey;
        var record = await db.CareRecords.AsNoTracking().SingleAsync(r => r.Id == request.Record, cancellationToken);
        desk.NoteView(false, [record.Code]);
        await db.SaveChangesAsync(cancellationToken);
        var steps = await db.CareSteps.AsNoTracking().Where(s => s.RecordId == record.Id).OrderBy(s => s.At).ThenBy(s => s.Id)
            .Select(s => new { s.Action, s.Actor, s.At, Name = db.Users.Where(u => u.UserName == s.Actor).Select(u => u.DisplayName).FirstOrDefault() }).ToListAsync(cancellationToken);
        var obligations = await desk.ObligationsAsync([record.Code], cancellationToken);
        var texts = fields.Open(record);
        return new Tagged<CareRecordView>(
            new CareRecordView(
                CareReceipt.Of(record),
                texts.Person,
                texts.Circumstances,
                texts.Visitors,
                texts.Outcome,
                texts.Amount,
                texts.Grounds,
                texts.Unreadable,
                texts.Unreadable.Count == 0 ? null : messages.Of("care.unreadable", ("code", record.Code)),
                obligations.GetValueOrDefault(record.Code),
                steps.ConvertAll(s => new CareStepView(s.Action, s.Actor, s.Name, BusinessTime.Local(s.At)))),
            record.Version);
    }
}
