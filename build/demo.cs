#!/usr/bin/env dotnet
#:property GenerateDocumentationFile=true
#:package Npgsql
#:include Tools/*.cs
#:include Demo/*.cs

// Writes seeds/demo again, byte for byte the same as long as this program is; the CSV files are the data, and they are committed.
using DistrictUnion.Build.Demo;
using DistrictUnion.Build.Tools;

const string Help = """
    Usage: dotnet build/demo.cs [--check]
      writes seeds/demo/<district>/*.csv; with --check it only compares and exits with 1 when a file differs
    """;

return await Cli.RunAsync(async cancellationToken =>
{
    var line = CommandLine.Of(args);
    if (line.AsksForHelp())
    {
        Console.WriteLine(Help);
        return 0;
    }

    var onlyCompare = line.Flag("--check");
    line.RefuseTheRest();
    var checkout = Checkout.Find();
    var differing = 0;
    foreach (var district in new[] { DemoOrganisation.First(), DemoOrganisation.Second() })
    {
        var folder = Directory.CreateDirectory(checkout.PathOf("seeds", "demo", district.Code)).FullName;
        foreach (var table in DemoFiles.Of(district))
        {
            var file = Path.Combine(folder, table.Name);
            if (File.Exists(file) && (await File.ReadAllBytesAsync(file, cancellationToken)).SequenceEqual(table.Bytes)) continue;
            differing++;
            Console.WriteLine($"{Path.GetRelativePath(checkout.Root, file)} {(onlyCompare ? "differs" : "written")}");
            if (!onlyCompare) await File.WriteAllBytesAsync(file, table.Bytes, cancellationToken);
        }
    }

    if (differing == 0) Console.WriteLine("seeds/demo is up to date.");
    return onlyCompare && differing > 0 ? 1 : 0;
});
