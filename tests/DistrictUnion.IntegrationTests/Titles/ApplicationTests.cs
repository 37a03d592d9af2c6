using DistrictUnion.IntegrationTests.Hosting;
using Xunit;

namespace DistrictUnion.IntegrationTests.Titles;

/// <summary>Who may apply, what a recommendation needs, and what comes too late (worked case 5 and the sources' procedural rules).</summary>
public sealed class ApplicationTests(TestService service) : IClassFixture<TestService>
{
    private static readonly object Clause = new { document = "常教工〔2014〕22号", article = "第四条", text = "须已获先进职工之家称号" };

    [Fact]
    public async Task Case_5_who_holds_only_the_lowest_tier_is_refused_with_the_clause()
    {
        var (district, titles) = await OpenAsync(TestTitles.Definition(new { places = 1 }, [new { code = "R1", kind = "holdsTitle", title = "advanced", clause = Clause }]), heldTitles: ["qualified"]);

        var refused = await (await district.As("chair.p")).PutAsync(titles.Of("p"), new { report = "汇报" });

        refused.ExpectProblem(422, "application-not-eligible");
        Assert.Equal(("R1", "不符合《常教工〔2014〕22号》第四条：须已获先进职工之家称号"), (refused.Text("problems[0].path"), refused.Text("problems[0].message")));
        (await (await district.Admin).SaveAsync("schools/p", new { name = "p学校", zone = "north", stage = "primary", ownership = "public", setting = "urban", members = 50, titles = new[] { "qualified", "advanced" } })).Expect(200);
        (await (await district.As("chair.p")).PutAsync(titles.Of("p"), new { report = "汇报" })).Expect(201);
    }

    [Fact]
    public async Task What_the_district_knows_of_the_unit_stands_in_the_application()
    {
        var (district, titles) = await OpenAsync(TestTitles.Definition(new { places = 1 }));
        await district.PlanRound("r0", "claim");
        await district.OpenRound("r0");
        await district.HandIn("p", claims: new { M = 77 }, round: "r0");
        await district.CloseRound("r0");
        (await (await district.As("chair.p")).PutAsync(titles.Of("p"), new { report = "汇报" })).Expect(201);
        var known = (await (await district.As("chair.p")).GetAsync(titles.Of("p"))).Expect(200);
        Assert.Equal((50m, "primary", "urban", "north片", 0), (known.Number("known.members"), known.Text("known.stage"), known.Text("known.setting"), known.Text("known.zone"), known.At("known.results").GetArrayLength()));

        await district.PublishRound(round: "r0");

        known = (await (await district.As("chair.p")).GetAsync(titles.Of("p"))).Expect(200);
        Assert.Equal(("r0", 77m, "qualified"), (known.Text("known.results[0].round"), known.Number("known.results[0].total"), known.Text("known.results[0].outcome")));
    }

    [Fact]
    public async Task A_title_already_held_and_a_title_held_too_short_are_refused()
    {
        var (district, titles) = await OpenAsync(TestTitles.Definition(new { places = 1 }, [new { code = "R2", kind = "notHolder", clause = Clause }]), heldTitles: ["model"]);
        (await (await district.As("chair.p")).PutAsync(titles.Of("p"), new { report = "汇报" })).ExpectProblem(422, "application-not-eligible");
    }

