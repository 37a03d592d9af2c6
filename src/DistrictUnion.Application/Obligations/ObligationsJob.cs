using System.Text.Json;
using DistrictUnion.Application.Jobs;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Jobs;

namespace DistrictUnion.Application.Obligations;

/// <summary>What opening obligations works on: nothing but its district.</summary>
public sealed record OpenObligationsPayload;

/// <summary>Every night: obligations that come up are made, overdue ones are told of.</summary>
public sealed class ScheduledObligations(JobQueue jobs) : IScheduledWork
{
    /// <summary>The night's work.</summary>
    public const string Open = ObligationsJob.Name;

    /// <inheritdoc/>
    public IReadOnlyList<string> Kinds { get; } = [Open];

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Job>> QueueAsync(string kind, DateTimeOffset scheduledFor, CancellationToken cancellationToken) =>
        [await jobs.QueueAsync(kind, new OpenObligationsPayload(), $"{kind}:{scheduledFor.ToUniversalTime():yyyyMMddHHmm}", cancellationToken)];
}

/// <summary>Makes the obligations of a district. Each has its code once, so a second run finds nothing to make.</summary>
internal sealed class ObligationsJob(IUnitOfWork unitOfWork, ObligationOpener opener) : IJobHandler
{
    public const string Name = "obligations.open";

    public string Kind => Name;

    public async Task<object> RunAsync(JsonElement payload, IJobProgress progress, CancellationToken cancellationToken) =>
        (await unitOfWork.WriteAsync("OpenObligations", new OpenObligationsPayload(), () => OpenAsync(cancellationToken), cancellationToken)).Value;

    private async Task<Result<OpenedObligations>> OpenAsync(CancellationToken cancellationToken)
    {
        var opened = await opener.OpenAsync(null, null, cancellationToken);
        return opened with { Overdue = await opener.NoteOverdueAsync(cancellationToken) };
    }
}
