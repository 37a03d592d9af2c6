using System.Text;
using DistrictUnion.IntegrationTests.Hosting;
using DistrictUnion.IntegrationTests.Obligations;
using Xunit;

namespace DistrictUnion.IntegrationTests.Activities;

/// <summary>What a calendar program reads by a secret address.</summary>
public sealed class FeedTests(TestService service) : IClassFixture<TestService>
{
    [Fact]
    public async Task A_feed_tells_of_obligations_plan_and_activities_of_the_own_units_and_of_nobody_elses()
    {
        var district = await TestActivities.PrepareAsync(service, "p", "q");
        await new TestObligations(district).AskAsync("OB20", TestObligations.Definition());
        await district.RecordAsync("chair.p", TestActivities.Of("合唱, 朗诵; 书画\\🎨 教职工艺术节暨庆祝教师节文艺汇演活动全体会员参加"));
        await district.RecordAsync("chair.q", TestActivities.Of("别校的活动"));
        (await (await district.As("chair.p")).PostAsync("plan-items", new { month = "2025-12", title = "年度总结" })).Expect(201);

        var text = await ReadAsync(await MakeAsync(district, "chair.p", "person"));

        Assert.StartsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n", text, StringComparison.Ordinal);
        Assert.EndsWith("END:VCALENDAR\r\n", text, StringComparison.Ordinal);
        Assert.All(text.Split("\r\n"), line => Assert.True(Encoding.UTF8.GetByteCount(line) <= 75, line));
        var unfolded = text.Replace("\r\n ", "", StringComparison.Ordinal);
        Assert.Contains("SUMMARY:合唱\\, 朗诵\\; 书画\\\\🎨 教职工艺术节暨庆祝教师节文艺汇演活动全体会员参加\r\n", unfolded, StringComparison.Ordinal);
        Assert.Contains("DTSTART;VALUE=DATE:20251001\r\nDTEND;VALUE=DATE:20251002\r\n", unfolded, StringComparison.Ordinal);
        Assert.Contains("SUMMARY:年度总结（本月内）", unfolded, StringComparison.Ordinal);
        Assert.Contains("SUMMARY:年度计划（到期）", unfolded, StringComparison.Ordinal);
        Assert.Contains("UID:obligation-OB20.2025.p@", unfolded, StringComparison.Ordinal);
        Assert.DoesNotContain("OB20.2025.q", unfolded, StringComparison.Ordinal);
        Assert.DoesNotContain("别校", unfolded, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_revoked_feed_and_one_that_nobody_has_answer_alike_and_only_a_hash_is_stored()
    {
        var district = await TestActivities.PrepareAsync(service, "p");
        var chair = await district.As("chair.p");
        var made = (await chair.PostAsync("calendar/feeds", new { scope = "school" })).Expect(201);
        var token = made.Text("token");
        await ReadAsync(token);
        var listed = (await chair.GetAsync("calendar/feeds")).Expect(200);
        Assert.Equal("school", listed.Text("items[0].scope"));
        Assert.DoesNotContain(token, listed.Body, StringComparison.Ordinal);
        Assert.Equal(32L, await service.ReadAsync<long>("SELECT max(length(token_hash))::bigint FROM calendar_feeds"));
        Assert.Equal(0L, await service.ReadAsync<long>("SELECT count(*) FROM audit_entries WHERE audit_entries::text LIKE $1", $"%{token}%"));

        (await chair.DeleteAsync($"calendar/feeds/{made.Text("id")}")).Expect(204);

        (await service.Anonymous().GetAsync($"calendar/feed.ics?token={token}")).ExpectProblem(404, "not-found");
        (await service.Anonymous().GetAsync("calendar/feed.ics?token=abc")).ExpectProblem(404, "not-found");
        (await service.Anonymous().GetAsync("calendar/feed.ics")).ExpectProblem(404, "not-found");
        Assert.Equal(0, (await chair.GetAsync("calendar/feeds")).At("total").GetInt32());
    }

    [Fact]
    public async Task A_feed_follows_the_posts_of_its_person_and_is_empty_once_there_are_none()
    {
        var district = await TestActivities.PrepareAsync(service, "p", "q");
        await district.RecordAsync("chair.p", TestActivities.Of("甲校运动会"));
        await district.RecordAsync("chair.q", TestActivities.Of("乙校运动会"));
        var (own, school) = (await MakeAsync(district, "clerk.p", "person"), await MakeAsync(district, "clerk.p", "school"));
        await district.Appoint("clerk.p", "schoolClerk", school: "q");

        Assert.Contains("乙校运动会", await ReadAsync(own), StringComparison.Ordinal);
        Assert.DoesNotContain("甲校运动会", await ReadAsync(own), StringComparison.Ordinal);
        Assert.DoesNotContain("BEGIN:VEVENT", await ReadAsync(school), StringComparison.Ordinal);
    }

    private static async Task<string> MakeAsync(TestDistrict district, string person, string scope) =>
        (await (await district.As(person)).PostAsync("calendar/feeds", new { scope })).Expect(201).Text("token");

    private async Task<string> ReadAsync(string token)
    {
        var answer = (await service.Anonymous().GetAsync($"calendar/feed.ics?token={token}")).Expect(200);
        Assert.Equal("text/calendar", answer.ContentType);
        return answer.Body;
    }
}