    [Fact]
    public async Task A_recommendation_tells_everything_that_is_missing_and_four_fifths_must_agree()
    {
        var (district, titles) = await OpenAsync(TestTitles.Definition(new { places = 1 }, approvals: ["unitVote", "unionExamination", "partyApproval"], consentPercent: 80));
        var chair = await district.As("chair.p");
        (await chair.PutAsync(titles.Of("p"), new { report = "" })).Expect(201);
        var missing = await chair.DoAsync($"{titles.Of("p")}/recommend", new { });
        missing.ExpectProblem(422, "application-incomplete");
        Assert.Equal(["report", "approvals", "approvals", "approvals"], missing.Texts("problems", "path"));

        (await chair.PutAsync(titles.Of("p"), new { report = "汇报" }, ("If-Match", "*"))).Expect(200);
        foreach (var step in new[] { "unionExamination", "partyApproval" })
            (await chair.DoAsync($"{titles.Of("p")}/approvals", new { step, on = "2025-11-01", document = "会议纪要" })).Expect(200);
        (await chair.DoAsync($"{titles.Of("p")}/approvals", new { step = "unitVote", on = "2025-11-01", document = "记录", eligible = 50, present = 60, @for = 40 })).ExpectInvalid("eligible");
        (await chair.DoAsync($"{titles.Of("p")}/approvals", new { step = "unitVote", on = "2025-11-01", document = "记录", eligible = 50, present = 45, @for = 39 })).Expect(200);
        Assert.Equal(["application.consent"], (await chair.DoAsync($"{titles.Of("p")}/recommend", new { })).Texts("problems", "code"));
        (await chair.DoAsync($"{titles.Of("p")}/approvals", new { step = "unitVote", on = "2025-11-01", document = "记录", eligible = 50, present = 45, @for = 40 })).Expect(200);

        var recommended = (await chair.DoAsync($"{titles.Of("p")}/recommend", new { })).Expect(200);
        Assert.Equal(("schoolRecommended", false), (recommended.Text("state"), recommended.At("isLate").GetBoolean()));
        (await chair.PutAsync(titles.Of("p"), new { report = "再改" }, ("If-Match", "*"))).ExpectConflict("schoolRecommended", "recall", "withdraw", "accept", "return", "forfeit");
    }

    [Fact]
    public async Task What_is_recommended_late_can_only_be_forfeited_and_that_can_be_taken_back()
    {
        var (district, titles) = await OpenAsync(TestTitles.Definition(new { places = 1 }), dueAt: "2025-11-10");
        (await (await district.As("chair.p")).PutAsync(titles.Of("p"), new { report = "汇报" })).Expect(201);
        district.MoveClockTo("2025-11-11T00:00:00+08:00");
        Assert.True((await (await district.As("chair.p")).DoAsync($"{titles.Of("p")}/recommend", new { })).Expect(200).At("isLate").GetBoolean());
        var officer = await district.As("officer");

        (await officer.DoAsync($"{titles.Of("p")}/accept", new { })).ExpectProblem(409, "application-late");
        (await officer.DoAsync($"{titles.Of("p")}/forfeit", new { })).ExpectInvalid("reason");
        (await officer.DoAsync($"{titles.Of("p")}/forfeit", new { reason = "逾期" })).Expect(200);
        Assert.Equal("schoolRecommended", (await officer.DoAsync($"{titles.Of("p")}/reinstate", new { reason = "系统故障" })).Expect(200).Text("state"));
    }

    [Fact]
    public async Task A_school_sends_no_more_units_than_its_members_allow()
    {
        var definition = TestTitles.Definition(new { places = 3, nominations = new[] { new { atLeast = 100, count = 2 }, new { atLeast = 0, count = 1 } } }, subject: "branch");
        var (district, titles) = await OpenAsync(definition, members: 99);
        var chair = await district.As("chair.p");
        foreach (var branch in new[] { "p-1", "p-2" })
            (await chair.PutAsync(titles.Of(branch), new { report = "小家汇报" })).Expect(201);
        (await chair.DoAsync($"{titles.Of("p-1")}/recommend", new { })).Expect(200);

        var refused = await chair.DoAsync($"{titles.Of("p-2")}/recommend", new { });
        Assert.Equal(["application.nominations"], refused.Texts("problems", "code"));

        (await (await district.Admin).SaveAsync("schools/p", new { name = "p学校", zone = "north", stage = "primary", ownership = "public", setting = "urban", members = 100 })).Expect(200);
        (await chair.DoAsync($"{titles.Of("p-2")}/recommend", new { })).Expect(200);
    }

