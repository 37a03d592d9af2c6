using DistrictUnion.Infrastructure.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Infrastructure.Persistence;

/// <summary>Contexts without a service around them: for migrations, drift checks and tests of the model.</summary>
public static class DesignTime
{
    /// <summary>A context of the owner on PostgreSQL.</summary>
    public static PostgreSqlUnionDbContext PostgreSql(string connection) => new(
        new DbContextOptionsBuilder<PostgreSqlUnionDbContext>().UseNpgsql(connection, o => o.CommandTimeout(600)).Options, NoTenant(), TimeProvider.System);

    /// <summary>A context that builds the model and translates queries for SQL Server.</summary>
    public static SqlServerUnionDbContext SqlServer(string connection) => new(
        new DbContextOptionsBuilder<SqlServerUnionDbContext>().UseSqlServer(connection).Options, NoTenant(), TimeProvider.System);

    private static TenantContext NoTenant() => new TenantContext();
}
