using DistrictUnion.Domain.Common;

namespace DistrictUnion.Domain.Jobs;

/// <summary>State of a job.</summary>
public enum JobState
{
    /// <summary>Waits.</summary>
    Queued,

    /// <summary>At work.</summary>
    Running,

    /// <summary>Done.</summary>
    Succeeded,

    /// <summary>Given up after an error at every attempt: it waits for a person.</summary>
    Failed,

    /// <summary>Stopped on request.</summary>
    Cancelled,
}

/// <summary>A piece of long work, and the only record of its run.</summary>
public sealed class Job : ITenantOwned, IDerived
{
    /// <summary>Attempts before a job is given up.</summary>
    public const int MaxAttempts = 5;

    /// <summary>Waits after the first, second, … failure.</summary>
    private static readonly TimeSpan[] Waits = [TimeSpan.FromSeconds(15), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30)];

    private Job()
    {
    }

    /// <inheritdoc/>
    public DistrictId DistrictId { get; private set; }

    /// <summary>Public identifier.</summary>
    public JobId Id { get; private set; }

    /// <summary>What kind of work.</summary>
    public string Kind { get; private set; } = "";

    /// <summary>Recurring job that queued it; null: a person or a command did.</summary>
    public string? Definition { get; private set; }

    /// <summary>What it works on, as JSON.</summary>
    public string Payload { get; private set; } = "{}";

    /// <summary>What makes the effect unique: the same key is the same job.</summary>
    public string EffectKey { get; private set; } = "";

    /// <summary>State.</summary>
    public JobState State { get; private set; }

    /// <summary>Units done.</summary>
    public int Done { get; private set; }

    /// <summary>Units in all; 0 while unknown.</summary>
    public int Total { get; private set; }

    /// <summary>Code of what went wrong.</summary>
    public string? Error { get; private set; }

    /// <summary>What came out, as JSON.</summary>
    public string? Outcome { get; private set; }

    /// <summary>Whether someone asked it to stop.</summary>
    public bool CancelRequested { get; private set; }

    /// <summary>Who asked for it; null for the schedule.</summary>
    public string? RequestedBy { get; private set; }

    /// <summary>When it was asked for (UTC).</summary>
    public DateTimeOffset QueuedAt { get; private set; }

    /// <summary>When its last attempt began (UTC).</summary>
    public DateTimeOffset? StartedAt { get; private set; }

    /// <summary>When it ended (UTC).</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Until when the running attempt may be believed alive (UTC).</summary>
    public DateTimeOffset? LeaseUntil { get; private set; }

    /// <summary>Attempts begun; the number tells an attempt from one that took its place.</summary>
    public int Attempts { get; private set; }

    /// <summary>Before when a job that waits isn't tried again (UTC); null: at once.</summary>
    public DateTimeOffset? NextAttemptAt { get; private set; }

    /// <summary>Whether it ended.</summary>
    public bool HasEnded => State is JobState.Succeeded or JobState.Failed or JobState.Cancelled;

    /// <summary>Queues a job.</summary>
    public static Job Queue(DistrictId district, string kind, string payload, string effectKey, string? requestedBy, DateTimeOffset now) => new()
    {
        DistrictId = district,
        Id = JobId.New(),
        Kind = kind,
        Payload = payload,
        EffectKey = effectKey,
        RequestedBy = requestedBy,
        QueuedAt = now,
    };

    /// <summary>Notes which recurring job queued it.</summary>
    public Job QueuedBy(string definition)
    {
        Definition = definition;
        return this;
    }

    /// <summary>Begins an attempt; false when the job ended already, waits for its time, or another attempt holds the lease.</summary>
    public bool TryStart(DateTimeOffset now, TimeSpan lease)
    {
        if (HasEnded || (State == JobState.Running && LeaseUntil > now) || (State == JobState.Queued && NextAttemptAt > now))
            return false;
        if (CancelRequested)
        {
            End(JobState.Cancelled, null, null, now);
            return false;
        }

        (State, StartedAt, LeaseUntil, NextAttemptAt, Done, Attempts) = (JobState.Running, now, now + lease, null, 0, Attempts + 1);
        return true;
    }

    /// <summary>Whether an attempt still has the job: another took its place when its lease ran out.</summary>
    public bool IsHeldBy(int attempt) => State == JobState.Running && Attempts == attempt;

    /// <summary>Keeps the attempt alive.</summary>
    public void Renew(DateTimeOffset now, TimeSpan lease) => LeaseUntil = now + lease;

    /// <summary>The attempt failed: the job waits for the next one, or is given up.</summary>
    public void Postpone(string error, DateTimeOffset now)
    {
        if (Attempts >= MaxAttempts)
            End(JobState.Failed, error, null, now);
        else
            (State, Error, LeaseUntil, NextAttemptAt) = (JobState.Queued, error, null, now + Waits[Attempts - 1]);
    }

    /// <summary>Gives a job that was given up or cancelled another chance.</summary>
    public Error? Retry(DateTimeOffset now)
    {
        if (State is not (JobState.Failed or JobState.Cancelled))
            return new ConflictError("job.notFailed", Words.Camel(State), []);
        (State, Attempts, Error, EndedAt, NextAttemptAt, CancelRequested, QueuedAt) = (JobState.Queued, 0, null, null, null, false, now);
        return null;
    }

    /// <summary>Tells how far the work is, and renews the lease.</summary>
    public void Progress(int done, int total, DateTimeOffset now, TimeSpan lease) => (Done, Total, LeaseUntil) = (done, total, now + lease);

    /// <summary>Asks the work to stop; a job that waits ends at once.</summary>
    public Error? Cancel(DateTimeOffset now)
    {
        if (HasEnded)
            return new ConflictError("job.ended", Words.Camel(State), []);
        CancelRequested = true;
        if (State == JobState.Queued)
            End(JobState.Cancelled, null, null, now);
        return null;
    }

    /// <summary>Ends the job.</summary>
    public void End(JobState state, string? error, string? outcome, DateTimeOffset now) =>
        (State, Error, Outcome, EndedAt, LeaseUntil, NextAttemptAt) = (state, error, outcome, now, null, null);
}

