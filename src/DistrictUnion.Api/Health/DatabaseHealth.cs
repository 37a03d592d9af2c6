using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace DistrictUnion.Api.Health;

/// <summary>Ready when the database answers, is migrated, and guards its rows: every tenant table has its policy.</summary>
public sealed class DatabaseHealth(NpgsqlDataSource source) : IHealthCheck
{
    /// <summary>Tag of checks that readiness needs.</summary>
    public const string Tag = "ready";

    /// <inheritdoc/>
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await using var command = source.CreateCommand(
                """
                SELECT COUNT(*) FROM pg_class t JOIN pg_attribute a ON a.attrelid = t.oid AND a.attname = 'district_id'
                WHERE t.relkind = 'r' AND t.relnamespace = 'public'::regnamespace
                  AND (NOT t.relrowsecurity OR NOT EXISTS (SELECT 1 FROM pg_policy p WHERE p.polrelid = t.oid))
                """);
            return await command.ExecuteScalarAsync(cancellationToken) is 0L
                ? HealthCheckResult.Healthy()
                : HealthCheckResult.Unhealthy("A tenant table has no row-level policy; run migrate.");
        }
        catch (NpgsqlException e)
        {
            return HealthCheckResult.Unhealthy("The database doesn't answer.", e);
        }
    }
}
