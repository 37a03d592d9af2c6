using System.Text.Json;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Jobs;

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
    DateTimeOffset? EndedAt,
    int Attempts,
    DateTimeOffset? NextAttemptAt,
    string? Definition,
    string? RequestedBy)
{
    internal static JobView Of(Job job) => new(
        job.Id,
        job.Kind,
        job.State,
        new JobProgressView(job.Done, job.Total),
        job.Error,
        job.Outcome is { } outcome ? JsonElement.Parse(outcome) : null,
        BusinessTime.Local(job.QueuedAt),
        BusinessTime.Local(job.StartedAt),
        BusinessTime.Local(job.EndedAt),
        job.Attempts,
        BusinessTime.Local(job.NextAttemptAt),
        job.Definition,
        job.RequestedBy);
}
