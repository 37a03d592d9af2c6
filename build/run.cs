#!/usr/bin/env dotnet
#:property GenerateDocumentationFile=true
#:package Npgsql
#:include Tools/*.cs

// The product on one command: PostgreSQL, migration, demo data, service; Ctrl-C stops what was started.
using System.Globalization;
using DistrictUnion.Build.Tools;

const int TopCount = 10;

return await Cli.RunAsync(async cancellationToken =>
{
    if (RunOptions.Read(args) is not { } options)
    {
        Console.WriteLine(RunOptions.Help);
        return 0;
    }

    var checkout = Checkout.Find();
    if (!LoopbackPort.IsFree(options.Port))
        throw new Failure($"Port {options.Port} is taken, perhaps by DistrictUnion already running: stop that program, or choose another port with --port.");

    await using var database = await ProductDatabase.OpenAsync(checkout, options, cancellationToken);
    var api = await ApiBuild.EnsureAsync(checkout, cancellationToken);
    var program = new ApiProgram(api, database);
    await program.RunAsync("Migrating the database", ["migrate"], variable: null, cancellationToken);
    var content = new ProductContent(checkout, database, program);
    var (password, isNew) = options.NoDemo
        ? await content.LoadEmptyAsync(api.Fingerprint, cancellationToken)
        : (await content.LoadDemoAsync(api.Fingerprint, cancellationToken), false);

    var log = Path.Combine(database.Folder, "service.log");
    try
    {
        await program.ServeAsync(
            options.Port, log,
            async address =>
            {
                if (password is not null) await PrintRankingAsync(address, password, cancellationToken);
                Console.WriteLine();
                Console.WriteLine($"DistrictUnion serves on {address.GetLeftPart(UriPartial.Authority)} (API page: /swagger, log: {log}).");
                if (options.NoDemo) PrintAdministrator(password, isNew);
                else PrintAccounts(password!);
                Console.WriteLine("Ctrl-C stops it.");
            },
            cancellationToken);
    }
    catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
    {
        Console.WriteLine("Stopped.");
    }

    return 0;
});

static async Task PrintRankingAsync(Uri address, string password, CancellationToken cancellationToken)
{
    using var client = new DistrictClient(address);
    if (!await client.SignInAsync("district.admin", password, cancellationToken))
        throw new Failure("district.admin can't sign in with this password: give the one of the first start (DU_DEMO_PASSWORD, with --no-demo DU_ADMIN_PASSWORD), or start over with --reset.");
    var rounds = await client.PublishedRoundsAsync(cancellationToken);
    if (rounds.Count == 0)
    {
        Console.WriteLine("No round has been published yet.");
        return;
    }

    // Rounds are listed by code, and codes begin with the year.
    var round = rounds[^1];
    Console.WriteLine();
    Console.WriteLine($"Ranking of {round.Name} ({round.Code}), top {TopCount}");
    Console.WriteLine("rank   total  school  zone    name");
    foreach (var item in await client.TopAsync(round.Code, TopCount, cancellationToken))
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{item.Rank,4}  {item.Total,6:0.00}  {item.School,-6}  {item.Zone,-6}  {item.Name}"));
}

static void PrintAccounts(string password) =>
    Console.WriteLine($"""
        Demo accounts, password {password}
          district.admin, district.officer, auditor    the district union of 滨湖区
          zone.east                                    a zone lead (zone.south, zone.west, zone.north, zone.centre)
          chair.p-001, clerk.p-001                     a school union (chair.<school>)
          branch.p-001-u1                              a branch (branch.<branch>)
          chengwan.district.admin                      another district, which sees nothing of the first
        """);

static void PrintAdministrator(string? password, bool isNew) =>
    Console.WriteLine((password, isNew) switch
    {
        ({ } shown, true) => $"Administrator district.admin, password {shown} (shown this once; change it after signing in).",
        (not null, false) => "Administrator district.admin, password as given in DU_ADMIN_PASSWORD.",
        _ => "Administrator district.admin, password as set at the first start.",
    });
