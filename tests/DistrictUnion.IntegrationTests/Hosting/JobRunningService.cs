using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace DistrictUnion.IntegrationTests.Hosting;

/// <summary>A service that runs each job at once, before the request that queued it is answered.</summary>
public class JobRunningService : TestService
{
    /// <inheritdoc/>
    protected override bool RunsJobs => true;

    /// <inheritdoc/>
    protected override void Configure(WebApplicationBuilder builder) => builder.Services.AddSingleton<IJobEngine, Engine>();

    private sealed class Engine(IJobRunner runner) : IJobEngine
    {
        public Task EnqueueAsync(DistrictId district, JobId job, CancellationToken cancellationToken) => runner.RunAsync(district, job, cancellationToken);

        public Task UpsertRecurringAsync(RecurringJob job, CancellationToken cancellationToken) => Task.CompletedTask;

        public Task TriggerAsync(string recurringJobId, CancellationToken cancellationToken) => Task.CompletedTask;
    }
}

/// <summary>A service whose runner is driven by the test; its engine only notes what it is asked to run.</summary>
public sealed class HandRunService : TestService
{
    /// <inheritdoc/>
    protected override bool RunsJobs => true;

    /// <inheritdoc/>
    protected override void Configure(WebApplicationBuilder builder) => builder.Services.AddSingleton<IJobEngine>(Jobs);
}

/// <summary>A service with the real job engine on the real clock: the engine's triggers would never be due on one that stands.</summary>
public sealed class RealTimeService : TestService
{
    /// <inheritdoc/>
    protected override bool RunsJobs => true;

    /// <inheritdoc/>
    protected override void Configure(WebApplicationBuilder builder) => builder.Services.AddSingleton(TimeProvider.System);
}
