using DistrictUnion.Application.Common;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Communities;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Communities;

/// <summary>A community of schools as others see it.</summary>
/// <param name="Code">Code.</param>
/// <param name="Name">Name.</param>
/// <param name="Type">How closely its schools work together.</param>
/// <param name="IsActive">Whether it exists still.</param>
/// <param name="Members">Schools with their days: cores first, then by code and day.</param>
public sealed record CommunityView(string Code, string Name, CommunityType Type, bool IsActive, IReadOnlyList<CommunityMemberView> Members);

/// <summary>The days of a school in a community.</summary>
/// <param name="School">Code of the school.</param>
/// <param name="Name">Name of the school.</param>
/// <param name="Role">Core or member.</param>
/// <param name="From">First day.</param>
/// <param name="To">First day that no longer counts; null: until further notice.</param>
public sealed record CommunityMemberView(string School, string Name, CommunityRole Role, DateOnly From, DateOnly? To);

/// <summary>Makes views of communities. A school sees with whom it stands, so the names of other schools are read as well.</summary>
internal sealed class CommunityViews(IUnionDb db, IAcrossSchools acrossSchools)
{
    /// <summary>A page of communities by code; with a school, those that it belongs or belonged to.</summary>
    public async Task<Page<CommunityView>> PageAcrossSchoolsAsync(DateTimeOffset? updatedSince, string? school, PageRequest page, CancellationToken cancellationToken)
    {
        await using var reach = await acrossSchools.BeginAsync(cancellationToken);
        var found = await With(db.Communities.AsNoTracking()
            .Where(c => updatedSince == null || c.UpdatedAt >= updatedSince)
            .Where(c => school == null || c.Memberships.Any(m => db.Schools.Any(s => s.Id == m.SchoolId && s.Code == school)))
            .OrderBy(c => c.Code)).ToPageAsync(page, cancellationToken);
        return new Page<CommunityView>([.. found.Items.Select(f => f.View)], found.Number, found.PageSize, found.Total);
    }

    /// <summary>One community with its tag.</summary>
    public async Task<Tagged<CommunityView>> OneAcrossSchoolsAsync(CommunityId community, bool created, CancellationToken cancellationToken)
    {
        await using var reach = await acrossSchools.BeginAsync(cancellationToken);
        var found = await With(db.Communities.AsNoTracking().Where(c => c.Id == community)).SingleAsync(cancellationToken);
        return new Tagged<CommunityView>(found.View, found.Version, created);
    }

    /// <summary>Communities with their schools in one statement.</summary>
    private IQueryable<Found> With(IQueryable<Community> communities) => communities.AsSingleQuery().Select(c => new Found(
        c.Version,
        new CommunityView(
            c.Code,
            c.Name,
            c.Type,
            c.IsActive,
            db.CommunityMemberships.Where(m => m.CommunityId == c.Id).Join(db.Schools, m => m.SchoolId, s => s.Id, (m, s) => new { m, s })
                .OrderBy(x => x.m.Role).ThenBy(x => x.s.Code).ThenBy(x => x.m.From)
                .Select(x => new CommunityMemberView(x.s.Code, x.s.Name, x.m.Role, x.m.From, x.m.To)).ToList())));

    private sealed record Found(long Version, CommunityView View);
}
