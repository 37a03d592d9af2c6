using System.Diagnostics;
using System.Text.Json;

namespace DistrictUnion.Build.Tools;

/// <summary>The sources of the pages with their own tests and generated types; the build of the API has installed what they need.</summary>
internal sealed class WebApplication(Checkout checkout)
{
    /// <summary>Name in the report of a test run.</summary>
    public const string Project = "DistrictUnion.Web";

    private string Folder => checkout.PathOf("src", Project);

    /// <summary>Runs the component tests.</summary>
    /// <param name="report">File for their results.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    public async Task<TestResults> TestAsync(string report, CancellationToken cancellationToken)
    {
        File.Delete(report);
        var run = await NpmAsync(["run", "test", "--silent", "--", "--reporter=json", $"--outputFile={report}"], cancellationToken);
        if (!File.Exists(report)) return new(new(Passed: 0, Failed: 1, Skipped: 0), [new(Project, run.LastLine)]);
        using var document = JsonDocument.Parse(await File.ReadAllTextAsync(report, cancellationToken));
        var root = document.RootElement;
        int Count(string name) => root.GetProperty(name).GetInt32();
        var failures = root.GetProperty("testResults").EnumerateArray().SelectMany(file => file.GetProperty("assertionResults").EnumerateArray())
            .Where(test => test.GetProperty("status").GetString() == "failed")
            .Select(test => new FailedTest(
                test.GetProperty("fullName").GetString()!, string.Join('\n', test.GetProperty("failureMessages").EnumerateArray().Select(m => m.GetString()))))
            .ToList();

        // A file that doesn't even load has no test that failed.
        var failed = Math.Max(Count("numFailedTests"), run.ExitCode == 0 ? 0 : 1);
        return new(new(Count("numPassedTests"), failed, Count("numPendingTests")), failures);
    }

    /// <summary>The generated types against the committed OpenAPI document.</summary>
    public async Task<CheckResult> TypesAsync(bool fix, CancellationToken cancellationToken)
    {
        var result = await NpmAsync(["run", fix ? "types" : "types:check", "--silent"], cancellationToken);
        return result.ExitCode == 0 ? CheckResult.Ok() : CheckResult.Failed("run `dotnet build/check.cs --fix` and commit", result.LastLine);
    }

    private Task<ProgramResult> NpmAsync(string[] words, CancellationToken cancellationToken) =>
        Programs.RunAsync(new ProcessStartInfo(OperatingSystem.IsWindows() ? "npm.cmd" : "npm", words) { WorkingDirectory = Folder }, cancellationToken);
}
