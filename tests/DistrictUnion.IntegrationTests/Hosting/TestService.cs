using System.Collections.Concurrent;
using System.Globalization;
using DistrictUnion.Api;
using DistrictUnion.Application.Ports;
using DistrictUnion.Infrastructure.Seeding;
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

/// <summary>The real service on Kestrel, on its own copy of the migrated database. One for each test class.</summary>
public class TestService : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly ConcurrentQueue<string> errors = new();
    private WebApplication? app;
    private TestServer? server;
    private string database = "";
    private int districts;

    /// <summary>The service's clock.</summary>
    public TestClock Clock { get; } = new();

    /// <summary>Stands in for the job engine where <see cref="RunsJobs"/> is false.</summary>
    public RecordingJobEngine Jobs { get; } = new();

    /// <summary>Services of the running product.</summary>
    public IServiceProvider Services => app!.Services;

    /// <summary>Where it listens.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1");

    /// <summary>Connection of the service's role.</summary>
    public virtual string AppConnection => server!.AppOf(database, PoolSize);

    /// <summary>Connection of the owner, past every wall.</summary>
    public string OwnerConnection => TestServer.OwnerOf(database);

    /// <summary>Where evidence is kept.</summary>
    public string EvidenceFolder { get; } = Directory.CreateTempSubdirectory("evidence-").FullName;

    /// <summary>Whether the real job engine runs.</summary>
    protected virtual bool RunsJobs => false;

    /// <summary>Connections of the service to the database.</summary>
    protected virtual int PoolSize => 20;

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        (server, database) = await TestServer.CopyAsync();
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Testing", ApplicationName = typeof(ServiceHost).Assembly.GetName().Name });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration["ConnectionStrings:App"] = AppConnection;
        builder.Configuration["Jobs:Enabled"] = RunsJobs ? "true" : "false";
        builder.Configuration["Evidence:Folder"] = EvidenceFolder;
        Prepare(builder.Configuration);
        foreach (var limit in new[] { "PerUser", "PerSchool", "PerDistrict" })
            builder.Configuration[$"Limits:{limit}"] = "1000000";
        builder.Services.AddSingleton<TimeProvider>(Clock);
        ServiceHost.AddServices(builder);
        if (!RunsJobs)
            builder.Services.AddSingleton<IJobEngine>(Jobs);

        // Hundreds of accounts are made; what a hash costs isn't tested here.
        builder.Services.Configure<PasswordHasherOptions>(o => o.IterationCount = 1_000);
        builder.Logging.ClearProviders().AddProvider(new ErrorLog(errors));
        Configure(builder);
        app = builder.Build();
        ServiceHost.Use(app);
        await app.StartAsync();
        Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
    }

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        if (app is not null)
        {
            await app.StopAsync();
            await app.DisposeAsync();
        }

        if (server is not null)
            await server.DropAsync(database);
        Directory.Delete(EvidenceFolder, recursive: true);
    }

    /// <summary>Sets the clock back and makes a district that has nothing but its administrator.</summary>
    public async Task<TestDistrict> FoundDistrictAsync()
    {
        Clock.Set(TestClock.Start);
        var code = string.Create(CultureInfo.InvariantCulture, $"d{Interlocked.Increment(ref districts)}");
        var founded = await new DistrictFounding(Services).FoundAsync(code, $"第{code}区", $"{code}.admin", UnionClient.Password, CancellationToken.None);
        Assert.Null(founded.Error);
        return new TestDistrict(this, code);
    }

    /// <summary>Somebody without a session.</summary>
    public UnionClient Anonymous() => new(this, null);

    /// <summary>Signs a user in.</summary>
    public async Task<UnionClient> SignInAsync(string userName, string password = UnionClient.Password)
    {
        var signedIn = await Anonymous().PostAsync("auth/login", new { userName, password });
        return new UnionClient(this, signedIn.Expect(200).Text("accessToken"));
    }

    /// <summary>A client of the service's address.</summary>
    public HttpClient NewHttpClient() => new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = Address, Timeout = Patience };

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
    public string ErrorsSoFar => string.Join('\n', errors);

    /// <summary>Sets what a class of tests needs before the service is put together.</summary>
    protected virtual void Prepare(ConfigurationManager configuration)
    {
    }

    /// <summary>Adds what a class of tests needs.</summary>
    protected virtual void Configure(WebApplicationBuilder builder)
    {
    }
}
