using System.Globalization;
using System.Security.Cryptography;
using DistrictUnion.Infrastructure.Jobs;
using DistrictUnion.Infrastructure.Persistence;
using Npgsql;

namespace DistrictUnion.IntegrationTests.Hosting;

/// <summary>
/// The PostgreSQL server that TEST_POSTGRES names, and on it one migrated database a run, of which every test class gets a copy.
/// </summary>
internal static class TestServer
{
    private static readonly string Run = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4));
    private static readonly string AppPassword = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));
    private static readonly Lazy<Task> Template = new(MigrateTemplateAsync);
    private static readonly SemaphoreSlim Copying = new(1);
    private static int copies;

    /// <summary>The service's role of this run.</summary>
    public static string AppRole => $"du_test_app_{Run}";

    private static string TemplateName => $"du_test_{Run}";

    private static string Server => Environment.GetEnvironmentVariable("TEST_POSTGRES")
        ?? throw new InvalidOperationException(
            "Set TEST_POSTGRES to a PostgreSQL connection string whose role may create databases and roles, or run dotnet build/test.cs.");

    /// <summary>Copies the migrated database.</summary>
    /// <returns>Name of the copy.</returns>
    public static async Task<string> CopyAsync()
    {
        await Template.Value;
        var name = string.Create(CultureInfo.InvariantCulture, $"{TemplateName}_{Interlocked.Increment(ref copies)}");
        await Copying.WaitAsync();
        try
        {
            await ExecuteAsync($"CREATE DATABASE {name} TEMPLATE {TemplateName}");
        }
        finally
        {
            Copying.Release();
        }

        return name;
    }

    /// <summary>Drops a database with whatever is still connected to it.</summary>
    public static Task DropAsync(string database) => ExecuteAsync($"DROP DATABASE IF EXISTS {database} WITH (FORCE)");

    /// <summary>Connection of the owner, past every wall.</summary>
    public static string OwnerOf(string database) => new NpgsqlConnectionStringBuilder(Server) { Database = database, Pooling = false }.ConnectionString;

    /// <summary>Connection of the service's role.</summary>
    public static string AppOf(string database, int poolSize = 20) => new NpgsqlConnectionStringBuilder(Server)
    {
        Database = database,
        Username = AppRole,
        Password = AppPassword,
        MaxPoolSize = poolSize,
        ApplicationName = "du_test",
    }.ConnectionString;

    private static async Task MigrateTemplateAsync()
    {
        await ExecuteAsync($"CREATE DATABASE {TemplateName}");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => DropRun();
        await using (var context = DesignTime.PostgreSql(OwnerOf(TemplateName)))
            await new PostgreSqlMigrator(context).MigrateAsync(AppOf(TemplateName), CancellationToken.None);
        await QuartzStore.ProvisionAsync(OwnerOf(TemplateName), AppRole, CancellationToken.None);
        NpgsqlConnection.ClearAllPools();
    }

    private static void DropRun()
    {
        using var connection = new NpgsqlConnection(Server);
        connection.Open();
        using var drop = connection.CreateCommand();
        foreach (var statement in new[] { $"DROP DATABASE IF EXISTS {TemplateName} WITH (FORCE)", $"DROP ROLE IF EXISTS {AppRole}" })
        {
            drop.CommandText = statement;
            drop.ExecuteNonQuery();
        }
    }

    private static async Task ExecuteAsync(string statement)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Server) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = statement;
        await command.ExecuteNonQueryAsync();
    }
}
