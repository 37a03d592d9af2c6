using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.EvidenceLedger;

/// <summary>Ends the upload that brought a file, in the transaction that notes the file.</summary>
internal sealed class EvidenceArrivals(IUnionDb db)
{
    /// <summary>Whether the file may be noted: the second of two last pieces finds the upload gone, so it is one file, once.</summary>
    public async Task<bool> EndAsync(RoundId round, SchoolId school, EvidenceUploadId? upload, CancellationToken cancellationToken)
    {
        if (upload is not { } id)
            return true;
        if (await db.EvidenceUploads.SingleOrDefaultAsync(u => u.Id == id && u.RoundId == round && u.SchoolId == school, cancellationToken) is not { } row)
            return false;
        db.EvidenceUploads.Remove(row);
        return true;
    }
}
