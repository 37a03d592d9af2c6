using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Accounts;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Messages;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Messages;

/// <summary>Tells the district's administrators what in the running of the product needs a person.</summary>
public sealed class Operators(IUnionDb db, MessageDesk desk, TimeProvider clock)
{
    /// <summary>Tells them once of a key.</summary>
    public async Task TellAsync(string key, MessageText text, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var people = await db.Posts.AsNoTracking().Where(p => p.Role == Role.DistrictAdmin && p.From <= today && (p.To == null || p.To > today))
            .Select(p => p.UserId).Distinct().ToListAsync(cancellationToken);
        await desk.PostAsync([.. people.Select(p => new OutgoingMessage(p, key, MessageKind.Operation, text))], cancellationToken);
    }
}
