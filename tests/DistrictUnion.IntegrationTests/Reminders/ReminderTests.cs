using DistrictUnion.IntegrationTests.Hosting;
using DistrictUnion.IntegrationTests.Obligations;
using Xunit;

namespace DistrictUnion.IntegrationTests.Reminders;

/// <summary>Reminders of obligations due on 24 November 2025, a Monday, told at eight in the morning.</summary>
public sealed class ReminderTests(TestService service) : IClassFixture<TestService>
{
    private static readonly object Plan = TestObligations.Definition(due: new { kind = "monthDay", month = 11, day = 24 });

    [Fact]
    public async Task A_chair_is_told_once_for_each_of_the_days_however_often_it_runs_and_no_more_after_fulfilment()
    {
        var (district, obligations) = await OpenAsync();
        await obligations.AskAsync("plan", Plan);

        Assert.Equal("1 0 1 1 1 1", await TellAsync(district, "11-10", "11-11", "11-17", "11-21", "11-23", "11-24"));
        var inbox = (await (await district.As("chair.p")).GetAsync("inbox?unread=true")).Expect(200);
        Assert.Equal("您有 1 项工作需要办理", inbox.Text("items[0].title"));
        Assert.Equal("年度计划（p学校）：今天（2025-11-24）截止", inbox.Text("items[0].body"));
        Assert.Equal("年度计划（p学校）：2025-11-24 截止，还有 1 天", inbox.Text("items[1].body"));
        Assert.Equal("/obligations", inbox.Text("items[0].link"));
        Assert.Contains("Plan (p学校): due on 2025-11-24, 14 days left", (await (await district.As("chair.p")).GetAsync("inbox?pageSize=50", ("Accept-Language", "en"))).Texts("items", "body"));
        var told = (await (await district.Admin).GetAsync("obligations/plan.2025.p/reminders")).Expect(200);
        Assert.Equal([0, 1, 3, 7, 14], told.At("items").EnumerateArray().Select(i => i.GetProperty("lead").GetInt32()));

        district.MoveClockTo("2025-11-24T10:00:00+08:00");
        (await (await district.As("chair.p")).DoAsync("obligations/plan.2025.p/fulfil", new { note = "已报送" })).Expect(200);
        Assert.Equal("0", await TellAsync(district, "11-25"));
    }

    [Fact]
    public async Task After_an_outage_the_latest_word_stands_for_all_that_were_missed_and_nothing_is_told_at_night()
    {
        var (district, obligations) = await OpenAsync();
        await obligations.AskAsync("plan", Plan);

        Assert.Equal("0", await TellAsync(district, "11-19T23:30"));
        Assert.Equal("1 0", await TellAsync(district, "11-22T14:00", "11-22T15:00"));
        Assert.Equal("年度计划（p学校）：2025-11-24 截止，还有 2 天", (await (await district.As("chair.p")).GetAsync("inbox")).Text("items[0].body"));
        Assert.Equal("1", await TellAsync(district, "12-15"));
        Assert.Contains("逾期 21 天", (await (await district.As("chair.p")).GetAsync("inbox")).Text("items[0].body"), StringComparison.Ordinal);
        Assert.Equal("0", await TellAsync(district, "01-03"));
    }

    [Fact]
    public async Task Two_digests_lie_a_week_apart_unless_something_is_due_within_three_days()
    {
        var (district, obligations) = await OpenAsync();
        await obligations.AskAsync("plan", Plan);
        await obligations.AskAsync("later", TestObligations.Definition(due: new { kind = "monthDay", month = 11, day = 27 }, name: "活动总结"));

        // On 13 November the later one would be told 14 days ahead; it waits for the next digest, on 17 November.
        Assert.Equal("1 0 1 1 0 1", await TellAsync(district, "11-10", "11-13", "11-17", "11-21", "11-22", "11-23"));
        var bodies = (await (await district.As("chair.p")).GetAsync("inbox?pageSize=50")).Texts("items", "body");
        Assert.Equal("年度计划（p学校）：2025-11-24 截止，还有 7 天\n活动总结（p学校）：2025-11-27 截止，还有 10 天", bodies[^2]);
    }

