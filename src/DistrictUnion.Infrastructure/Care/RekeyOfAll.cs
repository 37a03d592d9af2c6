using DistrictUnion.Application.Care;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Infrastructure.Seeding;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace DistrictUnion.Infrastructure.Care;

/// <summary>Encrypts the care records of every district under the current key: for the operator's command line.</summary>
public sealed class RekeyOfAll(IServiceProvider services)
{
    /// <summary>Runs.</summary>
    /// <returns>How many records were encrypted anew and which don't open, by district; or why nothing was done.</returns>
    public async Task<Result<RekeyOutcome>> RunAsync(CancellationToken cancellationToken)
    {
        var (renewed, unreadable) = (0, new List<string>());
        var founding = new DistrictFounding(services);
        foreach (var (id, code) in await services.GetRequiredService<ITenantDirectory>().ListDistrictsAsync(cancellationToken))
        {
            await using var scope = founding.Enter(id, code);
            var outcome = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new RekeyCare(), cancellationToken);
            if (!outcome.IsSuccess)
                return outcome;
            renewed += outcome.Value.Renewed;
            unreadable.AddRange(outcome.Value.Unreadable.Select(record => $"{code}/{record}"));
        }

        return new RekeyOutcome(renewed, unreadable);
    }
}
