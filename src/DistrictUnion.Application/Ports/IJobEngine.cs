using System.Text.Json;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Jobs;

namespace DistrictUnion.Application.Ports;

/// <summary>What becomes of runs that were due while nobody was there.</summary>
public enum MissedRuns
{
    /// <summary>They are gone.</summary>
    Skip,

    /// <summary>They are made up once.</summary>
    RunOnce,
}

/// <summary>A recurring job for every district: cron with seconds, IANA time zone, what to do about missed runs.</summary>
public sealed record RecurringJob(string Id, string Kind, string Cron, string TimeZone, MissedRuns MissedRuns);

/// <summary>Which recurring jobs there are, and when each is due.</summary>
public interface IRecurringSchedule
{
    /// <summary>Every recurring job.</summary>
    IReadOnlyList<RecurringJob> All { get; }

    /// <summary>The first time after a moment at which it is due; null: never again.</summary>
    DateTimeOffset? NextRun(RecurringJob job, DateTimeOffset after);
}

/// <summary>Starts work that is data, never an expression.</summary>
public interface IJobEngine
{
    /// <summary>Runs a queued job soon.</summary>
    Task EnqueueAsync(DistrictId district, JobId job, CancellationToken cancellationToken);

    /// <summary>Makes a recurring job be exactly this.</summary>
    Task UpsertRecurringAsync(RecurringJob job, CancellationToken cancellationToken);

    /// <summary>Lets a recurring job run now.</summary>
    Task TriggerAsync(string recurringJobId, CancellationToken cancellationToken);
}

/// <summary>Says what a recurring job means for a district.</summary>
public interface IScheduledWork
{
    /// <summary>Kinds of recurring jobs.</summary>
    IReadOnlyList<string> Kinds { get; }

    /// <summary>Queues the work of one occasion; the same occasion queues nothing twice.</summary>
    Task<IReadOnlyList<Job>> QueueAsync(string kind, DateTimeOffset scheduledFor, CancellationToken cancellationToken);
}

/// <summary>Does one kind of work. Delivery is at least once, so it must be idempotent.</summary>
public interface IJobHandler
{
    /// <summary>Kind of work.</summary>
    string Kind { get; }

    /// <summary>Does the work within the tenant that was entered.</summary>
    /// <returns>What came out.</returns>
    Task<object> RunAsync(JsonElement payload, IJobProgress progress, CancellationToken cancellationToken);
}

/// <summary>Tells how far a job is.</summary>
public interface IJobProgress
{
    /// <summary>Stores the progress; ends the work when someone cancelled it.</summary>
    /// <exception cref="OperationCanceledException">The job was cancelled.</exception>
    Task ReportAsync(int done, int total, CancellationToken cancellationToken);
}

/// <summary>Runs queued jobs: the one entry that every engine calls.</summary>
public interface IJobRunner
{
    /// <summary>Runs a job unless it ended or runs already.</summary>
    Task RunAsync(DistrictId district, JobId job, CancellationToken cancellationToken);

    /// <summary>Queues what a recurring job means for every district, once per occasion.</summary>
    Task RunRecurringAsync(string kind, DateTimeOffset scheduledFor, CancellationToken cancellationToken);
}
