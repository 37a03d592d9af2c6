using DistrictUnion.Domain.Common;

namespace DistrictUnion.Domain.Ranking;

/// <summary>A school's published total and its zone.</summary>
public sealed record ZoneTotal(string School, string Zone, decimal Total);

/// <summary>
/// Evens out strict and lenient zones when a ranking is published; off by default (worked case 11). The means are exact, the only
/// exception to computing from published values.
/// </summary>
public static class ZoneNormalisation
{
    /// <summary>
    /// Adjusted totals by school: total × district mean ÷ zone mean, at most <paramref name="cap"/>, two decimals. A zone whose mean
    /// is 0 stays as it is.
    /// </summary>
    public static IReadOnlyDictionary<string, decimal> Adjust(IReadOnlyCollection<ZoneTotal> totals, decimal cap)
    {
        ArgumentNullException.ThrowIfNull(totals);
        if (totals.Count == 0) return new Dictionary<string, decimal>();
        var district = Mean(totals);
        var zones = totals.GroupBy(total => total.Zone, StringComparer.Ordinal).ToDictionary(zone => zone.Key, Mean, StringComparer.Ordinal);
        return totals.ToDictionary(total => total.School, total => Adjust(total.Total, district, zones[total.Zone], cap), StringComparer.Ordinal);
    }

    /// <summary>One total, by exact means.</summary>
    public static decimal Adjust(decimal total, Fraction districtMean, Fraction zoneMean, decimal cap) =>
        zoneMean.IsZero ? total : Fraction.Min(Fraction.From(total) * districtMean / zoneMean, cap).RoundHalfAwayFromZero(2);

    private static Fraction Mean(IEnumerable<ZoneTotal> totals)
    {
        var (sum, count) = (0m, 0L);
        foreach (var total in totals)
        {
            sum += total.Total;
            count++;
        }

        return Fraction.From(sum) / count;
    }
}
