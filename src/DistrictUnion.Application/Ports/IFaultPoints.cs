namespace DistrictUnion.Application.Ports;

/// <summary>
/// Boundaries between the steps of work that must survive a killed process. In the product they do nothing; an installation that is
/// told to by its configuration dies at one of them, so that the tests can prove what the next instance makes of it.
/// </summary>
public interface IFaultPoints
{
    /// <summary>Passes a boundary.</summary>
    void Pass(string step);
}

/// <summary>The boundaries by name.</summary>
public static class FaultSteps
{
    /// <summary>An attempt at a job has the lease, the handler hasn't begun.</summary>
    public const string JobStarted = "job.started";

    /// <summary>A job's handler is done, the record doesn't tell yet.</summary>
    public const string JobDone = "job.done";

    /// <summary>Events are fanned out, nothing is committed.</summary>
    public const string EventsFannedOut = "events.fannedOut";

    /// <summary>Events are fanned out and committed.</summary>
    public const string EventsCommitted = "events.committed";

    /// <summary>Deliveries of messages are taken, nothing is sent.</summary>
    public const string MessagesTaken = "messages.taken";

    /// <summary>A message was handed over, the record doesn't tell yet.</summary>
    public const string MessageSent = "messages.sent";

    /// <summary>Deliveries to other systems are taken, nothing is sent.</summary>
    public const string WebhooksTaken = "webhooks.taken";

    /// <summary>Another system answered, the record doesn't tell yet.</summary>
    public const string WebhookAnswered = "webhooks.answered";

    /// <summary>Every boundary.</summary>
    public static IReadOnlyList<string> All { get; } = [JobStarted, JobDone, EventsFannedOut, EventsCommitted, MessagesTaken, MessageSent, WebhooksTaken, WebhookAnswered];
}
