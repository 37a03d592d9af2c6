using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Schemes;
using DistrictUnion.Domain.Scoring;

namespace DistrictUnion.Domain.Ranking;

/// <summary>Which schools a quota is a share of.</summary>
public enum QuotaBase
{
    /// <summary>Every school in scope; the default of annual rounds.</summary>
    InScope,

    /// <summary>Those that handed in and did not forfeit; the default of applications.</summary>
    Submitted,

    /// <summary>Those with a rank.</summary>
    Ranked,
}

/// <summary>Numbers of places (scoring semantics, section 4, "Quota").</summary>
public static class Quota
{
    /// <summary>"At most x %": the share, cut to whole places.</summary>
    /// <param name="percent">Share in percent, 0…100.</param>
    /// <param name="count">What it is a share of.</param>
    public static int AtMost(decimal percent, int count) => (int)Share(percent, count).Floor().Numerator;

    /// <summary>"At least x %": the share, raised to whole places.</summary>
    /// <param name="percent">Share in percent, 0…100.</param>
    /// <param name="count">What it is a share of.</param>
    public static int AtLeast(decimal percent, int count) => (int)Share(percent, count).Ceiling().Numerator;

    /// <summary>How many schools count for a base.</summary>
    public static int Count(QuotaBase quotaBase, IEnumerable<Outcome> outcomes) => quotaBase switch
    {
        QuotaBase.Submitted => outcomes.Count(outcome => outcome is not (Outcome.NotSubmitted or Outcome.Forfeited)),
        QuotaBase.Ranked => outcomes.Count(RankingRules.IsRanked),
        _ => outcomes.Count(),
    };

    /// <summary>Places by size, for example nominations by number of staff: the first band met, from the top; none: 0.</summary>
    public static decimal BySize(decimal size, IReadOnlyList<BandDefinition> bands) =>
        bands.FirstOrDefault(band => size >= band.AtLeast)?.Points ?? 0;

    private static Fraction Share(decimal percent, int count) => Fraction.From(percent) * count / Fraction.Hundred;
}

/// <summary>A share of the places that is reserved, for example for rural schools.</summary>
/// <param name="Name">Name shown to people.</param>
/// <param name="Percent">Least share of the places, in percent.</param>
/// <param name="Members">Codes of the schools it is for.</param>
public sealed record MinimumShare(string Name, decimal Percent, IReadOnlySet<string> Members);

/// <summary>A share of the places that mustn't be exceeded, for example by heads of units.</summary>
/// <param name="Name">Name shown to people.</param>
/// <param name="Percent">Greatest share of the places, in percent.</param>
/// <param name="Members">Codes of those it holds for.</param>
public sealed record MaximumShare(string Name, decimal Percent, IReadOnlySet<string> Members);

/// <summary>Who is selected.</summary>
/// <param name="Selected">Codes of the selected schools, in ranking order.</param>
/// <param name="Reserves">Codes of the reserves, in ranking order.</param>
/// <param name="BlockingTies">
/// Unresolved ties that the line cuts, each the codes of its schools. While there are any the list must not be used: a tie
/// resolution is needed first.
/// </param>
/// <param name="UnfilledShares">Names of minimum shares with fewer candidates than places.</param>
public sealed record Shortlist(
    IReadOnlyList<string> Selected,
    IReadOnlyList<string> Reserves,
    IReadOnlyList<IReadOnlyList<string>> BlockingTies,
    IReadOnlyList<string> UnfilledShares)
{
    /// <summary>Whether a tie across the line must be resolved first.</summary>
    public bool IsBlocked => BlockingTies.Count > 0;
}

