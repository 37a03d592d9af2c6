using System.Text;
using DistrictUnion.Application.Bundles;
using DistrictUnion.IntegrationTests.Hosting;
using Xunit;

namespace DistrictUnion.IntegrationTests.Titles;

/// <summary>From application to award through HTTP, by the numbers of worked cases 5, 6 and 12.</summary>
[LongRunning]
public sealed class CampaignTests(TestService service) : IClassFixture<TestService>
{
    private const string Scheme =
        """
        { "code": "home", "name": "职工之家考核", "basis": "区工发〔2025〕8号", "missing": "zero", "bonus": { "cap": "none" },
          "facts": [ { "code": "agreed", "name": "满意", "type": "integer", "level": "school" }, { "code": "asked", "name": "有效票", "type": "integer", "level": "school" },
                     { "code": "dispute", "name": "集体劳动争议", "type": "boolean", "level": "district" } ],
          "sections": [ { "code": "A", "name": "建家工作", "max": 70, "rule": { "type": "manual" } }, { "code": "B", "name": "民主管理", "max": 30, "rule": { "type": "manual" } } ],
          "vetoes": [ { "code": "V1", "name": "集体劳动争议", "fact": "dispute" } ],
          "ranking": { "groupBy": "none", "ties": [ "rate:agreed/asked", "section:B" ] } }
        """;

    [Fact]
    public async Task Case_6_ten_units_are_ranked_selected_and_told_why()
    {
        var (district, titles) = await TenUnitsAsync(new { percent = 30, @base = "inScope" });

        var selection = (await (await district.As("officer")).GetAsync($"{titles.Path}/selection")).Expect(200);

        Assert.Equal((10, 3), (selection.At("base").GetInt32(), selection.At("places").GetInt32()));
        var rows = selection.At("rows").EnumerateArray().ToList();
        Assert.Equal(["a", "d", "b", "c", "e", "g", "h", "j"], rows.Where(r => r.TryGetProperty("rank", out var k) && k.ValueKind == System.Text.Json.JsonValueKind.Number).Select(r => r.GetProperty("school").GetString()));
        Assert.Equal([1, 2, 2, 2, 5, 6, 7, 8], rows.Take(8).Select(r => r.GetProperty("rank").GetInt32()));
        Assert.Equal(["selected", "selected", "selected", "reserve"], rows.Take(4).Select(r => r.GetProperty("verdict").GetString()));
        Assert.Equal("排第 4 位，名额 3 个；候补第 1", rows[3].GetProperty("reason").GetProperty("text").GetString());
        Assert.Equal("disqualified", rows.Single(r => r.GetProperty("school").GetString() == "f").GetProperty("state").GetString());
        Assert.Equal("forfeited", rows.Single(r => r.GetProperty("school").GetString() == "i").GetProperty("state").GetString());
    }

    [Theory]
    [InlineData("submitted", 9)]
    [InlineData("ranked", 8)]
    public async Task Case_6_another_base_gives_two_places(string quotaBase, int count)
    {
        var (district, titles) = await TenUnitsAsync(new { percent = 30, @base = quotaBase });
        var selection = (await (await district.As("officer")).GetAsync($"{titles.Path}/selection")).Expect(200);
        Assert.Equal((count, 2), (selection.At("base").GetInt32(), selection.At("places").GetInt32()));
    }

