using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Ranking;

namespace DistrictUnion.Domain.Titles;

/// <summary>Where the rules put a unit.</summary>
public enum SelectionVerdict
{
    /// <summary>Within the places.</summary>
    Selected,

    /// <summary>In line for a place that becomes free.</summary>
    Reserve,

    /// <summary>Has no rank.</summary>
    Unranked,

    /// <summary>Stands in a tie across the line that people must decide first.</summary>
    Undecided,
}

/// <summary>A unit that is ranked, with the marks that shares look at.</summary>
/// <param name="Unit">The unit as the ranking sees it.</param>
/// <param name="Marks">Marks, such as <c>setting:rural</c>.</param>
public sealed record SelectionCandidate(RankedSchool Unit, IReadOnlySet<string> Marks);

/// <summary>Where a unit stands and why.</summary>
/// <param name="Code">Code of the unit.</param>
/// <param name="Position">Place in the list.</param>
/// <param name="Rank">Rank; null: none.</param>
/// <param name="Ties">Units that share the rank.</param>
/// <param name="Verdict">Where the rules put it.</param>
/// <param name="Reason">Why.</param>
public sealed record SelectionLine(string Code, int Position, int? Rank, int Ties, SelectionVerdict Verdict, Statement Reason);

/// <summary>What the rules select, unit by unit.</summary>
/// <param name="Base">Units that the places are a share of.</param>
/// <param name="Places">Places.</param>
/// <param name="Lines">Every unit in ranking order.</param>
/// <param name="Shortlist">The list.</param>
public sealed record Selection(int Base, int Places, IReadOnlyList<SelectionLine> Lines, Shortlist Shortlist);

/// <summary>What changes when a unit is disqualified.</summary>
/// <param name="Leaves">Units that lose their place, the disqualified one first.</param>
/// <param name="Promoted">Units that get one, in order.</param>
/// <param name="IsBlocked">Whether a tie across the line would have to be decided first.</param>
public sealed record Counterfactual(IReadOnlyList<string> Leaves, IReadOnlyList<string> Promoted, bool IsBlocked);

/// <summary>Selects by a programme's places: rank, quota with its base, shares, reserves (scoring semantics, section 4).</summary>
public static class SelectionRules
{
    /// <summary>What the rules select.</summary>
    /// <param name="candidates">Every unit that applied; those without a rank by their outcome.</param>
    /// <param name="rule">Places.</param>
    /// <param name="inScope">Units that could have applied, for a share of all in scope.</param>
    public static Selection Select(IReadOnlyCollection<SelectionCandidate> candidates, PlaceRule rule, int inScope)
    {
        ArgumentNullException.ThrowIfNull(candidates);
        ArgumentNullException.ThrowIfNull(rule);
        var ranking = RankingRules.Rank(candidates.Select(c => c.Unit));
        var count = rule.Base == QuotaBase.InScope ? inScope : Quota.Count(rule.Base, candidates.Select(c => c.Unit.Outcome));
        var places = rule.Places ?? Quota.AtMost(rule.Percent ?? 0, count);
        var shares = rule.AtLeast.Select(s => new MinimumShare(s.Name, s.Percent, MarkedBy(s.Mark, candidates))).ToList();
        var limits = rule.AtMost.Select(s => new MaximumShare(s.Name, s.Percent, MarkedBy(s.Mark, candidates))).ToList();
        var shortlist = ShortlistRules.Select(ranking, places, shares, limits);
        return new Selection(count, places, Explain(ranking, places, shares, limits, shortlist), shortlist);
    }

    /// <summary>What would change if a unit were disqualified: everything ranked and selected anew, and laid beside what is.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="candidates">Every unit that applied.</param>
    /// <param name="rule">Places.</param>
    /// <param name="inScope">Units that could have applied.</param>
    /// <param name="chosen">Who has a place once a decision departs from the list; null: the list itself.</param>
    public static Counterfactual Without(
        string unit, IReadOnlyCollection<SelectionCandidate> candidates, PlaceRule rule, int inScope, Func<Selection, IReadOnlyList<string>>? chosen = null)
    {
        chosen ??= s => s.Shortlist.Selected;
        var now = chosen(Select(candidates, rule, inScope));
        var selection = Select(
            [.. candidates.Select(c => c.Unit.Code == unit ? c with { Unit = c.Unit with { Outcome = Scoring.Outcome.Disqualified } } : c)], rule, inScope);
        var then = chosen(selection);
        return new Counterfactual(
            [.. now.Except(then, StringComparer.Ordinal).OrderByDescending(code => code == unit)],
            [.. then.Except(now, StringComparer.Ordinal)],
            selection.Shortlist.IsBlocked);
    }

    private static HashSet<string> MarkedBy(string mark, IEnumerable<SelectionCandidate> candidates) =>
        candidates.Where(c => c.Marks.Contains(mark)).Select(c => c.Unit.Code).ToHashSet(StringComparer.Ordinal);

    private static List<SelectionLine> Explain(
        IReadOnlyList<RankingLine> ranking, int places, List<MinimumShare> shares, List<MaximumShare> limits, Shortlist shortlist)
    {
        var selected = shortlist.Selected.ToHashSet(StringComparer.Ordinal);
        var top = ranking.Where(l => l.Rank is not null).Take(places).Select(l => l.School.Code).ToHashSet(StringComparer.Ordinal);
        var reserves = shortlist.Reserves.Select((code, i) => (code, i)).ToDictionary(r => r.code, r => r.i + 1, StringComparer.Ordinal);
        var tied = shortlist.BlockingTies.SelectMany(tie => tie).ToHashSet(StringComparer.Ordinal);
        return [.. ranking.Select(line =>
        {
            var (code, rank) = (line.School.Code, line.Rank);
            var (verdict, reason) = rank is null
                ? (SelectionVerdict.Unranked, Statement.Of("selection.unranked", ("outcome", line.School.Outcome)))
                : tied.Contains(code)
                ? (SelectionVerdict.Undecided, Statement.Of("selection.tied", ("rank", rank), ("places", places)))
                : selected.Contains(code)
                    ? (SelectionVerdict.Selected, InReason(code, line.Position, places, top, shares))
                    : (SelectionVerdict.Reserve, OutReason(code, line.Position, places, reserves[code], top, limits));
            return new SelectionLine(code, line.Position, rank, line.Ties, verdict, reason);
        })];
    }

    private static Statement InReason(string code, int position, int places, HashSet<string> top, List<MinimumShare> shares) => top.Contains(code)
        ? Statement.Of("selection.withinPlaces", ("position", position), ("places", places))
        : Statement.Of("selection.byShare", ("position", position), ("places", places), ("shares", shares.Where(s => s.Members.Contains(code)).Select(s => s.Name).ToList()));

    private static Statement OutReason(string code, int position, int places, int reserve, HashSet<string> top, List<MaximumShare> limits)
    {
        if (!top.Contains(code))
            return Statement.Of("selection.reserve", ("position", position), ("places", places), ("reserve", reserve));
        var over = limits.Where(l => l.Members.Contains(code)).Select(l => l.Name).ToList();
        return over.Count > 0
            ? Statement.Of("selection.overLimit", ("position", position), ("limits", over), ("reserve", reserve))
            : Statement.Of("selection.gaveWay", ("position", position), ("reserve", reserve));
    }
}