    [Fact]
    public async Task What_stays_late_is_told_to_the_zone_and_then_to_the_district()
    {
        var (district, obligations) = await OpenAsync();
        await obligations.AskAsync("plan", Plan);

        // By name, whatever the order of the rows.
        Assert.Equal(1, await service.ExecuteAsync("UPDATE schools SET name = 'r学校' WHERE code = 'p' AND district_id = (SELECT id FROM districts WHERE code = $1)", district.Code));

        Assert.Equal("0 1 0", await TellAsync(district, "lead", "11-24", "11-25", "11-26"));
        Assert.Equal("年度计划，2 个单位逾期：q学校、r学校", (await (await district.As("lead")).GetAsync("inbox")).Text("items[0].body"));
        Assert.Equal("0 1 0", await TellAsync(district, "officer", "11-30", "12-01", "12-02"));
        Assert.Equal(0m, (await (await district.As("lead.south")).GetAsync("inbox")).Number("total"));
        Assert.Equal(
            [true, false, true],
            (await (await district.Admin).GetAsync("obligations/plan.2025.p/reminders")).Expect(200).At("items").EnumerateArray().Take(3).Select(i => i.GetProperty("isEscalation").GetBoolean()));

        var list = (await (await district.As("lead")).GetAsync("obligations/late-list")).Expect(200);
        Assert.Equal("截至 2025-12-02，以下工作逾期未完成，请尽快办理：\n年度计划，2 个单位逾期：q学校、r学校", list.Text("text"));
        Assert.Equal(0m, (await (await district.As("lead.south")).GetAsync("obligations/late-list")).Number("count"));
        Assert.Equal(1m, (await (await district.As("chair.p")).GetAsync("obligations/late-list")).Number("count"));
        Assert.Equal(0m, (await (await district.Admin).GetAsync("obligations/late-list?zone=south")).Number("count"));
    }

    [Fact]
    public async Task Two_late_schools_of_one_name_are_two_and_a_late_district_has_a_name()
    {
        var (district, obligations) = await OpenAsync();
        await obligations.AskAsync("plan", Plan);
        await obligations.AskAsync("review", TestObligations.Definition(
            due: new { kind = "monthDay", month = 11, day = 24 }, owner: new { level = "district", role = "districtAdmin" }, name: "督查通报"));
        Assert.Equal(2, await service.ExecuteAsync("UPDATE schools SET name = '育才学校' WHERE district_id = (SELECT id FROM districts WHERE code = $1)", district.Code));

        Assert.Equal("1", await TellAsync(district, "lead", "11-25"));
        Assert.Equal("年度计划，2 个单位逾期：育才学校（p）、育才学校（q）", (await (await district.As("lead")).GetAsync("inbox")).Text("items[0].body"));
        Assert.Equal("Plan, 2 units late: 育才学校 (p), 育才学校 (q)", (await (await district.As("lead")).GetAsync("inbox", ("Accept-Language", "en"))).Text("items[0].body"));
        Assert.Equal(
            "截至 2025-11-25，以下工作逾期未完成，请尽快办理：\n年度计划，2 个单位逾期：育才学校（p）、育才学校（q）\n督查通报，1 个单位逾期：区教育工会",
            (await (await district.As("officer")).GetAsync("obligations/late-list")).Text("text"));
    }

    [Fact]
    public async Task Who_left_is_told_nothing_and_what_nobody_owns_is_told_above()
    {
        var (district, obligations) = await OpenAsync();
        await obligations.AskAsync("plan", Plan);
        await district.Service.ExecuteAsync("UPDATE posts SET \"to\" = '2025-11-15' WHERE user_id = (SELECT id FROM users WHERE normalized_user_name = upper($1))", district.NameOf("chair.p"));

        Assert.Equal("1", await TellAsync(district, "lead", "11-17"));
        Assert.Equal("年度计划（p学校）：2025-11-24 截止，还有 7 天", (await (await district.As("lead")).GetAsync("inbox")).Text("items[0].body"));
        Assert.Equal(0, await district.Service.ReadAsync<long>("SELECT count(*) FROM messages m JOIN users u ON u.id = m.recipient_id WHERE u.normalized_user_name = upper($1)", district.NameOf("chair.p")));
    }

