using DistrictUnion.Application.Ports;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Common;

/// <summary>
/// The time at which the server receives something. Deadlines are judged by it: a server clock that steps back reopens
/// nothing, because time never lies before the latest thing that the district's audit trail tells of.
/// </summary>
internal sealed class ReceiptClock(IUnionDb db, ITenantContext tenant, TimeProvider clock)
{
    /// <summary>Now, or the latest audited moment where the clock has fallen behind it (UTC).</summary>
    public async Task<DateTimeOffset> NowAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();

        // What is loaded without a session happened earlier, at the moment that its file tells.
        if (tenant.RequireCaller().SessionId is null)
            return now;
        var latest = await db.AuditEntries.AsNoTracking().MaxAsync(a => (DateTimeOffset?)a.At, cancellationToken);
        return latest > now ? latest.Value : now;
    }
}
