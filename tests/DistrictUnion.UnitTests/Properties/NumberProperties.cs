using System.Numerics;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Ranking;
using Xunit;

namespace DistrictUnion.UnitTests.Properties;

/// <summary>Exact numbers and the keys that order them.</summary>
public sealed class NumberProperties
{
    private const long Millionths = 1_000_000;
    private const long GreatestCount = 1_000_000_000_000;

    [Fact]
    public void The_order_of_tie_keys_is_the_order_of_tie_values() => Seeds.Hold(draw =>
    {
        var left = Chain(draw);
        var right = draw.Chance(50) ? Chain(draw) : left.Select(value => draw.Chance(80) ? value : Value(draw)).ToList();
        if (draw.Chance(30) && left[0] is { } first) right[0] = Neighbour(first);
        Assert.Equal(Math.Sign(Lexicographic(left, right)), Math.Sign(string.CompareOrdinal(TieKey.Encode(left), TieKey.Encode(right))));
    });

    [Fact]
    public void Fast_and_wide_arithmetic_agree() => Seeds.Hold(draw =>
    {
        var (a, b) = (Parts(draw), Parts(draw));
        var (left, right) = (Fraction.From(a.Upper, a.Lower), Fraction.From(b.Upper, b.Lower));
        Assert.Equal(Fraction.From((a.Upper * b.Lower) + (b.Upper * a.Lower), a.Lower * b.Lower), left + right);
        Assert.Equal(Fraction.From((a.Upper * b.Lower) - (b.Upper * a.Lower), a.Lower * b.Lower), left - right);
        Assert.Equal(Fraction.From(a.Upper * b.Upper, a.Lower * b.Lower), left * right);
        if (!right.IsZero) Assert.Equal(Fraction.From(a.Upper * b.Lower, a.Lower * b.Upper), left / right);
        Assert.Equal((a.Upper * b.Lower).CompareTo(b.Upper * a.Lower), left.CompareTo(right));
        Assert.Equal(left, left + right - right);
    });

    [Fact]
    public void Rounding_is_the_nearest_hundredth_half_away_from_zero() => Seeds.Hold(draw =>
    {
        var (numerator, denominator) = (draw.Long(-1_000_000, 1_000_000), draw.Long(1, 5000));
        var twice = (decimal)numerator * 200 / denominator;
        var expected = Math.Truncate((twice + Math.Sign(numerator)) / 2) / 100;
        Assert.Equal(expected, Fraction.From(numerator, denominator).RoundHalfAwayFromZero(2));
    });

    [Fact]
    public void A_decimal_becomes_its_exact_fraction() => Seeds.Hold(draw =>
    {
        var value = (decimal)draw.Long(-GreatestCount, GreatestCount) / Millionths;
        Assert.Equal(value, Fraction.From(value).RoundHalfAwayFromZero(6));
        Assert.Equal(Fraction.From((BigInteger)(value * Millionths), Millionths), Fraction.From(value));
    });

    private static List<Fraction?> Chain(Draw draw) => [Value(draw), Value(draw), Value(draw)];

    private static Fraction? Value(Draw draw) => draw.Int(1, 8) switch
    {
        1 => null,
        2 => Fraction.From(draw.Int(-3, 3), draw.Int(1, 3)),
        3 => Fraction.From(draw.Int(-200, 200)),
        4 or 5 or 6 => Fraction.From(draw.Long(0, GreatestCount * Millionths), draw.Long(1, GreatestCount * Millionths)),
        _ => Fraction.From(draw.Long(0, 200), draw.Long(1, 200)),
    };

    /// <summary>
    /// The next greater fraction with a denominator of our numbers: a/b and c/d lie 1/(bd) apart, the least there is, when
    /// bc − ad = 1, that is d ≡ −1/a (mod b); the greatest such d is taken.
    /// </summary>
    private static Fraction Neighbour(Fraction value)
    {
        var (a, b) = (value.Numerator, value.Denominator);
        var residue = (b - Inverse(a, b)) % b;
        var d = residue + ((((GreatestCount * Millionths) - residue) / b) * b);
        return Fraction.From(((a * d) + 1) / b, d);
    }

    private static BigInteger Inverse(BigInteger value, BigInteger modulus)
    {
        var (previous, current) = (((value % modulus) + modulus) % modulus, modulus);
        var (factor, next) = (BigInteger.One, BigInteger.Zero);
        while (!current.IsZero)
        {
            var quotient = previous / current;
            (previous, current) = (current, previous - (quotient * current));
            (factor, next) = (next, factor - (quotient * next));
        }

        return ((factor % modulus) + modulus) % modulus;
    }

    private static (BigInteger Upper, BigInteger Lower) Parts(Draw draw) => draw.Chance(50)
        ? (draw.Int(-50, 50), draw.Int(1, 50))
        : (new BigInteger(draw.Long(-long.MaxValue, long.MaxValue - 1)) * draw.Int(1, 9), new BigInteger(draw.Long(1, long.MaxValue - 1)) * draw.Int(1, 9));

    private static int Lexicographic(List<Fraction?> left, List<Fraction?> right)
    {
        for (var i = 0; i < left.Count; i++)
        {
            // Nullable.Compare takes null for the least, which is what "missing last" in descending order means.
            var order = Nullable.Compare(left[i], right[i]);
            if (order != 0) return order;
        }

        return 0;
    }
}
