using DistrictUnion.Application.Ports;
using DistrictUnion.Infrastructure.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace DistrictUnion.Infrastructure.Persistence;

/// <summary>Contexts without a service around them: for migrations, drift checks and tests of the model.</summary>
public static class DesignTime
{
    /// <summary>A context of the owner on PostgreSQL.</summary>
    public static PostgreSqlUnionDbContext PostgreSql(string connection) => new(
        new DbContextOptionsBuilder<PostgreSqlUnionDbContext>().UseQueryCache().UseNpgsql(connection, o => o.CommandTimeout(600)).Options, NoTenant(), TimeProvider.System);

    /// <summary>A context that builds the model and translates queries for SQL Server.</summary>
    public static SqlServerUnionDbContext SqlServer(string connection, ITenantContext? tenant = null, params IInterceptor[] interceptors) => new(
        new DbContextOptionsBuilder<SqlServerUnionDbContext>().UseSqlServer(connection).AddInterceptors(interceptors).Options,
        tenant ?? NoTenant(),
        TimeProvider.System);

    private static TenantContext NoTenant() => new TenantContext();
}
