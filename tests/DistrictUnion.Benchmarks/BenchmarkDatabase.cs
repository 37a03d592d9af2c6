using DistrictUnion.Infrastructure.Persistence;
using Npgsql;

namespace DistrictUnion.Benchmarks;

/// <summary>A database of one measurement, dropped afterwards.</summary>
internal sealed class BenchmarkDatabase : IAsyncDisposable
{
    private const string AppRole = "du_bench_app";
    private const string AppPassword = "bench";
    private readonly string server;
    private readonly string name = $"du_bench_{Guid.NewGuid():N}";

    private BenchmarkDatabase(string server) => this.server = server;

    /// <summary>Connection of the owner: fixtures are loaded by it.</summary>
    public string Owner => new NpgsqlConnectionStringBuilder(server) { Database = name, CommandTimeout = 1800 }.ConnectionString;

    /// <summary>Connection of the service.</summary>
    public string App => new NpgsqlConnectionStringBuilder(server) { Database = name, Username = AppRole, Password = AppPassword, MaxPoolSize = 40 }.ConnectionString;

    /// <summary>Makes a migrated, empty database.</summary>
    public static async Task<BenchmarkDatabase> CreateAsync(string server)
    {
        var database = new BenchmarkDatabase(server);
        await database.OnServerAsync($"CREATE DATABASE {database.name}");
        await using var context = DesignTime.PostgreSql(database.Owner);
        await new PostgreSqlMigrator(context).MigrateAsync(database.App, CancellationToken.None);
        return database;
    }

    /// <summary>Runs a statement as the owner.</summary>
    public async Task ExecuteAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(Owner);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>One value of the owner's view.</summary>
    public async Task<T> ScalarAsync<T>(string sql)
    {
        await using var source = NpgsqlDataSource.Create(Owner);
        await using var command = source.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        await OnServerAsync($"DROP DATABASE {name} WITH (FORCE)");
    }

    private async Task OnServerAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(server) { Database = "postgres", Pooling = false }.ConnectionString);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
