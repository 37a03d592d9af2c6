#!/usr/bin/env dotnet
#:property GenerateDocumentationFile=true
#:package Npgsql
#:include Tools/*.cs

// What a change must pass before its tests: build without warnings, format, and no drift of what is generated.
using System.Diagnostics;
using DistrictUnion.Build.Tools;

const string Help = """
    Usage: dotnet build/check.cs [--fix]
      format      dotnet format finds nothing to change
      pages       the pages build
      build       DistrictUnion.sln builds without a warning
      openapi     src/DistrictUnion.Api/openapi.json is what the service publishes
      types       src/DistrictUnion.Web/src/api/schema.ts is what openapi.json says
      migrations  only the last migration keeps the model it was made for
      --fix       repairs format, openapi and types
    """;

return await Cli.RunAsync(async cancellationToken =>
{
    var line = CommandLine.Of(args);
    if (line.AsksForHelp())
    {
        Console.WriteLine(Help);
        return 0;
    }

    var fix = line.Flag("--fix");
    line.RefuseTheRest();
    var checks = new SourceChecks(Checkout.Find(), fix);

    // A repair changes sources, which are then built; what only looks runs beside the build. The last two look at what was built.
    var pages = TimeAsync(checks.PagesAsync, cancellationToken);
    var format = TimeAsync(checks.FormatAsync, cancellationToken);
    if (fix) await format;
    var build = TimeAsync(checks.BuildAsync, cancellationToken);
    var passed = Report("format", await format);
    passed &= Report("pages", await pages);
    passed &= Report("migrations", await TimeAsync(checks.OlderModelsAsync, cancellationToken));
    var built = Report("build", await build);
    if (built)
    {
        // A repair of the types follows the repaired document; what only looks looks at the committed one.
        var openApi = TimeAsync(checks.OpenApiAsync, cancellationToken);
        if (fix) await openApi;
        var types = TimeAsync(checks.TypesAsync, cancellationToken);
        passed &= Report("openapi", await openApi);
        passed &= Report("types", await types);
    }
    else
    {
        Console.WriteLine("openapi, types: not checked, they need a build");
    }

    return passed && built ? 0 : 1;
});

static async Task<(CheckResult Result, TimeSpan Took)> TimeAsync(Func<CancellationToken, Task<CheckResult>> check, CancellationToken cancellationToken)
{
    var watch = Stopwatch.StartNew();
    return (await check(cancellationToken), watch.Elapsed);
}

static bool Report(string name, (CheckResult Result, TimeSpan Took) check)
{
    var (result, took) = check;
    foreach (var detail in result.Details) Console.WriteLine($"  {detail}");
    Console.WriteLine($"{name}: {(result.Passed ? result.Sentence : $"FAILED: {result.Sentence}")} ({took.TotalSeconds:0} s)");
    return result.Passed;
}
