using System.Globalization;

namespace DistrictUnion.Build.Tools;

/// <summary>
/// A PostgreSQL server of one test run: own folder, own free port, thrown away afterwards. It runs beside a product of the same
/// checkout. Or the server that <c>TEST_POSTGRES</c> names.
/// </summary>
internal sealed class TestDatabase : IAsyncDisposable
{
    private const string Variable = "TEST_POSTGRES";
    private const string FolderPrefix = "test-";

    // Tests lose nothing when the machine fails, so nothing waits for the disk; they open many small databases at once.
    private static readonly string[] FastOptions = ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=300"];

    private readonly PostgresServer? _server;

    private TestDatabase(string connection, PostgresServer? server) => (Connection, _server) = (connection, server);

    /// <summary>Connection string of a role that may make databases and roles.</summary>
    public string Connection { get; }

    /// <summary>Takes the server that was named, or starts one.</summary>
    /// <exception cref="Failure">It can't be reached or started.</exception>
    public static async Task<TestDatabase> OpenAsync(Checkout checkout, CancellationToken cancellationToken)
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named)
        {
            await NamedConnection.ReachAsync(named, Variable, cancellationToken);
            return new(named, server: null);
        }

        await using var exclusive = await checkout.LockAsync(cancellationToken);
        var bin = await PostgresBinaries.InstallAsync(checkout, cancellationToken);
        await DropAbandonedAsync(checkout, bin);
        var folder = checkout.HomeFolder(string.Create(CultureInfo.InvariantCulture, $"{FolderPrefix}{Environment.ProcessId}"));
        var server = new PostgresServer(bin, folder, FastOptions);
        try
        {
            await server.StartAsync(cancellationToken);
            return new(server.AdminConnection, server);
        }
        catch (Exception)
        {
            await server.DropAsync();
            throw;
        }
    }

    /// <summary>Stops the server and deletes its data, unless it is another's.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_server is not null) await _server.DropAsync();
    }

    // A killed run leaves its server behind, or what was left to delete of it; the folder's name tells whose it was.
    private static async Task DropAbandonedAsync(Checkout checkout, string bin)
    {
        foreach (var folder in Directory.EnumerateDirectories(checkout.Home, $"{FolderPrefix}*"))
        {
            var name = Path.GetFileNameWithoutExtension(folder)[FolderPrefix.Length..];
            if (int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var owner) && !IsAlive(owner))
                await new PostgresServer(bin, folder).DropAsync();
        }
    }

    private static bool IsAlive(int processId)
    {
        try
        {
            using var process = System.Diagnostics.Process.GetProcessById(processId);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
