using DistrictUnion.IntegrationTests.Hosting;
using Npgsql;

namespace DistrictUnion.IntegrationTests.Walls;

/// <summary>The tables that carry a district.</summary>
internal static class TenantTables
{
    /// <summary>Their names.</summary>
    public static async Task<IReadOnlyList<string>> ListAsync(TestService service) => (await service.ReadAsync<string[]>(
        """
        SELECT array_agg(t.relname::text ORDER BY t.relname) FROM pg_class t
        JOIN pg_attribute a ON a.attrelid = t.oid AND a.attname = 'district_id' AND NOT a.attisdropped
        WHERE t.relkind = 'r' AND t.relnamespace = 'public'::regnamespace
        """))!;

    /// <summary>A digest of everything that a district stores, in one question: one for each table, on a connection of its own, takes longer than a second.</summary>
    public static async Task<string> DigestAsync(TestService service, string district)
    {
        var tables = (await ListAsync(service)).Select(table =>
            $"SELECT '{table} ' || COUNT(*) || ' ' || COALESCE(md5(string_agg(t::text, '|' ORDER BY t::text)), '') AS line FROM {table} t WHERE district_id = (SELECT id FROM districts WHERE code = $1)");
        return await service.ReadAsync<string>($"SELECT string_agg(line, E'\\n' ORDER BY line) FROM ({string.Join(" UNION ALL ", tables)}) tables", district);
    }

    /// <summary>Opens a connection of the service's role with a context, as the service does for each transaction.</summary>
    public static async Task<NpgsqlConnection> ConnectAsync(TestService service, Guid? district, string school = "")
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(service.AppConnection) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        if (district is { } id)
        {
            await using var set = new NpgsqlCommand("SELECT set_config('du.district', $1, false), set_config('du.school', $2, false)", connection);
            set.Parameters.Add(new NpgsqlParameter { Value = id.ToString() });
            set.Parameters.Add(new NpgsqlParameter { Value = school });
            await set.ExecuteNonQueryAsync();
        }

        return connection;
    }

    /// <summary>Counts by an open connection.</summary>
    public static async Task<long> CountAsync(NpgsqlConnection connection, string from)
    {
        await using var count = new NpgsqlCommand($"SELECT COUNT(*) FROM {from}", connection);
        return (long)(await count.ExecuteScalarAsync())!;
    }
}
