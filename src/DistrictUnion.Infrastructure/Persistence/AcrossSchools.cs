using System.Data.Common;
using DistrictUnion.Application.Ports;
using DistrictUnion.Infrastructure.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace DistrictUnion.Infrastructure.Persistence;

/// <summary>Widens the reach of the running transaction to all schools of the district, and narrows it again.</summary>
internal sealed class AcrossSchools(UnionDbContext context, TenantContext tenant, TenantTransactionInterceptor scope) : IAcrossSchools
{
    public async Task<IAsyncDisposable> BeginAsync(CancellationToken cancellationToken)
    {
        var widens = !tenant.ReachesAllSchools;
        tenant.BeginAcrossSchools();
        if (widens)
            await ApplyAsync(cancellationToken);
        return new Reach(this, tenant);
    }

    private async Task ApplyAsync(CancellationToken cancellationToken)
    {
        if (context.Database.CurrentTransaction is { } current)
            await scope.SetAsync(context.Database.GetDbConnection(), current.GetDbTransaction(), cancellationToken);
    }

    private sealed class Reach(AcrossSchools owner, TenantContext tenant) : IAsyncDisposable
    {
        private bool ended;

        public async ValueTask DisposeAsync()
        {
            if (ended)
                return;
            ended = true;
            if (!tenant.EndAcrossSchools() || tenant.ReachesAllSchools)
                return;
            try
            {
                await owner.ApplyAsync(CancellationToken.None);
            }
            catch (DbException)
            {
                // A transaction that failed takes its settings with it; the failure itself is on its way to the caller.
            }
        }
    }
}
