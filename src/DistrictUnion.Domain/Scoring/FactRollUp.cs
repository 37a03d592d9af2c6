using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Schemes;

namespace DistrictUnion.Domain.Scoring;

/// <summary>
/// Rolls up what branches, school and district reported to the facts of one school, before any rule runs (scoring semantics,
/// section 3.1 and 3.3). The order in which branches, facts and events are given doesn't matter.
/// </summary>
internal sealed class FactRollUp
{
    private readonly CompiledScheme _scheme;
    private readonly ScoringInput _input;
    private readonly BranchStay[] _stays;
    private readonly Dictionary<(int Fact, string Code), Contribution> _events;

    public FactRollUp(CompiledScheme scheme, ScoringInput input)
    {
        _scheme = scheme;
        _input = input;
        _stays = new BranchStay[input.Branches.Count];
        for (var i = 0; i < _stays.Length; i++) _stays[i] = BranchStay.Of(input.Branches[i], input.WindowFrom, input.WindowTo);
        _events = CountedEvents();
    }

    /// <summary>All facts, by their index.</summary>
    public SchoolFact[] Compute()
    {
        var eventsByFact = _events.Count == 0 ? null : new List<Contribution>?[_scheme.Facts.Count];
        if (eventsByFact is not null)
        {
            foreach (var ((fact, _), contribution) in _events) (eventsByFact[fact] ??= []).Add(contribution);
        }

        var facts = new SchoolFact[_scheme.Facts.Count];
        var contributions = new List<Contribution>();
        foreach (var fact in _scheme.CompiledFacts)
        {
            contributions.Clear();
            AddValues(fact, contributions);
            if (eventsByFact?[fact.Index] is { } events) contributions.AddRange(events);
            if (contributions.Count > 0) facts[fact.Index] = Combine(fact, contributions);
            else if (fact.Definition.CountedBy is not null) facts[fact.Index] = SchoolFact.Of(Fraction.Zero);
        }

        return facts;
    }

    /// <summary>What goes into one fact, in a fixed order: values by branch, then events by date and code.</summary>
    public IReadOnlyList<Contribution> ContributionsOf(CompiledFact fact)
    {
        var contributions = new List<Contribution>();
        AddValues(fact, contributions);
        contributions.Sort(static (left, right) => string.CompareOrdinal(left.Branch?.Code, right.Branch?.Code));
        contributions.AddRange(_events
            .Where(pair => pair.Key.Fact == fact.Index)
            .OrderBy(pair => pair.Value.Event!.Date)
            .ThenBy(pair => pair.Key.Code, StringComparer.Ordinal)
            .Select(pair => pair.Value));
        return contributions;
    }

    private void AddValues(CompiledFact fact, List<Contribution> contributions)
    {
        var definition = fact.Definition;

        // What was typed before an amendment let a ledger make the number is nobody's word any more, and an empty ledger says 0.
        if (definition.CountedBy is not null) return;
        if (definition.Level != FactLevel.Branch)
        {
            if (_input.Facts.TryGetValue(definition.Code, out var own) && Fits(definition, own.Value)) contributions.Add(new(null, own.Value, own.Source));
            return;
        }

        for (var i = 0; i < _stays.Length; i++)
        {
            var branch = _input.Branches[i];
            if (!Counts(definition, branch)
                || !branch.Facts.TryGetValue(definition.Code, out var recorded)
                || !Fits(definition, recorded.Value))
            {
                continue;
            }

            if (definition.Rollup == FactRollup.WeightedMean)
            {
                if (_stays[i].MemberDays > 0
                    && branch.Facts.TryGetValue(definition.Weight!, out var weight)
                    && weight.Value is NumberValue number)
                {
                    contributions.Add(new(branch, recorded.Value, recorded.Source, Weight: number.Value, Days: _stays[i].MemberDays));
                }
            }
            else if (_stays[i].IsHereAtEnd)
            {
                contributions.Add(new(branch, recorded.Value, recorded.Source));
            }
        }
    }

    /// <summary>One teacher sits in several branches at once, so heads come only from branches of the counting kind.</summary>
    private bool Counts(FactDefinition fact, BranchInput branch) =>
        fact.Counts != FactCounts.People || branch.Kind == _input.CountingKind;

    private Dictionary<(int Fact, string Code), Contribution> CountedEvents()
    {
        var counted = new Dictionary<(int, string), Contribution>();
        foreach (var branch in _input.Branches)
        {
            foreach (var happened in branch.Events)
            {
                if (EventFact(happened) is { Definition: { Level: FactLevel.Branch } definition } fact
                    && Counts(definition, branch)
                    && BranchStay.IsHereOn(branch, happened.Date))
                {
                    Count(counted, fact, branch, happened);
                }
            }
        }

        foreach (var happened in _input.Events)
        {
            if (EventFact(happened) is { } fact) Count(counted, fact, branch: null, happened);
        }

        return counted;
    }

