using DistrictUnion.Domain.Schemes;

namespace DistrictUnion.Domain.Scoring;

/// <summary>One reported value that goes into a school's fact: a branch's or the school's own value, or a dated event.</summary>
/// <param name="Branch">The branch; null for what the school or the district reports.</param>
/// <param name="Value">The value; an event's as a number.</param>
/// <param name="Source">Where it came from.</param>
/// <param name="Event">The event; null for a value.</param>
/// <param name="Weight">What the branch weighs in a weighted mean; null elsewhere.</param>
/// <param name="Days">Days that count in a weighted mean.</param>
internal readonly record struct Contribution(
    BranchInput? Branch, FactValue Value, FactSource Source, RecordedEvent? Event = null, decimal? Weight = null, long Days = 0);

/// <summary>How the days of a branch at the school count (scoring semantics, section 3.3).</summary>
/// <param name="IsHereAtEnd">Whether it belongs to the school on the last day of the window, so that its facts count.</param>
/// <param name="MemberDays">
/// Days by which a weighted mean weighs it. A branch that moved has the days it was here; one that did not has the whole window,
/// whenever it was founded.
/// </param>
internal readonly record struct BranchStay(bool IsHereAtEnd, long MemberDays)
{
    public static BranchStay Of(BranchInput branch, DateOnly from, DateOnly to)
    {
        var here = 0L;
        var isHereAtEnd = false;
        var wasElsewhere = false;
        foreach (var span in branch.Affiliations)
        {
            var first = span.From > from ? span.From : from;
            var end = span.To is { } last && last <= to ? last : to.AddDays(1);
            var days = end.DayNumber - first.DayNumber;
            if (days <= 0) continue;
            if (span.Here) here += days;
            else wasElsewhere = true;
            isHereAtEnd |= span.Here && end > to;
        }

        var wholeWindow = to.DayNumber - from.DayNumber + 1L;
        return new(isHereAtEnd, wasElsewhere ? here : isHereAtEnd ? wholeWindow : 0);
    }

    public static bool IsHereOn(BranchInput branch, DateOnly day) =>
        branch.Affiliations.Any(span => span.Here && span.From <= day && (span.To is not { } to || day < to));
}

/// <summary>Which facts take dated events.</summary>
public static class EventRules
{
    /// <summary>
    /// Whether a dated event may be reported for a fact. An event adds to a number, so the fact is a number and its roll-up, if
    /// it has one, is a sum: adding to a mean or a maximum has no meaning.
    /// </summary>
    public static bool AcceptsEvents(FactDefinition fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        return fact.Type is FactType.Integer or FactType.Decimal && (fact.Level != FactLevel.Branch || fact.Rollup == FactRollup.Sum);
    }
}
