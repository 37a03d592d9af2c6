using DistrictUnion.Domain.Common;

namespace DistrictUnion.Domain.Communities;

/// <summary>How the year-end marks of a core–member pair are shared (domain model, section 5).</summary>
public enum SharingMode
{
    /// <summary>7:3 and 3:7 are weights of responsibility: core 0.7·P + 0.3·S, member 0.3·P + 0.7·S.</summary>
    ComplementaryShare,

    /// <summary>Both schools are marked separately; the ratios weigh their marks into one P and one S, and both get the mean.</summary>
    WeightedBundle,

    /// <summary>Both schools get the same marks.</summary>
    EqualShare,

    /// <summary>The marks are a pool that is split; a school gets only its share.</summary>
    PoolSplit,
}

/// <summary>What stands for a routine score that a member did not hand in.</summary>
public enum MissingMember
{
    /// <summary>0, for both schools of the pair, after the district confirmed it.</summary>
    Zero,

    /// <summary>The core's own score for the core's side; the member keeps 0.</summary>
    OwnScore,
}

/// <summary>A ratio of core to member, for example 7:3.</summary>
public sealed record ShareRatio(int Core, int Member)
{
    /// <summary>7:3, the project's: the core declared it.</summary>
    public static ShareRatio Project { get; } = new(7, 3);

    /// <summary>3:7, the feature's: the member declared it.</summary>
    public static ShareRatio Feature { get; } = new(3, 7);

    internal Fraction CoreShare => Fraction.From(Core, Core + Member);

    internal Fraction MemberShare => Fraction.From(Member, Core + Member);
}

/// <summary>Year-end marks of a pair, of 40 points. Where both schools are marked together the two marks are equal.</summary>
/// <param name="Core">Mark of the core.</param>
/// <param name="Member">Mark of the member.</param>
public sealed record PairMark(decimal Core, decimal Member)
{
    /// <summary>One mark for the pair.</summary>
    public static PairMark Joint(decimal mark) => new(mark, mark);
}

/// <summary>What a pair is computed from.</summary>
public sealed record PairInput
{
    /// <summary>The core's routine scores of the year, in order, of 100 points.</summary>
    public required IReadOnlyList<decimal> CoreRoutine { get; init; }

    /// <summary>The member's routine scores; null where it handed in nothing.</summary>
    public required IReadOnlyList<decimal?> MemberRoutine { get; init; }

    /// <summary>Marks of the joint project (帮扶项目).</summary>
    public required PairMark Project { get; init; }

    /// <summary>Marks of the feature (特色发展); null for a community without one (协作型).</summary>
    public PairMark? Feature { get; init; }

    /// <summary>How year-end marks are shared.</summary>
    public SharingMode Sharing { get; init; } = SharingMode.ComplementaryShare;

    /// <summary>What stands for a missing routine score of the member.</summary>
    public MissingMember Missing { get; init; } = MissingMember.Zero;

    /// <summary>Weight of each routine score in the total.</summary>
    public decimal RoutineWeight { get; init; } = 0.3m;

    /// <summary>Ratio of the project.</summary>
    public ShareRatio ProjectRatio { get; init; } = ShareRatio.Project;

    /// <summary>Ratio of the feature.</summary>
    public ShareRatio FeatureRatio { get; init; } = ShareRatio.Feature;
}

/// <summary>One school's side of a pair; every number is published, with two decimals.</summary>
/// <param name="Routine">Pair values of the routine scores.</param>
/// <param name="YearEnd">Year-end points, of 40.</param>
/// <param name="Total">Total of the pair, of 100.</param>
public sealed record PairSide(IReadOnlyList<decimal> Routine, decimal YearEnd, decimal Total);

/// <summary>Both sides of a pair.</summary>
public sealed record PairResult(PairSide Core, PairSide Member);

/// <summary>
/// Arithmetic of education communities (教育共同体; worked cases 3 and 4): T = 0.3·R1 + 0.3·R2 + Y. Pair values, year-end and totals
/// are published nodes; weighted contributions are not rounded on their own (scoring semantics, N2).
/// </summary>
public static class CommunityScoring
{
    /// <summary>Scores one core–member pair.</summary>
    /// <exception cref="ArgumentException">Core and member don't have the same number of routine scores.</exception>
    public static PairResult Pair(PairInput pair)
    {
        ArgumentNullException.ThrowIfNull(pair);
        if (pair.CoreRoutine.Count != pair.MemberRoutine.Count)
            throw new ArgumentException("Core and member have the same routine assessments.", nameof(pair));

        var (core, member) = YearEnd(pair);
        return new(
            Side(pair, core, member => pair.Missing == MissingMember.OwnScore && member is null),
            Side(pair, member, _ => false));
    }

    /// <summary>A core with several members has the mean of its pairs.</summary>
    /// <exception cref="ArgumentException">There is no pair.</exception>
    public static decimal Core(IReadOnlyCollection<decimal> pairTotals)
    {
        ArgumentNullException.ThrowIfNull(pairTotals);
        if (pairTotals.Count == 0) throw new ArgumentException("A core has at least one pair.", nameof(pairTotals));
        return (Fraction.From(pairTotals.Sum()) / pairTotals.Count).RoundHalfAwayFromZero(2);
    }

    private static PairSide Side(PairInput pair, Fraction exactYearEnd, Func<decimal?, bool> keepsOwnScore)
    {
        var routine = pair.CoreRoutine
            .Zip(pair.MemberRoutine, (core, member) => keepsOwnScore(member) ? core : Mean(core, member ?? 0).RoundHalfAwayFromZero(2))
            .ToList();
        var yearEnd = exactYearEnd.RoundHalfAwayFromZero(2);
        var total = Fraction.From(routine.Sum()) * pair.RoutineWeight;
        return new(routine, yearEnd, (total + yearEnd).RoundHalfAwayFromZero(2));
    }

    private static (Fraction Core, Fraction Member) YearEnd(PairInput pair)
    {
        var (projectRatio, featureRatio) = (pair.ProjectRatio, pair.FeatureRatio);
        var (project, feature) = (pair.Project, pair.Feature);
        switch (pair.Sharing)
        {
            case SharingMode.WeightedBundle:
                var bundle = feature is null
                    ? Bundle(project, projectRatio)
                    : Mean(Bundle(project, projectRatio), Bundle(feature, featureRatio));
                return (bundle, bundle);
            case SharingMode.EqualShare:
                return feature is null
                    ? (project.Core, project.Member)
                    : (Mean(project.Core, feature.Core), Mean(project.Member, feature.Member));
            default:
                // With project and feature the split of two pools and the complementary weights are the same sum. They differ for a
                // project alone: a pool of one leaves the rest to nobody, a complementary share has no counterpart to complete it.
                var (core, member) = (projectRatio.CoreShare * project.Core, projectRatio.MemberShare * project.Member);
                if (feature is not null)
                    return (core + (featureRatio.CoreShare * feature.Core), member + (featureRatio.MemberShare * feature.Member));
                return pair.Sharing == SharingMode.PoolSplit ? (core, member) : (project.Core, project.Member);
        }
    }

    /// <summary>The published common mark of two separately marked schools.</summary>
    private static Fraction Bundle(PairMark mark, ShareRatio ratio) =>
        ((ratio.CoreShare * mark.Core) + (ratio.MemberShare * mark.Member)).RoundHalfAwayFromZero(2);

    private static Fraction Mean(Fraction left, Fraction right) => (left + right) / 2;
}
