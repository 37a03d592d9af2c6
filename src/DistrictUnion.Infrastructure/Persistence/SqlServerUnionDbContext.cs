using DistrictUnion.Application.Ports;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;

namespace DistrictUnion.Infrastructure.Persistence;

/// <summary>The model on SQL Server.</summary>
public sealed class SqlServerUnionDbContext(DbContextOptions<SqlServerUnionDbContext> options, ITenantContext tenant, TimeProvider clock)
    : UnionDbContext(options, tenant, clock)
{
    /// <inheritdoc/>
    protected internal override string OrdinalCollation => "Latin1_General_100_BIN2";

    /// <inheritdoc/>
    protected internal override SqlExpression CountBits(SqlExpression number) => Function("BIT_COUNT", typeof(long), number);
}
