using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Care;
using DistrictUnion.Domain.Common;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Care;

/// <summary>A care record in a list: with the name, without what happened.</summary>
/// <param name="Record">What may be counted of it.</param>
/// <param name="Person">Who it is; null: erased, or it doesn't open.</param>
/// <param name="IsUnreadable">Whether something of it doesn't open.</param>
/// <param name="Obligation">The obligation to visit.</param>
public sealed record CareRecordLine(CareReceipt Record, string? Person, bool IsUnreadable, CareObligation? Obligation);

/// <summary>The school's care records, the latest first. It is a command: who looked at which names is stored before they are shown. Nothing finds a record by a name.</summary>
/// <param name="Kind">Kind; null: any.</param>
/// <param name="State">State; null: any.</param>
/// <param name="Year">Year of the event; null: any.</param>
/// <param name="Page">Page.</param>
public sealed record ListCareRecords(CareKind? Kind, CareState? State, int? Year, PageRequest Page) : ICommand<Page<CareRecordLine>>, IConfidential;

internal sealed class ListCareRecordsValidator : AbstractValidator<ListCareRecords>
{
    public ListCareRecordsValidator() => RuleFor(c => c.Year).Must(y => y is null or (>= 2000 and <= 2100)).WithErrorCode("plan.year");
}

internal sealed class ListCareRecordsHandler(IUnionDb db, CareDesk desk, CareFields fields) : IHandler<ListCareRecords, Page<CareRecordLine>>
{
    /// <summary>Names that are shown at once: whoever wants more leaves more traces.</summary>
    private const int Most = 50;

    public async Task<Result<Page<CareRecordLine>>> Handle(ListCareRecords request, CancellationToken cancellationToken)
    {
        if (request.Page.Size > Most)
            return ValidationError.Of("pageSize", "paging.range", ("most", Most));
        if (fields.RefuseWithoutKey() is { } noKey)
            return noKey;
        var school = desk.School;
        var (from, to) = (new DateOnly(request.Year ?? 1, 1, 1), new DateOnly(request.Year ?? 9999, 12, 31));
        var wanted = db.CareRecords.AsNoTracking().Where(r => r.SchoolId == school && r.EventOn >= from && r.EventOn <= to)
            .Where(r => (request.Kind == null || r.Kind == request.Kind) && (request.State == null || r.State == request.State));
        var total = await wanted.CountAsync(cancellationToken);
        var records = await wanted.OrderByDescending(r => r.EventOn).ThenByDescending(r => r.Id).Skip(request.Page.Skip).Take(request.Page.Size).ToListAsync(cancellationToken);
        if (records.Count > 0)
            desk.NoteView(true, records.ConvertAll(r => r.Code));
        await db.SaveChangesAsync(cancellationToken);
        var obligations = await desk.ObligationsAsync(records.ConvertAll(r => r.Code), cancellationToken);
        return new Page<CareRecordLine>(
            records.ConvertAll(r =>
            {
                var texts = fields.Open(r);
                return new CareRecordLine(CareReceipt.Of(r), texts.Person, texts.Unreadable.Count > 0, obligations.GetValueOrDefault(r.Code));
            }),
            request.Page.Number,
            request.Page.Size,
            total);
    }
}
