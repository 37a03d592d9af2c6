using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Accounts;

/// <summary>Ends the caller's session.</summary>
public sealed record SignOut : ICommand<Nothing>;

internal sealed class SignOutHandler(IUnionDb db, ITenantContext tenant, TimeProvider clock) : IHandler<SignOut, Nothing>
{
    public async Task<Result<Nothing>> Handle(SignOut request, CancellationToken cancellationToken)
    {
        var id = tenant.RequireCaller().SessionId;
        var session = await db.Sessions.SingleOrDefaultAsync(s => s.Id == id, cancellationToken);
        session?.Revoke(clock.GetUtcNow());
        return default(Nothing);
    }
}
