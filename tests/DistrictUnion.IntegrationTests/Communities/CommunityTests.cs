using DistrictUnion.IntegrationTests.Hosting;
using DistrictUnion.IntegrationTests.Panels;
using Xunit;

namespace DistrictUnion.IntegrationTests.Communities;

/// <summary>Communities of schools, and what they keep judges from.</summary>
public sealed class CommunityTests(TestService service) : IClassFixture<TestService>
{
    [Fact]
    public async Task A_community_is_made_changed_and_deleted_by_its_tag_and_everybody_of_the_district_sees_it()
    {
        var district = await FoundAsync("s1", "s2", "s3");
        var officer = await district.As("officer");
        var made = await officer.PutAsync("communities/lake", Body(("s1", "core", "2024-09-01", null), ("s2", "member", "2024-09-01", null)));
        Assert.Equal(["s1学校", "s2学校"], made.Expect(201).Texts("members", "name"));
        (await officer.PutAsync("communities/lake", Body(("s1", "core", "2024-09-01", null)))).Expect(428);

        // Only a part goes: that is another version all the same.
        var smaller = await officer.PutAsync("communities/lake", Body(("s1", "core", "2024-09-01", null)), ("If-Match", made.ETag!));
        Assert.Equal(["s1"], smaller.Expect(200).Texts("members", "school"));
        Assert.NotEqual(made.ETag, smaller.ETag);
        (await officer.PutAsync("communities/lake", Body(("s3", "core", "2024-09-01", null)), ("If-Match", made.ETag!))).Expect(412);

        (await officer.PutAsync("communities/lake", Body(("s1", "core", "2024-09-01", null), ("s3", "member", "2024-09-01", null)), ("If-Match", "*"))).Expect(200);
        var seen = await (await district.As("chair.s3")).GetAsync("communities?school=s3");
        Assert.Equal(["s1学校", "s3学校"], seen.Expect(200).Texts("items[0].members", "name"));
        Assert.Equal(0, (await (await district.As("chair.s3")).GetAsync("communities?school=s2")).At("total").GetInt32());
        (await (await district.As("chair.s3")).SendAsync(HttpMethod.Delete, "communities/lake", null, ("If-Match", "*"))).Expect(403);

        (await officer.DeleteAsync("communities/lake")).Expect(428);
        (await officer.SendAsync(HttpMethod.Delete, "communities/lake", null, ("If-Match", made.ETag!))).Expect(412);
        (await officer.SendAsync(HttpMethod.Delete, "communities/lake", null, ("If-Match", "*"))).Expect(204);
        (await officer.GetAsync("communities/lake")).Expect(404);
        (await officer.PutAsync("communities/lake", Body(("s2", "core", "2024-09-01", null)))).Expect(201);
        Assert.Equal(2L, await service.ReadAsync<long>(
            "SELECT count(*) FROM audit_entries a JOIN districts d ON d.id = a.district_id WHERE d.code = $1 AND a.action = 'PutCommunity' AND a.changes::text LIKE '%\"deleted\"%' OR d.code = $1 AND a.action = 'DropCommunity' AND a.changes::text LIKE '%CommunityMembership%'",
            district.Code));
    }

    [Fact]
    public async Task A_school_is_in_one_active_community_a_day_and_no_day_is_without_a_core_school()
    {
        var district = await FoundAsync("s1", "s2", "s3");
        var officer = await district.As("officer");
        (await officer.PutAsync("communities/lake", Body(("s1", "core", "2024-09-01", null), ("s2", "member", "2024-09-01", "2025-09-01")))).Expect(201);

        var taken = await officer.PutAsync("communities/hill", Body(("s3", "core", "2024-09-01", null), ("s2", "member", "2025-08-31", null)));
        taken.ExpectProblem(422, "community-members");
        Assert.Equal(["members[1].school"], taken.Texts("problems", "path"));
        Assert.Contains("同一时间只能参加一个教育共同体", taken.Text("problems[0].message"), StringComparison.Ordinal);
        (await officer.PutAsync("communities/hill", Body(("s3", "core", "2024-09-01", null), ("s2", "member", "2025-09-01", null)))).Expect(201);
        (await officer.PutAsync("communities/twice", Body(("s3", "core", "2020-01-01", "2021-01-01"), ("s3", "core", "2020-12-31", "2021-06-01")))).ExpectProblem(422, "community-members");
        (await officer.PutAsync("communities/headless", Body(("s3", "core", "2020-01-01", "2021-01-01"), ("s1", "member", "2020-01-01", "2021-02-01")))).ExpectProblem(422, "community-members");
        (await officer.PutAsync("communities/bare", Body())).ExpectInvalid("members");
        (await officer.PutAsync("communities/unknown", Body(("nobody", "core", "2020-01-01", null)))).ExpectInvalid("members[0].school");

        // An ended community binds nobody; two that take the same school at once can't both.
        (await officer.PutAsync("communities/hill", Body(active: false, ("s3", "core", "2024-09-01", null)), ("If-Match", "*"))).Expect(200);
        var both = await Task.WhenAll(new[] { "a", "b", "c", "d" }.Select(code => officer.PutAsync($"communities/{code}", Body(("s3", "core", "2024-09-01", null)))));
        Assert.Equal([201, 422, 422, 422], both.Select(a => a.Status).Order());
        (await officer.PutAsync("communities/hill", Body(("s3", "core", "2024-09-01", null)), ("If-Match", "*"))).ExpectProblem(422, "community-members");
    }

