using System.Globalization;
using DistrictUnion.Domain.Organisation;
using DistrictUnion.Domain.Scoring;

namespace DistrictUnion.UnitTests.Scoring;

/// <summary>Builds the input of one school.</summary>
internal sealed class TestInput
{
    public static readonly DateOnly From = new(2025, 9, 1);
    public static readonly DateOnly To = new(2025, 11, 10);
    public static readonly FactSource Source = new(FactRoute.Report, "chair", new DateTimeOffset(2025, 11, 9, 8, 0, 0, TimeSpan.Zero));

    private readonly Dictionary<string, RecordedFact> _facts = [];
    private readonly Dictionary<string, decimal> _claims = [];
    private readonly List<BranchInput> _branches = [];
    private readonly List<RecordedEvent> _events = [];
    private readonly List<string> _held = [];
    private ReviewInput? _zone;
    private ReviewInput? _district;
    private int _daysLate;
    private bool _isSubmitted = true;

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static FactValue Ballots(long eligible, long returned, long invalid, params (string Option, long Count)[] counts) =>
        new BallotsValue(eligible, returned, invalid, counts.ToDictionary(pair => pair.Option, pair => pair.Count));

    public static RecordedEvent Event(string code, string fact, string day, decimal value = 1) => new(code, fact, Day(day), value, null, Source);

    public static BranchInput Branch(
        string code,
        IEnumerable<(string Fact, object Value)> facts,
        IEnumerable<RecordedEvent>? events = null,
        BranchKind kind = BranchKind.UnionGroup,
        IReadOnlyList<AffiliationSpan>? affiliations = null) => new()
        {
            Code = code,
            Kind = kind,
            Affiliations = affiliations ?? [new(new(2020, 1, 1), null, Here: true)],
            Facts = facts.ToDictionary(fact => fact.Fact, fact => new RecordedFact(Value(fact.Value), Source)),
            Events = [.. events ?? []],
        };

    public TestInput Fact(string code, object value)
    {
        _facts[code] = new(Value(value), Source);
        return this;
    }

    public TestInput Claim(string node, decimal points)
    {
        _claims[node] = points;
        return this;
    }

    public TestInput With(params BranchInput[] branches)
    {
        _branches.AddRange(branches);
        return this;
    }

    public TestInput With(params RecordedEvent[] events)
    {
        _events.AddRange(events);
        return this;
    }

    public TestInput Holding(params string[] grades)
    {
        _held.AddRange(grades);
        return this;
    }

    public TestInput ZoneReview(IEnumerable<(string Node, decimal Score)> scores, params string[]? notApplicable)
    {
        _zone = Review(scores, notApplicable);
        return this;
    }

    public TestInput DistrictReview(IEnumerable<(string Node, decimal Score)> scores, params string[]? notApplicable)
    {
        _district = Review(scores, notApplicable);
        return this;
    }

    public TestInput Late(int days)
    {
        _daysLate = days;
        return this;
    }

    public TestInput NotSubmitted()
    {
        _isSubmitted = false;
        return this;
    }

    public ScoringInput Build() => new()
    {
        WindowFrom = From,
        WindowTo = To,
        CountingKind = BranchKind.UnionGroup,
        HeldGrades = _held,
        Evaluation = _isSubmitted ? new() { DaysLate = _daysLate, Claims = _claims } : null,
        Branches = _branches,
        Facts = _facts,
        Events = _events,
        ZoneReview = _zone,
        DistrictReview = _district,
    };

    private static ReviewInput Review(IEnumerable<(string Node, decimal Score)> scores, string[]? notApplicable) => new()
    {
        Scores = scores.ToDictionary(pair => pair.Node, pair => new ReviewScore(pair.Score, "现场核查", "officer", Source.At)),
        NotApplicable = notApplicable,
    };

    private static FactValue Value(object value) => value switch
    {
        FactValue given => given,
        bool boolean => new BooleanValue(boolean),
        int number => new NumberValue(number),
        decimal number => new NumberValue(number),
        decimal[] scores => new ScoresValue(scores),
        Award[] awards => new AwardsValue(awards),
        _ => throw new ArgumentException("No fact has such a value.", nameof(value)),
    };
}
