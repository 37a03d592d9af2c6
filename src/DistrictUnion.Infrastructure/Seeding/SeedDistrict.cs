using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace DistrictUnion.Infrastructure.Seeding;

/// <summary>A demo district at work.</summary>
internal sealed class SeedDistrict(DistrictFounding founding, DistrictId id, string code, SeedFiles files, SeedClock clock)
{
    public DistrictId Id => id;

    public string Code => code;

    public SeedFiles Files => files;

    public SeedClock Clock => clock;

    /// <summary>The system, acting for the district.</summary>
    public Caller System => Caller.System(id, code);

    /// <summary>A person in a post.</summary>
    public Caller Person(UserId user, string userName, CallerPost post) => new(id, code, user, userName, userName, null, post);

    /// <summary>Sends a use case as somebody, in a scope of its own.</summary>
    public async Task<Result<T>> SendAsync<T>(Caller caller, IRequest<Result<T>> request, CancellationToken cancellationToken)
    {
        await using var scope = founding.Enter(id, code, caller);
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request, cancellationToken);
    }

    /// <summary>Reads.</summary>
    public async Task<T> ReadAsync<T>(Func<IUnionDb, Task<T>> read, CancellationToken cancellationToken)
    {
        await using var scope = founding.Enter(id, code);
        var db = scope.ServiceProvider.GetRequiredService<IUnionDb>();
        return (await scope.ServiceProvider.GetRequiredService<IUnitOfWork>().ReadAsync(
            async () => (Result<Box<T>>)new Box<T>(await read(db)), cancellationToken)).Value.Value;
    }

    /// <summary>Writes without a use case of its own.</summary>
    public async Task WriteAsync(string action, Func<IServiceProvider, IUnionDb, Task> write, CancellationToken cancellationToken)
    {
        await using var scope = founding.Enter(id, code);
        var db = scope.ServiceProvider.GetRequiredService<IUnionDb>();
        await scope.ServiceProvider.GetRequiredService<IUnitOfWork>().WriteAsync(
            action,
            new { },
            async () =>
            {
                await write(scope.ServiceProvider, db);
                return (Result<Nothing>)default(Nothing);
            },
            cancellationToken);
    }

    private sealed record Box<T>(T Value);
}
