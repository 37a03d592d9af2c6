using System.Text;
using System.Text.Json;
using DistrictUnion.Application.Jobs;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Jobs;
using MediatR;
using Microsoft.Extensions.Options;

namespace DistrictUnion.Api.Http;

/// <summary>Tells a job's progress as server-sent events until it has ended: one event whenever something changed.</summary>
public sealed class JobEvents(IServiceScopeFactory scopes, TimeProvider clock, IOptions<Microsoft.AspNetCore.Http.Json.JsonOptions> json)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);

    /// <summary>A comment line keeps proxies from closing a quiet connection.</summary>
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(15);

    /// <summary>Writes the events of a job that the caller may see.</summary>
    public async Task WriteAsync(HttpContext http, JobId job, Application.Ports.Caller caller)
    {
        var cancel = http.RequestAborted;
        http.Response.ContentType = "text/event-stream; charset=utf-8";
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["X-Accel-Buffering"] = "no";
        var last = "";
        var spoken = clock.GetTimestamp();
        while (!cancel.IsCancellationRequested)
        {
            var view = await ReadAsync(job, caller, cancel);
            var text = JsonSerializer.Serialize(view, json.Value.SerializerOptions);
            if (text != last)
            {
                await http.Response.WriteAsync($"event: progress\ndata: {text}\n\n", Encoding.UTF8, cancel);
                await http.Response.Body.FlushAsync(cancel);
                (last, spoken) = (text, clock.GetTimestamp());
            }
            else if (clock.GetElapsedTime(spoken) > Silence)
            {
                await http.Response.WriteAsync(": waiting\n\n", Encoding.UTF8, cancel);
                await http.Response.Body.FlushAsync(cancel);
                spoken = clock.GetTimestamp();
            }

            if (view.State is not (JobState.Queued or JobState.Running))
                return;
            await Task.Delay(Pause, cancel);
        }
    }

    /// <summary>Each look has its own scope, so that no connection to the database is held between looks.</summary>
    private async Task<JobView> ReadAsync(JobId job, Application.Ports.Caller caller, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Application.Ports.ITenantContext>().Enter(caller);
        return (await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new GetJob(job), cancellationToken)).Value;
    }
}
