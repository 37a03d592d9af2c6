using System.Globalization;
using DistrictUnion.Api;
using DistrictUnion.Application.Ports;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using Xunit;

namespace DistrictUnion.IntegrationTests.Hosting;

/// <summary>The real service on Kestrel, on its own copy of the migrated database. Classes of tests use it one after another, each with districts of its own.</summary>
public class TestService : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private RunningService? running;

    /// <summary>The service's clock.</summary>
    public TestClock Clock => running!.Clock;

    /// <summary>Stands in for the job engine where <see cref="RunsJobs"/> is false.</summary>
    public RecordingJobEngine Jobs => running!.Jobs;

    /// <summary>Services of the running product.</summary>
    public IServiceProvider Services => running!.App!.Services;

    /// <summary>Where it listens.</summary>
    public Uri Address => running!.Address;

    /// <summary>Connection of the service's role.</summary>
    public virtual string AppConnection => running!.Server!.AppOf(running.Database, PoolSize);

    /// <summary>Connection of the owner, past every wall.</summary>
    public string OwnerConnection => TestServer.OwnerOf(running!.Database);

    /// <summary>Where evidence is kept.</summary>
    public string EvidenceFolder => running!.EvidenceFolder;

    /// <summary>The keys by which fields are encrypted.</summary>
    public string KeyFile => running!.KeyFile;

    /// <summary>Whether classes may follow each other on one service. What differs from others of its type, or is broken on purpose, is used once.</summary>
    protected virtual bool IsShared => GetType() == typeof(TestService);

    /// <summary>Whether the real job engine runs.</summary>
    protected virtual bool RunsJobs => false;

    /// <summary>Connections of the service to the database.</summary>
    protected virtual int PoolSize => 20;

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        if (IsShared && ServicePool.Take(GetType()) is { } waiting)
            running = waiting;
        else
            await StartAsync();
    }

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        if (IsShared)
            await ServicePool.GiveBackAsync(GetType(), running);
        else if (running is not null)
            await running.StopAsync();
    }

    /// <summary>Sets the clock back and makes a district that has nothing but its administrator.</summary>
    public async Task<TestDistrict> FoundDistrictAsync()
    {
        Clock.Set(TestClock.Start);
        var code = string.Create(CultureInfo.InvariantCulture, $"d{running!.NextDistrict()}");
        return new TestDistrict(this, code, await DistrictSetup.FoundAsync(this, code, $"{code}.admin"));
    }

    /// <summary>Somebody without a session.</summary>
    public UnionClient Anonymous() => new(this, null);

    /// <summary>Signs a user in.</summary>
    public async Task<UnionClient> SignInAsync(string userName, string password = UnionClient.Password)
    {
        var signedIn = await Anonymous().PostAsync("auth/login", new { userName, password });
        return new UnionClient(this, signedIn.Expect(200).Text("accessToken"));
    }

    /// <summary>A client of the service's address; its connections are shared, as those of a proxy are.</summary>
    public HttpClient NewHttpClient() => new(running!.Connections, disposeHandler: false) { BaseAddress = Address, Timeout = Patience };

    /// <summary>Reads one value past every wall.</summary>
    public async Task<T> ReadAsync<T>(string sql, params object[] parameters)
    {
        await using var connection = new NpgsqlConnection(OwnerConnection);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var parameter in parameters)
            command.Parameters.Add(new NpgsqlParameter { Value = parameter });
        return (T)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>Changes something past every wall, behind the product's back.</summary>
    public async Task<int> ExecuteAsync(string sql, params object[] parameters)
    {
        await using var connection = new NpgsqlConnection(OwnerConnection);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var parameter in parameters)
            command.Parameters.Add(new NpgsqlParameter { Value = parameter });
        return await command.ExecuteNonQueryAsync();
    }

    /// <summary>What the service logged as errors so far.</summary>
    public string ErrorsSoFar => string.Join('\n', running!.Errors);

    /// <summary>Sets what a class of tests needs before the service is put together.</summary>
    protected virtual void Prepare(ConfigurationManager configuration)
    {
    }

    /// <summary>Adds what a class of tests needs.</summary>
    protected virtual void Configure(WebApplicationBuilder builder)
    {
    }

    private async Task StartAsync()
    {
        running = new RunningService();
        (running.Server, running.Database) = await TestServer.CopyAsync();
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Testing", ApplicationName = typeof(ServiceHost).Assembly.GetName().Name });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration["ConnectionStrings:App"] = AppConnection;
        builder.Configuration["Jobs:Enabled"] = RunsJobs ? "true" : "false";
        builder.Configuration["Evidence:Folder"] = EvidenceFolder;
        builder.Configuration["Care:KeyFile"] = KeyFile;
        Prepare(builder.Configuration);
        foreach (var limit in new[] { "PerUser", "PerSchool", "PerDistrict" })
            builder.Configuration[$"Limits:{limit}"] = "1000000";
        builder.Services.AddSingleton<TimeProvider>(Clock);
        ServiceHost.AddServices(builder);
        if (!RunsJobs)
            builder.Services.AddSingleton<IJobEngine>(Jobs);

        // Hundreds of accounts are made; what a hash costs isn't tested here.
        builder.Services.Configure<PasswordHasherOptions>(o => o.IterationCount = 1_000);
        builder.Logging.ClearProviders().AddProvider(new ErrorLog(running.Errors));
        Configure(builder);
        running.App = builder.Build();
        ServiceHost.Use(running.App);
        await running.App.StartAsync();
        running.Address = new Uri(Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
    }
}
