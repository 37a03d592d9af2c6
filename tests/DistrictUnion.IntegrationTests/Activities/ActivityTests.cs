using DistrictUnion.IntegrationTests.EvidenceLedger;
using DistrictUnion.IntegrationTests.Hosting;
using DistrictUnion.IntegrationTests.Obligations;
using Xunit;

namespace DistrictUnion.IntegrationTests.Activities;

/// <summary>Activities are recorded once and count wherever a scheme or an obligation asks for them.</summary>
public sealed class ActivityTests(TestService service) : IClassFixture<TestService>
{
    [Fact]
    public async Task What_a_scheme_counts_from_activities_is_their_number_people_and_branches_within_the_window()
    {
        var district = await OpenAsync();
        await district.RecordAsync("clerk.p", TestActivities.Of(branches: ["p-1", "p-2"]));
        await district.RecordAsync("clerk.p", TestActivities.Of("合唱比赛", "culture", "2025-10-20", 10, 0, ["p-1"]));
        await district.RecordAsync("chair.p", TestActivities.Of("慰问退休教师", "care", "2025-10-21", 4, 0));
        await district.RecordAsync("chair.p", TestActivities.Of("春游", "sport", "2025-08-31", 60, 0));

        // By hand: two of sport and culture × 2; 30 + 5 + 10 + 4 = 49 of 100 members × 20; two branches of the one of sport.
        Assert.Equal((4m, 9.8m, 2m), (await district.Final("p", "A1"), await district.Final("p", "A2"), await district.Final("p", "A3")));
        var parts = (await district.Scorecard("p")).Find("nodes", "code", "A1").GetProperty("explanation").GetProperty("facts")[0].GetProperty("parts");
        Assert.Equal(["秋季运动会", "合唱比赛"], parts.EnumerateArray().Select(p => p.GetProperty("note").GetString()));
        Assert.All(parts.EnumerateArray(), p => Assert.Equal("activity", p.GetProperty("source").GetProperty("route").GetString()));
    }

    [Fact]
    public async Task A_changed_activity_changes_the_score_and_one_that_is_called_off_counts_no_more()
    {
        var district = await OpenAsync();
        var chair = await district.As("chair.p");
        var activity = await district.RecordAsync("chair.p", TestActivities.Of(branches: ["p-1"]));
        Assert.Equal((2m, 7m, 1m), (await district.Final("p", "A1"), await district.Final("p", "A2"), await district.Final("p", "A3")));

        (await chair.PutAsync(activity, TestActivities.Of(kind: "training", members: 20))).ExpectProblem(428, "precondition-required");
        (await chair.PutAsync(activity, TestActivities.Of(kind: "training", members: 20), ("If-Match", "\"77\""))).ExpectProblem(412, "precondition-failed");
        var changed = (await chair.PutAsync(activity, TestActivities.Of(kind: "training", members: 20), ("If-Match", (await chair.GetAsync(activity)).ETag!))).Expect(200);
        Assert.Equal(["people"], changed.Texts("credits", "fact"));
        Assert.Equal((25m, 25m, "open"), (changed.Number("credits[0].value"), changed.Number("credits[0].counted"), changed.Text("credits[0].state")));
        Assert.Equal((0m, 5m, 0m), (await district.Final("p", "A1"), await district.Final("p", "A2"), await district.Final("p", "A3")));

        (await chair.DoAsync($"{activity}/cancel", new { })).ExpectInvalid("reason");
        (await chair.DoAsync($"{activity}/cancel", new { reason = "重复登记" })).Expect(200);
        Assert.Equal(0m, await district.Final("p", "A2"));
        (await chair.SaveAsync(activity, TestActivities.Of())).ExpectConflict("cancelled");
        Assert.Equal("重复登记", (await chair.GetAsync(activity)).Text("cancelledFor"));
    }

    [Fact]
    public async Task A_number_that_activities_make_is_refused_from_the_hand_and_from_an_import()
    {
        var district = await OpenAsync();
        var refused = (await (await district.As("chair.p")).SaveAsync("rounds/r1/schools/p/self-evaluation", new { facts = new { events = 12 } })).ExpectInvalid("facts.events");
        Assert.Contains("活动台账", refused.Body, StringComparison.Ordinal);
        var import = (await district.Import([new { school = "p", fact = "events", value = 12 }], "?mode=perRow")).Expect(200);
        Assert.Equal((1m, "fact.fromActivities"), (import.Number("rejected"), import.Text("rows[0].code")));
    }

