using DistrictUnion.IntegrationTests.Hosting;
using Xunit;

namespace DistrictUnion.IntegrationTests.Panels;

/// <summary>Panels from plan to fact, by the numbers of worked case 11.</summary>
public sealed class PanelTests(TestService service) : IClassFixture<TestService>
{
    private const string Panel = TestPanels.Panel;

    [Theory]
    [InlineData("96 91 91 88 70", "90.00")]
    [InlineData("95 95 90 85 80", "90.00")]
    [InlineData("90 88 86 70", "83.50")]
    public async Task Case_11_the_scores_of_a_panel_become_the_leaf_by_the_schemes_rule(string scores, string expected)
    {
        var given = scores.Split(' ').Select(s => decimal.Parse(s, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        var district = await service.FoundJudgedAsync(1, given.Count);
        await district.StartPanel(given.Count, given.Count);
        await district.HandIn("s1");
        for (var i = 0; i < given.Count; i++)
            await district.Judge($"j{i + 1}", "s1", given[i]);
        (await (await district.As("officer")).DoAsync($"{Panel}/close", new { })).Expect(200);

        var leaf = (await district.Scorecard("s1")).Find("nodes", "code", "L");
        Assert.Equal(decimal.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), leaf.GetProperty("finalScore").GetDecimal());
        Assert.Equal(
            $"[{string.Join(",", given.Order())}]",
            await service.ReadAsync<string>("SELECT value FROM school_facts f JOIN districts d ON d.id = f.district_id WHERE f.code = 'judges' AND f.counts AND d.code = $1", district.Code));
    }

    [Fact]
    public async Task Case_11_a_panel_of_two_scores_stays_missing_and_is_closed_only_with_a_reason()
    {
        var district = await service.FoundJudgedAsync(1, 3);
        await district.StartPanel(3, 3);
        await district.HandIn("s1");
        await district.Judge("j1", "s1", 90);
        await district.Judge("j2", "s1", 88);
        await district.Judge("j3", "s1", 75, handIn: false);
        var officer = await district.As("officer");
        Assert.True((await district.Progress()).At("schools[0].belowMinimum").GetBoolean());
        (await officer.DoAsync($"{Panel}/close", new { })).ExpectInvalid("reason");

        var closed = await officer.DoAsync($"{Panel}/close", new { reason = "一名评委生病" });
        Assert.Equal(("closed", "一名评委生病"), (closed.Expect(200).Text("state"), closed.Text("closedWithout")));

        var leaf = (await district.Scorecard("s1")).Find("nodes", "code", "L");
        Assert.Equal(0m, leaf.GetProperty("finalScore").GetDecimal());
        Assert.Contains("panelTooSmall", leaf.GetProperty("flags").EnumerateArray().Select(f => f.GetString()));
    }

    [Fact]
    public async Task Case_11_of_six_judges_one_recuses_and_five_count()
    {
        var district = await service.FoundJudgedAsync(1, 6);
        await district.StartPanel(6, 6);
        await district.HandIn("s1");
        decimal[] scores = [96, 91, 91, 88, 70, 10];
        for (var i = 0; i < scores.Length; i++)
            await district.Judge($"j{i + 1}", "s1", scores[i]);
        var judge = await district.As("j6");
        (await judge.DoAsync($"{Panel}/sheets/s1/recuse", new { reason = "配偶调入该校" })).Expect(200);
        (await judge.GetAsync($"{Panel}/sheets/s1")).Expect(404);
        (await (await district.As("officer")).DoAsync($"{Panel}/close", new { reason = "回避后无人替补" })).Expect(200);

        Assert.Equal(90.00m, await district.Final("s1", "L"));
        var ended = (await district.Progress()).Find("seats", "judge", district.NameOf("j6"));
        Assert.Equal(("excluded", "recused", "配偶调入该校", 10m), (
            ended.GetProperty("state").GetString(), ended.GetProperty("ending").GetString(), ended.GetProperty("reason").GetString(), ended.GetProperty("score").GetDecimal()));
    }

    [Fact]
    public async Task Own_schools_and_put_down_bans_are_kept_and_loads_are_even()
    {
        var district = await service.FoundJudgedAsync(4, 5);
        await district.Appoint("j1", "expertReviewer");
        (await (await district.Admin).PutAsync(
            $"users/{district.NameOf("j1")}",
            new
            {
                displayName = "主席兼评委",
                posts = new object[] { new { role = "expertReviewer", from = "2020-01-01" }, new { role = "schoolChair", scope = new { school = "s1" }, from = "2020-01-01" } },
            },
            ("If-Match", "*"))).Expect(200);
        await district.StartPanel(5, 3, bans: [(2, "s2", "kinship"), (3, "s2", "community")]);

        Assert.DoesNotContain("j1", await district.Seated("s1"));
        Assert.Equal(["j1", "j4", "j5"], await district.Seated("s2"));
        var loads = (await district.Progress()).Numbers("judges", "seats").Select(n => n!.Value).ToList();
        Assert.Equal(12, loads.Sum());
        Assert.True(loads.Max() - loads.Min() <= 1, string.Join(' ', loads));
    }

    [Fact]
    public async Task What_cant_be_assigned_names_the_rules_in_words_and_changes_nothing()
    {
        var district = await service.FoundJudgedAsync(3, 4);
        var officer = await district.As("officer");
        (await officer.PutAsync(Panel, TestPanels.Body(district, 4, 3, bans: [(1, "s2", "kinship"), (2, "s2", "community"), (3, "s3", "other")]))).Expect(201);

        var refused = await officer.DoAsync($"{Panel}/assign");
        refused.ExpectProblem(422, "panel-infeasible");
        Assert.Equal(["s2学校需要 3 名评委", "j1有亲属在s2学校，须回避", "j2与s2学校属于同一教育共同体，须回避"], refused.Texts("problems", "message"));
        Assert.Contains("最多只能承担 2 个", refused.Text("detail"), StringComparison.Ordinal);
        Assert.Equal("planned", (await officer.GetAsync(Panel)).Text("state"));
        Assert.Equal(0, (await district.Progress()).At("seats").GetArrayLength());

        var english = await officer.PostAsync($"{Panel}/assign", null, ("If-Match", "*"), ("Accept-Language", "en"));
        Assert.Equal("s2学校 needs 3 judges", english.Text("problems[0].message"));
    }

    [Fact]
    public async Task A_removed_judges_score_is_kept_or_excluded_as_the_district_says_and_never_dropped_in_silence()
    {
        var district = await service.FoundJudgedAsync(2, 4);
        await district.StartPanel(4, 3, bans: [(4, "s1", "other"), (4, "s2", "other")]);
        foreach (var school in new[] { "s1", "s2" })
        {
            await district.HandIn(school);
            await district.Judge("j1", school, 60);
            await district.Judge("j2", school, 80);
            await district.Judge("j3", school, 100);
        }

        var officer = await district.As("officer");
        var j1 = district.NameOf("j1");
        (await officer.DoAsync($"{Panel}/removals", new { judge = j1, reason = "调离" })).ExpectInvalid("scores.s1");
        (await officer.DoAsync($"{Panel}/removals", new { judge = j1, reason = "调离", scores = new { s1 = "keep", s2 = "exclude" } })).ExpectProblem(422, "panel-infeasible");
        Assert.Equal(3, (await district.Seated("s1")).Count);

        (await officer.PutAsync(Panel, TestPanels.Body(district, 4, 3), ("If-Match", "*"))).Expect(200);
        var removed = await officer.DoAsync($"{Panel}/removals", new { judge = j1, reason = "调离", scores = new { s1 = "keep", s2 = "exclude" } });
        Assert.DoesNotContain(j1, removed.Expect(200).Texts("judges", "userName"));
        Assert.Equal(["j2", "j3"], await district.Seated("s1"));
        Assert.Equal(["j2", "j3", "j4"], await district.Seated("s2"));
        (await (await district.As("j1")).GetAsync($"{Panel}/sheets/s1")).Expect(404);
        await district.Judge("j4", "s2", 90);
        (await officer.DoAsync($"{Panel}/close", new { })).Expect(200);

        Assert.Equal(80.00m, await district.Final("s1", "L"));
        Assert.Equal(90.00m, await district.Final("s2", "L"));
        var record = (await district.Progress()).At("seats").EnumerateArray().Where(s => s.GetProperty("judge").GetString() == j1).ToList();
        Assert.Equal([("s1", "kept", 60m), ("s2", "excluded", 60m)], record.Select(s => (s.GetProperty("school").GetString()!, s.GetProperty("state").GetString()!, s.GetProperty("score").GetDecimal())));
    }

    [Fact]
    public async Task A_closed_panel_tells_how_severe_its_judges_were_and_can_be_reopened_for_a_reason()
    {
        var district = await service.FoundJudgedAsync(2, 3);
        await district.StartPanel(3, 3);
        foreach (var school in new[] { "s1", "s2" })
        {
            await district.HandIn(school);
            await district.Judge("j1", school, 70);
            await district.Judge("j2", school, 85);
            await district.Judge("j3", school, 85);
        }

        var officer = await district.As("officer");
        (await officer.GetAsync($"{Panel}/severity")).ExpectConflict("scoring", "assign", "removals", "close");
        (await officer.DoAsync("rounds/r1/close")).ExpectProblem(409, "round-panel-open");
        (await officer.DoAsync($"{Panel}/close", new { })).Expect(200);
        var severity = (await officer.GetAsync($"{Panel}/severity")).Expect(200);
        Assert.Equal([-10m, 5m, 5m], severity.Numbers("judges", "difference"));
        Assert.Equal([-1.41m, 0.71m, 0.71m], severity.Numbers("judges", "z"));

        await district.JudgeRefused("j1", "s1", 90, 409);
        (await officer.DoAsync($"{Panel}/reopen", new { reason = "录入有误" })).Expect(200);
        (await (await district.As("j1")).DoAsync($"{Panel}/sheets/s1/withdraw")).Expect(200);
        await district.Judge("j1", "s1", 100);
        (await officer.DoAsync($"{Panel}/close", new { })).Expect(200);
        Assert.Equal(90.00m, await district.Final("s1", "L"));
        Assert.Equal([70m, 100m], await Changes(district));
    }

    [Fact]
    public async Task Two_panels_never_score_the_same_thing_of_one_school()
    {
        var district = await service.FoundJudgedAsync(2, 3);
        var officer = await district.As("officer");
        (await officer.PutAsync(Panel, TestPanels.Body(district, 3, 3, schools: ["s1"]))).Expect(201);
        (await officer.PutAsync("rounds/r1/panels/p2", TestPanels.Body(district, 3, 3))).ExpectInvalid("schools");
        (await officer.PutAsync("rounds/r1/panels/p2", TestPanels.Body(district, 3, 2, schools: ["s2"]))).ExpectInvalid("judgesPerSchool");
        (await officer.PutAsync("rounds/r1/panels/p2", TestPanels.Body(district, 3, 3, schools: ["s2"]))).Expect(201);
        (await officer.PutAsync(Panel, TestPanels.Body(district, 3, 3, schools: ["s1"]))).Expect(428);
        Assert.Equal(["p1", "p2"], (await officer.GetAsync("rounds/r1/panels")).Texts("items", "code"));
    }

    private async Task<List<decimal>> Changes(TestDistrict district) =>
        [.. (await service.ReadAsync<decimal[]>(
            """
            SELECT array_agg(c.new_score ORDER BY c.id) FROM panel_score_changes c JOIN districts d ON d.id = c.district_id JOIN schools s ON s.id = c.school_id
            WHERE d.code = $1 AND s.code = 's1' AND c.judge = $1 || '.j1'
            """,
            district.Code))!];
}
