using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Organisation;

/// <summary>One school.</summary>
public sealed record GetSchool(SchoolId School) : IQuery<Tagged<SchoolView>>;

internal sealed class GetSchoolHandler(IUnionDb db) : IHandler<GetSchool, Tagged<SchoolView>>
{
    public async Task<Result<Tagged<SchoolView>>> Handle(GetSchool request, CancellationToken cancellationToken)
    {
        var found = await db.Schools.AsNoTracking().Where(s => s.Id == request.School)
            .Join(db.Zones, s => s.ZoneId, z => z.Id, (s, z) => new { School = s, Zone = z.Code })
            .SingleAsync(cancellationToken);
        return new Tagged<SchoolView>(SchoolViews.Of(found.School, found.Zone), found.School.Version);
    }
}
