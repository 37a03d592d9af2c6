using DistrictUnion.Domain.Common;

namespace DistrictUnion.Domain.Communities;

/// <summary>How closely the schools of a community work together.</summary>
public enum CommunityType
{
    /// <summary>Merged (融合型).</summary>
    Merged,

    /// <summary>Co-built (共建型).</summary>
    CoBuilt,

    /// <summary>Cooperative (协作型).</summary>
    Cooperative,
}

/// <summary>What a school is in its community.</summary>
public enum CommunityRole
{
    /// <summary>Core school (核心校).</summary>
    Core,

    /// <summary>Member school (成员校).</summary>
    Member,
}

/// <summary>The days [<see cref="From"/>, <see cref="To"/>) that a school belongs to a community.</summary>
/// <param name="School">School.</param>
/// <param name="Role">Core or member.</param>
/// <param name="From">First day.</param>
/// <param name="To">First day that no longer counts; null: until further notice.</param>
public sealed record CommunityTerm(SchoolId School, CommunityRole Role, DateOnly From, DateOnly? To)
{
    /// <summary>Whether a day counts.</summary>
    public bool Covers(DateOnly day) => From <= day && (To is null || day < To);

    /// <summary>Whether both have a day in common.</summary>
    public bool Meets(DateOnly from, DateOnly? to) => (to is null || From < to) && (To is null || from < To);
}

/// <summary>What a district records about a community.</summary>
/// <param name="Name">Name shown to people.</param>
/// <param name="Type">How closely its schools work together.</param>
/// <param name="IsActive">Whether it exists still; an ended one binds nobody.</param>
/// <param name="Members">Schools with their days.</param>
public sealed record CommunityProfile(string Name, CommunityType Type, bool IsActive, IReadOnlyList<CommunityTerm> Members);

/// <summary>An education community (教育共同体): schools that are led by core schools and assessed together.</summary>
public sealed class Community : AggregateRoot, ITenantOwned
{
    private readonly List<CommunityMembership> memberships = [];

    private Community()
    {
    }

    /// <inheritdoc/>
    public DistrictId DistrictId { get; private set; }

    /// <summary>Identifier.</summary>
    public CommunityId Id { get; private set; }

    /// <summary>Code, unique in the district, immutable.</summary>
    public string Code { get; private set; } = "";

    /// <summary>Name shown to people.</summary>
    public string Name { get; private set; } = "";

    /// <summary>How closely its schools work together.</summary>
    public CommunityType Type { get; private set; }

    /// <summary>Whether it exists still.</summary>
    public bool IsActive { get; private set; }

    /// <summary>Schools with their days, without overlaps of one school.</summary>
    public IReadOnlyList<CommunityMembership> Memberships => memberships;

    /// <summary>Makes a community without schools; <see cref="Apply"/> brings them.</summary>
    public static Community Create(DistrictId district, string code) => new() { DistrictId = district, Id = CommunityId.New(), Code = code };

    /// <summary>Takes over the profile: who isn't named any more was never a member.</summary>
    /// <returns>The refusal, at the place of the member; null when the profile holds.</returns>
    public Error? Apply(CommunityProfile profile)
    {
        var problems = Check(profile.Members).ToList();
        if (problems.Count > 0)
            return new UnprocessableError("community.members", problems);
        (Name, Type, IsActive) = (profile.Name, profile.Type, profile.IsActive);
        memberships.RemoveAll(m => !profile.Members.Any(m.Is));
        foreach (var term in profile.Members)
        {
            if (memberships.Find(m => m.Is(term)) is { } kept)
                kept.Set(term);
            else
                memberships.Add(new CommunityMembership(DistrictId, Id, term));
        }

        return null;
    }

    /// <summary>A school is there once a day, and on no day without a core school.</summary>
    private static IEnumerable<FieldError> Check(IReadOnlyList<CommunityTerm> members)
    {
        for (var i = 0; i < members.Count; i++)
        {
            if (members.Take(i).Any(m => m.School == members[i].School && m.Meets(members[i].From, members[i].To)))
                yield return FieldError.Of($"members[{i}].school", "community.twice");
        }

        var cores = members.Where(m => m.Role == CommunityRole.Core).ToList();
        var turns = members.Select(m => m.From).Concat(cores.Where(c => c.To is not null).Select(c => c.To!.Value));
        foreach (var day in turns.Where(day => members.Any(m => m.Covers(day)) && !cores.Exists(c => c.Covers(day))).Order().Take(1))
            yield return FieldError.Of("members", "community.noCore", ("day", day));
    }
}

/// <summary>The days that a school belongs to a community. Everybody of the district may see them: communities are public.</summary>
public sealed class CommunityMembership : ITenantOwned
{
    internal CommunityMembership(DistrictId district, CommunityId community, CommunityTerm term) =>
        (DistrictId, CommunityId, SchoolId, Role, From, To) = (district, community, term.School, term.Role, term.From, term.To);

    private CommunityMembership()
    {
    }

    /// <inheritdoc/>
    public DistrictId DistrictId { get; private set; }

    /// <summary>Community.</summary>
    public CommunityId CommunityId { get; private set; }

    /// <summary>School.</summary>
    public SchoolId SchoolId { get; private set; }

    /// <summary>Core or member.</summary>
    public CommunityRole Role { get; private set; }

    /// <summary>First day.</summary>
    public DateOnly From { get; private set; }

    /// <summary>First day that no longer counts; null: until further notice.</summary>
    public DateOnly? To { get; private set; }

    internal bool Is(CommunityTerm term) => (SchoolId, From) == (term.School, term.From);

    internal void Set(CommunityTerm term) => (Role, To) = (term.Role, term.To);
}
