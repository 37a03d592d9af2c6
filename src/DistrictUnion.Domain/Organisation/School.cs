using DistrictUnion.Domain.Common;

namespace DistrictUnion.Domain.Organisation;

/// <summary>Who runs a school.</summary>
public enum SchoolOwnership
{
    /// <summary>Public (公办).</summary>
    Public,

    /// <summary>Private (民办).</summary>
    Private,
}

/// <summary>Where a school stands.</summary>
public enum SchoolSetting
{
    /// <summary>In town.</summary>
    Urban,

    /// <summary>In the countryside.</summary>
    Rural,
}

/// <summary>A term of office of a school union's committee.</summary>
/// <param name="StartsOn">First day.</param>
/// <param name="EndsOn">Last day, inclusive.</param>
public sealed record UnionTerm(DateOnly StartsOn, DateOnly EndsOn);

/// <summary>What a district records about a school.</summary>
/// <param name="Name">Name shown to people.</param>
/// <param name="ZoneId">Zone.</param>
/// <param name="Stage">Stage.</param>
/// <param name="Ownership">Who runs it.</param>
/// <param name="Setting">Where it stands.</param>
/// <param name="Members">Union members, heads.</param>
/// <param name="CountingKind">Kind of branch that head counts roll up from.</param>
/// <param name="Titles">Grade codes the school holds.</param>
/// <param name="From">First day of the school; null: always there.</param>
/// <param name="To">First day on which it no longer exists; null: still there.</param>
public sealed record SchoolProfile(
    string Name,
    ZoneId ZoneId,
    SchoolStage Stage,
    SchoolOwnership Ownership,
    SchoolSetting Setting,
    int Members,
    BranchKind CountingKind,
    IReadOnlyList<string> Titles,
    DateOnly? From,
    DateOnly? To)
{
    /// <summary>Term of office of the union's committee; null: not recorded.</summary>
    public UnionTerm? Term { get; init; }
}

/// <summary>A school union (学校工会): the tenant inside a district.</summary>
public sealed class School : AggregateRoot, ISchoolOwned
{
    private School()
    {
    }

    /// <inheritdoc/>
    public DistrictId DistrictId { get; private set; }

    /// <summary>Identifier.</summary>
    public SchoolId Id { get; private set; }

    SchoolId ISchoolOwned.SchoolId => Id;

    /// <summary>Code, unique in the district, immutable.</summary>
    public string Code { get; private set; } = "";

    /// <summary>Name shown to people.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Zone.</summary>
    public ZoneId ZoneId { get; private set; }

    /// <summary>Stage.</summary>
    public SchoolStage Stage { get; private set; }

    /// <summary>Who runs the school.</summary>
    public SchoolOwnership Ownership { get; private set; }

    /// <summary>Where it stands.</summary>
    public SchoolSetting Setting { get; private set; }

    /// <summary>Union members, heads.</summary>
    public int Members { get; private set; }

    /// <summary>Kind of branch that head counts roll up from.</summary>
    public BranchKind CountingKind { get; private set; }

    /// <summary>Grade codes the school holds, in ordinal order.</summary>
    public IReadOnlyList<string> Titles { get; private set; } = [];

    /// <summary>First day; null: always there.</summary>
    public DateOnly? ActiveFrom { get; private set; }

    /// <summary>First day on which it no longer exists; null: still there.</summary>
    public DateOnly? ActiveTo { get; private set; }

    /// <summary>First day of the union committee's term of office.</summary>
    public DateOnly? TermStartsOn { get; private set; }

    /// <summary>Last day of the union committee's term of office.</summary>
    public DateOnly? TermEndsOn { get; private set; }

    /// <summary>Term of office of the union's committee; null: not recorded.</summary>
    public UnionTerm? Term => TermStartsOn is { } starts && TermEndsOn is { } ends ? new UnionTerm(starts, ends) : null;

    /// <summary>Makes a school.</summary>
    public static School Create(DistrictId district, string code, SchoolProfile profile)
    {
        var school = new School { DistrictId = district, Id = SchoolId.New(), Code = code };
        school.Apply(profile);
        return school;
    }

    /// <summary>Takes over the profile; true when that changes anything.</summary>
    public bool Apply(SchoolProfile profile)
    {
        var titles = profile.Titles.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var changed = (Name, ZoneId, Stage, Ownership, Setting, Members, CountingKind, ActiveFrom, ActiveTo, Term)
                != (profile.Name, profile.ZoneId, profile.Stage, profile.Ownership, profile.Setting, profile.Members, profile.CountingKind,
                    profile.From, profile.To, profile.Term)
            || !Titles.SequenceEqual(titles, StringComparer.Ordinal);
        (Name, ZoneId, Stage, Ownership, Setting) = (profile.Name, profile.ZoneId, profile.Stage, profile.Ownership, profile.Setting);
        (Members, CountingKind, ActiveFrom, ActiveTo) = (profile.Members, profile.CountingKind, profile.From, profile.To);
        (TermStartsOn, TermEndsOn) = (profile.Term?.StartsOn, profile.Term?.EndsOn);
        if (changed)
            Titles = titles;
        return changed;
    }

    /// <summary>Takes a title on; true when it didn't hold it.</summary>
    public bool Hold(string title)
    {
        if (Titles.Contains(title, StringComparer.Ordinal))
            return false;
        Titles = [.. Titles.Append(title).Order(StringComparer.Ordinal)];
        return true;
    }

    /// <summary>Loses a title.</summary>
    public void Release(string title) => Titles = [.. Titles.Where(t => t != title)];

    /// <summary>Whether the school exists on a day.</summary>
    public bool IsActiveOn(DateOnly day) => (ActiveFrom is null || ActiveFrom <= day) && (ActiveTo is null || day < ActiveTo);
}
