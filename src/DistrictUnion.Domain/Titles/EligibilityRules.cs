using DistrictUnion.Domain.Common;

namespace DistrictUnion.Domain.Titles;

/// <summary>Judges units by rules of eligibility. Rates are compared as exact fractions, points as published.</summary>
public static class EligibilityRules
{
    /// <summary>What every rule that counts for the tier on the day says, in the programme's order. Who holds a tier holds the lower ones too.</summary>
    /// <param name="programme">Programme.</param>
    /// <param name="candidate">The unit.</param>
    /// <param name="tier">Tier applied for.</param>
    /// <param name="day">Day of judgement.</param>
    /// <param name="atEntry">Only what can be judged before anything is scored.</param>
    public static IReadOnlyList<EligibilityFinding> Judge(ProgrammeDefinition programme, Candidate candidate, string tier, DateOnly day, bool atEntry = false)
    {
        var known = WithLowerTiers(candidate, programme.Tiers);
        return [.. programme.Rules.Where(r => r.AppliesTo(tier, day) && (!atEntry || r.IsKnownAtEntry())).Select(r => Judge(r, known, tier, day))];
    }

    /// <summary>Examples of a programme's rules that come out otherwise than they say.</summary>
    public static IEnumerable<(EligibilityRule Rule, EligibilityExample Example)> Contradicted(ProgrammeDefinition programme) =>
        programme.Rules.SelectMany(rule => rule.Examples
            .Where(example => Judge(rule, WithLowerTiers(example.Candidate, programme.Tiers), example.Tier, example.Day).IsMet != example.IsMet)
            .Select(example => (rule, example)));

    /// <summary>The candidate with every tier below one that it holds, held at least since then (scoring semantics, section 4: a grade includes the lower ones).</summary>
    private static Candidate WithLowerTiers(Candidate candidate, IReadOnlyList<TierDefinition> tiers)
    {
        var held = new Dictionary<string, DateOnly?>(candidate.Titles, StringComparer.Ordinal);
        DateOnly? since = null;
        var isHeld = false;
        foreach (var tier in tiers.Select(t => t.Code))
        {
            if (held.TryGetValue(tier, out var own))
                since = !isHeld || own is null || own < since ? own : since;
            else if (!isHeld)
                continue;
            isHeld = true;
            held[tier] = since;
        }

        return candidate with { Titles = held };
    }

    private static EligibilityFinding Judge(EligibilityRule rule, Candidate candidate, string tier, DateOnly day)
    {
        var (isMet, finding) = rule.Kind switch
        {
            EligibilityKind.HoldsTitle => Holds(rule, candidate),
            EligibilityKind.HeldForYears => HeldForYears(rule, candidate, day),
            EligibilityKind.NotHolder => NotHolder(rule, candidate, tier, day),
            EligibilityKind.MinimumMembers => AtLeast("eligibility.members", candidate.Members, rule.Minimum),
            EligibilityKind.MinimumScore => AtLeast("eligibility.score", candidate.Total, rule.Minimum),
            EligibilityKind.SectionMinimum => SectionMinimum(rule, candidate),
            EligibilityKind.NoZeroNode => NoZeroNode(rule, candidate),
            EligibilityKind.RateAtLeast => RateAtLeast(rule, candidate),
            _ => (candidate.Vetoes.Count == 0, Statement.Of("eligibility.vetoes", ("vetoes", candidate.Vetoes))),
        };
        return new EligibilityFinding(rule.Code, isMet, rule.Kind == EligibilityKind.NoVeto, finding, rule.Clause);
    }

    private static (bool, Statement) Holds(EligibilityRule rule, Candidate candidate) =>
        (candidate.Titles.ContainsKey(rule.Title!), Statement.Of("eligibility.holds", ("title", rule.Title), ("held", candidate.Titles.Keys.Order(StringComparer.Ordinal).ToList())));

    private static (bool, Statement) HeldForYears(EligibilityRule rule, Candidate candidate, DateOnly day)
    {
        if (!candidate.Titles.TryGetValue(rule.Title!, out var since))
            return (false, Statement.Of("eligibility.holds", ("title", rule.Title), ("held", candidate.Titles.Keys.Order(StringComparer.Ordinal).ToList())));
        return (since is null || since.Value.AddYears(rule.Years!.Value) <= day, Statement.Of("eligibility.heldSince", ("title", rule.Title), ("since", since), ("years", rule.Years)));
    }

    private static (bool, Statement) NotHolder(EligibilityRule rule, Candidate candidate, string tier, DateOnly day)
    {
        var title = rule.Title ?? tier;
        var isHeld = candidate.Titles.TryGetValue(title, out var since);
        var isLongAgo = rule.Years is { } years && since is { } from && from.AddYears(years) <= day;
        return (!isHeld || isLongAgo, isHeld
            ? Statement.Of("eligibility.holder", ("title", title), ("since", since), ("years", rule.Years))
            : Statement.Of("eligibility.noHolder", ("title", title)));
    }

    private static (bool, Statement) AtLeast(string code, decimal? value, decimal? least) =>
        (value >= least, Statement.Of(code, ("value", value), ("least", least)));

    private static (bool, Statement) SectionMinimum(EligibilityRule rule, Candidate candidate)
    {
        var sections = candidate.Nodes.Where(n => n.Depth == 1).ToList();
        var below = sections.Where(n => n.Score is { } score && Fraction.From(score) * Fraction.Hundred < Fraction.From(rule.Percent!.Value) * Fraction.From(n.Max)).Select(n => n.Code).ToList();
        return (sections.Count > 0 && below.Count == 0, Statement.Of("eligibility.sections", ("percent", rule.Percent), ("below", below)));
    }

    private static (bool, Statement) NoZeroNode(EligibilityRule rule, Candidate candidate)
    {
        var nodes = candidate.Nodes.Where(n => n.Depth == rule.Depth).ToList();
        var zero = nodes.Where(n => n.Score == 0).Select(n => n.Code).ToList();
        return (nodes.Count > 0 && zero.Count == 0, Statement.Of("eligibility.zeroNodes", ("depth", rule.Depth), ("nodes", zero)));
    }

    private static (bool, Statement) RateAtLeast(EligibilityRule rule, Candidate candidate)
    {
        if (!candidate.Facts.TryGetValue(rule.Per!, out var whole) || whole == 0 || rule.Of.Any(o => !candidate.Facts.ContainsKey(o)))
            return (false, Statement.Of("eligibility.rateUnknown", ("of", rule.Of), ("per", rule.Per), ("percent", rule.Percent)));
        var part = rule.Of.Sum(o => candidate.Facts[o]);
        var rate = Fraction.From(part) / Fraction.From(whole) * Fraction.Hundred;
        return (rate >= Fraction.From(rule.Percent!.Value), Statement.Of("eligibility.rate", ("part", part), ("whole", whole), ("rate", rate.RoundHalfAwayFromZero(2)), ("percent", rule.Percent)));
    }
}
