using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace DistrictUnion.Infrastructure.Persistence;

/// <summary>Refuses to save a row of another tenant, on add, change and delete. A refusal is a bug, never an answer to a caller.</summary>
internal static class TenantWriteGuard
{
    /// <summary>Checks every pending change.</summary>
    /// <exception cref="InvalidOperationException">A row belongs to another tenant.</exception>
    public static void Check(ChangeTracker tracker, ITenantContext tenant)
    {
        foreach (var entry in tracker.Entries())
        {
            if (entry.State is EntityState.Unchanged or EntityState.Detached)
                continue;
            if (entry.Entity is ITenantOwned owned && owned.DistrictId != tenant.DistrictId)
                throw new InvalidOperationException($"A {entry.Metadata.ShortName()} of another district can't be written.");
            if (entry.Entity is ISchoolOwned ofSchool && !tenant.ReachesAllSchools && ofSchool.SchoolId != tenant.SchoolId)
                throw new InvalidOperationException($"A {entry.Metadata.ShortName()} of another school can't be written.");
            if (entry.Entity is IUnitOwned ofUnit && !tenant.ReachesAllSchools && (ofUnit.SchoolId is null || ofUnit.SchoolId != tenant.SchoolId))
                throw new InvalidOperationException($"A {entry.Metadata.ShortName()} of another unit can't be written.");
        }
    }
}
