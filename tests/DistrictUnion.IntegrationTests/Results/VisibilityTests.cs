using System.Text.Json;
using DistrictUnion.IntegrationTests.Hosting;
using Xunit;

namespace DistrictUnion.IntegrationTests.Results;

/// <summary>Who sees what, when (security.md rule 16).</summary>
public sealed class VisibilityTests(TestService service) : IClassFixture<TestService>
{
    private const string Evaluation = "rounds/r1/schools/p/self-evaluation";
    private const string Report = "rounds/r1/schools/p/branches/p-1/report";

    [Fact]
    public async Task Before_publication_a_school_sees_its_self_scores_and_nothing_else()
    {
        var district = await ReviewedAsync();
        foreach (var closed in new[] { false, true })
        {
            if (closed)
                await district.CloseRound();
            var card = await district.Scorecard("p", "chair.p");
            Assert.Equal(40m, card.Number("selfTotal"));
            foreach (var hidden in new[] { "total", "base", "bonus", "late", "outcome", "grade", "rank", "ties", "vetoes", "explanation" })
                Assert.Equal((hidden, JsonValueKind.Null), (hidden, card.At(hidden).ValueKind));
            Assert.Equal(30m, card.Find("nodes", "code", "B1").GetProperty("selfScore").GetDecimal());
            Assert.All(card.At("nodes").EnumerateArray(), n => Assert.Equal(
                (JsonValueKind.Null, JsonValueKind.Null), (n.GetProperty("reviewScore").ValueKind, n.GetProperty("finalScore").ValueKind)));
            Assert.DoesNotContain("核实", card.Body, StringComparison.Ordinal);
            var chair = await district.As("chair.p");
            (await chair.GetAsync("rounds/r1/ranking")).ExpectProblem(404, "not-found");
            (await chair.GetAsync("rounds/r1/summary")).ExpectProblem(404, "not-found");
        }
    }

    [Fact]
    public async Task A_zone_lead_sees_the_own_zone_only_until_publication()
    {
        var district = await ReviewedAsync();
        var lead = await district.As("zone.north");
        Assert.Equal(["p", "q"], (await district.Ranking("zone.north")).Texts("items", "school"));
        var summary = await district.Summary("zone.north");
        Assert.Equal(["north"], summary.Texts("zones", "zone"));
        Assert.Equal(JsonValueKind.Null, summary.At("district").ValueKind);
        Assert.Equal(["p", "q"], (await lead.GetAsync("rounds/r1/completeness")).Texts("schools", "school"));
        Assert.Equal(["p", "q"], (await lead.GetAsync("schools")).Texts("items", "code"));
        (await lead.GetAsync("rounds/r1/schools/s/scorecard")).ExpectProblem(404, "not-found");
        (await lead.DoAsync("rounds/r1/schools/p/review", new { level = "district" })).ExpectInvalid("level");
    }

    [Fact]
    public async Task Own_card_shows_a_school_its_own_row()
    {
        var district = await PublishedAsync("ownCard");
        Assert.Equal(["p"], (await district.Ranking("chair.p")).Texts("items", "school"));
        Assert.Equal(39m, (await district.Scorecard("p", "chair.p")).Number("total"));
        (await (await district.As("chair.p")).GetAsync("rounds/r1/summary")).Expect(404);
        Assert.Equal(["s", "p", "q"], (await district.Ranking("officer")).Texts("items", "school"));
    }

    [Fact]
    public async Task Top_shows_the_first_ranks_and_the_own_row()
    {
        var district = await PublishedAsync("top", 1);
        Assert.Equal(["s"], (await district.Ranking("chair.s")).Texts("items", "school"));
        Assert.Equal(["s", "q"], (await district.Ranking("chair.q")).Texts("items", "school"));
    }

    [Fact]
    public async Task Grades_show_everybodys_outcome_but_only_the_own_total_and_rank()
    {
        var ranking = await (await PublishedAsync("grades")).Ranking("chair.p");
        Assert.Equal(["s", "p", "q"], ranking.Texts("items", "school"));
        Assert.Equal([null, 39m, null], ranking.Numbers("items", "total"));
        Assert.Equal([null, 2m, null], ranking.Numbers("items", "rank"));
        Assert.Equal(["qualified", "qualified", "notSubmitted"], ranking.Texts("items", "outcome"));
    }

    [Fact]
    public async Task Full_shows_everything()
    {
        var district = await PublishedAsync("full");
        Assert.Equal([50m, 39m, 0m], (await district.Ranking("chair.p")).Numbers("items", "total"));
        Assert.Equal(29.67m, (await district.Summary("chair.p")).Number("district.mean"));
    }