    [Fact]
    public async Task Activities_before_the_round_opens_count_once_it_opens_and_a_closed_round_stays_as_it_was()
    {
        var district = await TestActivities.PrepareAsync(service, "p");
        await district.RecordAsync("clerk.p", TestActivities.Of());
        await district.OpenRound();
        await district.HandIn("p", new { members = 100 });
        Assert.Equal(2m, await district.Final("p", "A1"));
        await district.CloseRound();

        var late = (await (await district.As("clerk.p")).PostAsync("activities", TestActivities.Of("补登", from: "2025-10-02"))).Expect(201);

        Assert.Equal(("closed", 1m, null), (late.Text("credits[0].state"), late.Number("credits[0].value"), late.Number("credits[0].counted")));
        Assert.Equal(2m, await district.Final("p", "A1"));
        (await (await district.Admin).DoAsync("rounds/r1/reopen", new { reason = "补充材料" })).Expect(200);
        Assert.Equal(4m, await district.Final("p", "A1"));
    }

    [Fact]
    public async Task Under_the_eyes_of_reviewers_no_activity_is_added_until_the_evaluation_is_returned()
    {
        var district = await OpenAsync();
        var first = await district.RecordAsync("clerk.p", TestActivities.Of());
        Assert.Equal(2m, await district.Final("p", "A1"));
        await district.Review("zone.north", "p", "zone");

        var backdated = (await (await district.As("clerk.p")).PostAsync("activities", TestActivities.Of("补登", from: "2025-10-02"))).Expect(201);
        Assert.Equal(("open", 1m, null), (backdated.Text("credits[0].state"), backdated.Number("credits[0].value"), backdated.Number("credits[0].counted")));
        (await (await district.As("chair.p")).DoAsync($"{first}/cancel", new { reason = "重复登记" })).Expect(200);
        Assert.Equal(2m, await district.Final("p", "A1"));
        await district.CloseRound();
        (await (await district.Admin).DoAsync("rounds/r1/reopen", new { reason = "申诉" })).Expect(200);
        Assert.Equal((2m, "秋季运动会"), (await district.Final("p", "A1"), await NotesAsync(district)));

        (await (await district.As("officer")).DoAsync("rounds/r1/schools/p/self-evaluation/return", new { reason = "请补充" })).Expect(200);
        Assert.Equal("补登", await NotesAsync(district));
        await district.HandIn("p", new { members = 100 });
        Assert.Equal(2m, await district.Final("p", "A1"));
    }

    [Fact]
    public async Task Many_evaluations_that_are_returned_count_what_was_recorded_meanwhile()
    {
        var district = await OpenAsync();
        await district.Review("zone.north", "p", "zone");
        await district.RecordAsync("clerk.p", TestActivities.Of());
        Assert.Equal(0m, await district.Final("p", "A1"));
        (await (await district.As("officer")).PostAsync("rounds/r1/self-evaluations/return", new { schools = new[] { "p" }, reason = "请补充" })).Expect(200);
        Assert.Equal("秋季运动会", await NotesAsync(district));
        await district.HandIn("p", new { members = 100 });
        Assert.Equal(2m, await district.Final("p", "A1"));
    }

    [Fact]
    public async Task An_activity_fulfils_the_obligation_of_its_period_and_kind_until_no_other_one_does()
    {
        var district = await TestActivities.PrepareAsync(service, "p");
        var duties = new TestObligations(district);
        await duties.AskAsync("OB14", new
        {
            name = "文体活动",
            englishName = "Events",
            clause = new { document = "工作计划", article = "一", text = "每半年一次" },
            recurrence = "halfYear",
            due = new { kind = "periodEnd" },
            owner = new { level = "school", role = "schoolChair" },
            evidence = "activityHeld",
            activities = new[] { "culture", "sport" },
        });
        const string code = "OB14.2025-H2.p";
        await district.RecordAsync("chair.p", TestActivities.Of("讲座", "training"));
        Assert.Equal("inProgress", await duties.StateAsync(code));

        var first = await district.RecordAsync("chair.p", TestActivities.Of());
        var second = await district.RecordAsync("chair.p", TestActivities.Of("合唱", "culture", "2025-10-09"));
        Assert.Equal("2025-10-01", (await duties.GetAsync(code)).Text("fulfilment.on"));
        (await (await district.As("chair.p")).DoAsync($"{first}/cancel", new { reason = "未举办" })).Expect(200);
        Assert.Equal(("fulfilled", "2025-10-09"), (await duties.StateAsync(code), (await duties.GetAsync(code)).Text("fulfilment.on")));
        (await (await district.As("chair.p")).DoAsync($"{second}/cancel", new { reason = "未举办" })).Expect(200);
        Assert.Equal("inProgress", await duties.StateAsync(code));
    }