    [Fact]
    public async Task What_a_school_without_a_clerk_owes_is_told_to_its_chair_and_not_to_the_zone()
    {
        var (district, obligations) = await OpenAsync();
        await obligations.AskAsync("ledger", TestObligations.Definition(due: new { kind = "monthDay", month = 11, day = 24 }, owner: new { level = "school", role = "schoolClerk" }));

        Assert.Equal("1", await TellAsync(district, "11-17"));
        Assert.Equal(0m, (await (await district.As("lead")).GetAsync("inbox")).Number("total"));
        var owner = (await obligations.GetAsync("ledger.2025.p")).At("owner");
        Assert.Equal(("schoolClerk", "schoolChair"), (owner.GetProperty("role").GetString(), owner.GetProperty("goes").GetString()));
    }

    [Fact]
    public async Task Somebody_chooses_other_days_or_none()
    {
        var (district, obligations) = await OpenAsync();
        await obligations.AskAsync("plan", Plan);
        await ChooseAsync(district, "chair.p", 5);
        await ChooseAsync(district, "chair.q");

        Assert.Equal("0 1 0 0", await TellAsync(district, "11-17", "11-19", "11-23", "11-24"));
        Assert.Equal(0m, (await (await district.As("chair.q")).GetAsync("inbox")).Number("total"));
        (await (await district.As("chair.p")).SaveAsync("me/message-preferences", new { channels = new { }, quietFrom = "21:00", quietTo = "08:00", reminderDays = new[] { 61 } })).ExpectInvalid("reminderDays");
    }

    [Fact]
    public async Task What_recurs_monthly_is_told_of_once_a_month()
    {
        var (district, obligations) = await OpenAsync();
        await obligations.AskAsync("opinion", TestObligations.Definition(due: new { kind = "periodEnd" }, recurrence: "monthly", name: "校情民意"));

        Assert.Equal("0 0 0 1 0", await TellAsync(district, "11-16", "11-23", "11-27", "11-29", "11-30"));
    }

    private static async Task ChooseAsync(TestDistrict district, string person, params int[] days) =>
        (await (await district.As(person)).SaveAsync("me/message-preferences", new { channels = new { }, quietFrom = "21:00", quietTo = "08:00", reminderDays = days })).Expect(200);

    /// <summary>Two schools of one zone with chairs, their zone's lead, another zone's, and an officer, on 3 November.</summary>
    private async Task<(TestDistrict District, TestObligations Obligations)> OpenAsync()
    {
        var district = await service.FoundDistrictAsync();
        foreach (var zone in new[] { "north", "south" })
            await district.PutZone(zone);
        await district.Appoint("lead", "zoneLead", zone: "north");
        await district.Appoint("lead.south", "zoneLead", zone: "south");
        await district.Appoint("officer", "districtOfficer");
        foreach (var school in new[] { "p", "q" })
            await district.PutSchoolWithChair(school, "north");
        await district.Service.ExecuteAsync("INSERT INTO calendar_days (date, kind, name) VALUES ('2025-10-01', 0, '国庆节') ON CONFLICT DO NOTHING");
        return (district, new TestObligations(district));
    }

    private static Task<string> TellAsync(TestDistrict district, params string[] days) =>
        TellAsync(district, days[0].Contains('-', StringComparison.Ordinal) ? "chair.p" : days[0], days.SkipWhile(d => !d.Contains('-', StringComparison.Ordinal)));

    /// <summary>Runs on each of the days, twice, and counts the messages that are new to somebody.</summary>
    private static async Task<string> TellAsync(TestDistrict district, string person, IEnumerable<string> days)
    {
        List<long> counts = [];
        foreach (var day in days)
        {
            district.MoveClockTo($"2025-{(day.Contains('T', StringComparison.Ordinal) ? day : $"{day}T08:00")}:00+08:00");
            var before = await CountAsync(district, person);
            await new TestObligations(district).RunAsync("reminders.send");
            await new TestObligations(district).RunAsync("reminders.send");
            counts.Add(await CountAsync(district, person) - before);
        }

        return string.Join(' ', counts);
    }

    private static Task<long> CountAsync(TestDistrict district, string person) => district.Service.ReadAsync<long>(
        "SELECT count(*) FROM messages m JOIN users u ON u.district_id = m.district_id AND u.id = m.recipient_id WHERE u.normalized_user_name = upper($1)", district.NameOf(person));
}