    [Fact]
    public async Task Case_6_a_share_for_rural_schools_and_a_decision_that_departs_with_a_reason()
    {
        var (district, titles) = await TenUnitsAsync(new { percent = 30, @base = "inScope", atLeast = new[] { new { name = "乡村学校", percent = 30, mark = "setting:rural" } } });
        Assert.Equal(["a", "d", "e"], await ChosenAsync(district, titles, "verdict", "selected"));
        var admin = await district.Admin;
        (await admin.DoAsync($"{titles.Path}/decision", new { meeting = "会议", on = "2025-11-03", minutes = "1", signatories = new[] { "主席" }, departures = new[] { new { application = titles.CodeOf("a"), isChosen = true, reason = "已在内" } } }))
            .ExpectInvalid("departures[0].isChosen");

        await titles.DecideAsync("admin", new { application = titles.CodeOf("d"), isChosen = false, reason = "正在核查信访" });

        var selection = (await admin.GetAsync($"{titles.Path}/selection")).Expect(200);
        Assert.Equal(["a", "b", "e"], selection.At("rows").EnumerateArray().Where(r => r.GetProperty("isChosen").GetBoolean()).Select(r => r.GetProperty("school").GetString()));
        var departed = selection.Find("rows", "school", "d");
        Assert.Equal((2, "正在核查信访", "decided"), (departed.GetProperty("rank").GetInt32(), departed.GetProperty("departureReason").GetString(), departed.GetProperty("state").GetString()));
        var bundle = await BundleAsync(district, titles, units: 10);
        Assert.Contains("正在核查信访", bundle, StringComparison.Ordinal);
        Assert.DoesNotContain("副主席", bundle, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tie_across_the_line_blocks_the_decision_until_its_order_is_recorded()
    {
        var (district, titles) = await TwoRoundAsync(new { places = 1 }, ("p", 90), ("q", 90));
        var admin = await district.Admin;
        var decision = new { meeting = "会议", on = "2025-11-03", minutes = "1", signatories = new[] { "主席" } };
        (await admin.DoAsync($"{titles.Path}/decision", decision)).ExpectProblem(422, "campaign-tie-across-line");

        (await admin.GetAsync($"{titles.Path}/bundle")).ExpectConflict("ranked", "resolveTie", "decide", "unrank");

        (await admin.DoAsync($"{titles.Path}/tie-resolutions", new { applications = new[] { titles.CodeOf("q"), titles.CodeOf("p") }, reason = "会议投票" })).Expect(200);
        (await admin.DoAsync($"{titles.Path}/decision", decision)).Expect(200);

        Assert.Equal(["q"], await ChosenAsync(district, titles, "state", "shortlisted"));
        await BundleAsync(district, titles, units: 2);
        (await (await district.As("chair.p")).GetAsync($"{titles.Path}/bundle")).Expect(403);
    }

    [Fact]
    public async Task An_order_of_two_moves_the_third_that_shares_their_rank()
    {
        var (district, titles) = await TwoRoundAsync(new { places = 1 }, ("p", 90), ("q", 90), ("r", 90));

        (await (await district.Admin).DoAsync($"{titles.Path}/tie-resolutions", new { applications = new[] { titles.CodeOf("r"), titles.CodeOf("q") }, reason = "会议投票" })).Expect(200);

        var order = await service.ReadAsync<string>(
            "SELECT string_agg(a.unit || (a.ranking::json ->> 'position'), ' ' ORDER BY a.unit) FROM title_applications a JOIN districts d ON d.id = a.district_id WHERE d.code = $1", district.Code);
        Assert.Equal("p3 q2 r1", order);
    }

    [Fact]
    public async Task After_the_decision_an_order_is_taken_only_while_a_tie_blocks_a_free_place()
    {
        var (district, titles) = await TwoRoundAsync(new { places = 1 }, ("p", 95), ("q", 93), ("r", 93));
        var admin = await district.Admin;
        await titles.DecideAsync();
        var order = new { applications = new[] { titles.CodeOf("r"), titles.CodeOf("q") }, reason = "会议投票" };
        (await admin.DoAsync($"{titles.Path}/tie-resolutions", order)).ExpectConflict("decided", "rescind");

        (await (await district.As("chair.p")).DoAsync($"{titles.Of("p")}/withdraw", new { })).Expect(200);
        (await admin.DoAsync($"{titles.Path}/tie-resolutions", order)).Expect(200);
        (await admin.DoAsync($"{titles.Path}/fill-places", new { reason = "并列已裁定" })).Expect(200);

        Assert.Equal(["r"], await ChosenAsync(district, titles, "state", "shortlisted"));
        (await admin.DoAsync($"{titles.Path}/tie-resolutions", order)).ExpectConflict("decided", "rescind");
    }

    [Fact]
    public async Task Case_12_publicity_objection_promotion_and_a_second_publicity_lead_to_the_award()
    {
        var (district, titles) = await TwoRoundAsync(new { places = 1 }, ("p", 95), ("q", 93));
        var admin = await district.Admin;
        await titles.DecideAsync();
        district.MoveClockTo("2025-11-17T09:00:00+08:00");
        var notice = await titles.PublishAsync("2025-11-17");
        Assert.Equal(("2025-11-21", "p学校"), (notice.Text("endOn"), notice.Text("units[0].unit")));

        district.MoveClockTo("2025-11-21T23:59:59+08:00");
        var objected = (await titles.ObjectAsync(notice.Text("id"), "p")).Expect(200);
        Assert.Equal("open", objected.Text("state"));
        district.MoveClockTo("2025-11-22T00:00:00+08:00");
        Assert.Equal("complaint", (await titles.ObjectAsync(notice.Text("id"), "p")).Expect(200).Text("state"));

        admin = await district.Admin;
        var objections = (await admin.GetAsync($"{titles.Path}/objections")).Expect(200);
        var open = objections.Find("items", "state", "open");
        Assert.Equal([titles.CodeOf("q")], open.GetProperty("ifUpheld").GetProperty("promoted").EnumerateArray().Select(c => c.GetString()));
        (await (await district.As("approver")).DoAsync($"{titles.Path}/award", new { on = "2025-12-31", document = "区工发〔2025〕30号" })).ExpectConflict("decided", "publicise");
        var decided = (await admin.DoAsync($"{titles.Path}/objections/{open.GetProperty("id").GetString()}/decide", new { isUpheld = true, finding = "材料不实，属实" })).Expect(200);
        Assert.Equal(("disqualified", titles.CodeOf("q")), (decided.Text("application"), decided.Text("promoted[0]")));
        var outcome = (await service.Anonymous().GetAsync($"public/notices/{notice.Text("id")}/objections/{objected.Text("receipt")}")).Expect(200);
        Assert.Equal(("upheld", "材料不实，属实"), (outcome.Text("state"), outcome.Text("finding")));

        district.MoveClockTo("2025-11-24T09:00:00+08:00");
        var again = await titles.PublishAsync("2025-11-24");
        Assert.Equal((2, "2025-11-28", "q学校"), (again.At("number").GetInt32(), again.Text("endOn"), again.Text("units[0].unit")));
        district.MoveClockTo("2025-12-31T09:00:00+08:00");
        (await (await district.Admin).DoAsync($"{titles.Path}/award", new { on = "2025-12-31", document = "区工发〔2025〕30号" })).ExpectProblem(403, "award-same-person");
        var awarded = (await (await district.As("approver")).DoAsync($"{titles.Path}/award", new { on = "2025-12-31", document = "区工发〔2025〕30号" })).Expect(200);
        Assert.Equal(("模范职工之家", "2028-12-31"), (awarded.Text("titles[0].title"), awarded.Text("titles[0].dueOn")));

        Assert.Contains("\"isChosen\":true", await BundleAsync(district, titles, units: 2), StringComparison.Ordinal);

        var certificate = (await service.Anonymous().GetAsync($"public/certificates/{awarded.Text("titles[0].number")}")).Expect(200);
        Assert.Equal(("q学校", true), (certificate.Text("unitName"), certificate.At("isHeld").GetBoolean()));
        (await service.Anonymous().GetAsync("public/certificates/nobody-has-this")).ExpectProblem(404, "public-unknown");
        Assert.Equal(["model"], (await (await district.Admin).GetAsync("schools/q")).Expect(200).At("titles").EnumerateArray().Select(t => t.GetString()));
    }

    [Theory]
    [InlineData("90.00", "valid", "qualified")]
    [InlineData("89.99", "downgraded", "qualified")]
    [InlineData("74.99", "revoked", null)]
    public async Task Case_12_a_title_is_inspected_again_mended_and_kept_or_lost(string points, string state, string? lower)
    {
        var (district, titles) = await TwoRoundAsync(new { places = 1 }, ("p", 95), ("q", 93));
        await titles.DecideAsync();
        await titles.PublishAsync("2025-11-03");
        district.MoveClockTo("2025-12-31T09:00:00+08:00");
        var number = (await (await district.As("approver")).DoAsync($"{titles.Path}/award", new { on = "2025-12-31", document = "1" })).Expect(200).Text("titles[0].number");
        district.MoveClockTo("2029-03-31T09:00:00+08:00");
        var officer = await district.As("officer");

        var first = (await officer.DoAsync($"titles/{number}/reinspect", new { points = 88.50m, on = "2028-12-31" })).Expect(200);
        Assert.Equal(("rectifying", "2029-03-31"), (first.Text("state"), first.Text("rectifyBy")));
        var second = (await officer.DoAsync($"titles/{number}/reinspect", new { points = decimal.Parse(points, System.Globalization.CultureInfo.InvariantCulture), on = "2029-03-31" })).Expect(200);

        Assert.Equal(state, second.Text("state"));
        var held = (await officer.GetAsync("titles?state=valid")).Expect(200).Texts("items", "tier");
        Assert.Equal(state == "valid" ? ["model"] : lower is null ? [] : [lower], held);
    }

    [Fact]
    public async Task Two_objections_in_the_last_minute_are_both_taken()
    {
        var (district, titles) = await TwoRoundAsync(new { places = 1 }, ("p", 95), ("q", 93));
        await titles.DecideAsync();
        var notice = (await titles.PublishAsync("2025-11-03")).Text("id");

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => titles.ObjectAsync(notice, "p", $"异议 {i}")));

        Assert.All(answers, a => Assert.Equal("open", a.Expect(200).Text("state")));
        Assert.Equal(8, (await (await district.Admin).GetAsync($"{titles.Path}/objections")).At("total").GetInt32());
        Assert.Equal(0L, await service.ReadAsync<long>("SELECT COUNT(*) FROM audit_entries WHERE changes LIKE '%异议 %' OR subject LIKE '%异议 %'"));
    }