    [Fact]
    public async Task A_photo_is_kept_without_where_it_was_taken_once_and_only_for_those_who_see_the_activity()
    {
        var district = await TestActivities.PrepareAsync(service, "p", "q");
        var clerk = await district.As("clerk.p");
        var activity = await district.RecordAsync("clerk.p", TestActivities.Of());
        (await SendPhotoAsync(clerk, activity, TestPictures.Jpeg())).Expect(201);
        var again = (await SendPhotoAsync(clerk, activity, TestPictures.Jpeg())).Expect(200);
        Assert.Equal(1, again.At("photos").GetArrayLength());
        var photo = $"{activity}/photos/{again.Text("photos[0].id")}";
        Assert.Equal(TestPictures.CleanJpeg(), (await clerk.GetAsync(photo)).Bytes);
        Assert.Equal(TestPictures.CleanJpeg(), (await (await district.As("zone.north")).GetAsync(photo)).Bytes);
        (await (await district.As("clerk.q")).GetAsync(photo)).ExpectProblem(404, "not-found");
        (await SendPhotoAsync(clerk, activity, TestPictures.Pdf(), "a.pdf")).ExpectInvalid("file");
        (await clerk.DeleteAsync(photo)).Expect(204);
        (await clerk.GetAsync(photo)).ExpectProblem(404, "not-found");
    }

    [Fact]
    public async Task A_branch_lead_records_for_the_own_branch_and_changes_no_other_ones()
    {
        var district = await TestActivities.PrepareAsync(service, "p", "q");
        await district.Appoint("lead", "branchLead", branch: "p-1");
        var lead = await district.As("lead");
        var own = (await lead.PostAsync("activities", TestActivities.Of("组内羽毛球"))).Expect(201);
        Assert.Equal(["p-1"], own.Texts("branches", "code"));
        var other = await district.RecordAsync("chair.p", TestActivities.Of(branches: ["p-2"]));
        (await lead.SaveAsync(other, TestActivities.Of())).ExpectProblem(403, "activity-other-branch");
        (await lead.DoAsync($"{other}/cancel", new { reason = "x" })).ExpectProblem(403, "activity-other-branch");

        (await (await district.As("chair.p")).PostAsync("activities", TestActivities.Of(branches: ["q-1"]))).ExpectInvalid("branches[0]");
        (await (await district.As("chair.p")).PostAsync("activities", TestActivities.Of(from: "2025-11-04"))).ExpectInvalid("from");
        (await (await district.As("officer")).PostAsync("activities", TestActivities.Of())).ExpectProblem(403, "forbidden");
        Assert.Equal(2, (await (await district.As("chair.p")).GetAsync("activities")).At("total").GetInt32());
        Assert.Equal(0, (await (await district.As("chair.q")).GetAsync("activities")).At("total").GetInt32());
        Assert.Equal(2, (await (await district.As("zone.north")).GetAsync("activities?school=p&kind=sport&from=2025-10-01&to=2025-10-31")).At("total").GetInt32());
    }

    private static async Task<string> NotesAsync(TestDistrict district) => string.Join("、", (await district.Scorecard("p")).Find("nodes", "code", "A1")
        .GetProperty("explanation").GetProperty("facts")[0].GetProperty("parts").EnumerateArray().Select(p => p.GetProperty("note").GetString()));

    private static async Task<Answer> SendPhotoAsync(UnionClient client, string activity, byte[] bytes, string name = "现场.jpg")
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(bytes), "file", name } };
        return await client.SendAsync(HttpMethod.Post, $"{activity}/photos", form);
    }

    private async Task<TestDistrict> OpenAsync()
    {
        var district = await TestActivities.PrepareAsync(service, "p");
        await district.OpenRound();
        await district.HandIn("p", new { members = 100 });
        return district;
    }
}
