using DistrictUnion.Domain.Organisation;
using DistrictUnion.Domain.Schemes;
using DistrictUnion.Domain.Scoring;

namespace DistrictUnion.UnitTests.Properties;

/// <summary>
/// A district in memory: branches with dated affiliations and reports, evaluations, district facts and reviews, changed by drawn
/// operations. Each operation names the schools it touches, so that stored results can be kept up to date by those alone.
/// </summary>
internal sealed class Ledger
{
    public static readonly string[] Schools = ["s1", "s2", "s3"];

    private static readonly DateOnly From = new(2025, 9, 1);
    private static readonly DateOnly To = new(2025, 11, 10);
    private static readonly FactSource Source = new(FactRoute.Report, "chair", DateTimeOffset.UnixEpoch);

    private readonly SchemeDefinition _scheme;
    private readonly CompiledScheme _compiled;
    private readonly List<Branch> _branches = [];
    private readonly Dictionary<string, SchoolDocuments> _documents = Schools.ToDictionary(school => school, _ => new SchoolDocuments());

    public Ledger(Draw draw, SchemeDefinition scheme)
    {
        _scheme = scheme;
        _compiled = CompiledScheme.Compile(scheme);
        foreach (var n in Enumerable.Range(1, draw.Int(2, 6)))
        {
            var branch = new Branch($"b{n}", draw.One(BranchKind.UnionGroup, BranchKind.UnionGroup, BranchKind.GradeGroup));
            branch.Affiliations.Add(new(draw.One(Schools), From.AddDays(draw.Int(-300, 20)), null));
            _branches.Add(branch);
        }
    }

    public CompiledScheme Scheme => _compiled;

    /// <summary>Applies one drawn operation.</summary>
    /// <returns>The schools whose results it may change.</returns>
    public IReadOnlyCollection<string> Change(Draw draw)
    {
        var school = draw.One(Schools);
        var documents = _documents[school];
        switch (draw.Int(1, 9))
        {
            case 1 or 2:
                return EditReport(draw);
            case 3:
                var branch = draw.One(_branches);
                branch.IsSubmitted = draw.Chance(75);
                return AffectedSchools.OfReport(branch.Affiliations, From, To);
            case 4:
                return Move(draw);
            case 5:
                Fill(draw, documents.OwnFacts, FactLevel.School);
                foreach (var leaf in draw.Some(_compiled.Nodes.Where(node => node.Rule is ManualRule), 60)) documents.Claims[leaf.Code] = draw.Decimal(0, 20, 2);
                break;
            case 6:
                documents.IsSubmitted = draw.Chance(80);
                documents.DaysLate = draw.Chance(70) ? 0 : draw.Int(1, 6);
                break;
            case 7:
                Fill(draw, documents.DistrictFacts, FactLevel.District);
                break;
            case 8:
                documents.Zone = Review(draw);
                break;
            default:
                documents.District = draw.Chance(20) ? null : Review(draw);
                break;
        }

        return [school];
    }

    /// <summary>Everything that counts for a school now, each collection in an order that may be drawn.</summary>
    public ScoringInput Input(string school, Draw? order = null)
    {
        IReadOnlyList<T> Ordered<T>(IEnumerable<T> items) => order is null ? [.. items] : order.Shuffled(items);
        Dictionary<string, RecordedFact> Recorded(IEnumerable<KeyValuePair<string, FactValue>> facts) =>
            Ordered(facts).ToDictionary(fact => fact.Key, fact => new RecordedFact(fact.Value, Source));

        var documents = _documents[school];
        var ownFacts = documents.IsSubmitted ? documents.OwnFacts : [];
        return new()
        {
            WindowFrom = From,
            WindowTo = To,
            CountingKind = BranchKind.UnionGroup,
            HeldGrades = ["good"],
            Evaluation = documents.IsSubmitted ? new() { DaysLate = documents.DaysLate, Claims = new Dictionary<string, decimal>(Ordered(documents.Claims)) } : null,
            Branches = Ordered(_branches.Where(branch => branch.IsSubmitted && branch.Affiliations.Exists(one => one.School == school)).Select(branch => new BranchInput
            {
                Code = branch.Code,
                Kind = branch.Kind,
                Affiliations = AffectedSchools.SpansFor(school, branch.Affiliations),
                Facts = Recorded(branch.Facts),
                Events = Ordered(branch.Events),
            })),
            Facts = Recorded(ownFacts.Concat(documents.DistrictFacts)),
            ZoneReview = documents.Zone,
            DistrictReview = documents.District,
        };
    }

    private IReadOnlyCollection<string> EditReport(Draw draw)
    {
        var branch = draw.One(_branches);
        Fill(draw, branch.Facts, FactLevel.Branch);
        if (draw.Chance(60))
        {
            branch.Events.Add(new(
                $"e{branch.Events.Count % 3}", draw.One("activities", "members", "active"), From.AddDays(draw.Int(0, 70)), draw.Int(1, 5), null, Source));
        }

        return AffectedSchools.OfReport(branch.Affiliations, From, To);
    }

    private IReadOnlyCollection<string> Move(Draw draw)
    {
        var branch = draw.One(_branches);
        var before = branch.Affiliations.ToList();
        var current = branch.Affiliations[^1];
        var day = current.From.AddDays(draw.Int(1, 200));
        branch.Affiliations[^1] = current with { To = day };
        branch.Affiliations.Add(new(draw.One(Schools), day, null));
        return AffectedSchools.OfMove(before, branch.Affiliations, From, To);
    }

    private void Fill(Draw draw, Dictionary<string, FactValue> facts, FactLevel level)
    {
        foreach (var fact in draw.Some(_scheme.Facts.Where(fact => fact.Level == level), 70))
        {
            if (draw.Chance(85)) facts[fact.Code] = FactDraw.Value(draw, fact);
            else facts.Remove(fact.Code);
        }
    }

    private ReviewInput Review(Draw draw)
    {
        var leaves = _compiled.Nodes.Where(node => node.Kind == NodeKind.Leaf).Select(node => node.Code).ToList();
        return new()
        {
            Scores = draw.Some(leaves, 25).ToDictionary(code => code, _ => new ReviewScore(draw.Decimal(0, 20, 2), "核查", "officer", DateTimeOffset.UnixEpoch)),
            NotApplicable = draw.Chance(40) ? [.. draw.Some(leaves, 25)] : null,
        };
    }

    private sealed class Branch(string code, BranchKind kind)
    {
        public string Code { get; } = code;

        public BranchKind Kind { get; } = kind;

        public List<DatedAffiliation<string>> Affiliations { get; } = [];

        public Dictionary<string, FactValue> Facts { get; } = [];

        public List<RecordedEvent> Events { get; } = [];

        public bool IsSubmitted { get; set; }
    }

    private sealed class SchoolDocuments
    {
        public Dictionary<string, FactValue> OwnFacts { get; } = [];

        public Dictionary<string, FactValue> DistrictFacts { get; } = [];

        public Dictionary<string, decimal> Claims { get; } = [];

        public bool IsSubmitted { get; set; }

        public int DaysLate { get; set; }

        public ReviewInput? Zone { get; set; }

        public ReviewInput? District { get; set; }
    }
}