    [Theory]
    [InlineData("top", null, "top")]
    [InlineData("top", 0, "top")]
    [InlineData("full", 3, "top")]
    public async Task A_visibility_and_its_number_must_fit(string visibility, int? top, string field)
    {
        var district = await ReviewedAsync();
        await district.CloseRound();
        (await (await district.Admin).DoAsync("rounds/r1/publish", new { visibility, top })).ExpectInvalid(field);
    }

    [Fact]
    public async Task No_reviewers_name_reaches_a_school()
    {
        var district = await PublishedAsync("full");
        var chair = await district.As("chair.p");
        foreach (var path in new[] { "rounds/r1/schools/p/scorecard", "rounds/r1/ranking", "rounds/r1/summary", Evaluation, Report, "rounds/r1" })
        {
            var seen = (await chair.GetAsync(path)).Expect(200).Body;
            foreach (var person in new[] { "officer", "zone.north", "admin" })
                Assert.DoesNotContain(district.NameOf(person), seen, StringComparison.Ordinal);
        }

        Assert.Contains(district.NameOf("officer"), (await district.Scorecard("p", "officer")).Body, StringComparison.Ordinal);
        Assert.Contains("核实", (await district.Scorecard("p", "chair.p")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_district_never_sees_a_draft()
    {
        var district = await OpenAsync();
        var (chair, officer) = (await district.As("chair.p"), await district.As("officer"));
        (await chair.PutAsync(Evaluation, new { claims = new { B1 = 11.11 } })).Expect(201);
        (await chair.PutAsync(Report, new { facts = new { members = 7 } })).Expect(201);
        foreach (var path in new[] { Evaluation, Report })
        {
            foreach (var person in new[] { "officer", "zone.north" })
                (await (await district.As(person)).GetAsync(path)).ExpectProblem(404, "not-found");
        }

        (await chair.DoAsync($"{Evaluation}/submit")).Expect(200);
        (await officer.DoAsync($"{Evaluation}/return", new { reason = "补材料" })).Expect(200);
        (await chair.SaveAsync(Evaluation, new { claims = new { B1 = 22.22 } })).Expect(200);
        Assert.Equal(11.11m, (await officer.GetAsync(Evaluation)).Expect(200).Number("claims.B1"));
        Assert.Equal(22.22m, (await chair.GetAsync(Evaluation)).Number("claims.B1"));
    }

    [Fact]
    public async Task Entering_on_behalf_needs_a_reason_which_is_audited_and_shown_to_the_school()
    {
        var district = await OpenAsync();
        var (chair, officer) = (await district.As("chair.p"), await district.As("officer"));
        (await officer.PutAsync(Evaluation, new { claims = new { B1 = 20 } })).ExpectInvalid("onBehalfReason");
        (await officer.PutAsync(Report, new { facts = new { members = 3 } })).ExpectInvalid("onBehalfReason");
        (await chair.PutAsync(Evaluation, new { claims = new { B1 = 20 }, onBehalfReason = "自己填" })).ExpectInvalid("onBehalfReason");

        (await officer.PutAsync(Evaluation, new { claims = new { B1 = 20 }, onBehalfReason = "主席生病，纸质材料" })).Expect(201);
        (await officer.DoAsync($"{Evaluation}/submit")).Expect(200);

        Assert.Equal("主席生病，纸质材料", (await chair.GetAsync(Evaluation)).Text("onBehalfReason"));
        Assert.Equal(20m, await district.Final("p", "B1"));
        Assert.Equal(1L, await service.ReadAsync<long>(
            "SELECT COUNT(*) FROM audit_entries WHERE action = 'WriteEvaluation' AND actor = $1 AND changes::text LIKE '%主席生病，纸质材料%'", district.NameOf("officer")));
    }

    [Fact]
    public async Task What_the_school_types_over_an_entry_on_its_behalf_is_its_own_draft_again()
    {
        var district = await OpenAsync();
        var (chair, officer) = (await district.As("chair.p"), await district.As("officer"));
        (await officer.PutAsync(Evaluation, new { claims = new { B1 = 20 }, onBehalfReason = "纸质材料" })).Expect(201);
        (await officer.PutAsync(Report, new { facts = new { members = 3 }, onBehalfReason = "纸质材料" })).Expect(201);
        (await officer.GetAsync(Evaluation)).Expect(200);

        (await chair.SaveAsync(Evaluation, new { claims = new { B1 = 22.22 } })).Expect(200);
        (await chair.SaveAsync(Report, new { facts = new { members = 4 } })).Expect(200);

        (await officer.GetAsync(Evaluation)).ExpectProblem(404, "not-found");
        (await officer.DoAsync($"{Evaluation}/submit")).ExpectProblem(404, "not-found");
        (await officer.DoAsync($"{Report}/submit")).ExpectProblem(404, "not-found");
    }

    [Fact]
    public async Task A_reviewer_of_the_own_school_is_refused_whatever_post_is_in_use()
    {
        var district = await ReviewedAsync();
        (await (await district.Admin).PutAsync($"users/{district.NameOf("both")}", new
        {
            displayName = "兼职",
            password = UnionClient.Password,
            posts = new object[]
            {
                new { role = "zoneLead", scope = new { zone = "north" }, from = "2020-01-01" },
                new { role = "schoolChair", scope = new { school = "p" }, from = "2020-01-01" },
            },
        })).Expect(201);
        var both = await district.As("both");
        object review = new { level = "zone", scores = new[] { new { node = "B1", score = 40, reason = "核实" } } };
        (await both.DoAsync("rounds/r1/schools/p/review", review)).ExpectProblem(403, "review-own-school");
        (await both.DoAsync("rounds/r1/schools/q/review", review)).ExpectConflict("notStarted");
        Assert.Equal(29m, await district.Final("p", "B1"));
    }

    [Fact]
    public async Task Reopening_keeps_the_old_publication_and_hides_the_results_again()
    {
        var district = await PublishedAsync("full");
        var admin = await district.Admin;
        (await admin.DoAsync("rounds/r1/reopen", new { reason = "申诉成立" })).Expect(200);
        (await (await district.As("chair.p")).GetAsync("rounds/r1/ranking")).Expect(404);
        Assert.Equal(JsonValueKind.Null, (await district.Scorecard("p", "chair.p")).At("total").ValueKind);
        await district.Review("officer", "p", "district", [("B1", 39m)]);
        await district.CloseRound();
        await district.PublishRound("full");

        Assert.Equal([50m, 49m, 0m], (await district.Ranking("chair.p")).Numbers("items", "total"));
        Assert.Equal([39m, 49m], await PublishedTotalsAsync(district));
    }

    private async Task<IReadOnlyList<decimal>> PublishedTotalsAsync(TestDistrict district)
    {
        List<decimal> totals = [];
        foreach (var number in new[] { 1, 2 })
        {
            using var ranking = JsonDocument.Parse(await service.ReadAsync<string>(
                "SELECT ranking::text FROM round_publications WHERE number = $2 AND district_id = (SELECT id FROM districts WHERE code = $1)", district.Code, number));
            totals.Add(ranking.RootElement.EnumerateArray().Single(r => r.GetProperty("school").GetString() == "p").GetProperty("total").GetDecimal());
        }

        return totals;
    }

    private async Task<TestDistrict> PublishedAsync(string visibility, int? top = null)
    {
        var district = await ReviewedAsync();
        await district.CloseRound();
        await district.PublishRound(visibility, top);
        return district;
    }

    /// <summary>p 39.00 after review, q without submission, s 50.00 in another zone.</summary>
    private async Task<TestDistrict> ReviewedAsync()
    {
        var district = await OpenAsync();
        await district.Report("p", "p-1", new { });
        await district.HandIn("p", new { congressHeld = true }, new { B1 = 30 });
        await district.HandIn("s", new { congressHeld = true }, new { B1 = 40 });
        await district.Review("zone.north", "p", "zone", [("B1", 28m)]);
        await district.Review("officer", "p", "district", [("B1", 29m)]);
        return district;
    }

    private async Task<TestDistrict> OpenAsync()
    {
        var district = await service.FoundDistrictAsync();
        await district.PrepareAnnual(1, "p", "q");
        await district.PutZone("south");
        await district.PutSchoolWithChair("s", "south");
        await district.OpenRound();
        return district;
    }

    [Fact]
    public async Task A_school_reads_why_a_round_was_amended_and_not_by_whom()
    {
        var district = await service.FoundDistrictAsync();
        await district.PrepareAnnual(1, "p");
        await district.OpenRound();
        (await (await district.Admin).DoAsync("rounds/r1/amendments", new { reason = "范围更正", scope = new { } })).Expect(200);

        var own = (await (await district.As("chair.p")).GetAsync("rounds/r1/amendments")).Expect(200);
        Assert.Equal(["范围更正"], own.Texts("items", "reason"));
        Assert.Equal([null], own.Texts("items", "actor"));
        Assert.Equal([district.NameOf("admin")], (await (await district.Admin).GetAsync("rounds/r1/amendments")).Texts("items", "actor"));
    }
}
