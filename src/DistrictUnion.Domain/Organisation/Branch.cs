using DistrictUnion.Domain.Common;

namespace DistrictUnion.Domain.Organisation;

/// <summary>A branch (工会小组, 年级组, 教研组, 中心). It belongs to one school at a time; moves are dated.</summary>
public sealed class Branch : AggregateRoot, IBranchOwned
{
    private readonly List<BranchAffiliation> affiliations = [];

    private Branch()
    {
    }

    /// <inheritdoc/>
    public DistrictId DistrictId { get; private set; }

    /// <summary>Identifier; a move keeps it.</summary>
    public BranchId Id { get; private set; }

    BranchId IBranchOwned.BranchId => Id;

    /// <summary>Code, unique in the district, immutable.</summary>
    public string Code { get; private set; } = "";

    /// <summary>Name shown to people.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Kind.</summary>
    public BranchKind Kind { get; private set; }

    /// <summary>Schools by date, without overlaps.</summary>
    public IReadOnlyList<BranchAffiliation> Affiliations => affiliations;

    /// <summary>Founds a branch at a school.</summary>
    public static Branch Create(DistrictId district, string code, string name, BranchKind kind, SchoolId school, DateOnly from, DateOnly? to)
    {
        var branch = new Branch { DistrictId = district, Id = BranchId.New(), Code = code, Name = name, Kind = kind };
        branch.affiliations.Add(new BranchAffiliation(district, branch.Id, 1, school, from, to));
        return branch;
    }

    /// <summary>The school on a day; null when the branch belonged to none.</summary>
    public SchoolId? SchoolOn(DateOnly day) => affiliations.Find(a => a.Covers(day))?.SchoolId;

    /// <summary>Every school the branch belonged to on some day of a window, both ends inclusive.</summary>
    public IReadOnlyList<SchoolId> SchoolsWithin(DateOnly from, DateOnly to) =>
        [.. affiliations.Where(a => a.Touches(from, to)).Select(a => a.SchoolId).Distinct()];

    /// <summary>The last affiliation by date.</summary>
    public BranchAffiliation Latest => affiliations.MaxBy(a => a.Sequence)!;

    /// <summary>Whether the history has it already that the branch was at a school before it moved on; an open end is the day it moved.</summary>
    public bool WasAt(SchoolId school, DateOnly from, DateOnly? to) =>
        affiliations.Exists(a => a != Latest && a.SchoolId == school && a.From == from && (to is null || to == a.To));

    /// <summary>
    /// Takes over name, kind and days at a school. Another school than the latest moves the branch there from
    /// <paramref name="from"/> on; the same school corrects its days.
    /// </summary>
    /// <returns>The refusal, or null; <c>Changed</c> tells whether anything is different now.</returns>
    public (bool Changed, Error? Refusal) Place(string name, BranchKind kind, SchoolId school, DateOnly from, DateOnly? to)
    {
        var latest = Latest;
        var moves = latest.SchoolId != school;
        if (moves && from <= latest.From)
            return (false, ValidationError.Of("from", "branch.moveNotAfterLatest", ("from", latest.From)));
        var before = affiliations.Where(a => a != latest).MaxBy(a => a.Sequence);
        if (!moves && before is not null && from < (before.To ?? DateOnly.MaxValue))
            return (false, ValidationError.Of("from", "branch.overlapsEarlierSchool", ("to", before.To)));

        var changed = (Name, Kind) != (name, kind);
        (Name, Kind) = (name, kind);
        if (moves)
        {
            if (latest.To is null || latest.To > from)
                latest.End(from);
            affiliations.Add(new BranchAffiliation(DistrictId, Id, latest.Sequence + 1, school, from, to));
            return (true, null);
        }

        return (latest.Correct(from, to) || changed, null);
    }
}

/// <summary>The days [<see cref="From"/>, <see cref="To"/>) a branch belongs to a school.</summary>
public sealed class BranchAffiliation : ISchoolOwned
{
    internal BranchAffiliation(DistrictId district, BranchId branch, int sequence, SchoolId school, DateOnly from, DateOnly? to) =>
        (DistrictId, BranchId, Sequence, SchoolId, From, To) = (district, branch, sequence, school, from, to);

    private BranchAffiliation()
    {
    }

    /// <inheritdoc/>
    public DistrictId DistrictId { get; private set; }

    /// <summary>Branch.</summary>
    public BranchId BranchId { get; private set; }

    /// <summary>Place in the branch's history, from 1.</summary>
    public int Sequence { get; private set; }

    /// <inheritdoc/>
    public SchoolId SchoolId { get; private set; }

    /// <summary>First day.</summary>
    public DateOnly From { get; private set; }

    /// <summary>First day that no longer counts; null: until further notice.</summary>
    public DateOnly? To { get; private set; }

    /// <summary>Whether a day counts.</summary>
    public bool Covers(DateOnly day) => From <= day && (To is null || day < To);

    /// <summary>Whether any day of a window counts, both ends of the window inclusive.</summary>
    public bool Touches(DateOnly from, DateOnly to) => From <= to && (To is null || from < To);

    internal void End(DateOnly day) => To = day;

    internal bool Correct(DateOnly from, DateOnly? to)
    {
        var changed = (From, To) != (from, to);
        (From, To) = (from, to);
        return changed;
    }
}
