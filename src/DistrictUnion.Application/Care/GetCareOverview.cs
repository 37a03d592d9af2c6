using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Care;
using DistrictUnion.Domain.Common;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Care;

/// <summary>How many records of a category there are in the whole district.</summary>
/// <param name="Category">Category.</param>
/// <param name="Count">How many; null: hidden.</param>
public sealed record CareCategoryCount(CareCategory Category, int? Count);

/// <summary>How many records a school has.</summary>
/// <param name="School">Code.</param>
/// <param name="Name">Name.</param>
/// <param name="Count">How many; null: hidden.</param>
public sealed record CareSchoolCount(string School, string Name, int? Count);

/// <summary>How many records a zone's schools have.</summary>
/// <param name="Zone">Code.</param>
/// <param name="Name">Name.</param>
/// <param name="Count">How many; null: hidden.</param>
/// <param name="Schools">Its schools.</param>
public sealed record CareZoneCount(string Zone, string Name, int? Count, IReadOnlyList<CareSchoolCount> Schools);

/// <summary>How many records of a kind there are.</summary>
/// <param name="Kind">Kind.</param>
/// <param name="Total">In the whole district; null: hidden.</param>
/// <param name="Categories">By category, in the whole district.</param>
/// <param name="Zones">By zone and school: the own zone for a zone lead.</param>
public sealed record CareKindCount(CareKind Kind, int? Total, IReadOnlyList<CareCategoryCount> Categories, IReadOnlyList<CareZoneCount> Zones);

/// <summary>How much care there was in a year, small numbers hidden.</summary>
/// <param name="Year">Year of the events.</param>
/// <param name="Least">The least number that is shown.</param>
/// <param name="Kinds">By kind.</param>
public sealed record CareOverview(int Year, int Least, IReadOnlyList<CareKindCount> Kinds);

/// <summary>
/// The district's numbers of care records. What is hidden is decided once over the whole district, whoever asks: two callers who lay their
/// pages side by side learn no more than one.
/// </summary>
/// <param name="Year">Year of the events; null: this one.</param>
public sealed record GetCareOverview(int? Year) : IQuery<CareOverview>;

internal sealed class GetCareOverviewValidator : AbstractValidator<GetCareOverview>
{
    public GetCareOverviewValidator() => RuleFor(q => q.Year).Must(y => y is null or (>= 2000 and <= 2100)).WithErrorCode("plan.year");
}

internal sealed class GetCareOverviewHandler(IUnionDb db, ITenantContext tenant, TimeProvider clock) : IHandler<GetCareOverview, CareOverview>
{
    public async Task<Result<CareOverview>> Handle(GetCareOverview request, CancellationToken cancellationToken)
    {
        var year = request.Year ?? clock.Today().Year;
        var (from, to) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var counts = await db.CareRecords.AsNoTracking().Where(r => r.EventOn >= from && r.EventOn <= to && r.State != CareState.Waived)
            .GroupBy(r => new { r.SchoolId, r.Kind, r.Category }).Select(g => new { g.Key.SchoolId, g.Key.Kind, g.Key.Category, Count = g.Count() }).ToListAsync(cancellationToken);

        // A school that didn't exist in the year has no number: everybody knows that it would be none.
        var places = await db.Schools.AsNoTracking().Where(s => (s.ActiveFrom == null || s.ActiveFrom <= to) && (s.ActiveTo == null || s.ActiveTo > from))
            .Join(db.Zones, s => s.ZoneId, z => z.Id, (s, z) => new { School = s, Zone = z }).OrderBy(p => p.Zone.Code).ThenBy(p => p.School.Code)
            .Select(p => new Place(p.School.Id, p.School.Code, p.School.Name, p.Zone.Id, p.Zone.Code, p.Zone.Name)).ToListAsync(cancellationToken);
        var known = places.Select(p => p.School).ToHashSet();
        var (byKind, ownZone) = (counts.Where(c => known.Contains(c.SchoolId)).ToLookup(c => c.Kind), tenant.RequireCaller().OwnZone);
        return new CareOverview(year, SmallCells.Least, [.. Enum.GetValues<CareKind>().Select(kind => CountOf(
            kind,
            byKind[kind].GroupBy(c => c.Category).ToDictionary(g => g.Key, g => g.Sum(c => c.Count)),
            byKind[kind].GroupBy(c => c.SchoolId).ToDictionary(g => g.Key, g => g.Sum(c => c.Count)),
            places,
            ownZone))]);
    }

    private static CareKindCount CountOf(
        CareKind kind, Dictionary<CareCategory, int> byCategory, Dictionary<SchoolId, int> bySchool, List<Place> places, ZoneId? ownZone)
    {
        var total = SmallCells.Total(byCategory.Values.Sum());
        var categories = SmallCells.Of([.. CareCategories.Of(kind).Select(c => new Cell<CareCategory>(c, byCategory.GetValueOrDefault(c)))], total is not null);
        var zones = places.GroupBy(p => (p.Zone, p.ZoneCode, p.ZoneName)).ToList();
        var byZone = SmallCells.Of([.. zones.Select(z => new Cell<ZoneId>(z.Key.Zone, z.Sum(p => bySchool.GetValueOrDefault(p.School))))], total is not null).ToDictionary(c => c.Key, c => c.Count);
        return new CareKindCount(
            kind,
            total,
            [.. categories.Select(c => new CareCategoryCount(c.Key, c.Count))],
            [.. zones.Where(z => ownZone is null || z.Key.Zone == ownZone).Select(z => new CareZoneCount(
                z.Key.ZoneCode,
                z.Key.ZoneName,
                byZone[z.Key.Zone],
                [.. SmallCells.Of([.. z.Select(p => new Cell<Place>(p, bySchool.GetValueOrDefault(p.School)))], byZone[z.Key.Zone] is not null).Select(c => new CareSchoolCount(c.Key.Code, c.Key.Name, c.Count))]))]);
    }

    private sealed record Place(SchoolId School, string Code, string Name, ZoneId Zone, string ZoneCode, string ZoneName);
}
