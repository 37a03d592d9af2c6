using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using DistrictUnion.Api;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace DistrictUnion.Benchmarks;

/// <summary>The real service on loopback, without its schedule and with its request limits raised.</summary>
internal sealed class BenchmarkService : IAsyncDisposable
{
    private readonly WebApplication app;

    private BenchmarkService(WebApplication app) => this.app = app;

    public static async Task<BenchmarkService> StartAsync(BenchmarkDatabase database)
    {
        var builder = WebApplication.CreateBuilder(["--urls", "http://127.0.0.1:0"]);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["ConnectionStrings:App"] = database.App,
            ["Jobs:Enabled"] = "false",
            ["Limits:PerUser"] = "10000000",
            ["Limits:PerSchool"] = "10000000",
            ["Limits:PerDistrict"] = "10000000",
        });
        ServiceHost.AddServices(builder);
        builder.Logging.ClearProviders();
        var service = builder.Build();
        ServiceHost.Use(service);
        await service.StartAsync(service.Lifetime.ApplicationStopping);
        return new BenchmarkService(service);
    }

    /// <summary>A client of one writer.</summary>
    public HttpClient ClientOf(int writer)
    {
        var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Fixture.TokenOf(writer));
        return client;
    }

    /// <summary>Changes one fact of a school; milliseconds until the answer.</summary>
    public static async Task<double> WriteAsync(HttpClient client, int school, int value)
    {
        var started = TimeProvider.System.GetTimestamp();
        using var body = new StringContent(
            string.Create(CultureInfo.InvariantCulture, $$"""[{"school":"s{{school}}","fact":"s{{value % 10}}","value":{{value % 1000}}}]"""), Encoding.UTF8, "application/json");
        using var response = await client.PostAsync(new Uri($"/api/v1/rounds/{Fixture.Round}/facts/import", UriKind.Relative), body);
        response.EnsureSuccessStatusCode();
        return TimeProvider.System.GetElapsedTime(started).TotalMilliseconds;
    }

    /// <summary>Reads the first page of the ranking; milliseconds until the answer.</summary>
    public static async Task<double> ReadRankingAsync(HttpClient client)
    {
        var started = TimeProvider.System.GetTimestamp();
        using var response = await client.GetAsync(new Uri($"/api/v1/rounds/{Fixture.Round}/ranking?pageSize=50", UriKind.Relative));
        response.EnsureSuccessStatusCode();
        await response.Content.ReadAsByteArrayAsync();
        return TimeProvider.System.GetElapsedTime(started).TotalMilliseconds;
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();
}