    private CompiledFact? EventFact(RecordedEvent happened) =>
        happened.Date >= _input.WindowFrom
        && happened.Date <= _input.WindowTo
        && _scheme.FindFact(happened.Fact) is { } fact
        && EventRules.AcceptsEvents(fact.Definition)
        && (fact.Definition.CountedBy is not { } route || happened.Source.Route == route)
            ? fact
            : null;

    // An event that several branches report under one code counts once. The greatest value is taken, then the first branch and
    // day, so that neither result nor explanation depends on who reported first.
    private static void Count(
        Dictionary<(int, string), Contribution> counted, CompiledFact fact, BranchInput? branch, RecordedEvent happened)
    {
        var key = (fact.Index, happened.Code);
        if (!counted.TryGetValue(key, out var other) || GoesBefore(branch, happened, other))
            counted[key] = new(branch, new NumberValue(happened.Value), happened.Source, happened);
    }

    private static bool GoesBefore(BranchInput? branch, RecordedEvent happened, Contribution other)
    {
        if (happened.Value != other.Event!.Value) return happened.Value > other.Event.Value;
        var byBranch = string.CompareOrdinal(branch?.Code, other.Branch?.Code);
        return byBranch != 0 ? byBranch < 0 : happened.Date < other.Event.Date;
    }

    // A stored value may stem from before an amendment that changed the fact's type; then nobody has reported the new one.
    private static bool Fits(FactDefinition fact, FactValue value) => fact.Type switch
    {
        FactType.Boolean => value is BooleanValue,
        FactType.Integer or FactType.Decimal => value is NumberValue,
        FactType.Scores => value is ScoresValue,
        FactType.Ballots => value is BallotsValue,
        _ => value is AwardsValue,
    };

    private static SchoolFact Combine(CompiledFact fact, List<Contribution> contributions) => fact.Definition.Type switch
    {
        FactType.Boolean => SchoolFact.Of(fact.Definition.Rollup == FactRollup.All
            ? contributions.TrueForAll(static one => ((BooleanValue)one.Value).Value)
            : contributions.Exists(static one => ((BooleanValue)one.Value).Value)),
        FactType.Integer or FactType.Decimal => CombineNumbers(fact.Definition.Rollup, contributions),
        _ when contributions.Count == 1 => SchoolFact.Of(contributions[0].Value),
        FactType.Scores => new() { IsReported = true, Scores = [.. contributions.SelectMany(static one => ((ScoresValue)one.Value).Scores)] },
        FactType.Ballots => new() { IsReported = true, Ballots = Sum(contributions) },
        _ => new() { IsReported = true, Awards = [.. contributions.SelectMany(static one => ((AwardsValue)one.Value).Awards)] },
    };

    private static SchoolFact CombineNumbers(FactRollup? rollup, List<Contribution> contributions) => rollup switch
    {
        FactRollup.WeightedMean => WeightedMean(contributions),
        FactRollup.Mean => SchoolFact.Of(Fraction.From(contributions.Sum(NumberOf)) / contributions.Count),
        FactRollup.Min => SchoolFact.Of(contributions.Min(NumberOf)),
        FactRollup.Max => SchoolFact.Of(contributions.Max(NumberOf)),
        _ => SchoolFact.Of(contributions.Sum(NumberOf)),
    };

    private static SchoolFact WeightedMean(List<Contribution> contributions)
    {
        var sum = Fraction.Zero;
        var weights = Fraction.Zero;
        foreach (var one in contributions)
        {
            var weight = Fraction.From(one.Weight!.Value) * one.Days;
            sum += weight * NumberOf(one);
            weights += weight;
        }

        return weights.IsZero ? default : SchoolFact.Of(sum / weights);
    }

    private static BallotsValue Sum(List<Contribution> contributions)
    {
        var (eligible, returned, invalid) = (0L, 0L, 0L);
        var counts = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var one in contributions)
        {
            var ballots = (BallotsValue)one.Value;
            eligible += ballots.Eligible;
            returned += ballots.Returned;
            invalid += ballots.Invalid;
            foreach (var (option, count) in ballots.Counts) counts[option] = counts.GetValueOrDefault(option) + count;
        }

        return new(eligible, returned, invalid, counts);
    }

    // Values have at most 12 + 6 digits, so a decimal holds any sum of theirs exactly.
    private static decimal NumberOf(Contribution one) => ((NumberValue)one.Value).Value;
}
