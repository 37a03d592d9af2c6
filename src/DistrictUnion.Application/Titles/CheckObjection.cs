using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Titles;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Titles;

/// <summary>What became of an objection, for whoever holds its receipt.</summary>
/// <param name="State">State.</param>
/// <param name="Finding">What was found; null while it is open.</param>
public sealed record ObjectionOutcome(ObjectionState State, string? Finding);

/// <summary>Looks up an objection by its receipt.</summary>
public sealed record CheckObjection(string Address, string Receipt) : IQuery<ObjectionOutcome>, IOwnTransactions;

internal sealed class CheckObjectionHandler(PublicAccess access, IUnitOfWork unitOfWork, IUnionDb db) : IHandler<CheckObjection, ObjectionOutcome>
{
    public async Task<Result<ObjectionOutcome>> Handle(CheckObjection request, CancellationToken cancellationToken)
    {
        return PublicAccess.NoticeOf(request.Address) is { } id && await access.EnterByNoticeAsync(id, cancellationToken) is not null
            ? await unitOfWork.ReadAsync(() => FindAsync(id, PublicAccess.Hash(request.Receipt), cancellationToken), cancellationToken)
            : new PublicPageUnknown();
    }

    private async Task<Result<ObjectionOutcome>> FindAsync(PublicityNoticeId notice, byte[] hash, CancellationToken cancellationToken) =>
        await db.Objections.AsNoTracking().Where(o => o.NoticeId == notice && o.ReceiptHash == hash).Select(o => new ObjectionOutcome(o.State, o.Finding)).SingleOrDefaultAsync(cancellationToken) is { } found
            ? found
            : new PublicPageUnknown();
}