    [Fact]
    public async Task A_branch_is_scored_by_the_district_and_ranked_by_what_it_has()
    {
        var (district, titles) = await OpenAsync(TestTitles.Definition(new { places = 1 }, subject: "branch", examinations: ["documentReview"]));
        var (chair, officer) = (await district.As("chair.p"), await district.As("officer"));
        foreach (var (branch, points) in new[] { ("p-1", 88.5m), ("p-2", 91m) })
        {
            (await chair.PutAsync(titles.Of(branch), new { report = "小家汇报" })).Expect(201);
            (await chair.DoAsync($"{titles.Of(branch)}/recommend", new { })).Expect(200);
            (await officer.DoAsync($"{titles.Of(branch)}/accept", new { })).Expect(200);
            (await officer.DoAsync($"{titles.Of(branch)}/review-documents", new { })).ExpectProblem(409, "application-review-documents-first");
            (await officer.DoAsync($"{titles.Of(branch)}/scores", new { scores = new[] { new { node = "M", score = points, reason = "评审会" } } })).Expect(200);
            (await officer.DoAsync($"{titles.Of(branch)}/review-documents", new { })).Expect(200);
        }

        (await chair.DoAsync("rounds/r1/schools/p/self-evaluation/submit")).Expect(200);
        await district.CloseRound();
        await titles.RankAsync();

        var selection = (await officer.GetAsync($"{titles.Path}/selection")).Expect(200);
        Assert.Equal([titles.CodeOf("p-2"), titles.CodeOf("p-1")], selection.Texts("rows", "application"));
        Assert.Equal([91m, 88.5m], selection.Numbers("rows", "total"));
    }

    [Fact]
    public async Task A_ranking_waits_for_the_round_and_for_every_examination_and_can_be_taken_back()
    {
        var (district, titles) = await OpenAsync(TestTitles.Definition(new { places = 1 }, examinations: ["documentReview"]));
        await titles.ApplyAsync("p");
        var admin = await district.Admin;
        (await admin.DoAsync($"{titles.Path}/rank")).ExpectProblem(409, "campaign-round-open");
        await district.HandIn("p", claims: new { M = 90 });
        (await admin.DoAsync($"{titles.Of("p")}/review-documents", new { })).ExpectProblem(409, "application-review-documents-first");
        await district.Review("officer", "p", "district", [("M", 88m)]);
        (await admin.DoAsync($"{titles.Of("p")}/review-documents", new { })).Expect(200);
        await district.CloseRound();

        await titles.RankAsync();
        Assert.Equal(88m, (await admin.GetAsync(titles.Of("p"))).Number("total"));
        (await admin.DoAsync($"{titles.Path}/unrank", new { reason = "复核" })).Expect(200);
        Assert.Equal("documentReviewed", (await admin.GetAsync(titles.Of("p"))).Text("state"));
    }

    [Fact]
    public async Task A_changed_rule_runs_its_examples_and_names_the_applications_it_would_touch()
    {
        var rule = new { code = "R1", kind = "minimumMembers", minimum = 50, clause = Clause, examples = new[] { new { name = "五十人", candidate = new { members = 50 }, tier = "model", day = "2025-11-10", isMet = true } } };
        var (district, titles) = await OpenAsync(TestTitles.Definition(new { places = 1 }, [rule]));
        await titles.ApplyAsync("p");
        var officer = await district.As("officer");
        var stricter = TestTitles.Definition(new { places = 1 }, [new { rule.code, rule.kind, minimum = 51, rule.clause, rule.examples }]);

        var trial = (await officer.PostAsync($"{titles.Programme}/trial", stricter)).Expect(200);

        Assert.Equal("条款 R1 与示例“五十人”不符", trial.Text("problems[0].problem.text"));
        Assert.Equal((titles.CodeOf("p"), true, false), (trial.Text("touched[0].application"), trial.At("touched[0].isMetNow").GetBoolean(), trial.At("touched[0].isMetThen").GetBoolean()));
        (await officer.PutAsync(titles.Programme, stricter, ("If-Match", "*"))).ExpectInvalid("rules");
        Assert.Equal("districtAccepted", (await officer.GetAsync(titles.Of("p"))).Text("state"));
    }

