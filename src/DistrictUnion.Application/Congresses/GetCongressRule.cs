using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Congresses;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Congresses;

/// <summary>The district's rules of congresses; what holds by default until the district says otherwise.</summary>
public sealed record GetCongressRule : IQuery<Tagged<CongressTerms>>;

internal sealed class GetCongressRuleHandler(IUnionDb db) : IHandler<GetCongressRule, Tagged<CongressTerms>>
{
    public async Task<Result<Tagged<CongressTerms>>> Handle(GetCongressRule request, CancellationToken cancellationToken)
    {
        var rule = await db.CongressRules.AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        return rule is null ? new Tagged<CongressTerms>(CongressTerms.Default, 0) : new Tagged<CongressTerms>(rule.Terms, rule.Version);
    }
}
