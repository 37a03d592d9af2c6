#!/usr/bin/env dotnet
#:property GenerateDocumentationFile=true
#:package Npgsql
#:include Tools/*.cs

// The embedded PostgreSQL of this checkout by itself, for development: up, down, status.
using DistrictUnion.Build.Tools;

const string Help = """
    Usage: dotnet build/db.cs up | down | status
      up      fetches PostgreSQL when absent and starts it on a free loopback port; it stays up
      down    stops it; the data stays (dotnet build/run.cs --reset drops them)
      status  says whether it runs and where (exit code 3 when it does not)
    """;

return await Cli.RunAsync(async cancellationToken =>
{
    var line = CommandLine.Of(args);
    if (args.Length == 0 || line.AsksForHelp())
    {
        Console.WriteLine(Help);
        return 0;
    }

    var verb = line.Word();
    line.RefuseTheRest();
    var checkout = Checkout.Find();
    await using var exclusive = await checkout.LockAsync(cancellationToken);
    if (verb is not ("up" or "down" or "status")) throw new Failure($"Unknown verb {verb}: use up, down or status.");
    if (verb != "up" && !Directory.Exists(Path.Combine(checkout.Home, "product")))
    {
        Console.WriteLine("PostgreSQL has not been set up in this checkout.");
        return verb == "status" ? 3 : 0;
    }

    var server = new PostgresServer(await PostgresBinaries.InstallAsync(checkout, cancellationToken), checkout.HomeFolder("product"));
    switch (verb)
    {
        case "up":
            var started = await server.StartAsync(cancellationToken);
            Console.WriteLine($"PostgreSQL {(started ? "started" : "runs already")} on 127.0.0.1:{server.Settings.Port}.");
            Console.WriteLine($"Database districtunion, owner du_owner; the passwords lie in {checkout.HomeFolder("product")}.");
            return 0;
        case "down":
            await server.StopAsync();
            Console.WriteLine("PostgreSQL is stopped; its data are kept.");
            return 0;
        default:
            var runs = await server.IsRunningAsync(cancellationToken);
            Console.WriteLine(runs ? $"PostgreSQL runs on 127.0.0.1:{server.Settings.Port}." : "PostgreSQL does not run.");
            return runs ? 0 : 3;
    }
});
