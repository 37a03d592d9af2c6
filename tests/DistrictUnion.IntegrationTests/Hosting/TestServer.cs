using System.Globalization;
using System.Security.Cryptography;
using DistrictUnion.Infrastructure.Jobs;
using DistrictUnion.Infrastructure.Persistence;
using Npgsql;

namespace DistrictUnion.IntegrationTests.Hosting;

/// <summary>
/// The PostgreSQL server that TEST_POSTGRES names, and on it one migrated database of which every service gets a copy. It
/// lives as long as a service uses it and goes, with its role, after the last one: whatever a test host did at its own end would
/// be cut off.
/// </summary>
internal sealed class TestServer
{
    private static readonly SemaphoreSlim Gate = new(1);
    private static TestServer? current;
    private readonly string run = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4));
    private readonly string password = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));
    private int users;
    private int copies;

    private TestServer()
    {
    }

    private static string Server => Environment.GetEnvironmentVariable("TEST_POSTGRES")
        ?? throw new InvalidOperationException(
            "Set TEST_POSTGRES to a PostgreSQL connection string whose role may create databases and roles, or run dotnet build/test.cs.");

    private string Template => $"du_test_{run}";

    private string Role => $"du_test_app_{run}";

    /// <summary>Copies the migrated database, after making it for the first class.</summary>
    /// <returns>The server, and the name of the copy.</returns>
    public static async Task<(TestServer Server, string Database)> CopyAsync()
    {
        await Gate.WaitAsync();
        try
        {
            current ??= await MigratedAsync();
            current.users++;
            var name = string.Create(CultureInfo.InvariantCulture, $"{current.Template}_{++current.copies}");
            await ExecuteAsync($"CREATE DATABASE {name} TEMPLATE {current.Template}");
            return (current, name);
        }
        finally
        {
            Gate.Release();
        }
    }

    /// <summary>Drops a copy with whatever is still connected to it; the last one takes everything along.</summary>
    public async Task DropAsync(string database)
    {
        await Gate.WaitAsync();
        try
        {
            await ExecuteAsync($"DROP DATABASE IF EXISTS {database} WITH (FORCE)");
            if (--users > 0)
                return;
            current = null;
            await ExecuteAsync($"DROP DATABASE {Template} WITH (FORCE)");
            await ExecuteAsync($"DROP ROLE {Role}");
        }
        finally
        {
            Gate.Release();
        }
    }

    /// <summary>Connection of the owner, past every wall.</summary>
    public static string OwnerOf(string database) => new NpgsqlConnectionStringBuilder(Server) { Database = database, Pooling = false }.ConnectionString;

    /// <summary>Connection of the service's role.</summary>
    public string AppOf(string database, int poolSize) => new NpgsqlConnectionStringBuilder(Server)
    {
        Database = database,
        Username = Role,
        Password = password,
        MaxPoolSize = poolSize,
        ApplicationName = "du_test",
    }.ConnectionString;

    private static async Task<TestServer> MigratedAsync()
    {
        var made = new TestServer();
        await ExecuteAsync($"CREATE DATABASE {made.Template}");
        var (owner, app) = (OwnerOf(made.Template), made.AppOf(made.Template, 1));
        await using (var context = DesignTime.PostgreSql(owner))
            await new PostgreSqlMigrator(context).MigrateAsync(app, CancellationToken.None);
        await QuartzStore.ProvisionAsync(owner, made.Role, CancellationToken.None);

        // Only a member may end the role's sessions, which dropping a copy does.
        await ExecuteAsync($"GRANT {made.Role} TO CURRENT_USER");
        return made;
    }

    private static async Task ExecuteAsync(string statement)
    {
        // A connection string without a database would name one after its role.
        var server = new NpgsqlConnectionStringBuilder(Server) { Pooling = false };
        server.Database ??= "postgres";
        await using var connection = new NpgsqlConnection(server.ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = statement;
        await command.ExecuteNonQueryAsync();
    }
}
