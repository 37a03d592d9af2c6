#!/usr/bin/env dotnet
#:property GenerateDocumentationFile=true
#:package Npgsql
#:include Tools/*.cs

// All tests on one command, on a database of their own, beside a running product.
using System.Diagnostics;
using DistrictUnion.Build.Tools;

const string Help = """
    Usage: dotnet build/test.cs [project] [--filter EXPRESSION] [--built]
      project    part of a project's name, such as Unit; default: all
      --filter   passed on to dotnet test, such as FullyQualifiedName~Ranking
      --built    tests what dotnet build/check.cs has just built, and gives it its pages only
    Environment: CHROMIUM, a browser (default: Debian's, installed when this runs as root); SCREENSHOTS, a folder for pictures of the pages; TEST_POSTGRES, connection string of a role that may make databases and roles (default: an own server).
    """;

return await Cli.RunAsync(async cancellationToken =>
{
    var line = CommandLine.Of(args);
    if (line.AsksForHelp())
    {
        Console.WriteLine(Help);
        return 0;
    }

    var filter = line.Value("--filter");
    var isBuilt = line.Flag("--built");
    var wanted = line.Word();
    line.RefuseTheRest();

    var checkout = Checkout.Find();
    var projects = TestProjects(checkout)
        .Where(name => wanted is null || name.Contains(wanted, StringComparison.OrdinalIgnoreCase))
        .ToList();
    var withPages = WebApplication.Project.Contains(wanted ?? "", StringComparison.OrdinalIgnoreCase) && filter is null;
    if (projects.Count == 0 && !withPages)
        throw new Failure($"No test project is called {wanted}: use one of {string.Join(", ", TestProjects(checkout))}.");

    // A new machine fetches what the tests need while it builds. Without a database the build is ended; an installation of packages isn't broken off.
    using var building = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
    var prepared = Task.WhenAll(
        BuildAsync(checkout, isBuilt, building.Token), projects.Exists(name => !IsOfUnits(name)) ? Browser.EnsureAsync(cancellationToken) : Task.CompletedTask);
    TestCounts sum;
    try
    {
        await using var database = await TestDatabase.OpenAsync(checkout, cancellationToken);
        await prepared;
        sum = await RunAllAsync(checkout, projects, withPages, filter, database, cancellationToken);
    }
    finally
    {
        await building.CancelAsync();
        await prepared.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    Console.WriteLine(sum);
    return sum is { Failed: 0, Passed: > 0 } ? 0 : 1;
});

// They run beside each other and fill each other's pauses; those of units are done first, and what fails there explains the rest.
static async Task<TestCounts> RunAllAsync(
    Checkout checkout, IReadOnlyList<string> projects, bool withPages, string? filter, TestDatabase database, CancellationToken cancellationToken)
{
    var results = Directory.CreateDirectory(checkout.PathOf("TestResults")).FullName;
    var pages = withPages ? new WebApplication(checkout).TestAsync(Path.Combine(results, "web.json"), cancellationToken) : null;
    List<Task<Func<TestCounts>>> running = [.. projects.Select(project => RunAsync(checkout, project, filter, results, database, cancellationToken))];
    var sum = TestCounts.None;
    if (pages is not null)
        sum = sum.Plus(Report(WebApplication.Project, await pages, watch: null));
    await foreach (var finished in Task.WhenEach(running))
        sum = sum.Plus((await finished)());
    return sum;
}

static IEnumerable<string> TestProjects(Checkout checkout) =>
    Directory.EnumerateFiles(checkout.PathOf("tests"), "*Tests.csproj", SearchOption.AllDirectories).Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal);

static bool IsOfUnits(string project) => project.EndsWith("UnitTests", StringComparison.Ordinal);

static async Task BuildAsync(Checkout checkout, bool isBuilt, CancellationToken cancellationToken)
{
    if (!isBuilt)
        Console.WriteLine("Building the solution …");

    // The checks build the solution beside its pages: they are brought to the tests that look at them.
    var result = isBuilt
        ? await DotNetBuild.RunAsync(checkout, "tests/DistrictUnion.IntegrationTests", ["-c", "Debug", "--no-restore", "-p:BuildProjectReferences=false"], cancellationToken)
        : await DotNetBuild.RunAsync(checkout, "DistrictUnion.sln", ["-c", "Debug"], cancellationToken);
    if (result.ExitCode == 0) return;
    foreach (var error in result.Errors) Console.WriteLine(error);
    throw new Failure("The solution doesn't build: mend what is listed above.");
}

// Runs a project and leaves its report for later, so that reports of projects that run beside each other don't mix.
static async Task<Func<TestCounts>> RunAsync(
    Checkout checkout, string project, string? filter, string results, TestDatabase database, CancellationToken cancellationToken)
{
    var trx = Path.Combine(results, $"{project}.trx");
    File.Delete(trx);
    var watch = Stopwatch.StartNew();
    List<string> words = ["test", checkout.PathOf("tests", project), "--no-build", "-c", "Debug"];
    words.AddRange(["--results-directory", results, "--logger", $"trx;LogFileName={project}.trx"]);
    if (filter is not null) words.AddRange(["--filter", filter]);
    var start = Programs.DotNet(checkout.Root, words);
    start.Environment["TEST_POSTGRES"] = database.Connection;
    var run = await Programs.RunAsync(start, cancellationToken);
    if (TestResults.Read(trx) is not { } read || (run.ExitCode != 0 && read.Counts.Failed == 0))
    {
        return () =>
        {
            Console.WriteLine($"{project}: did not finish (exit code {run.ExitCode})");
            Console.WriteLine(run.Output.TrimEnd());

            // Nobody knows what the rest would have said, so the closing line must not look clean.
            return new(Passed: 0, Failed: 1, Skipped: 0);
        };
    }

    watch.Stop();
    return () => Report(project, read, watch);
}

static TestCounts Report(string project, TestResults read, Stopwatch? watch)
{
    Console.WriteLine(watch is null ? $"{project}: {read.Counts}" : $"{project}: {read.Counts} ({watch.Elapsed.TotalSeconds:0} s)");
    foreach (var failed in read.Failures) Console.WriteLine($"  FAILED {failed.Name}\n    {failed.Message.ReplaceLineEndings("\n    ")}");
    return read.Counts;
}
