using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Ranking;
using DistrictUnion.UnitTests.Properties;
using Xunit;

namespace DistrictUnion.UnitTests.Lab;

/// <summary>Kendall's τ-b: published and hand-computed values, and its definition pair by pair.</summary>
public sealed class KendallTauTests
{
    [Fact]
    public void The_example_of_the_scipy_manual_comes_out_to_the_last_digit()
    {
        // docs.scipy.org, scipy.stats.kendalltau, Examples: statistic −0.47140452079103173, which is −√2 ÷ 3.
        var tau = KendallTau.Of([(12, 1), (2, 4), (1, 7), (12, 1), (2, 0)]);
        Assert.Equal(new KendallTau(10, 6, 2, 1, 1), tau);
        Assert.Equal(Fraction.From(-2, 9), tau.SignedSquare);
        Assert.Equal(-0.4714m, tau.Value);
    }

    [Fact]
    public void One_exchange_of_neighbours_among_four_swaps_one_pair_of_six()
    {
        var tau = KendallTau.Of([(1, 1), (2, 3), (3, 2), (4, 4)]);
        Assert.Equal((6, 1, 5), (tau.Pairs, tau.Discordant, tau.Concordant));
        Assert.Equal(0.6667m, tau.Value);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void An_order_agrees_with_itself_and_disagrees_with_its_reverse(int sign) =>
        Assert.Equal(sign, KendallTau.Of(Enumerable.Range(1, 9).Select(i => ((decimal)i, (decimal)(sign * i)))).Value);

    [Fact]
    public void Without_any_order_there_is_no_figure()
    {
        Assert.Null(KendallTau.None.Value);
        Assert.Null(KendallTau.Of([(1, 2)]).Value);
        Assert.Null(KendallTau.Of([(5, 1), (5, 2), (5, 3)]).Value);
    }

    [Fact]
    public void The_fast_way_counts_as_the_definition_does() => Seeds.Hold(draw =>
    {
        var values = Enumerable.Range(0, draw.Int(0, 30)).Select(_ => ((decimal)draw.Int(0, 8), (decimal)draw.Int(0, 8))).ToList();
        Assert.Equal(PairByPair(values), KendallTau.Of(draw.Shuffled(values)));
    });

    [Fact]
    public void Groups_are_compared_each_for_itself()
    {
        var (one, other) = (KendallTau.Of([(1, 2), (2, 1)]), KendallTau.Of([(1, 1), (2, 2), (3, 3)]));
        Assert.Equal(new KendallTau(4, 1, 0, 0, 0), one + other);
        Assert.Equal(0.5m, (one + other).Value);
    }

    private static KendallTau PairByPair(List<(decimal Before, decimal After)> values)
    {
        var (pairs, discordant, before, after, both) = (0L, 0L, 0L, 0L, 0L);
        for (var i = 0; i < values.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                var (x, y) = (values[i].Before.CompareTo(values[j].Before), values[i].After.CompareTo(values[j].After));
                pairs++;
                discordant += x * y < 0 ? 1 : 0;
                before += x == 0 ? 1 : 0;
                after += y == 0 ? 1 : 0;
                both += x == 0 && y == 0 ? 1 : 0;
            }
        }

        return new KendallTau(pairs, discordant, before, after, both);
    }
}
