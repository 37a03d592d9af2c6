using DistrictUnion.Application.Ports;
using DistrictUnion.Application.Results;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Rounds;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DistrictUnion.Infrastructure.Seeding;

/// <summary>Recomputes every open round of every district, outside the job engine: for the operator's command line.</summary>
public sealed class RollupOfAll(IServiceProvider services)
{
    /// <summary>Runs.</summary>
    /// <returns>Open rounds, and stored results that differed from their facts.</returns>
    public async Task<(int Rounds, int Differences)> RunAsync(CancellationToken cancellationToken)
    {
        var (count, differences) = (0, 0);
        var founding = new DistrictFounding(services);
        foreach (var (id, code) in await services.GetRequiredService<ITenantDirectory>().ListDistrictsAsync(cancellationToken))
        {
            await using var scope = founding.Enter(id, code);
            var db = scope.ServiceProvider.GetRequiredService<IUnionDb>();
            var unitOfWork = scope.ServiceProvider.GetRequiredService<IUnitOfWork>();
            var rounds = (await unitOfWork.ReadAsync(
                async () => (Result<List<RoundId>>)await db.Rounds.Where(r => r.State == RoundState.Open).Select(r => r.Id).ToListAsync(cancellationToken),
                cancellationToken)).Value;
            foreach (var round in rounds)
            {
                var outcome = await scope.ServiceProvider.GetServices<IJobHandler>().Single(h => h.Kind == "rollup.full")
                    .RunAsync(System.Text.Json.JsonSerializer.SerializeToElement(new { round = round.Value }), new NoProgress(), cancellationToken);
                count++;
                differences += ((RollupOutcome)outcome).Differences.Count;
            }
        }

        return (count, differences);
    }

    private sealed class NoProgress : IJobProgress
    {
        public Task ReportAsync(int done, int total, CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