    [Fact]
    public async Task Who_withdraws_in_public_leaves_the_place_to_the_reserve()
    {
        var (district, titles) = await TwoRoundAsync(new { places = 1 }, ("p", 95), ("q", 93));
        await titles.DecideAsync();
        await titles.PublishAsync("2025-11-03");

        (await (await district.As("chair.p")).DoAsync($"{titles.Of("p")}/withdraw", new { })).Expect(200);

        Assert.Equal("shortlisted", (await (await district.Admin).GetAsync(titles.Of("q"))).Text("state"));
    }

    [Fact]
    public async Task A_year_without_a_calendar_refuses_the_publicity_and_says_which()
    {
        var (district, titles) = await TwoRoundAsync(new { places = 1 }, ("p", 95), ("q", 93));
        await titles.DecideAsync();
        var refused = await (await district.Admin).DoAsync($"{titles.Path}/notices", new { startOn = "2030-01-07" });
        refused.ExpectInvalid("startOn");
        Assert.Contains("2030", refused.Json.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_misses_the_schemes_own_gate_is_never_selected()
    {
        var district = await FoundAsync("p", "q");
        var titles = new TestTitles(district);
        await district.PublishScheme(TestSchemes.Claim.Replace("\"sections\"", """ "gates": [ { "type": "sectionMinimum", "percent": 60 } ], "sections" """, StringComparison.Ordinal));
        await district.PlanRound("r1", "claim");
        await district.OpenRound();
        await district.HandIn("p", claims: new { M = 59 });
        await district.HandIn("q", claims: new { M = 60 });
        await district.CloseRound();
        await titles.OpenAsync("r1", TestTitles.Definition(new { places = 2 }));
        await titles.ApplyAsync("p");
        await titles.ApplyAsync("q");
        await titles.RankAsync();

        Assert.Equal(["q"], await ChosenAsync(district, titles, "verdict", "selected"));
        Assert.Equal(["p"], await ChosenAsync(district, titles, "state", "rejected"));
    }

    [Fact]
    public async Task A_decision_that_adopts_the_order_keeps_a_greatest_share_and_leaves_the_place_free()
    {
        var district = await FoundAsync("p", "q", "r");
        var titles = new TestTitles(district);
        await titles.PrepareAsync("claim", "r1", new Dictionary<string, decimal> { ["p"] = 95, ["q"] = 94, ["r"] = 93 }, new { places = 3, atMost = new[] { new { name = "单位负责人", percent = 40, mark = "head" } } });
        await titles.ApplyAsync("p", ["head"]);
        await titles.ApplyAsync("q", ["head"]);
        await titles.ApplyAsync("r");
        await titles.RankAsync();

        await titles.DecideAsync();
        Assert.Equal(["p", "r"], await ChosenAsync(district, titles, "state", "shortlisted"));
        (await (await district.Admin).DoAsync($"{titles.Path}/fill-places", new { reason = "再看一次" })).Expect(200);
        Assert.Equal(["q"], await ChosenAsync(district, titles, "state", "decided"));
    }

    [Fact]
    public async Task Schools_learn_nothing_of_the_decision_before_it_is_public_and_never_why_it_departs_for_others()
    {
        var (district, titles) = await TwoRoundAsync(new { places = 1 }, ("p", 95), ("q", 93));
        await titles.DecideAsync("admin", new { application = titles.CodeOf("p"), isChosen = false, reason = "正在核查信访" });
        foreach (var school in new[] { "p", "q" })
        {
            var own = (await (await district.As($"chair.{school}")).GetAsync(titles.Of(school))).Expect(200);
            Assert.Equal(("ranked", "rank"), (own.Text("state"), own.Texts("trail", "step")[^1]));
            Assert.Equal(["ranked"], (await (await district.As($"chair.{school}")).GetAsync("title-applications")).Expect(200).Texts("items", "state"));
            Assert.Empty((await (await district.As($"chair.{school}")).GetAsync("title-applications?state=shortlisted")).Expect(200).Texts("items", "state"));
        }

        await titles.PublishAsync("2025-11-03");
        Assert.Equal("inPublicity", (await (await district.As("chair.q")).GetAsync(titles.Of("q"))).Text("state"));
        district.MoveClockTo("2025-11-20T09:00:00+08:00");
        (await (await district.As("approver")).DoAsync($"{titles.Path}/award", new { on = "2025-11-20", document = "1" })).Expect(200);
        (await (await district.Admin).DoAsync($"{titles.Path}/end", new { })).Expect(200);

        var seen = (await (await district.As("chair.q")).GetAsync(titles.Path)).Expect(200);
        Assert.Equal("〔2025〕7号", seen.Text("decision.minutes"));
        Assert.Empty(seen.At("decision.departures").EnumerateArray());
        Assert.DoesNotContain("信访", seen.Json.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_zone_lead_sees_the_applications_of_the_own_zone_and_their_selection_once_it_is_public()
    {
        var district = await FoundAsync("p", "q", "r");
        await district.PutZone("south");
        (await (await district.Admin).SaveAsync("schools/q", new { name = "q学校", zone = "south", stage = "primary", ownership = "public", setting = "urban", members = 50 })).Expect(200);
        await district.Appoint("lead", "zoneLead", zone: "north");
        var titles = new TestTitles(district);
        await titles.PrepareAsync("claim", "r1", new Dictionary<string, decimal> { ["p"] = 95, ["q"] = 94, ["r"] = 93 }, new { places = 2 });
        foreach (var school in new[] { "p", "q", "r" })
            await titles.ApplyAsync(school);
        await titles.RankAsync();
        await titles.DecideAsync("admin", new { application = titles.CodeOf("q"), isChosen = false, reason = "正在核查信访" });
        var lead = await district.As("lead");

        Assert.Equal([titles.CodeOf("p"), titles.CodeOf("r")], (await lead.GetAsync("title-applications")).Expect(200).Texts("items", "code"));
        (await lead.GetAsync(titles.Of("q"))).Expect(404);
        var before = (await lead.GetAsync(titles.Of("p"))).Expect(200);
        Assert.Equal(("ranked", 95m, 1m), (before.Text("state"), before.Number("total"), before.Number("rank")));
        Assert.DoesNotContain("shortlist", before.Texts("trail", "step"));
        (await lead.GetAsync($"{titles.Path}/selection")).Expect(404);
        Assert.DoesNotContain("信访", (await lead.GetAsync(titles.Path)).Expect(200).Body, StringComparison.Ordinal);

        await titles.PublishAsync("2025-11-03");
        var after = (await lead.GetAsync($"{titles.Path}/selection")).Expect(200);
        Assert.Equal(["p", "r"], after.Texts("rows", "school"));
        Assert.DoesNotContain("信访", after.Body, StringComparison.Ordinal);
        Assert.Equal("inPublicity", (await lead.GetAsync(titles.Of("p"))).Text("state"));
        (await lead.GetAsync($"{titles.Path}/bundle")).Expect(403);
        (await lead.DoAsync($"{titles.Of("p")}/disqualify", new { reason = "不行" })).Expect(403);
    }

    [Fact]
    public async Task Schools_and_zones_read_a_notice_when_everybody_does()
    {
        var (district, titles) = await TwoRoundAsync(new { places = 1 }, ("p", 95), ("q", 93));
        await district.Appoint("lead", "zoneLead", zone: "north");
        await titles.DecideAsync();
        var notice = (await titles.PublishAsync("2025-11-04")).Text("id");
        foreach (var person in new[] { "chair.p", "lead" })
        {
            var reader = await district.As(person);
            var own = (await reader.GetAsync(titles.Of("p"))).Expect(200);
            Assert.Equal(("ranked", "rank"), (own.Text("state"), own.Texts("trail", "step")[^1]));
            Assert.Equal([titles.CodeOf("p")], (await reader.GetAsync("title-applications?state=ranked&pageSize=1")).Expect(200).Texts("items", "code"));
            Assert.Empty((await reader.GetAsync("title-applications?state=inPublicity")).Expect(200).Texts("items", "state"));
            Assert.Equal(0m, (await reader.GetAsync($"{titles.Path}/notices")).Expect(200).Number("total"));
            (await reader.GetAsync($"{titles.Path}/notices/{notice}")).Expect(404);
            (await reader.GetAsync($"{titles.Path}/notices/{notice}/document.docx")).Expect(404);
        }

        district.MoveClockTo("2025-11-04T00:00:00+08:00");
        foreach (var person in new[] { "chair.p", "lead" })
        {
            (await (await district.As(person)).GetAsync($"{titles.Path}/notices/{notice}")).Expect(200);
            Assert.Equal("inPublicity", (await (await district.As(person)).GetAsync(titles.Of("p"))).Text("state"));
            Assert.Equal([titles.CodeOf("p")], (await (await district.As(person)).GetAsync("title-applications?state=inPublicity")).Expect(200).Texts("items", "code"));
        }
    }

    [Fact]
    public async Task Who_is_promoted_is_not_told_whose_place_became_free()
    {
        var (district, titles) = await TwoRoundAsync(new { places = 1 }, ("p", 95), ("q", 93));
        await titles.DecideAsync();
        (await (await district.As("chair.p")).DoAsync($"{titles.Of("p")}/withdraw", new { })).Expect(200);
        await titles.PublishAsync("2025-11-03");

        var own = (await (await district.As("chair.q")).GetAsync(titles.Of("q"))).Expect(200);
        Assert.DoesNotContain(titles.CodeOf("p"), own.Json.GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("9999-12-31")]
    [InlineData("2027-01-01")]
    public async Task An_award_lies_at_most_a_year_ahead(string on)
    {
        var (district, titles) = await TwoRoundAsync(new { places = 1 }, ("p", 95), ("q", 93));
        await titles.DecideAsync();
        await titles.PublishAsync("2025-11-03");
        district.MoveClockTo("2025-12-31T09:00:00+08:00");
        (await (await district.As("approver")).DoAsync($"{titles.Path}/award", new { on, document = "1" })).ExpectInvalid("on");
    }

    /// <summary>The campaign's bundle as text, verified as it was downloaded and with a place given to somebody else.</summary>
    private static async Task<string> BundleAsync(TestDistrict district, TestTitles titles, int units)
    {
        var bundle = (await (await district.As("officer")).GetAsync($"{titles.Path}/bundle")).Expect(200).Bytes;
        var report = BundleVerifier.Verify(new MemoryStream(bundle));
        Assert.True(report.IsSame && report.Units == units, report.ToString());
        var forged = BundleVerifier.Verify(new MemoryStream(Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(bundle).Replace("\"isChosen\":false", "\"isChosen\":true ", StringComparison.Ordinal))));
        Assert.Equal((1 <= forged.Differences, "isChosen"), (true, forged.First?.Item));
        return Encoding.UTF8.GetString(bundle);
    }

    private static async Task<IReadOnlyList<string?>> ChosenAsync(TestDistrict district, TestTitles titles, string field, string value) =>
    [
        .. (await (await district.Admin).GetAsync($"{titles.Path}/selection")).Expect(200).At("rows").EnumerateArray()
            .Where(r => r.GetProperty(field).GetString() == value).Select(r => r.GetProperty("school").GetString()),
    ];

    private async Task<(TestDistrict District, TestTitles Titles)> TwoRoundAsync(object places, params (string School, decimal Points)[] schools)
    {
        var district = await FoundAsync([.. schools.Select(s => s.School)]);
        var titles = new TestTitles(district);
        await district.PublishScheme(TestSchemes.Claim);
        await district.PlanRound("r1", "claim");
        await district.OpenRound();
        foreach (var (school, points) in schools)
            await district.HandIn(school, claims: new { M = points });
        await district.CloseRound();
        await titles.OpenAsync("r1", TestTitles.Definition(places, reinspection: new { cycleYears = 3, rectificationDays = 90, keepFrom = 90, downgradeFrom = 75, downgradeTo = "qualified" }));
        foreach (var (school, _) in schools)
            await titles.ApplyAsync(school);
        await titles.RankAsync();
        return (district, titles);
    }

    private async Task<(TestDistrict District, TestTitles Titles)> TenUnitsAsync(object places)
    {
        (string School, decimal A, decimal B, int Agreed, int Asked)[] units =
        [
            ("a", 66.20m, 29m, 9, 10), ("b", 65.60m, 27.50m, 96, 100), ("c", 65.60m, 27.50m, 134, 140), ("d", 65.10m, 28m, 96, 100), ("e", 64m, 28m, 9, 10),
            ("f", 68m, 29m, 9, 10), ("g", 62.50m, 28m, 9, 10), ("h", 61m, 28m, 9, 10), ("i", 60m, 28m, 9, 10), ("j", 57m, 28m, 9, 10),
        ];
        var district = await FoundAsync([.. units.Select(u => u.School)]);
        foreach (var rural in new[] { "e", "j" })
            (await (await district.Admin).SaveAsync($"schools/{rural}", new { name = $"{rural}学校", zone = "north", stage = "primary", ownership = "public", setting = "rural", members = 50 })).Expect(200);
        var titles = new TestTitles(district);
        await district.PublishScheme(Scheme);
        await district.PlanRound("r1", "home");
        await district.OpenRound();
        foreach (var unit in units)
            await district.HandIn(unit.School, new { agreed = unit.Agreed, asked = unit.Asked }, new { unit.A, unit.B });
        await district.Review("officer", "f", "district", facts: new { dispute = true });
        await district.CloseRound();
        await titles.OpenAsync("r1", TestTitles.Definition(places));
        foreach (var unit in units.Where(u => u.School != "i"))
            await titles.ApplyAsync(unit.School);
        (await (await district.As("chair.i")).PutAsync(titles.Of("i"), new { report = "没有推荐" })).Expect(201);
        await titles.RankAsync();
        return (district, titles);
    }

    private async Task<TestDistrict> FoundAsync(params string[] schools)
    {
        var district = await service.FoundDistrictAsync();
        await district.PutZone("north");
        await district.Appoint("officer", "districtOfficer");
        await district.Appoint("approver", "districtApprover");
        foreach (var school in schools)
            await district.PutSchoolWithChair(school, "north");
        return district;
    }
}
