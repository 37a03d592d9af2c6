using System.Text.Json;
using DistrictUnion.Application.Jobs;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Jobs;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Titles;

/// <summary>What lapsing titles works on: nothing but its district.</summary>
public sealed record LapsePayload;

/// <summary>What lapsed.</summary>
/// <param name="Titles">Titles whose units are no more.</param>
public sealed record LapseOutcome(int Titles);

/// <summary>Every night: titles of units that are no more lapse (自然摘牌); a successor gets one by decision only.</summary>
public sealed class ScheduledTitles(JobQueue jobs) : IScheduledWork
{
    /// <summary>The night's work.</summary>
    public const string Lapse = LapsedTitlesJob.Name;

    /// <inheritdoc/>
    public IReadOnlyList<string> Kinds { get; } = [Lapse];

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Job>> QueueAsync(string kind, DateTimeOffset scheduledFor, CancellationToken cancellationToken) =>
        [await jobs.QueueAsync(kind, new LapsePayload(), $"{kind}:{scheduledFor.ToUniversalTime():yyyyMMddHHmm}", cancellationToken)];
}

/// <summary>Lets the titles of a district lapse whose units are no more. One that lapsed is held no more, so a second run finds nothing.</summary>
internal sealed class LapsedTitlesJob(IUnionDb db, IUnitOfWork unitOfWork, ITenantContext tenant, EndedUnits ended, IMessages messages, TimeProvider clock) : IJobHandler
{
    public const string Name = "titles.lapse";

    public string Kind => Name;

    public async Task<object> RunAsync(JsonElement payload, IJobProgress progress, CancellationToken cancellationToken) =>
        (await unitOfWork.WriteAsync("LapseTitles", new LapsePayload(), () => LapseAsync(cancellationToken), cancellationToken)).Value;

    private async Task<Result<LapseOutcome>> LapseAsync(CancellationToken cancellationToken)
    {
        var held = await db.HeldTitles.Where(t => t.EndedOn == null).ToListAsync(cancellationToken);
        var gone = await ended.OnAsync([.. held.Select(t => (t.SchoolId, t.BranchId))], clock.Today(), cancellationToken);
        var lapsing = held.Where(t => gone.ContainsKey((t.SchoolId, t.BranchId))).ToList();
        var schoolIds = lapsing.Where(t => t.BranchId is null).Select(t => t.SchoolId).ToList();
        var schools = await db.Schools.Where(s => schoolIds.Contains(s.Id)).ToDictionaryAsync(s => s.Id, cancellationToken);
        foreach (var title in lapsing)
        {
            var on = gone[(title.SchoolId, title.BranchId)];
            title.Lapse(on, tenant.RequireCaller().UserName, clock.GetUtcNow(), messages.Of("title.unitEnded", ("day", on)));
            if (title.BranchId is null)
                schools[title.SchoolId].Release(title.Tier);
        }

        await db.SaveChangesAsync(cancellationToken);
        return new LapseOutcome(lapsing.Count);
    }
}
