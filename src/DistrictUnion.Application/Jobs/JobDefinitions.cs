using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Jobs;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Jobs;

/// <summary>A recurring job as operators see it.</summary>
/// <param name="Id">Identifier.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Description">What it does.</param>
/// <param name="Schedule">When it runs, in words.</param>
/// <param name="NextRun">When it is due next; null: paused.</param>
/// <param name="Pausable">Whether it can be paused.</param>
/// <param name="PausedBy">Who paused it here; null: it isn't paused.</param>
/// <param name="PausedAt">Since when.</param>
/// <param name="LastRun">What came of the last run that had something to do; null: none is remembered.</param>
public sealed record JobDefinitionView(
    string Id, string Name, string Description, string Schedule, DateTimeOffset? NextRun, bool Pausable, string? PausedBy, DateTimeOffset? PausedAt, JobView? LastRun);

/// <summary>Shows recurring jobs.</summary>
public sealed class JobDefinitions(IUnionDb db, IRecurringSchedule schedule, IMessages messages, TimeProvider clock)
{
    /// <summary>Whether there is a recurring job of a name.</summary>
    public static bool Exists(IRecurringSchedule schedule, string definition) => schedule.All.Any(j => j.Id == definition);

    /// <summary>Whether it can be paused: what finds lost jobs can't, or they would stay lost.</summary>
    internal static bool IsPausable(string definition) => definition != ScheduledSweep.Name;

    internal async Task<IReadOnlyList<JobDefinitionView>> ListAsync(string? only, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var pauses = await db.JobPauses.AsNoTracking().ToDictionaryAsync(p => p.Definition, cancellationToken);
        var definitions = schedule.All.Where(j => only is null || j.Id == only).ToList();
        var ids = definitions.ConvertAll(j => j.Id);
        var last = await db.Jobs.AsNoTracking().Where(j => j.Definition != null && ids.Contains(j.Definition)).GroupBy(j => j.Definition)
            .Select(g => g.OrderByDescending(j => j.QueuedAt).ThenByDescending(j => j.Id).First()).ToListAsync(cancellationToken);
        return [.. definitions.Select(j =>
        {
            var pause = pauses.GetValueOrDefault(j.Id);
            return new JobDefinitionView(
                j.Id,
                messages.Of($"jobDefinition.{j.Id}.name"),
                messages.Of($"jobDefinition.{j.Id}.description"),
                messages.Of($"jobDefinition.{j.Id}.schedule"),
                pause is null ? BusinessTime.Local(schedule.NextRun(j, now)) : null,
                IsPausable(j.Id),
                pause?.Actor,
                BusinessTime.Local(pause?.At),
                last.Find(r => r.Definition == j.Id) is { } run ? JobView.Of(run) : null);
        })];
    }
}

/// <summary>Every recurring job of the product and how it stands in the district.</summary>
public sealed record ListJobDefinitions(PageRequest Page) : IQuery<Page<JobDefinitionView>>;

internal sealed class ListJobDefinitionsHandler(JobDefinitions definitions) : IHandler<ListJobDefinitions, Page<JobDefinitionView>>
{
    public async Task<Result<Page<JobDefinitionView>>> Handle(ListJobDefinitions request, CancellationToken cancellationToken)
    {
        var all = await definitions.ListAsync(null, cancellationToken);
        return new Page<JobDefinitionView>([.. all.Skip(request.Page.Skip).Take(request.Page.Size)], request.Page.Number, request.Page.Size, all.Count);
    }
}

/// <summary>Pauses a recurring job in the district, or lets it go on.</summary>
public sealed record PauseJobDefinition(string Definition, bool Paused) : ICommand<JobDefinitionView>;

internal sealed class PauseJobDefinitionValidator : AbstractValidator<PauseJobDefinition>
{
    public PauseJobDefinitionValidator(IRecurringSchedule schedule) => RuleFor(c => c.Definition).Must(d => JobDefinitions.Exists(schedule, d)).WithErrorCode("jobDefinition.unknown");
}

internal sealed class PauseJobDefinitionHandler(IUnionDb db, ITenantContext tenant, JobDefinitions definitions, TimeProvider clock) : IHandler<PauseJobDefinition, JobDefinitionView>
{
    public async Task<Result<JobDefinitionView>> Handle(PauseJobDefinition request, CancellationToken cancellationToken)
    {
        if (!JobDefinitions.IsPausable(request.Definition))
            return new ConflictError("jobDefinition.always");
        var caller = tenant.RequireCaller();
        var pause = await db.JobPauses.SingleOrDefaultAsync(p => p.Definition == request.Definition, cancellationToken);
        if (request.Paused && pause is null)
            db.JobPauses.Add(JobPause.Of(caller.DistrictId, request.Definition, caller.UserName, clock.GetUtcNow()));
        else if (!request.Paused && pause is not null)
            db.JobPauses.Remove(pause);
        await db.SaveChangesAsync(cancellationToken);
        return (await definitions.ListAsync(request.Definition, cancellationToken))[0];
    }
}

/// <summary>What running a recurring job now means.</summary>
/// <param name="Jobs">Jobs that were queued; none where there is nothing to do.</param>
public sealed record RunNowView(IReadOnlyList<JobView> Jobs);

/// <summary>Runs a recurring job for the district now, paused or not.</summary>
public sealed record RunJobDefinition(string Definition) : ICommand<RunNowView>;

internal sealed class RunJobDefinitionValidator : AbstractValidator<RunJobDefinition>
{
    public RunJobDefinitionValidator(IRecurringSchedule schedule) => RuleFor(c => c.Definition).Must(d => JobDefinitions.Exists(schedule, d)).WithErrorCode("jobDefinition.unknown");
}

internal sealed class RunJobDefinitionHandler(
    IUnionDb db, ITenantContext tenant, ITransactionControl transaction, IJobEngine engine, RecurringWork work, ScheduledSweep sweep, TimeProvider clock) : IHandler<RunJobDefinition, RunNowView>
{
    public async Task<Result<RunNowView>> Handle(RunJobDefinition request, CancellationToken cancellationToken)
    {
        var district = tenant.RequireCaller().DistrictId;
        List<Job> jobs;
        if (request.Definition == ScheduledSweep.Name)
        {
            var lost = await sweep.FindAsync(cancellationToken);
            jobs = await db.Jobs.AsNoTracking().Where(j => lost.Contains(j.Id)).OrderBy(j => j.QueuedAt).ToListAsync(cancellationToken);
        }
        else
        {
            jobs = [.. (await work.QueueNowAsync(request.Definition, clock.GetUtcNow(), cancellationToken)).Where(j => !j.HasEnded)];
        }

        foreach (var job in jobs)
            transaction.AfterCommit(cancel => engine.EnqueueAsync(district, job.Id, cancel));
        return new RunNowView([.. jobs.Select(JobView.Of)]);
    }
}
