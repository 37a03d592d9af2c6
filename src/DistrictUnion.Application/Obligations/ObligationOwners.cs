using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Accounts;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Obligations;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Obligations;

/// <summary>Where a unit stands, to find who owns its work.</summary>
internal readonly record struct UnitPlace(UnitLevel Level, SchoolId? School, BranchId? Branch, ZoneId? Zone);

/// <summary>Who owns an obligation today.</summary>
/// <param name="Role">Post that owns it.</param>
/// <param name="People">Names of those who hold the post; empty: nobody does.</param>
/// <param name="Goes">Post to which it goes while nobody holds the own one; null: somebody does.</param>
/// <param name="StandIns">Names of those who hold that post.</param>
public sealed record OwnerView(Role Role, IReadOnlyList<string> People, Role? Goes, IReadOnlyList<string> StandIns);

/// <summary>
/// Finds who owns obligations by the posts that are held today: a handover moves open work without touching it, and what has no owner
/// goes to the level above.
/// </summary>
internal sealed class ObligationOwners(IUnionDb db, TimeProvider clock)
{
    private static readonly Role[] Above = [Role.BranchLead, Role.SchoolChair, Role.ZoneLead, Role.DistrictOfficer, Role.DistrictAdmin];

    /// <summary>The posts of units, in one statement.</summary>
    public async Task<OwnersOfUnits> LoadAsync(IReadOnlyCollection<UnitPlace> places, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var schools = places.Select(p => p.School).OfType<SchoolId>().Distinct().ToList();
        var branches = places.Select(p => p.Branch).OfType<BranchId>().Distinct().ToList();
        var zones = places.Select(p => p.Zone).OfType<ZoneId>().Distinct().ToList();
        Role[] ofDistrict = [Role.DistrictOfficer, Role.DistrictAdmin, Role.DistrictApprover];
        var held = await db.Posts.AsNoTracking().Where(p => p.From <= today && (p.To == null || p.To > today))
            .Where(p => (p.SchoolId != null && schools.Contains(p.SchoolId.Value)) || (p.BranchId != null && branches.Contains(p.BranchId.Value))
                || (p.ZoneId != null && zones.Contains(p.ZoneId.Value)) || ofDistrict.Contains(p.Role))
            .Join(db.Users, p => p.UserId, u => u.Id, (p, u) => new { p.Role, p.SchoolId, p.BranchId, p.ZoneId, u.Id, u.DisplayName })
            .OrderBy(p => p.DisplayName).ToListAsync(cancellationToken);
        return new OwnersOfUnits(held.ToLookup(p => (p.Role, (Guid?)(p.BranchId?.Value ?? p.SchoolId?.Value ?? p.ZoneId?.Value)), p => (p.Id, p.DisplayName)));
    }

    /// <summary>The posts of units.</summary>
    internal sealed class OwnersOfUnits(ILookup<(Role Role, Guid? Scope), (UserId Id, string Name)> held)
    {
        /// <summary>Who owns what a post of a unit owns.</summary>
        public OwnerView Of(Role role, UnitPlace place)
        {
            var (holding, people) = Find(role, place);
            List<string> names = [.. people.Select(p => p.Name)];
            return holding == role && names.Count > 0 ? new OwnerView(role, names, null, []) : new OwnerView(role, [], holding, names);
        }

        /// <summary>Whom to tell of what a post of a unit owns: who holds it, else who holds the post above.</summary>
        public IEnumerable<UserId> PeopleOf(Role role, UnitPlace place) => Find(role, place).People.Select(p => p.Id);

        private (Role Role, IEnumerable<(UserId Id, string Name)> People) Find(Role role, UnitPlace place)
        {
            foreach (var post in Above.SkipWhile(r => r != role && Roles.ScopeOf(r) > Roles.ScopeOf(role)).Where(r => r != role).Prepend(role))
            {
                if (held[(post, ScopeOf(post, place))] is var people && people.Any())
                    return (post, people);
            }

            return (Role.DistrictAdmin, []);
        }

        private static Guid? ScopeOf(Role role, UnitPlace place) => Roles.ScopeOf(role) switch
        {
            ScopeKind.Branch => place.Branch?.Value,
            ScopeKind.School => place.School?.Value,
            ScopeKind.Zone => place.Zone?.Value,
            _ => null,
        };
    }
}
