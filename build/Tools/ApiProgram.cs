using System.Diagnostics;
using System.Globalization;
using System.Net;

namespace DistrictUnion.Build.Tools;

/// <summary>Runs the verbs of the service's program against one database.</summary>
internal sealed class ApiProgram(BuiltApi api, ProductDatabase database)
{
    private static readonly TimeSpan ReadyPatience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(20);

    /// <summary>Runs a verb to its end and prints what it says.</summary>
    /// <param name="purpose">Completes the sentence "… failed" of a refusal.</param>
    /// <param name="arguments">Verb and its arguments.</param>
    /// <param name="variable">An environment variable for it, such as a password; null for none.</param>
    /// <param name="cancellationToken">Cancels by ending the verb.</param>
    /// <exception cref="Failure">The verb ended with an error.</exception>
    public async Task RunAsync(
        string purpose, string[] arguments, (string Name, string? Value)? variable, CancellationToken cancellationToken)
    {
        var result = await Programs.RunAsync(Describe(arguments, variable), cancellationToken);
        var sentence = SentenceOf(result);
        if (result.ExitCode != 0) throw new Failure($"{purpose} failed: {sentence}");
        if (sentence.Length > 0) Console.WriteLine(sentence);
    }

    /// <summary>Starts the service, waits until it is ready, tells so, and serves until it is asked to stop.</summary>
    /// <param name="port">Loopback port.</param>
    /// <param name="logFile">File that takes its log.</param>
    /// <param name="whenReady">Work to be done once it is ready.</param>
    /// <param name="cancellationToken">Ends the service.</param>
    /// <exception cref="Failure">It doesn't become ready, or ends by itself.</exception>
    public async Task ServeAsync(int port, string logFile, Func<Uri, Task> whenReady, CancellationToken cancellationToken)
    {
        var address = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"));
        var start = Describe(["serve", "--urls", address.GetLeftPart(UriPartial.Authority)], variable: null);
        start.Environment.Remove(Programs.WatchesItself);
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        await using var log = TextWriter.Synchronized(new StreamWriter(logFile) { AutoFlush = true });
        using var service = Programs.Start(start);
        service.OutputDataReceived += (_, line) => log.WriteLine(line.Data);
        service.ErrorDataReceived += (_, line) => log.WriteLine(line.Data);
        service.BeginOutputReadLine();
        service.BeginErrorReadLine();
        try
        {
            await WaitUntilReadyAsync(service, address, logFile, cancellationToken);
            await whenReady(address);
            await service.WaitForExitAsync(cancellationToken);
            throw new Failure($"The service ended by itself (exit code {service.ExitCode}): see {logFile}.");
        }
        finally
        {
            await Programs.StopAsync(service, StopPatience);
        }
    }

    private static async Task WaitUntilReadyAsync(Process service, Uri address, string logFile, CancellationToken cancellationToken)
    {
        using var client = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromSeconds(5) };
        var patience = Stopwatch.StartNew();
        while (!await IsReadyAsync(client, cancellationToken))
        {
            if (service.HasExited) throw new Failure($"The service does not start (exit code {service.ExitCode}): see {logFile}.");
            if (patience.Elapsed > ReadyPatience)
                throw new Failure($"The service did not become ready in {ReadyPatience.TotalSeconds:0} s: see {logFile}.");
            await Task.Delay(TimeSpan.FromMilliseconds(100), cancellationToken);
        }
    }

    private static async Task<bool> IsReadyAsync(HttpClient client, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await client.GetAsync(new Uri("/health/ready", UriKind.Relative), cancellationToken);
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
        catch (TaskCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    private ProcessStartInfo Describe(string[] arguments, (string Name, string? Value)? variable)
    {
        var start = Programs.DotNet(Path.GetDirectoryName(api.Assembly)!, [api.Assembly, .. arguments]);
        start.Environment["ConnectionStrings__Owner"] = database.OwnerConnection;
        start.Environment["ConnectionStrings__App"] = database.AppConnection;
        start.Environment["Evidence__Folder"] = Path.Combine(database.Folder, "evidence");
        start.Environment["Care__KeyFile"] = FieldKeyFile.Ensure(database.Folder);
        if (variable is var (name, value)) start.Environment[name] = value;

        // The owner's password is for migrating only; the service never learns it.
        if (arguments[0] == "serve") start.Environment.Remove("ConnectionStrings__Owner");
        return start;
    }

    // Log lines are JSON; frames of a stack trace say nothing to the person at the keyboard.
    private static string SentenceOf(ProgramResult result) =>
        result.Output.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .LastOrDefault(line => !line.StartsWith('{') && !line.StartsWith("at ", StringComparison.Ordinal)) ?? "";
}