/// <summary>A recurring job that stands still in a district until somebody lets it go on.</summary>
public sealed class JobPause : ITenantOwned
{
    private JobPause()
    {
    }

    /// <inheritdoc/>
    public DistrictId DistrictId { get; private set; }

    /// <summary>Recurring job.</summary>
    public string Definition { get; private set; } = "";

    /// <summary>Who stopped it.</summary>
    public string Actor { get; private set; } = "";

    /// <summary>Since when (UTC).</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Stops a recurring job.</summary>
    public static JobPause Of(DistrictId district, string definition, string actor, DateTimeOffset now) =>
        new() { DistrictId = district, Definition = definition, Actor = actor, At = now };
}

/// <summary>The stored answer of a request with an idempotency key, so that a repeat gets the same one.</summary>
public sealed class IdempotencyRecord : ITenantOwned, IDerived
{
    private IdempotencyRecord()
    {
    }

    /// <inheritdoc/>
    public DistrictId DistrictId { get; private set; }

    /// <summary>Caller.</summary>
    public UserId UserId { get; private set; }

    /// <summary>Key that the caller chose.</summary>
    public string Key { get; private set; } = "";

    /// <summary>SHA-256 of method, path and body.</summary>
    public byte[] RequestHash { get; private set; } = [];

    /// <summary>When the first request came (UTC).</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Status of the answer; null while the first request is at work.</summary>
    public int? Status { get; private set; }

    /// <summary>Headers of the answer that matter, as JSON.</summary>
    public string? Headers { get; private set; }

    /// <summary>Body of the answer.</summary>
    public byte[]? Body { get; private set; }

    /// <summary>Claims a key.</summary>
    public static IdempotencyRecord Claim(DistrictId district, UserId user, string key, byte[] requestHash, DateTimeOffset at) =>
        new() { DistrictId = district, UserId = user, Key = key, RequestHash = requestHash, At = at };

    /// <summary>Keeps the answer.</summary>
    public void Keep(int status, string headers, byte[] body) => (Status, Headers, Body) = (status, headers, body);
}
