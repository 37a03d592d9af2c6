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
      migrations  the PostgreSQL migrations are those of the model
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

    // Format first: it changes sources, which are then built; the last two look at what was built. The pages need none of it.
    var pages = checks.PagesAsync(cancellationToken);
    var passed = await ReportAsync("format", checks.FormatAsync, cancellationToken);
    passed &= await ReportAsync("pages", _ => pages, cancellationToken);
    var built = await ReportAsync("build", checks.BuildAsync, cancellationToken);
    if (built)
    {
        passed &= await ReportAsync("openapi", checks.OpenApiAsync, cancellationToken);
        passed &= await ReportAsync("types", checks.TypesAsync, cancellationToken);
        passed &= await ReportAsync("migrations", checks.MigrationsAsync, cancellationToken);
    }
    else
    {
        Console.WriteLine("openapi, migrations: not checked, they need a build");
    }

    return passed && built ? 0 : 1;
});

static async Task<bool> ReportAsync(string name, Func<CancellationToken, Task<CheckResult>> check, CancellationToken cancellationToken)
{
    var watch = Stopwatch.StartNew();
    var result = await check(cancellationToken);
    foreach (var detail in result.Details) Console.WriteLine($"  {detail}");
    Console.WriteLine($"{name}: {(result.Passed ? result.Sentence : $"FAILED: {result.Sentence}")} ({watch.Elapsed.TotalSeconds:0} s)");
    return result.Passed;
}
