using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace DistrictUnion.Build.Tools;

/// <summary>Where the embedded server listens and the passwords of its roles; kept beside the data in a private file.</summary>
/// <param name="Port">Loopback port of the last start.</param>
/// <param name="AdminPassword">Of <c>postgres</c>, which only these programs use.</param>
/// <param name="OwnerPassword">Of <c>du_owner</c>, which owns the database and migrates it.</param>
/// <param name="AppPassword">Of <c>du_app</c>, as which the service runs.</param>
internal sealed record ServerSettings(int Port, string AdminPassword, string OwnerPassword, string AppPassword);

/// <summary>A PostgreSQL server of this checkout: one folder with data, log and settings, on a free loopback port.</summary>
/// <param name="bin">Folder of the PostgreSQL programs.</param>
/// <param name="folder">Folder of the server; made when it is first started.</param>
/// <param name="options">Further server settings, such as <c>fsync=off</c> for tests.</param>
internal sealed class PostgresServer(string bin, string folder, params IReadOnlyList<string> options)
{
    private const string DatabaseName = "districtunion";

    // After a kill -9 the old postmaster can stay a zombie for some seconds, and until then its lock file forbids a start.
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(15);

    private readonly string _data = Path.Combine(folder, "data");
    private readonly string _log = Path.Combine(folder, "postgres.log");
    private readonly string _settingsFile = Path.Combine(folder, "server.json");
    private ServerSettings? _settings;

    /// <summary>Settings of the server; known once it was started.</summary>
    public ServerSettings Settings =>
        _settings ??= PrivateFile.Read<ServerSettings>(_settingsFile)
            ?? throw new Failure("PostgreSQL has not been set up yet: run `dotnet build/db.cs up`.");

    /// <summary>Connection of the bootstrap superuser.</summary>
    public string AdminConnection => Connection("postgres", Settings.AdminPassword, "postgres");

    /// <summary>Connection of the database's owner.</summary>
    public string OwnerConnection => Connection("du_owner", Settings.OwnerPassword, DatabaseName);

    /// <summary>Connection of the service's role.</summary>
    public string AppConnection => Connection("du_app", Settings.AppPassword, DatabaseName);

    /// <summary>Whether there is data of an earlier start.</summary>
    public bool Exists => Directory.Exists(_data);

    /// <summary>Whether the server runs.</summary>
    public async Task<bool> IsRunningAsync(CancellationToken cancellationToken) =>
        Exists && (await ControlAsync(["status"], cancellationToken)).ExitCode == 0 && await AnswersAsync(cancellationToken);

    /// <summary>Sets the server up when it is new and starts it when it does not run.</summary>
    /// <returns>True when this call started it, so that the caller stops it again.</returns>
    /// <exception cref="Failure">It does not start.</exception>
    public async Task<bool> StartAsync(CancellationToken cancellationToken)
    {
        if (!Exists) await InitialiseAsync(cancellationToken);
        var patience = Stopwatch.StartNew();
        var started = false;
        while (true)
        {
            if ((await ControlAsync(["status"], cancellationToken)).ExitCode == 0)
            {
                if (await AnswersAsync(cancellationToken)) break;
            }
            else
            {
                ChoosePort();
                started |= await LaunchAsync(cancellationToken);
            }

            if (patience.Elapsed > StartPatience)
            {
                await StopAsync();
                throw new Failure($"PostgreSQL does not start ({LastLogLine()}): see {_log}, mend what it says, or drop the data with `dotnet build/run.cs --reset`.");
            }

            if (!started) await Task.Delay(TimeSpan.FromMilliseconds(250), cancellationToken);
        }

        await PostgresRoles.EnsureOwnerAsync(AdminConnection, Settings.OwnerPassword, DatabaseName, cancellationToken);
        return started;
    }

    /// <summary>Stops the server when it runs; what is committed stays.</summary>
    public async Task StopAsync()
    {
        if (Exists) await ControlAsync(["-m", "fast", "-w", "-t", "30", "stop"], CancellationToken.None);
    }

