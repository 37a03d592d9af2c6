using System.Text.Json;
using DistrictUnion.Application.Common;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
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
        var result = await scope.ServiceProvider.GetRequiredService<IUnitOfWork>().WriteUnauditedAsync(
            async () => (Result<List<T>>)await work(scope.ServiceProvider), cancellationToken);
        return result.Value;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The full roll-up found {Count} stored results of round {Round} that differ from their facts")]
    private static partial void FoundDifferences(ILogger logger, int count, Guid round);
}