/// <summary>Selects from a ranking.</summary>
public static class ShortlistRules
{
    /// <summary>
    /// Fills the places from the top, passing over whoever would exceed a greatest share, then brings each minimum share to its number: the
    /// lowest selected school outside the share gives way to the best one inside it, unless another share needs it.
    /// </summary>
    /// <param name="ranking">Lines of one group in order. Lines without a rank are never selected; leave out who isn't eligible.</param>
    /// <param name="places">Number of places.</param>
    /// <param name="shares">Minimum shares of the places, first things first.</param>
    /// <param name="limits">Greatest shares of the places.</param>
    public static Shortlist Select(IReadOnlyList<RankingLine> ranking, int places, IReadOnlyList<MinimumShare> shares, IReadOnlyList<MaximumShare>? limits = null)
    {
        ArgumentNullException.ThrowIfNull(ranking);
        ArgumentNullException.ThrowIfNull(shares);
        limits ??= [];
        var candidates = ranking.Where(line => line.Rank is not null).ToList();
        var selected = new HashSet<string>(StringComparer.Ordinal);
        foreach (var code in candidates.Select(line => line.School.Code))
        {
            if (selected.Count < places && limits.All(limit => HasRoom(limit, code, selected, places)))
                selected.Add(code);
        }

        var unfilled = new List<string>();
        foreach (var share in shares)
        {
            if (!Fill(share, shares, limits, candidates, selected, places)) unfilled.Add(share.Name);
        }

        return new(
            [.. candidates.Select(line => line.School.Code).Where(selected.Contains)],
            [.. candidates.Select(line => line.School.Code).Where(code => !selected.Contains(code))],
            BlockingTies(candidates, [.. shares.Select(share => share.Members), .. limits.Select(limit => limit.Members)], selected),
            unfilled);
    }

    private static bool HasRoom(MaximumShare limit, string code, HashSet<string> selected, int places) =>
        !limit.Members.Contains(code) || selected.Count(limit.Members.Contains) < Quota.AtMost(limit.Percent, places);

    private static bool Fill(
        MinimumShare share, IReadOnlyList<MinimumShare> shares, IReadOnlyList<MaximumShare> limits, List<RankingLine> candidates, HashSet<string> selected, int places)
    {
        while (selected.Count(share.Members.Contains) < Quota.AtLeast(share.Percent, places))
        {
            var swap = candidates.Where(line => share.Members.Contains(line.School.Code) && !selected.Contains(line.School.Code))
                .Select(line => (In: line.School.Code, Out: OutgoingFor(line.School.Code, share, shares, limits, candidates, selected, places)))
                .FirstOrDefault(pair => pair.Out is not null);
            if (swap.Out is null) return false;
            if (swap.Out.Length > 0) selected.Remove(swap.Out);
            selected.Add(swap.In);
        }

        return true;
    }

    /// <summary>Who gives way; empty when a place is still free, null when nobody can.</summary>
    private static string? OutgoingFor(
        string incoming, MinimumShare share, IReadOnlyList<MinimumShare> shares, IReadOnlyList<MaximumShare> limits,
        List<RankingLine> candidates, HashSet<string> selected, int places)
    {
        if (selected.Count < places && limits.All(limit => HasRoom(limit, incoming, selected, places))) return "";
        return candidates.Select(line => line.School.Code).LastOrDefault(code =>
            selected.Contains(code)
            && !share.Members.Contains(code)
            && !shares.Any(other => Needs(other, code, selected, places))
            && limits.All(limit => !limit.Members.Contains(incoming) || limit.Members.Contains(code) || HasRoom(limit, incoming, selected, places)));
    }

    private static bool Needs(MinimumShare share, string code, HashSet<string> selected, int places) =>
        share.Members.Contains(code) && selected.Count(share.Members.Contains) <= Quota.AtLeast(share.Percent, places);

    // The line cuts a tie when one of two schools that nothing tells apart, shares included, is in and the other is out.
    private static IReadOnlyList<IReadOnlyList<string>> BlockingTies(
        List<RankingLine> candidates, IReadOnlyList<IReadOnlySet<string>> groups, HashSet<string> selected) =>
        [.. candidates
            .Where(line => line.UnresolvedTie is not null)
            .GroupBy(line => (line.UnresolvedTie, Membership(groups, line.School.Code)))
            .Select(tie => tie.Select(line => line.School.Code).ToList())
            .Where(codes => codes.Exists(selected.Contains) && !codes.TrueForAll(selected.Contains))];

    private static string Membership(IReadOnlyList<IReadOnlySet<string>> groups, string code) =>
        string.Concat(groups.Select(group => group.Contains(code) ? '1' : '0'));
}
