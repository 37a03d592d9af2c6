using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Obligations;

namespace DistrictUnion.Domain.Congresses;

/// <summary>Numbers that a school's congresses, proposals and disclosures make for schemes; rates are what rules make of two of them.</summary>
public enum CongressFigure
{
    /// <summary>Congresses held validly.</summary>
    CongressesHeld,

    /// <summary>People entitled to take part in them.</summary>
    Delegates,

    /// <summary>People present at them.</summary>
    Present,

    /// <summary>Proposals handed in to them.</summary>
    ProposalsSubmitted,

    /// <summary>Proposals accepted.</summary>
    ProposalsAccepted,

    /// <summary>Accepted proposals with a reply that stands.</summary>
    ProposalsReplied,

    /// <summary>Accepted proposals whose reply was rated.</summary>
    ProposalsRated,

    /// <summary>Rated satisfied or mostly satisfied.</summary>
    ProposalsSatisfied,

    /// <summary>Rated satisfied.</summary>
    ProposalsFullySatisfied,

    /// <summary>Items made public, with proof.</summary>
    DisclosuresPosted,

    /// <summary>Categories made public, or told to have brought nothing, counted once a semester each.</summary>
    DisclosedCategories,
}

/// <summary>What counts of a proposal.</summary>
/// <param name="State">Where it stands.</param>
/// <param name="Rating">What the proposer thinks.</param>
public readonly record struct ProposalStanding(ProposalState State, ProposalRating? Rating);

/// <summary>What counts of something made public.</summary>
/// <param name="Id">Identifier.</param>
/// <param name="Category">What it is about.</param>
/// <param name="PostedOn">Day.</param>
/// <param name="IsNothing">Whether the semester brought nothing.</param>
public readonly record struct DisclosureStanding(Guid Id, DisclosureCategory Category, DateOnly PostedOn, bool IsNothing);

/// <summary>Something that makes a number grow on a day.</summary>
/// <param name="Reference">What, by its code.</param>
/// <param name="On">Day.</param>
/// <param name="Value">By how much.</param>
public readonly record struct CongressCredit(string Reference, DateOnly On, int Value);

/// <summary>Counts: whole numbers only, so that a rate of two of them stays exact.</summary>
public static class CongressFigures
{
    /// <summary>What a valid congress and its proposals give, on the day on which it was held: numerator and denominator of a rate never fall into different rounds.</summary>
    public static int? Of(Congress congress, IReadOnlyCollection<ProposalStanding> proposals, CongressFigure figure)
    {
        ArgumentNullException.ThrowIfNull(congress);
        return !congress.IsValid ? null : figure switch
        {
            CongressFigure.CongressesHeld => 1,
            CongressFigure.Delegates => congress.Delegates,
            CongressFigure.Present => congress.Present,
            CongressFigure.ProposalsSubmitted => proposals.Count(p => p.State != ProposalState.Draft),
            CongressFigure.ProposalsAccepted => proposals.Count(p => IsAccepted(p.State)),
            CongressFigure.ProposalsReplied => proposals.Count(p => IsReplied(p.State)),
            CongressFigure.ProposalsRated => proposals.Count(p => p.State == ProposalState.Rated),
            CongressFigure.ProposalsSatisfied => proposals.Count(p => p is { State: ProposalState.Rated, Rating: ProposalRating.Satisfied or ProposalRating.Mostly }),
            CongressFigure.ProposalsFullySatisfied => proposals.Count(p => p is { State: ProposalState.Rated, Rating: ProposalRating.Satisfied }),
            _ => null,
        };
    }

    /// <summary>What disclosures that count give, each on its day.</summary>
    public static IEnumerable<CongressCredit> Of(IEnumerable<DisclosureStanding> disclosures, CongressFigure figure) => figure switch
    {
        CongressFigure.DisclosuresPosted => disclosures.Where(d => !d.IsNothing).Select(d => new CongressCredit($"disclosure:{d.Id}", d.PostedOn, 1)),
        CongressFigure.DisclosedCategories => disclosures.GroupBy(d => (SemesterOf(d.PostedOn).Key, d.Category))
            .Select(g => new CongressCredit($"disclosure:{g.Key.Key}:{Words.Camel(g.Key.Category)}", g.Min(d => d.PostedOn), 1)),
        _ => [],
    };

    /// <summary>The day on which the last category of a semester was made public, or told to have brought nothing; null: some are missing.</summary>
    public static DateOnly? CompleteOn(IEnumerable<DisclosureStanding> ofSemester)
    {
        var first = ofSemester.GroupBy(d => d.Category).Select(g => g.Min(d => d.PostedOn)).ToList();
        return first.Count == Enum.GetValues<DisclosureCategory>().Length ? first.Max() : null;
    }

    /// <summary>The semester that holds a day.</summary>
    public static DuePeriod SemesterOf(DateOnly day) => DueRules.PeriodOf(Recurrence.Semester, day);

    /// <summary>The school year that holds a day.</summary>
    public static DuePeriod SchoolYearOf(DateOnly day) => DueRules.PeriodOf(Recurrence.SchoolYear, day);

    /// <summary>Whether a proposal was accepted.</summary>
    public static bool IsAccepted(ProposalState state) => state is ProposalState.Accepted or ProposalState.Assigned || IsReplied(state);

    /// <summary>Whether a proposal has a reply that stands.</summary>
    public static bool IsReplied(ProposalState state) => state is ProposalState.Replied or ProposalState.Rated;
}