    [Fact]
    public async Task A_school_sees_neither_who_decides_nor_other_schools_nor_ranks_before_the_award()
    {
        var (district, titles) = await OpenAsync(TestTitles.Definition(new { places = 1 }));
        await titles.ApplyAsync("p");
        await titles.ApplyAsync("q");
        await district.HandIn("p", claims: new { M = 90 });
        await district.HandIn("q", claims: new { M = 80 });
        await district.CloseRound();
        await titles.RankAsync();
        var chair = await district.As("chair.p");

        var own = (await chair.GetAsync(titles.Of("p"))).Expect(200);

        Assert.All(new[] { "rank", "total", "scores" }, field => Assert.Equal(System.Text.Json.JsonValueKind.Null, own.At(field).ValueKind));
        Assert.All(own.Texts("trail", "actor"), actor => Assert.Equal("", actor));
        Assert.Equal([titles.CodeOf("p")], (await chair.GetAsync($"{titles.Programme}/applications")).Expect(200).Texts("items", "code"));
        (await chair.GetAsync($"{titles.Path}/selection")).ExpectProblem(403, "forbidden");
    }

    [Fact]
    public async Task A_rule_still_counts_on_the_last_day_for_recommending()
    {
        var rule = new { code = "R1", kind = "minimumMembers", minimum = 60, to = "2025-12-10", clause = Clause };
        var (district, titles) = await OpenAsync(TestTitles.Definition(new { places = 1 }, [rule]), dueAt: "2025-12-10");
        (await (await district.As("chair.p")).PutAsync(titles.Of("p"), new { report = "汇报" })).ExpectProblem(422, "application-not-eligible");
    }

    [Fact]
    public async Task Who_holds_a_higher_tier_holds_the_lower_ones_too()
    {
        var rules = new object[]
        {
            new { code = "R1", kind = "holdsTitle", title = "qualified", tiers = new[] { "model" }, clause = Clause },
            new { code = "R2", kind = "notHolder", tiers = new[] { "advanced" }, clause = Clause },
        };
        var (district, titles) = await OpenAsync(TestTitles.Definition(new { places = 1 }, rules), heldTitles: ["advanced"]);
        (await (await district.As("chair.p")).PutAsync(titles.Of("p"), new { report = "汇报" })).Expect(201);

        var lower = new TestTitles(district, "home", "home2");
        (await (await district.Admin).PutAsync(lower.Path, new { name = "合格", tier = "qualified", round = "r1", dueAt = "2025-12-10" })).Expect(201);
        (await (await district.Admin).SaveAsync(titles.Programme, TestTitles.Definition(new { places = 1 }, [new { code = "R2", kind = "notHolder", clause = Clause }]))).Expect(200);
        (await (await district.Admin).DoAsync($"{lower.Path}/open", new { })).Expect(200);
        (await (await district.As("chair.p")).PutAsync(lower.Of("p"), new { report = "汇报" })).ExpectProblem(422, "application-not-eligible");
    }

    [Fact]
    public async Task A_return_keeps_the_time_of_the_first_recommendation_and_a_recall_does_not()
    {
        var (district, titles) = await OpenAsync(TestTitles.Definition(new { places = 1 }), dueAt: "2025-11-10");
        foreach (var school in new[] { "p", "q" })
        {
            (await (await district.As($"chair.{school}")).PutAsync(titles.Of(school), new { report = "汇报" })).Expect(201);
            (await (await district.As($"chair.{school}")).DoAsync($"{titles.Of(school)}/recommend", new { })).Expect(200);
        }

        (await (await district.As("officer")).DoAsync($"{titles.Of("p")}/return", new { reason = "补盖章" })).Expect(200);
        (await (await district.As("chair.q")).DoAsync($"{titles.Of("q")}/recall", new { })).Expect(200);
        district.MoveClockTo("2025-11-12T09:00:00+08:00");

        Assert.False((await (await district.As("chair.p")).DoAsync($"{titles.Of("p")}/recommend", new { })).Expect(200).At("isLate").GetBoolean());
        Assert.True((await (await district.As("chair.q")).DoAsync($"{titles.Of("q")}/recommend", new { })).Expect(200).At("isLate").GetBoolean());
        (await (await district.As("officer")).DoAsync($"{titles.Of("p")}/accept", new { })).Expect(200);
    }

