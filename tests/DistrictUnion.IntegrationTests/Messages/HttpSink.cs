using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DistrictUnion.IntegrationTests.Messages;

/// <summary>A request that came.</summary>
/// <param name="Path">Path and query.</param>
/// <param name="Body">Body.</param>
/// <param name="Headers">Headers.</param>
internal sealed record ReceivedRequest(string Path, string Body, IReadOnlyDictionary<string, string> Headers);

/// <summary>Another system on the loopback that notes what it is sent and answers as it is told.</summary>
internal sealed class HttpSink : IAsyncDisposable
{
    private readonly WebApplication app;

    private HttpSink(WebApplication app) => this.app = app;

    /// <summary>Where it listens.</summary>
    public string Address { get; private set; } = "";

    /// <summary>Requests in the order they came.</summary>
    public ConcurrentQueue<ReceivedRequest> Requests { get; } = new();

    /// <summary>What it answers.</summary>
    public (int Status, string Body) Answer { get; set; } = (200, """{"errcode":0,"errmsg":"ok"}""");

    /// <summary>Starts one.</summary>
    public static async Task<HttpSink> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var sink = new HttpSink(builder.Build());
        sink.app.Run(sink.TakeAsync);
        await sink.app.StartAsync();
        sink.Address = sink.app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        return sink;
    }

    /// <summary>Forgets what came.</summary>
    public void Clear() => Requests.Clear();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync(context.RequestAborted);
        Requests.Enqueue(new ReceivedRequest(
            context.Request.Path + context.Request.QueryString.Value, body, context.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase)));
        context.Response.StatusCode = Answer.Status;
        await context.Response.WriteAsync(Answer.Body, context.RequestAborted);
    }
}
