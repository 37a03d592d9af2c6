using System.Text.Json;
using DistrictUnion.Application.Common;
using DistrictUnion.Application.Jobs;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Jobs;
using DistrictUnion.Domain.Rounds;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DistrictUnion.Application.Results;

/// <summary>What a full roll-up works on.</summary>
public sealed record RollupPayload(Guid Round);

/// <summary>What came of a full roll-up.</summary>
/// <param name="Schools">Schools recomputed.</param>
/// <param name="Differences">Codes of schools whose stored result was wrong; not one is expected.</param>
public sealed record RollupOutcome(int Schools, IReadOnlyList<string> Differences);

/// <summary>Starts a full roll-up of an open round. It proves; nothing has to wait for it.</summary>
public sealed record StartRollup(RoundId Round) : ICommand<JobView>;

internal sealed class StartRollupValidator : AbstractValidator<StartRollup>
{
    public StartRollupValidator() => RuleFor(c => c.Round).NotEmpty().WithErrorCode("round.unknown");
}

internal sealed class StartRollupHandler(IUnionDb db, JobQueue jobs, ITransactionControl transaction, IJobEngine engine) : IHandler<StartRollup, JobView>
{
    public async Task<Result<JobView>> Handle(StartRollup request, CancellationToken cancellationToken)
    {
        var round = await db.Rounds.AsNoTracking().SingleAsync(r => r.Id == request.Round, cancellationToken);
        if (round.RefuseUnlessOpen() is { } refusal)
            return refusal;
        var job = await jobs.QueueAsync(
            FullRollupJob.Name, new RollupPayload(round.Id.Value), $"{FullRollupJob.Name}:{round.Id.Value:N}:{Guid.NewGuid():N}", cancellationToken);
        transaction.AfterCommit(ct => engine.EnqueueAsync(job.DistrictId, job.Id, ct));
        return JobView.Of(job);
    }
}

/// <summary>
/// Recomputes every school of a round and compares with what is stored. A difference is a defect of the incremental path:
/// it is logged, counted and named in the job's result, and the stored result is put right.
/// </summary>
internal sealed partial class FullRollupJob(IServiceScopeFactory scopes, ITenantContext tenant, RollupMetrics metrics, ILogger<FullRollupJob> logger)
    : IJobHandler
{
    public const string Name = "rollup.full";

    /// <summary>Schools locked and recomputed in one transaction: short enough to keep writers waiting for moments only.</summary>
    private const int Portion = 200;

    public string Kind => Name;

    public async Task<object> RunAsync(JsonElement payload, IJobProgress progress, CancellationToken cancellationToken)
    {
        var round = new RoundId(payload.Deserialize<RollupPayload>(Json.Stored)!.Round);
        var schools = await InTransactionAsync(
            async services => await services.GetRequiredService<IUnionDb>().Scorecards.AsNoTracking().Where(c => c.RoundId == round)
                .OrderBy(c => c.SchoolId).Select(c => c.SchoolId).ToListAsync(cancellationToken),
            cancellationToken);
        List<string> differences = [];
        var done = 0;
        foreach (var portion in schools.Chunk(Portion))
        {
            differences.AddRange(await InTransactionAsync(
                services => RecomputeAsync(services, round, portion, cancellationToken), cancellationToken));
            done += portion.Length;
            await progress.ReportAsync(done, schools.Count, cancellationToken);
        }

        metrics.Differences(differences.Count);
        if (differences.Count > 0)
            FoundDifferences(logger, differences.Count, round.Value);
        return new RollupOutcome(schools.Count, differences);
    }

    private static async Task<List<string>> RecomputeAsync(
        IServiceProvider services, RoundId round, IReadOnlyCollection<SchoolId> schools, CancellationToken cancellationToken)
    {
        await using var work = await services.GetRequiredService<ScorecardRollup>().BeginAcrossSchoolsAsync(round, schools, cancellationToken);
        var changed = (await work.RecomputeAsync(cancellationToken)).Select(k => k.School).ToList();
        return changed.Count == 0
            ? []
            : await services.GetRequiredService<IUnionDb>().Schools.AsNoTracking().Where(s => changed.Contains(s.Id))
                .Select(s => s.Code).Order().ToListAsync(cancellationToken);
    }

    /// <summary>Each portion has its own scope, so that memory and locks stay small.</summary>
    private async Task<List<T>> InTransactionAsync<T>(Func<IServiceProvider, Task<List<T>>> work, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ITenantContext>().Enter(tenant.RequireCaller());
        var result = await scope.ServiceProvider.GetRequiredService<IUnitOfWork>().WriteAsync(
            Name, new { }, async () => (Result<List<T>>)await work(scope.ServiceProvider), cancellationToken);
        return result.Value;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The full roll-up found {Count} stored results of round {Round} that differ from their facts")]
    private static partial void FoundDifferences(ILogger logger, int count, Guid round);
}

/// <summary>What the scheduled roll-up does for a district: a full roll-up of each open round that the occasion concerns.</summary>
public sealed class ScheduledRollups(IUnionDb db, JobQueue jobs, TimeProvider clock)
{
    /// <summary>Every night.</summary>
    public const string Nightly = "rollup.nightly";

    /// <summary>Every quarter of an hour of a day on which something is due.</summary>
    public const string DeadlineDay = "rollup.deadlineDay";

    /// <summary>Queues the roll-ups of one occasion; the same occasion queues nothing twice.</summary>
    public async Task<IReadOnlyList<Job>> QueueAsync(string kind, DateTimeOffset scheduledFor, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var rounds = await db.Rounds.AsNoTracking().Where(r => r.State == RoundState.Open).OrderBy(r => r.Code).ToListAsync(cancellationToken);
        List<Job> queued = [];
        foreach (var round in rounds.Where(r => kind == Nightly || r.LastOnTimeDay == today))
        {
            var key = $"{kind}:{round.Id.Value:N}:{scheduledFor.ToUniversalTime():yyyyMMddHHmm}";
            queued.Add(await jobs.QueueAsync(FullRollupJob.Name, new RollupPayload(round.Id.Value), key, cancellationToken));
        }

        return queued;
    }
}
