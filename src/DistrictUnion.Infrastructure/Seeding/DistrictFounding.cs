using DistrictUnion.Application.Accounts;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Accounts;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Organisation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DistrictUnion.Infrastructure.Seeding;

/// <summary>Makes districts: a row of the catalogue, and the first administrator.</summary>
public sealed class DistrictFounding(IServiceProvider services)
{
    /// <summary>Makes a district with its administrator.</summary>
    public async Task<Result<DistrictId>> FoundAsync(
        string code, string name, string administrator, string password, CancellationToken cancellationToken)
    {
        if (await services.GetRequiredService<ITenantDirectory>().FindByUserNameAsync(UserAccount.Normalize(administrator), cancellationToken) is not null)
            return ValidationError.Of("--admin", "userName.taken");
        if (await FindAsync(code, cancellationToken) is not null)
            return ValidationError.Of("CODE", "district.taken", ("district", code));
        var district = await EnsureAsync(code, name, cancellationToken);
        await using var scope = Enter(district, code);
        var appointed = await scope.ServiceProvider.GetRequiredService<IMediator>()
            .Send(new AppointAdministrator(administrator, administrator, password), cancellationToken);
        return appointed.IsSuccess ? district : appointed.As<DistrictId>();
    }

    /// <summary>The district of a code, made when it is absent.</summary>
    public async Task<DistrictId> EnsureAsync(string code, string name, CancellationToken cancellationToken)
    {
        if (await FindAsync(code, cancellationToken) is { } known)
            return known;
        var district = District.Found(code, name);
        await using var scope = Enter(district.Id, code);
        var db = scope.ServiceProvider.GetRequiredService<IUnionDb>();
        await scope.ServiceProvider.GetRequiredService<IUnitOfWork>().WriteAsync(
            "FoundDistrict",
            new { Code = code, Name = name },
            () =>
            {
                db.Districts.Add(district);
                return Task.FromResult<Result<Nothing>>(default(Nothing));
            },
            cancellationToken);
        return district.Id;
    }

    internal AsyncServiceScope Enter(DistrictId district, string code, Caller? caller = null)
    {
        var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ITenantContext>().Enter(caller ?? Caller.System(district, code));
        return scope;
    }

    private async Task<DistrictId?> FindAsync(string code, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IUnionDb>().Districts.AsNoTracking().Where(d => d.Code == code)
            .Select(d => (DistrictId?)d.Id).FirstOrDefaultAsync(cancellationToken);
    }
}