    [Theory]
    [InlineData("""{ "rectificationDays": 90, "keepFrom": 90, "cycleYears": 20000 }""")]
    [InlineData("""{ "rectificationDays": 2000000000, "keepFrom": 90 }""")]
    [InlineData("""{ "rectificationDays": 90, "keepFrom": 90, "termYears": 20000 }""")]
    public async Task Times_that_no_calendar_holds_are_refused(string reinspection)
    {
        var district = await service.FoundDistrictAsync();
        var definition = TestTitles.Definition(new { places = 1 }, reinspection: System.Text.Json.JsonElement.Parse(reinspection));
        (await (await district.Admin).PutAsync("title-programmes/home", definition)).ExpectInvalid("reinspection");
    }

    [Fact]
    public async Task A_waiting_period_of_ten_thousand_years_is_refused()
    {
        var district = await service.FoundDistrictAsync();
        var rule = new { code = "R1", kind = "heldForYears", title = "advanced", years = 10_000, clause = Clause, examples = new[] { new { name = "一", candidate = new { titles = new { advanced = "2020-01-01" } }, tier = "model", day = "2025-01-01", isMet = false } } };
        (await (await district.Admin).PutAsync("title-programmes/home", TestTitles.Definition(new { places = 1 }, [rule]))).ExpectInvalid("rules[0].years");
    }

    [Fact]
    public async Task The_longest_codes_make_an_application()
    {
        var (district, _) = await OpenAsync(TestTitles.Definition(new { places = 1 }));
        var (school, campaign) = (new string('s', 64), new string('c', 64));
        await district.PutSchool(school, "north");
        await district.Appoint("chair.long", "schoolChair", school: school);
        var titles = new TestTitles(district, "home", campaign);
        (await (await district.Admin).PutAsync(titles.Path, new { name = "长代码", tier = "model", round = "r1", dueAt = "2025-12-10" })).Expect(201);
        (await (await district.Admin).DoAsync($"{titles.Path}/open", new { })).Expect(200);

        (await (await district.As("chair.long")).PutAsync(titles.Of(school), new { report = "𠮷家汇报" })).Expect(201);

        Assert.Equal("𠮷家汇报", (await (await district.As("chair.long")).GetAsync(titles.Of(school))).Text("report"));
    }

    private async Task<(TestDistrict District, TestTitles Titles)> OpenAsync(object definition, string[]? heldTitles = null, string dueAt = "2025-12-10", int members = 50)
    {
        service.Clock.Set(TestClock.Start);
        var district = await service.FoundDistrictAsync();
        await district.PutZone("north");
        await district.Appoint("officer", "districtOfficer");
        await district.PutSchoolWithChair("p", "north", branches: 2, members: members);
        await district.PutSchoolWithChair("q", "north");
        if (heldTitles is not null)
            await district.PutSchool("p", "north", members, titles: heldTitles);
        await district.PublishScheme(TestSchemes.Claim);
        await district.PlanRound("r1", "claim");
        await district.OpenRound();
        (await (await district.As("chair.p")).PutAsync("rounds/r1/schools/p/self-evaluation", new { claims = new { M = 90 } })).Expect(201);
        var titles = new TestTitles(district);
        await titles.OpenAsync("r1", definition, dueAt: dueAt);
        return (district, titles);
    }
}
