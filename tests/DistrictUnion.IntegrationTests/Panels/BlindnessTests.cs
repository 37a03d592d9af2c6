using DistrictUnion.IntegrationTests.EvidenceLedger;
using DistrictUnion.IntegrationTests.Hosting;
using Xunit;

namespace DistrictUnion.IntegrationTests.Panels;

/// <summary>A judge sees what the assigned schools handed in, and nothing else; a school never sees a judge.</summary>
public sealed class BlindnessTests(TestService service) : IClassFixture<TestService>
{
    private const string Panel = TestPanels.Panel;

    [Fact]
    public async Task A_judge_sees_neither_claims_nor_other_scores_nor_any_other_page()
    {
        var district = await service.FoundJudgedAsync(2, 3);
        await district.StartPanel(3, 3, schools: ["s1"]);
        var (leaf, other) = (await ProveAsync(district, "L"), await ProveAsync(district, "M"));
        await district.HandIn("s1", new { members = 51 }, new { M = 7.25 });
        await district.Judge("j2", "s1", 41.5m);
        var judge = await district.As("j1");

        var sheet = (await judge.GetAsync($"{Panel}/sheets/s1")).Expect(200);
        Assert.Equal(["L"], sheet.Texts("leaves", "code"));
        Assert.Equal(["会员数"], sheet.Texts("facts", "name"));
        Assert.Equal([leaf], sheet.Texts("files", "id"));
        Assert.DoesNotContain("7.25", sheet.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("41.5", sheet.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("j2", sheet.Body, StringComparison.Ordinal);
        (await judge.GetAsync($"{Panel}/sheets/s1/evidence/{leaf}")).Expect(200);
        (await judge.GetAsync($"{Panel}/sheets/s1/evidence/{other}")).Expect(404);
        (await judge.GetAsync($"{Panel}/sheets/s2")).Expect(404);
        foreach (var path in new[]
        {
            Panel, $"{Panel}/progress", $"{Panel}/severity", "rounds/r1/panels", "rounds/r1/ranking", "rounds/r1/schools/s1/scorecard", "rounds/r1/schools/s1/self-evaluation",
            "rounds/r1/schools/s1/evidence", "rounds/r1/schools/s1/review", "rounds/r1/completeness", "schools", "users",
        })
        {
            (await judge.GetAsync(path)).Expect(403);
        }
    }

    [Fact]
    public async Task Judges_see_nothing_before_the_start_and_the_district_no_score_before_the_end()
    {
        var district = await service.FoundJudgedAsync(1, 3);
        var officer = await district.As("officer");
        (await officer.PutAsync(Panel, TestPanels.Body(district, 3, 3))).Expect(201);
        (await officer.DoAsync($"{Panel}/assign")).Expect(200);
        var judge = await district.As("j1");
        Assert.Equal(0, (await judge.GetAsync("me/panel-work")).Number("total"));
        (await judge.GetAsync($"{Panel}/sheets/s1")).Expect(404);
        (await judge.PostAsync($"{Panel}/sheets/submit")).Expect(404);

        (await officer.DoAsync($"{Panel}/start")).Expect(200);
        Assert.Equal(["s1学校"], (await judge.GetAsync("me/panel-work")).Texts("items", "schoolName"));
        await district.Judge("j1", "s1", 77.5m, handIn: false);
        Assert.Equal((1m, 0m), ((await judge.PostAsync($"{Panel}/sheets/submit")).Expect(200).Number("handedIn"), (await judge.PostAsync($"{Panel}/sheets/submit")).Number("handedIn")));
        Assert.DoesNotContain("77.5", (await district.Progress()).Body, StringComparison.Ordinal);
        Assert.Equal(0, await service.ReadAsync<long>(
            "SELECT COUNT(*) FROM school_facts f JOIN districts d ON d.id = f.district_id WHERE f.code = 'judges' AND d.code = $1", district.Code));
    }

    [Fact]
    public async Task A_school_reads_no_judges_name_in_its_published_result()
    {
        var district = await service.FoundJudgedAsync(1, 3);
        await district.StartPanel(3, 3);
        await district.HandIn("s1");
        for (var i = 1; i <= 3; i++)
            await district.Judge($"j{i}", "s1", 80 + i);
        (await (await district.As("officer")).DoAsync($"{Panel}/close", new { })).Expect(200);
        await district.CloseRound();
        await district.PublishRound("full");

        var card = await district.Scorecard("s1", "chair.s1");
        Assert.Equal(82.00m, card.Find("nodes", "code", "L").GetProperty("finalScore").GetDecimal());
        foreach (var name in new[] { "j1", "j2", "j3", "officer" })
            Assert.DoesNotContain(district.NameOf(name), card.Body, StringComparison.Ordinal);
        Assert.Contains("\"route\":\"panel\"", card.Body, StringComparison.Ordinal);
        foreach (var path in new[] { Panel, $"{Panel}/progress", $"{Panel}/sheets/s1", "me/panel-work" })
            (await (await district.As("chair.s1")).GetAsync(path)).Expect(403);
    }

    [Fact]
    public async Task Scores_outside_the_scale_are_refused_and_a_stale_sheet_is_told()
    {
        var district = await service.FoundJudgedAsync(1, 3);
        await district.StartPanel(3, 3);
        var judge = await district.As("j1");
        var sheet = $"{Panel}/sheets/s1";
        (await judge.PutAsync(sheet, new { score = 100.01 }, ("If-Match", "*"))).ExpectInvalid("score");
        (await judge.PutAsync(sheet, new { score = 80.123 }, ("If-Match", "*"))).ExpectInvalid("score");
        (await judge.PutAsync(sheet, new { score = 80 })).Expect(428);
        var first = (await judge.GetAsync(sheet)).ETag!;
        (await judge.PutAsync(sheet, new { score = 80, comment = "材料扎实" }, ("If-Match", first))).Expect(200);
        (await judge.PutAsync(sheet, new { score = 81 }, ("If-Match", first))).Expect(412);
        (await judge.DoAsync($"{sheet}/submit")).Expect(200);
        (await judge.PutAsync(sheet, new { score = 81 }, ("If-Match", "*"))).ExpectConflict("handedIn", "withdraw");
    }

    [Fact]
    public async Task Who_has_come_to_belong_to_a_school_scores_it_no_more_but_can_recuse()
    {
        var district = await service.FoundJudgedAsync(1, 4);
        await district.StartPanel(4, 3);
        var seated = (await district.Seated("s1"))[0];
        (await (await district.Admin).PutAsync(
            $"users/{district.NameOf(seated)}",
            new
            {
                displayName = "调入",
                posts = new object[] { new { role = "expertReviewer", from = "2020-01-01" }, new { role = "schoolClerk", scope = new { school = "s1" }, from = "2020-01-01" } },
            },
            ("If-Match", "*"))).Expect(200);
        district.Forget(seated);
        (await (await district.As(seated)).PutAsync("me/active-post", new { role = "expertReviewer" })).Expect(200);
        await district.JudgeRefused(seated, "s1", 90, 403);
        (await (await district.As(seated)).DoAsync($"{Panel}/sheets/s1/recuse", new { reason = "调入该校" })).Expect(200);
        Assert.Equal(3, (await district.Seated("s1")).Count);
        Assert.DoesNotContain(seated, await district.Seated("s1"));
    }

    private static async Task<string> ProveAsync(TestDistrict district, string node)
    {
        using var form = new MultipartFormDataContent { { new StringContent(node), "nodes" }, { new ByteArrayContent(TestPictures.Pdf(node)), "file", $"{node}.pdf" } };
        return (await (await district.As("chair.s1")).SendAsync(HttpMethod.Post, "rounds/r1/schools/s1/evidence", form)).Expect(201).Text("id");
    }
}
