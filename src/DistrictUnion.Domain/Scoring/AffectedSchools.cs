namespace DistrictUnion.Domain.Scoring;

/// <summary>Days [<paramref name="From"/>, <paramref name="To"/>) of a branch at a school.</summary>
/// <typeparam name="TSchool">What identifies a school.</typeparam>
public readonly record struct DatedAffiliation<TSchool>(TSchool School, DateOnly From, DateOnly? To)
    where TSchool : notnull
{
    internal bool Touches(DateOnly windowFrom, DateOnly windowTo) =>
        From <= windowTo && (To is not { } end || (end > windowFrom && end > From));
}

/// <summary>
/// Which schools' scorecards a change of a branch touches. A branch has one report per round, which every school it belonged to in
/// the window reads: its facts by the window's last day, its events by their day, weighted means by member-days.
/// </summary>
public static class AffectedSchools
{
    /// <summary>Schools to recompute after the branch's report changed: all it belonged to on some day of the window.</summary>
    public static IReadOnlySet<TSchool> OfReport<TSchool>(
        IEnumerable<DatedAffiliation<TSchool>> affiliations, DateOnly windowFrom, DateOnly windowTo)
        where TSchool : notnull =>
        affiliations.Where(affiliation => affiliation.Touches(windowFrom, windowTo)).Select(affiliation => affiliation.School).ToHashSet();

    /// <summary>Schools to recompute after the branch moved: those before and those after.</summary>
    public static IReadOnlySet<TSchool> OfMove<TSchool>(
        IEnumerable<DatedAffiliation<TSchool>> before, IEnumerable<DatedAffiliation<TSchool>> after, DateOnly windowFrom, DateOnly windowTo)
        where TSchool : notnull =>
        OfReport(before.Concat(after), windowFrom, windowTo);

    /// <summary>The affiliations of a branch as one school's scoring reads them, in date order.</summary>
    public static IReadOnlyList<AffiliationSpan> SpansFor<TSchool>(TSchool school, IEnumerable<DatedAffiliation<TSchool>> affiliations)
        where TSchool : notnull =>
        [.. affiliations
            .OrderBy(affiliation => affiliation.From)
            .Select(affiliation => new AffiliationSpan(affiliation.From, affiliation.To, EqualityComparer<TSchool>.Default.Equals(affiliation.School, school)))];
}