    [Fact]
    public async Task A_judge_scores_no_school_of_the_own_community_and_the_conflict_says_so()
    {
        var district = await service.FoundJudgedAsync(4, 5);
        var (officer, admin) = (await district.As("officer"), await district.Admin);
        (await admin.PutAsync(
            $"users/{district.NameOf("j1")}",
            new
            {
                displayName = "主席兼评委",
                posts = new object[] { new { role = "expertReviewer", from = "2020-01-01" }, new { role = "schoolChair", scope = new { school = "s1" }, from = "2020-01-01" } },
            },
            ("If-Match", "*"))).Expect(200);

        // s4 left before the round's days: no ban any more.
        (await officer.PutAsync("communities/lake", Body(("s1", "core", "2015-01-01", null), ("s2", "member", "2015-01-01", null), ("s4", "member", "2015-01-01", "2016-01-01")))).Expect(201);
        (await officer.PutAsync(TestPanels.Panel, TestPanels.Body(district, 5, 5, schools: ["s2"]))).Expect(201);
        var refused = await officer.DoAsync($"{TestPanels.Panel}/assign");
        refused.ExpectProblem(422, "panel-infeasible");
        Assert.Equal(["s2学校需要 5 名评委", "主席兼评委与s2学校属于同一教育共同体，须回避"], refused.Texts("problems", "message"));
        (await officer.PutAsync(TestPanels.Panel, TestPanels.Body(district, 5, 3), ("If-Match", "*"))).Expect(200);
        (await officer.DoAsync($"{TestPanels.Panel}/assign")).Expect(200);
        (await officer.DoAsync($"{TestPanels.Panel}/start")).Expect(200);
        Assert.DoesNotContain("j1", (await district.Seated("s1")).Concat(await district.Seated("s2")));
        var loads = (await district.Progress()).Numbers("judges", "seats").Select(n => n!.Value).ToList();
        Assert.Equal((12m, 2m, 3m), (loads.Sum(), loads.Min(), loads.Max()));
        Assert.Contains("j1", await district.Seated("s4"));

        // Joined after the assignment: the seat stays until the judge leaves it, and takes no score.
        await district.HandIn("s4");
        (await officer.PutAsync("communities/lake", Body(("s1", "core", "2015-01-01", null), ("s4", "member", "2015-01-01", null)), ("If-Match", "*"))).Expect(200);
        var judge = await district.As("j1");
        (await judge.PutAsync("me/active-post", new { role = "expertReviewer" })).Expect(200);
        var score = await judge.PutAsync($"{TestPanels.Panel}/sheets/s4", new { score = 90 }, ("If-Match", "*"));
        score.ExpectProblem(403, "panel-own-community");
        Assert.Equal("不能评与您所在学校同属一个教育共同体的学校，请申请回避", score.Text("detail"));
        (await judge.DoAsync($"{TestPanels.Panel}/sheets/s4/recuse", new { reason = "同一教育共同体" })).Expect(200);

    }

    private async Task<TestDistrict> FoundAsync(params string[] schools)
    {
        var district = await service.FoundDistrictAsync();
        await district.PutZone("north");
        await district.Appoint("officer", "districtOfficer");
        foreach (var school in schools)
            await district.PutSchoolWithChair(school, "north");
        return district;
    }

    private static object Body(params (string School, string Role, string From, string? To)[] members) => Body(true, members);

    private static object Body(bool active, params (string School, string Role, string From, string? To)[] members) =>
        new { name = "教育共同体", type = "coBuilt", isActive = active, members = members.Select(m => new { school = m.School, role = m.Role, from = m.From, to = m.To }) };
}
