using DistrictUnion.Domain.Ranking;
using DistrictUnion.Domain.Scoring;
using DistrictUnion.Domain.Titles;
using DistrictUnion.UnitTests.Properties;
using Xunit;

namespace DistrictUnion.UnitTests.Titles;

/// <summary>Selection by a programme's places: worked case 6 with reasons, limits, and what an upheld objection would change.</summary>
public sealed class SelectionTests
{
    private static readonly string[] Rural = ["e", "j"];

    private static readonly SelectionCandidate[] Ten =
    [
        Unit("a", 95.20m), Unit("b", 93.10m, resolved: 2), Unit("c", 93.10m, resolved: 3), Unit("d", 93.10m, resolved: 1), Unit("e", 92.00m),
        Unit("f", 97.00m, Outcome.Disqualified), Unit("g", 90.50m), Unit("h", 89.00m), Unit("i", 88.00m, Outcome.Forfeited), Unit("j", 85.00m),
    ];

    [Theory]
    [InlineData(QuotaBase.InScope, 10, 3, "a,d,b")]
    [InlineData(QuotaBase.Submitted, 9, 2, "a,d")]
    [InlineData(QuotaBase.Ranked, 8, 2, "a,d")]
    public void The_base_of_a_quota_decides_how_many(QuotaBase quotaBase, int count, int places, string selected)
    {
        var selection = SelectionRules.Select(Ten, new PlaceRule { Percent = 30, Base = quotaBase }, 10);
        Assert.Equal((count, places), (selection.Base, selection.Places));
        Assert.Equal(selected, string.Join(',', selection.Shortlist.Selected));
    }

    [Fact]
    public void Every_unit_is_told_why_it_is_in_or_out()
    {
        var rule = new PlaceRule { Percent = 30, Base = QuotaBase.InScope, AtLeast = [new("乡村学校", 30, "setting:rural")] };
        var lines = SelectionRules.Select(Ten, rule, 10).Lines.ToDictionary(l => l.Code);

        Assert.Equal(["a", "d", "e"], lines.Values.Where(l => l.Verdict == SelectionVerdict.Selected).Select(l => l.Code));
        Assert.Equal("selection.withinPlaces", lines["a"].Reason.Code);
        Assert.Equal("selection.byShare", lines["e"].Reason.Code);
        Assert.Equal("selection.gaveWay", lines["b"].Reason.Code);
        Assert.Equal(("selection.reserve", 2), (lines["c"].Reason.Code, (int)lines["c"].Reason.Arguments["reserve"]!));
        Assert.Equal("selection.unranked", lines["f"].Reason.Code);
    }

    [Fact]
    public void Who_would_exceed_a_greatest_share_is_passed_over()
    {
        SelectionCandidate[] units = [Unit("a", 99, marks: "head"), Unit("b", 98, marks: "head"), Unit("c", 97), Unit("d", 96)];
        var selection = SelectionRules.Select(units, new PlaceRule { Places = 3, AtMost = [new("单位负责人", 40, "head")] }, 4);

        Assert.Equal(["a", "c", "d"], selection.Shortlist.Selected);
        Assert.Equal("selection.overLimit", selection.Lines.Single(l => l.Code == "b").Reason.Code);
    }

    [Fact]
    public void A_tie_across_the_line_blocks_until_people_decide_it()
    {
        SelectionCandidate[] units = [Unit("a", 95), Unit("b", 93), Unit("c", 93)];
        Assert.True(SelectionRules.Select(units, new PlaceRule { Places = 2 }, 3).Shortlist.IsBlocked);
        Assert.False(SelectionRules.Select([units[0], Unit("b", 93, resolved: 2), Unit("c", 93, resolved: 1)], new PlaceRule { Places = 2 }, 3).Shortlist.IsBlocked);
        Assert.False(SelectionRules.Select(units, new PlaceRule { Places = 3 }, 3).Shortlist.IsBlocked);
    }

    [Fact]
    public void Nobody_of_an_undecided_tie_is_called_selected_for_a_name_that_comes_first()
    {
        var lines = SelectionRules.Select([Unit("a", 95), Unit("b", 93), Unit("c", 93), Unit("d", 80)], new PlaceRule { Places = 2 }, 4).Lines;
        Assert.Equal([SelectionVerdict.Selected, SelectionVerdict.Undecided, SelectionVerdict.Undecided, SelectionVerdict.Reserve], lines.Select(l => l.Verdict));
    }

    [Fact]
    public void What_an_upheld_objection_changes_is_what_ranking_all_anew_gives() => Seeds.Hold(draw =>
    {
        const int units = 12;
        var places = draw.Int(1, 6);
        var share = draw.Chance(60) ? new ShareRule("乡村", draw.One(20, 30, 50), "rural") : null;
        var all = Enumerable.Range(0, units).Select(i => (Code: $"u{i:00}", Total: (draw.Int(60, 99) * 100) + i, IsRural: draw.Chance(30))).ToList();
        var gone = draw.One(all.Select(u => u.Code).ToList());
        var candidates = all.Select(u => Unit(u.Code, u.Total / 100m, marks: u.IsRural ? "rural" : null)).ToList();

        var found = SelectionRules.Without(gone, candidates, new PlaceRule { Places = places, AtLeast = share is null ? [] : [share] }, units);

        var (now, then) = (Chosen(all), Chosen([.. all.Where(u => u.Code != gone)]));
        Assert.Equal(now.Except(then).Order(StringComparer.Ordinal), found.Leaves.Order(StringComparer.Ordinal));
        Assert.Equal(then.Except(now).Order(StringComparer.Ordinal), found.Promoted.Order(StringComparer.Ordinal));

        // The best of the share fill its least number, the best of all the rest: the same list by another road.
        HashSet<string> Chosen(List<(string Code, int Total, bool IsRural)> list)
        {
            var ordered = list.OrderByDescending(u => u.Total).ToList();
            var least = share is null ? 0 : (int)Math.Ceiling(share.Percent * places / 100);
            var first = ordered.Take(places).ToList();
            var short_ = least - first.Count(u => u.IsRural);
            if (short_ <= 0)
                return [.. first.Select(u => u.Code)];
            var rural = ordered.Where(u => u.IsRural).Take(least).ToList();
            return [.. rural.Concat(ordered.Where(u => !u.IsRural).Take(places - rural.Count)).Select(u => u.Code)];
        }
    }, runs: 1000);

    private static SelectionCandidate Unit(string code, decimal total, Outcome outcome = Outcome.Qualified, int? resolved = null, string? marks = null) =>
        new(new RankedSchool(code, total, outcome, [], "", resolved), new HashSet<string> { marks ?? (Rural.Contains(code) ? "setting:rural" : "setting:urban") });
}
