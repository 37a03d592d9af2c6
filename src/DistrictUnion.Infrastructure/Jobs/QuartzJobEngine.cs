using System.Globalization;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using Quartz;

namespace DistrictUnion.Infrastructure.Jobs;

/// <summary>The job engine on Quartz, on the same database as everything else.</summary>
internal sealed class QuartzJobEngine(ISchedulerFactory schedulers) : IJobEngine
{
    public async Task EnqueueAsync(DistrictId district, JobId job, CancellationToken cancellationToken)
    {
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        var detail = JobBuilder.Create<QuartzJobEntry>()
            .WithIdentity($"{job.Value:N}-{Guid.NewGuid():N}", "queued")
            .UsingJobData(QuartzJobEntry.DistrictKey, district.Value.ToString())
            .UsingJobData(QuartzJobEntry.JobKey, job.Value.ToString())
            .RequestRecovery()
            .Build();
        await scheduler.ScheduleJob(detail, TriggerBuilder.Create().StartNow().Build(), cancellationToken: cancellationToken);
    }

    public async Task UpsertRecurringAsync(RecurringJob job, CancellationToken cancellationToken)
    {
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        var key = new TriggerKey(job.Id, "recurring");
        var zone = TimeZoneInfo.FindSystemTimeZoneById(job.TimeZone);
        if (await scheduler.GetTrigger(key, cancellationToken) is ICronTrigger known && known.CronExpressionString == job.Cron && known.TimeZone.Equals(zone))
            return;

        // A trigger that is the same stays, with the fires it missed while nobody was there.
        var trigger = TriggerBuilder.Create().WithIdentity(key)
            .WithSchedule(CronScheduleBuilder.Create(job.Cron).InTimeZone(zone).WithMisfireInstruction(
                job.MissedRuns == MissedRuns.RunOnce ? CronTriggerMisfireInstruction.FireAndProceed : CronTriggerMisfireInstruction.DoNothing))
            .Build();
        var detail = JobBuilder.Create<QuartzRecurringEntry>().WithIdentity(job.Id, "recurring").StoreDurably()
            .UsingJobData(QuartzRecurringEntry.KindKey, job.Kind).Build();
        await scheduler.ScheduleJob(detail, [trigger], ScheduleJobOptions.Replacing, cancellationToken);
    }

    public async Task TriggerAsync(string recurringJobId, CancellationToken cancellationToken)
    {
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        await scheduler.TriggerJob(new JobKey(recurringJobId, "recurring"), cancellationToken: cancellationToken);
    }
}

/// <summary>Runs one queued job. The store names this type only, so what runs may be renamed freely.</summary>
internal sealed class QuartzJobEntry(IJobRunner runner) : IJob
{
    public const string DistrictKey = "district";
    public const string JobKey = "job";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var district = Guid.Parse((string)context.MergedJobDataMap[DistrictKey]!, CultureInfo.InvariantCulture);
        var job = Guid.Parse((string)context.MergedJobDataMap[JobKey]!, CultureInfo.InvariantCulture);
        await runner.RunAsync(new DistrictId(district), new JobId(job), cancellationToken);
    }
}

/// <summary>Queues what a recurring job means for every district.</summary>
internal sealed class QuartzRecurringEntry(IJobRunner runner, TimeProvider clock) : IJob
{
    public const string KindKey = "kind";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await runner.RunRecurringAsync((string)context.MergedJobDataMap[KindKey]!, context.ScheduledFireTimeUtc ?? clock.GetUtcNow(), cancellationToken);
}
