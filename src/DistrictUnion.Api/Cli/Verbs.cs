using System.Globalization;
using DistrictUnion.Api.Words;
using DistrictUnion.Domain.Common;
using DistrictUnion.Infrastructure.Care;
using DistrictUnion.Infrastructure.Jobs;
using DistrictUnion.Infrastructure.Persistence;
using DistrictUnion.Infrastructure.Seeding;
using Microsoft.OpenApi;
using Npgsql;
using Swashbuckle.AspNetCore.Swagger;

namespace DistrictUnion.Api.Cli;

/// <summary>Serves until it is told to stop.</summary>
internal static class ServeVerb
{
    public static async Task<int> RunAsync(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        ServiceHost.AddServices(builder);
        await using var app = builder.Build();
        ServiceHost.Use(app);
        await app.RunAsync();
        return 0;
    }
}

/// <summary>Brings the database to this version, as its owner.</summary>
internal static class MigrateVerb
{
    public static async Task<int> RunAsync()
    {
        var owner = Connections.Need("Owner");
        var app = Connections.Need(ServiceHost.AppConnection);
        await using (var context = DesignTime.PostgreSql(owner))
            await new PostgreSqlMigrator(context).MigrateAsync(app, CancellationToken.None);
        await QuartzStore.ProvisionAsync(owner, new NpgsqlConnectionStringBuilder(app).Username!, CancellationToken.None);
        Console.WriteLine("The database is up to date.");
        return 0;
    }
}

/// <summary>Loads calendars, schemes and the demo districts.</summary>
internal static class SeedVerb
{
    public static async Task<int> RunAsync(Options options)
    {
        var clock = new SeedClock();
        await using var services = Connections.Services(clock);
        var seeder = new Seeder(services, clock);
        var directory = options.Need("--seeds");
        var password = Environment.GetEnvironmentVariable(options.Has("--no-demo") ? "DU_ADMIN_PASSWORD" : "DU_DEMO_PASSWORD")
            ?? throw new VerbException(options.Has("--no-demo") ? "Set DU_ADMIN_PASSWORD." : "Set DU_DEMO_PASSWORD.");
        await seeder.LoadCalendarsAsync(Path.Combine(directory, "calendars"), CancellationToken.None);
        if (options.Has("--no-demo"))
            await seeder.LoadEmptyDistrictAsync(Path.Combine(directory, "schemes"), password, CancellationToken.None);
        else
            await seeder.LoadDemoAsync(directory, password, CancellationToken.None);
        Console.WriteLine("The seeds are loaded.");
        return 0;
    }
}

/// <summary>Makes a district with its administrator.</summary>
internal static class DistrictVerb
{
    public static async Task<int> AddAsync(string code, string name, Options options)
    {
        var admin = options.Need("--admin");
        var given = Environment.GetEnvironmentVariable("DU_ADMIN_PASSWORD");
        var password = given ?? Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(8));
        await using var services = Connections.Services(TimeProvider.System);
        var founded = await new DistrictFounding(services).FoundAsync(code, name, admin, password, CancellationToken.None);
        if (founded.Error is { } error)
            throw new VerbException(Sentence(error));
        Console.WriteLine(given is null
            ? $"District {code} is made; its administrator {admin} signs in with {password} (shown once)."
            : $"District {code} is made; its administrator {admin} signs in with the password of DU_ADMIN_PASSWORD.");
        return 0;
    }

    private static string Sentence(Error error)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
        var messages = new MessageCatalogue();
        return error is ValidationError validation
            ? string.Join(' ', validation.Fields.Select(f => $"{f.Path}: {messages.Format(f.Code, f.Arguments)}"))
            : messages.Format(error.Code, error.Arguments);
    }
}

/// <summary>Recomputes every open round of every district and compares.</summary>
internal static class RollupVerb
{
    public static async Task<int> RunAsync()
    {
        await using var services = Connections.Services(TimeProvider.System);
        var (rounds, differences) = await new RollupOfAll(services).RunAsync(CancellationToken.None);
        Console.WriteLine($"{rounds} open rounds recomputed, {differences} stored results differed.");
        return differences == 0 ? 0 : 3;
    }
}

/// <summary>Encrypts the care records of every district under the current key.</summary>
internal static class RekeyVerb
{
    public static async Task<int> RunAsync()
    {
        await using var services = Connections.Services(TimeProvider.System);
        var outcome = await new RekeyOfAll(services).RunAsync(CancellationToken.None);
        if (!outcome.IsSuccess)
            throw new VerbException("Set Care__KeyFile to the file of keys, the new one in its first line.");
        Console.WriteLine($"{outcome.Value.Renewed} care records encrypted anew.");
        if (outcome.Value.Unreadable.Count == 0)
            return 0;
        await Console.Error.WriteLineAsync($"{outcome.Value.Unreadable.Count} hold something that none of the keys opens: {string.Join(' ', outcome.Value.Unreadable)}");
        return 3;
    }
}

/// <summary>Writes the OpenAPI document without a database.</summary>
internal static class OpenApiVerb
{
    public static async Task<int> RunAsync(string file)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration["ConnectionStrings:App"] = "Host=127.0.0.1";
        builder.Configuration["Jobs:Enabled"] = "false";
        ServiceHost.AddServices(builder);
        builder.Logging.ClearProviders();
        await using var app = builder.Build();
        ServiceHost.Use(app);

        // Endpoints become known when the pipeline is built, which otherwise happens at the start.
        app.UseEndpoints(static _ => { });
        ((IApplicationBuilder)app).Build();
        await using var scope = app.Services.CreateAsyncScope();
        var document = await scope.ServiceProvider.GetRequiredService<IAsyncSwaggerProvider>().GetSwaggerAsync("v1");
        var text = await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_0, app.Lifetime.ApplicationStopping);
        await File.WriteAllTextAsync(file, text + "\n", app.Lifetime.ApplicationStopping);
        return 0;
    }
}

/// <summary>Connections and services of verbs that don't serve.</summary>
internal static class Connections
{
    public static string Need(string name) => Environment.GetEnvironmentVariable($"ConnectionStrings__{name}")
        ?? throw new VerbException($"Set ConnectionStrings__{name} to a PostgreSQL connection string.");

    public static ServiceProvider Services(TimeProvider clock) => ServiceHost.CommandServices(clock, Need(ServiceHost.AppConnection));
}
