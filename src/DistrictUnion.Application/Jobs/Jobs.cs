using System.Text.Json;
using DistrictUnion.Application.Common;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Jobs;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Jobs;

/// <summary>How far a job is.</summary>
public sealed record JobProgressView(int Done, int Total);

/// <summary>A job as others see it.</summary>
public sealed record JobView(
    JobId Id,
    string Kind,
    JobState State,
    JobProgressView Progress,
    string? Error,
    JsonElement? Result,
    DateTimeOffset QueuedAt,
    DateTimeOffset? StartedAt,
    DateTimeOffset? EndedAt)
{
    internal static JobView Of(Job job) => new(
        job.Id,
        job.Kind,
        job.State,
        new JobProgressView(job.Done, job.Total),
        job.Error,
        job.Outcome is { } outcome ? JsonElement.Parse(outcome) : null,
        BusinessTime.Local(job.QueuedAt),
        job.StartedAt is { } started ? BusinessTime.Local(started) : null,
        job.EndedAt is { } ended ? BusinessTime.Local(ended) : null);
}

/// <summary>One job.</summary>
public sealed record GetJob(JobId Job) : IQuery<JobView>;

internal sealed class GetJobHandler(IUnionDb db) : IHandler<GetJob, JobView>
{
    public async Task<Result<JobView>> Handle(GetJob request, CancellationToken cancellationToken) =>
        JobView.Of(await db.Jobs.AsNoTracking().SingleAsync(j => j.Id == request.Job, cancellationToken));
}

/// <summary>Asks a job to stop.</summary>
public sealed record CancelJob(JobId Job) : ICommand<Nothing>;

internal sealed class CancelJobValidator : AbstractValidator<CancelJob>
{
    public CancelJobValidator() => RuleFor(c => c.Job).NotEmpty().WithErrorCode("job.unknown");
}

internal sealed class CancelJobHandler(IUnionDb db, TimeProvider clock) : IHandler<CancelJob, Nothing>
{
    public async Task<Result<Nothing>> Handle(CancelJob request, CancellationToken cancellationToken)
    {
        var job = await db.Jobs.SingleAsync(j => j.Id == request.Job, cancellationToken);
        return job.Cancel(clock.GetUtcNow()) is { } refusal ? refusal : default(Nothing);
    }
}

/// <summary>Queues jobs, each effect once.</summary>
public sealed class JobQueue(IUnionDb db, ITenantContext tenant, TimeProvider clock)
{
    /// <summary>The job of an effect: the one that is there already, or a new one. The caller hands it to the engine after the commit.</summary>
    public async Task<Job> QueueAsync<TPayload>(string kind, TPayload payload, string effectKey, CancellationToken cancellationToken)
    {
        if (await db.Jobs.SingleOrDefaultAsync(j => j.EffectKey == effectKey, cancellationToken) is { } known)
            return known;
        var caller = tenant.RequireCaller();
        var job = Job.Queue(
            caller.DistrictId, kind, Json.Write(payload), effectKey, caller.UserId is null ? null : caller.UserName, clock.GetUtcNow());
        db.Jobs.Add(job);
        return job;
    }
}
