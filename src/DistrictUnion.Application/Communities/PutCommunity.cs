using DistrictUnion.Application.Common;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Communities;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Communities;

/// <summary>What a community is to be.</summary>
/// <param name="Name">Name.</param>
/// <param name="Type">How closely its schools work together.</param>
/// <param name="Members">Schools with their days, past ones too; whoever is left out was never a member.</param>
/// <param name="IsActive">Whether it exists still.</param>
public sealed record CommunityInput(string Name, CommunityType Type, IReadOnlyList<CommunityMemberInput> Members, bool IsActive = true);

/// <summary>The days of a school in a community.</summary>
/// <param name="School">Code of the school.</param>
/// <param name="Role">Core or member.</param>
/// <param name="From">First day.</param>
/// <param name="To">First day that no longer counts; left out: until further notice.</param>
public sealed record CommunityMemberInput(string School, CommunityRole Role, DateOnly From, DateOnly? To = null);

/// <summary>Makes a community be exactly this.</summary>
public sealed record PutCommunity(string Code, CommunityId? Existing, CommunityInput Body, Precondition Precondition) : ICommand<Tagged<CommunityView>>;

internal sealed class PutCommunityValidator : AbstractValidator<PutCommunity>
{
    private const int MostMembers = 200;

    public PutCommunityValidator()
    {
        RuleFor(c => c.Code).BusinessCode();
        RuleFor(c => c.Body.Name).PersonalOrBusinessName();
        RuleFor(c => c.Body.Members).Must(m => m is { Count: > 0 }).WithErrorCode("community.empty").Must(m => m is null || m.Count <= MostMembers).WithErrorCode("list.tooLong");
        RuleForEach(c => c.Body.Members).ChildRules(m => m.RuleFor(x => x.To).Must((x, to) => to is null || to > x.From).WithErrorCode("range.endNotAfterStart"));
    }
}

internal sealed class PutCommunityHandler(IUnionDb db, ITenantContext tenant, CommunityViews views) : IHandler<PutCommunity, Tagged<CommunityView>>
{
    public async Task<Result<Tagged<CommunityView>>> Handle(PutCommunity request, CancellationToken cancellationToken)
    {
        var members = request.Body.Members;
        var codes = members.Select(m => m.School).ToList();
        var schools = await db.Schools.AsNoTracking().Where(s => codes.Contains(s.Code)).Select(s => new { s.Code, s.Id }).ToDictionaryAsync(s => s.Code, s => s.Id, StringComparer.Ordinal, cancellationToken);
        List<FieldError> unknown = [.. members.Index().Where(m => !schools.ContainsKey(m.Item.School)).Select(m => FieldError.Of($"members[{m.Index}].school", "school.unknown", ("school", m.Item.School)))];
        if (unknown.Count > 0)
            return new ValidationError(unknown);

        // A school is in one community at a time: changes of communities wait for one another at the district's first zone, which every district with schools has.
        await db.Zones.Where(z => z.Code == db.Zones.Min(x => x.Code)).ExecuteUpdateAsync(z => z.SetProperty(x => x.Name, x => x.Name), cancellationToken);
        var community = request.Existing is { } id ? await db.Communities.Include(c => c.Memberships).SingleOrDefaultAsync(c => c.Id == id, cancellationToken) : null;
        if (request.Precondition.Against(community) is { } precondition)
            return precondition;
        var created = community is null;
        community ??= Community.Create(tenant.RequireCaller().DistrictId, request.Code);
        List<CommunityTerm> terms = [.. members.Select(m => new CommunityTerm(schools[m.School], m.Role, m.From, m.To))];
        if (community.Apply(new CommunityProfile(request.Body.Name, request.Body.Type, request.Body.IsActive, terms)) is { } refusal)
            return refusal;
        if (community.IsActive && await TakenAsync(community.Id, terms, cancellationToken) is { Count: > 0 } taken)
            return new UnprocessableError("community.members", taken);
        if (created)
            db.Communities.Add(community);
        await db.SaveChangesAsync(cancellationToken);
        return await views.OneAcrossSchoolsAsync(community.Id, created, cancellationToken);
    }

    private async Task<List<FieldError>> TakenAsync(CommunityId community, List<CommunityTerm> terms, CancellationToken cancellationToken)
    {
        var schools = terms.Select(t => t.School).Distinct().ToList();
        var elsewhere = await db.CommunityMemberships.AsNoTracking().Where(m => schools.Contains(m.SchoolId) && m.CommunityId != community)
            .Join(db.Communities.Where(c => c.IsActive), m => m.CommunityId, c => c.Id, (m, c) => new { m.SchoolId, m.From, m.To, c.Name })
            .OrderBy(m => m.From).ToListAsync(cancellationToken);
        return [.. terms.Index()
            .Select(t => (t.Index, Other: elsewhere.Find(m => m.SchoolId == t.Item.School && t.Item.Meets(m.From, m.To))))
            .Where(t => t.Other is not null).Select(t => FieldError.Of($"members[{t.Index}].school", "community.taken", ("community", t.Other!.Name), ("from", t.Other.From)))];
    }
}
