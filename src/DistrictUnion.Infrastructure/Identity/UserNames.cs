using DistrictUnion.Application.Ports;
using DistrictUnion.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Infrastructure.Identity;

/// <summary>Looks a name up by the function that sees past the districts, on the connection of the running transaction.</summary>
internal sealed class UserNames(UnionDbContext context) : IUserNames
{
    /// <inheritdoc/>
    public async Task<bool> IsTakenAsync(string normalizedName, CancellationToken cancellationToken) =>
        (await context.Database.SqlQuery<Guid>($"""SELECT district_id AS "Value" FROM du_find_login({normalizedName})""")
            .ToListAsync(cancellationToken)).Count > 0;

    /// <inheritdoc/>
    public async Task<IReadOnlySet<string>> FindTakenAsync(IReadOnlyCollection<string> normalizedNames, CancellationToken cancellationToken)
    {
        var names = normalizedNames.ToArray();
        return (await context.Database.SqlQuery<string>(
                $"""SELECT wanted.name AS "Value" FROM unnest({names}) AS wanted(name) WHERE EXISTS (SELECT 1 FROM du_find_login(wanted.name))""")
            .ToListAsync(cancellationToken)).ToHashSet(StringComparer.Ordinal);
    }
}
