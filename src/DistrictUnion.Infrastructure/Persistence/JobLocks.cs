using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Infrastructure.Jobs;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Infrastructure.Persistence;

/// <summary>Row locks on jobs.</summary>
internal sealed class JobLocks(UnionDbContext context, ITenantContext tenant) : IJobLocks
{
    public async Task LockAsync(JobId id, CancellationToken cancellationToken)
    {
        var district = tenant.RequireCaller().DistrictId.Value;
        await context.Database.SqlQuery<Guid>(
            $"""SELECT id AS "Value" FROM jobs WHERE district_id = {district} AND id = {id.Value} FOR UPDATE""").ToListAsync(cancellationToken);
    }
}
