using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace DistrictUnion.Build.Tools;

/// <summary>
/// The database the product runs on: the embedded one, started when it does not run, or an existing one. What is remembered
/// about it (passwords that were generated, what was loaded) lies in <see cref="Folder"/>.
/// </summary>
internal sealed class ProductDatabase : IAsyncDisposable
{
    private readonly PostgresServer? _started;

    private ProductDatabase(string ownerConnection, string appConnection, string folder, bool isEmbedded, PostgresServer? started) =>
        (OwnerConnection, AppConnection, Folder, IsEmbedded, _started) = (ownerConnection, appConnection, folder, isEmbedded, started);

    /// <summary>Connection of the owner, who migrates.</summary>
    public string OwnerConnection { get; }

    /// <summary>Connection of the service.</summary>
    public string AppConnection { get; }

    /// <summary>Folder for what is remembered about this database.</summary>
    public string Folder { get; }

    /// <summary>Whether it is the embedded one, so that <see cref="Folder"/> comes and goes with the data.</summary>
    public bool IsEmbedded { get; }

    /// <summary>Opens the database the options name.</summary>
    /// <exception cref="Failure">It can't be reached or started.</exception>
    public static Task<ProductDatabase> OpenAsync(Checkout checkout, RunOptions options, CancellationToken cancellationToken) =>
        options.Connection is { } connection
            ? OpenExistingAsync(checkout, connection, options.AppConnection, cancellationToken)
            : OpenEmbeddedAsync(checkout, options.Reset, cancellationToken);

    /// <summary>Stops the embedded server if opening started it.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_started is not null) await _started.StopAsync();
    }

    private static async Task<ProductDatabase> OpenEmbeddedAsync(Checkout checkout, bool reset, CancellationToken cancellationToken)
    {
        await using var exclusive = await checkout.LockAsync(cancellationToken);
        var folder = checkout.HomeFolder("product");
        var server = new PostgresServer(await PostgresBinaries.InstallAsync(checkout, cancellationToken), folder);
        if (reset)
        {
            await server.DropAsync();
            checkout.HomeFolder("product");
        }

        try
        {
            var started = await server.StartAsync(cancellationToken);
            return new(server.OwnerConnection, server.AppConnection, folder, isEmbedded: true, started ? server : null);
        }
        catch (OperationCanceledException)
        {
            // Interrupted between start and return: nobody else would stop it.
            await server.StopAsync();
            throw;
        }
    }

    private static async Task<ProductDatabase> OpenExistingAsync(
        Checkout checkout, string ownerConnection, string? appConnection, CancellationToken cancellationToken)
    {
        if (appConnection is not null) NamedConnection.Read(appConnection, "--app-connection");
        var owner = await NamedConnection.ReachAsync(ownerConnection, "--connection", cancellationToken);
        var server = $"{owner.Host}:{owner.Port}";
        var folder = checkout.HomeFolder($"database-{Hash($"{server}/{owner.Database}")}");
        var app = appConnection ?? AppConnectionOf(owner, checkout.HomeFolder($"server-{Hash(server)}"));
        return new(ownerConnection, app, folder, isEmbedded: false, started: null);
    }

    // A role belongs to the whole server, so its generated password must be found again from every database there.
    private static string AppConnectionOf(NpgsqlConnectionStringBuilder owner, string folder)
    {
        var file = Path.Combine(folder, "app-password.json");
        var password = PrivateFile.Read<string>(file);
        if (password is null)
        {
            password = PrivateFile.NewPassword();
            PrivateFile.Write(file, password);
        }

        return new NpgsqlConnectionStringBuilder(owner.ConnectionString) { Username = "du_app", Password = password }.ConnectionString;
    }

    private static string Hash(string name) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..12];
}
