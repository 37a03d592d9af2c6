using DistrictUnion.Application.Common;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Jobs;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Jobs;

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
