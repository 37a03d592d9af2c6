using System.Text.Json;
using DistrictUnion.Application.Jobs;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Care;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Jobs;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Care;

/// <summary>What erasing works on: nothing but its district.</summary>
public sealed record EraseExpiredCare;

/// <summary>Every night: what tells of persons in care records is erased once its time is up.</summary>
public sealed class ScheduledCare(JobQueue jobs) : IScheduledWork
{
    /// <summary>The night's work.</summary>
    public const string Erase = EraseExpiredCareJob.Name;

    /// <inheritdoc/>
    public IReadOnlyList<string> Kinds { get; } = [Erase];

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Job>> QueueAsync(string kind, DateTimeOffset scheduledFor, CancellationToken cancellationToken) =>
        [await jobs.QueueAsync(kind, new EraseExpiredCare(), $"{kind}:{scheduledFor.ToUniversalTime():yyyyMMddHHmm}", cancellationToken)];
}

/// <summary>What came of a run. A number of records is told only where it is large enough for the overview too.</summary>
/// <param name="Records">Records that were erased; null: fewer than are shown.</param>
public sealed record ErasedCare(int? Records);

/// <summary>Erases what tells of persons in records that were done, closed or waived so many days ago. No key is needed for it.</summary>
internal sealed class EraseExpiredCareJob(IUnionDb db, IUnitOfWork unitOfWork, ITenantContext tenant, RetentionDays days, TimeProvider clock) : IJobHandler
{
    public const string Name = "care.erase";

    /// <summary>Records of one transaction.</summary>
    private const int Portion = 500;

    public string Kind => Name;

    public async Task<object> RunAsync(JsonElement payload, IJobProgress progress, CancellationToken cancellationToken)
    {
        var (before, erased, portion) = (clock.GetUtcNow().AddDays(-days.Care), 0, 0);
        do
        {
            portion = (await unitOfWork.WriteAsync(Name, new EraseExpiredCare(), () => EraseAsync(before, cancellationToken), cancellationToken)).Value;
            erased += portion;
        }
        while (portion >= Portion);
        await progress.ReportAsync(1, 1, cancellationToken);
        return new ErasedCare(SmallCells.Total(erased));
    }

    private async Task<Result<int>> EraseAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        var (now, actor) = (clock.GetUtcNow(), tenant.RequireCaller().UserName);
        var due = await db.CareRecords.Where(r => r.ErasedAt == null && r.EndedAt < before).OrderBy(r => r.EndedAt).ThenBy(r => r.Id).Take(Portion).ToListAsync(cancellationToken);
        foreach (var record in due)
        {
            record.Erase(now);
            db.CareSteps.Add(CareStep.Of(record, CareAction.EraseExpired, actor, now));
        }

        return due.Count;
    }
}
