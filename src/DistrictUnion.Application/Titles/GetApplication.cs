using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Titles;

/// <summary>One application.</summary>
public sealed record GetApplication(TitleApplicationId Application) : IQuery<Tagged<ApplicationView>>;

internal sealed class GetApplicationHandler(IUnionDb db, ApplicationViews views) : IHandler<GetApplication, Tagged<ApplicationView>>
{
    public async Task<Result<Tagged<ApplicationView>>> Handle(GetApplication request, CancellationToken cancellationToken) =>
        await views.OfAsync(await db.TitleApplications.AsNoTracking().SingleAsync(a => a.Id == request.Application, cancellationToken), false, cancellationToken);
}