    /// <summary>Stops the server and deletes its folder.</summary>
    public async Task DropAsync()
    {
        await StopAsync();
        if (!Directory.Exists(folder)) return;

        // Away at once: of a deletion that was interrupted, what is remembered about the data would be left without them.
        var dropped = folder + ".dropped";
        if (Directory.Exists(dropped)) Directory.Delete(dropped, recursive: true);
        Directory.Move(folder, dropped);
        Directory.Delete(dropped, recursive: true);
    }

    private async Task InitialiseAsync(CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        _settings = new(LoopbackPort.FindFree(), PrivateFile.NewPassword(), PrivateFile.NewPassword(), PrivateFile.NewPassword());
        PrivateFile.Write(_settingsFile, _settings);

        // initdb works in a draft: an interrupted one leaves no half a cluster that a later start would take for a whole one.
        var draft = Path.Combine(folder, "data.new");
        var passwordFile = Path.Combine(folder, "initial-password");
        if (Directory.Exists(draft)) Directory.Delete(draft, recursive: true);
        Directory.CreateDirectory(draft);
        PrivateFile.WriteText(passwordFile, _settings.AdminPassword);
        PrivateFile.WriteText(_log, "");
        try
        {
            await GiveToServerUserAsync([draft, passwordFile, _log], cancellationToken);
            var result = await RunAsync(
                "initdb",
                ["-D", draft, "-U", "postgres", "-A", "scram-sha-256", $"--pwfile={passwordFile}", "-E", "UTF8", "--locale=C.UTF-8", "-N"],
                cancellationToken);
            if (result.ExitCode != 0)
                throw new Failure($"PostgreSQL can't make its data folder ({result.LastLine}): mend what it says, then run this again.");
        }
        finally
        {
            File.Delete(passwordFile);
        }

        Directory.Move(draft, _data);
    }

    private void ChoosePort()
    {
        if (LoopbackPort.IsFree(Settings.Port)) return;
        _settings = Settings with { Port = LoopbackPort.FindFree() };
        PrivateFile.Write(_settingsFile, _settings);
    }

    private async Task<bool> LaunchAsync(CancellationToken cancellationToken)
    {
        var port = Settings.Port.ToString(CultureInfo.InvariantCulture);
        var server = string.Join(
            ' ', ["-p", port, "-k \"\"", "-c listen_addresses=127.0.0.1", .. options.Select(option => $"-c {option}")]);
        return (await ControlAsync(["-l", _log, "-w", "-t", "30", "-o", server, "start"], cancellationToken)).ExitCode == 0;
    }

    private async Task<bool> AnswersAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = new NpgsqlConnection(AdminConnection);
            await connection.OpenAsync(cancellationToken);
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    private string Connection(string role, string password, string database) => new NpgsqlConnectionStringBuilder
    {
        Host = "127.0.0.1",
        Port = Settings.Port,
        Database = database,
        Username = role,
        Password = password,
    }.ConnectionString;

    private Task<ProgramResult> ControlAsync(string[] arguments, CancellationToken cancellationToken) =>
        RunAsync("pg_ctl", ["-D", _data, .. arguments], cancellationToken);

    private Task<ProgramResult> RunAsync(string program, string[] arguments, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(Path.Combine(bin, program), arguments) { WorkingDirectory = folder };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("PG", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);
        start.Environment["LC_ALL"] = "C.UTF-8";
        if (Checkout.RunsAsRoot)
        {
            start.UserName = "nobody";
            start.Environment["HOME"] = folder;
        }

        return Programs.RunAsync(start, cancellationToken);
    }

    private static async Task GiveToServerUserAsync(string[] paths, CancellationToken cancellationToken)
    {
        if (!Checkout.RunsAsRoot) return;
        var result = await Programs.RunAsync(new("chown", ["nobody", .. paths]), cancellationToken);
        if (result.ExitCode != 0)
            throw new Failure($"The data folder can't be given to the user nobody ({result.LastLine}): run as an ordinary user instead.");
    }

    private string LastLogLine() => File.Exists(_log) ? new ProgramResult(0, File.ReadAllText(_log)).LastLine : "no log";
}
