using System.ComponentModel;
using System.Diagnostics;

namespace DistrictUnion.Build.Tools;

/// <summary>What a finished program left: exit code and everything it wrote.</summary>
internal sealed record ProgramResult(int ExitCode, string Output)
{
    /// <summary>The last line that says something; the best single line of an unknown program's complaint.</summary>
    public string LastLine =>
        Output.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).LastOrDefault() ?? "";

    /// <summary>The first line that names an error; empty when nothing was written.</summary>
    public string FirstError => Errors is [var first, ..] ? first : "";

    /// <summary>The lines of a build that name an error, each once; MSBuild repeats them. All of it when no line does.</summary>
    public IReadOnlyList<string> Errors
    {
        get
        {
            var lines = Output.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            var errors = lines.Where(line => line.Contains(": error ", StringComparison.Ordinal)).Distinct(StringComparer.Ordinal).ToList();
            return errors.Count > 0 ? errors : lines;
        }
    }
}

/// <summary>Starts other programs, waits for them, and never leaves one behind.</summary>
internal static class Programs
{
    /// <summary>Variable by which .NET programs are told whether they watch what runs often in order to compile it again; what serves for days leaves it alone.</summary>
    public const string WatchesItself = "DOTNET_TieredPGO";

    /// <summary>Runs a program to its end.</summary>
    /// <param name="start">What to run; its output is captured here.</param>
    /// <param name="cancellationToken">Cancels by killing the program with its children.</param>
    /// <exception cref="Failure">The program is not installed.</exception>
    public static async Task<ProgramResult> RunAsync(ProcessStartInfo start, CancellationToken cancellationToken)
    {
        start.RedirectStandardOutput = start.RedirectStandardError = start.RedirectStandardInput = true;
        using var process = Start(start);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        try
        {
            await process.WaitForExitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        return new(process.ExitCode, await output + await errors);
    }

    /// <summary>Starts a program that runs on.</summary>
    /// <exception cref="Failure">The program is not installed.</exception>
    public static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start) ?? throw new Failure($"{start.FileName} did not start; check that it is installed.");
        }
        catch (Win32Exception absent)
        {
            throw new Failure(Missing(start.FileName), absent);
        }
    }

    /// <summary>Asks a program to end, and kills it when it does not within the time given.</summary>
    public static async Task StopAsync(Process process, TimeSpan patience)
    {
        if (process.HasExited) return;
        if (!OperatingSystem.IsWindows()) await TerminateAsync(process.Id);
        using var limit = new CancellationTokenSource(OperatingSystem.IsWindows() ? TimeSpan.Zero : patience);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
        }
    }

    /// <summary>The .NET host with arguments; what the surrounding <c>dotnet run</c> left in the environment stays out.</summary>
    public static ProcessStartInfo DotNet(string workingDirectory, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = workingDirectory };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBuild", StringComparison.OrdinalIgnoreCase)).ToList())
            start.Environment.Remove(name);

        // Build servers would outlive the program that started them.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";

        // A compiler that runs for a minute never earns back what is spent on watching itself: without it a build takes a third less.
        start.Environment[WatchesItself] = "0";
        return start;
    }

    // .NET can only kill; a shell's built-in sends the signal on which the service shuts down in order.
    private static async Task TerminateAsync(int processId)
    {
        var start = new ProcessStartInfo("/bin/sh", ["-c", "kill -TERM \"$1\"", "sh", processId.ToString(provider: null)]);
        await RunAsync(start, CancellationToken.None);
    }

    private static string Missing(string program) => Path.GetFileNameWithoutExtension(program) switch
    {
        "npm" or "node" => "npm is missing: install Node.js 20 or later, then run this again.",
        "dotnet" => "dotnet is missing from the path: install the .NET 10 SDK, then run this again.",
        var name => $"The program {name} can't be started; install it or check its permissions, then run this again.",
    };
}
