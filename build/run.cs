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
    await new ProductSchema(database, program).MigrateAsync(api.Fingerprint, cancellationToken);
    var content = new ProductContent(checkout, database, program);
    var log = Path.Combine(database.Folder, "service.log");
    Func<Uri, Task> introduce;
    if (options.NoDemo)
    {
        var administrator = await content.LoadEmptyAsync(api.Fingerprint, cancellationToken);
        introduce = address => IntroduceEmptyAsync(address, log, administrator, cancellationToken);
    }
    else
    {
        var password = await content.LoadDemoAsync(api.Fingerprint, cancellationToken);
        introduce = address => IntroduceDemoAsync(address, log, password, cancellationToken);
    }

    try
    {
        await program.ServeAsync(options.Port, log, introduce, cancellationToken);
    }
    catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
    {
        Console.WriteLine("Stopped.");
    }

    return 0;
});

static async Task IntroduceDemoAsync(Uri address, string log, string password, CancellationToken cancellationToken)
{
    using var client = new DistrictClient(address);
    if (!await client.SignInAsync("district.admin", password, cancellationToken))
        throw new Failure("district.admin can't sign in: set DU_DEMO_PASSWORD to the password of the first start, or start over with --reset.");
    await PrintRankingAsync(client, cancellationToken);
    PrintAddress(address, log);
    Console.WriteLine($"""
        Demo accounts, password {password}
          district.admin, district.officer, district.approver, auditor    the district union of 滨湖区
          zone.east                                    a zone lead (zone.south, zone.west, zone.north, zone.centre)
          chair.p-001, clerk.p-001                     a school union (chair.<school>)
          branch.p-001-u1                              a branch (branch.<branch>)
          chengwan.district.admin                      another district, which sees nothing of the first
        Ctrl-C stops it.
        """);
}

static async Task IntroduceEmptyAsync(Uri address, string log, AdministratorPassword administrator, CancellationToken cancellationToken)
{
    using var client = new DistrictClient(address);
    var holds = administrator.Text is { } password && await client.SignInAsync("district.admin", password, cancellationToken);
    if (administrator is { Text: not null, IsGenerated: false } && !holds)
        throw new Failure("district.admin can't sign in with DU_ADMIN_PASSWORD: give the password of the first start, or leave the variable out.");
    PrintAddress(address, log);
    Console.WriteLine((holds, administrator.IsGenerated) switch
    {
        (true, true) => $"Administrator district.admin, password {administrator.Text} (shown this once; change it after signing in).",
        (true, false) => "Administrator district.admin, password as given in DU_ADMIN_PASSWORD.",
        _ => "Administrator district.admin, password as set at the first start.",
    });
    Console.WriteLine("Ctrl-C stops it.");
}

static async Task PrintRankingAsync(DistrictClient client, CancellationToken cancellationToken)
{
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
    {
        var figures = string.Create(CultureInfo.InvariantCulture, $"{item.Rank,4}  {item.Total,6:0.00}");
        Console.WriteLine($"{figures}  {item.School,-6}  {item.Zone,-6}  {item.Name}");
    }
}

static void PrintAddress(Uri address, string log)
{
    Console.WriteLine();
    Console.WriteLine($"DistrictUnion serves on {address.GetLeftPart(UriPartial.Authority)} (API page: /swagger, log: {log}).");
}
