using System.Globalization;

namespace DistrictUnion.Build.Tools;

/// <summary>What <c>dotnet build/run.cs</c> was asked for.</summary>
/// <param name="Port">Loopback port of the service.</param>
/// <param name="Connection">Owner's connection to an existing PostgreSQL; null: the embedded one.</param>
/// <param name="AppConnection">Connection of the service's role there; null: <c>du_app</c>, made by migrating.</param>
/// <param name="NoDemo">One empty district instead of the demo districts.</param>
/// <param name="Reset">Drop the embedded data first.</param>
internal sealed record RunOptions(int Port, string? Connection, string? AppConnection, bool NoDemo, bool Reset)
{
    /// <summary>What <c>--help</c> prints.</summary>
    public const string Help = """
        Usage: dotnet build/run.cs [options]
        Sets up PostgreSQL, migrates, loads the demo districts and serves DistrictUnion until Ctrl-C.

          --port N             port on 127.0.0.1 (default 5080)
          --connection S       owner's connection string of an existing PostgreSQL database (default: embedded)
          --app-connection S   connection string of the service's role there (default: role du_app is made)
          --no-demo            one empty district with the administrator district.admin
          --reset              drop the data of the embedded PostgreSQL first
          --help, help         this text; the dotnet command keeps --help to itself unless it follows --

        Environment: DU_DEMO_PASSWORD (password of every demo account, default: generated and kept),
                     DU_ADMIN_PASSWORD (of district.admin with --no-demo, default: generated and printed once).
        """;

    /// <summary>Reads the options; null when help was asked for.</summary>
    /// <exception cref="Failure">An option is unknown, lacks its value, or contradicts another.</exception>
    public static RunOptions? Read(string[] args)
    {
        var line = CommandLine.Of(args);
        if (line.AsksForHelp()) return null;
        var options = new RunOptions(
            ReadPort(line.Value("--port")), line.Value("--connection"), line.Value("--app-connection"),
            line.Flag("--no-demo"), line.Flag("--reset"));
        line.RefuseTheRest();
        if (options is { Reset: true, Connection: not null })
            throw new Failure("--reset drops only the embedded database: empty the database behind --connection with your own tools, or leave one of the two out.");
        if (options is { AppConnection: not null, Connection: null })
            throw new Failure("--app-connection belongs to --connection: name the owner's connection too, or leave it out.");
        return options;
    }

    private static int ReadPort(string? text)
    {
        if (text is null) return 5080;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is >= 1 and <= 65535
            ? port
            : throw new Failure($"--port {text} is no port: give a number from 1 to 65535.");
    }
}
