using System.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace DistrictUnion.Infrastructure.Persistence;

/// <summary>PostgreSQL.</summary>
public sealed class PostgreSqlDialect : IDatabaseDialect
{
    /// <inheritdoc/>
    public IsolationLevel ReadIsolation => IsolationLevel.RepeatableRead;

    /// <inheritdoc/>
    public string SetTenantSql => "SELECT set_config('du.district', @district, true), set_config('du.school', @school, true)";

    /// <inheritdoc/>
    public bool IsUniqueViolation(DbUpdateException exception) =>
        exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };
}
