using DistrictUnion.IntegrationTests.Hosting;

namespace DistrictUnion.IntegrationTests.Congresses;

/// <summary>A district whose schools hold congresses. It is 3 November 2025.</summary>
internal static class TestCongresses
{
    /// <summary>What a scheme counts of congresses, proposals and disclosures; 50 points.</summary>
    public const string Scheme =
        """
        { "code": "democratic", "name": "民主管理考核", "basis": "区工发〔2026〕6号", "missing": "block", "bonus": { "cap": "none" },
          "facts": [
            { "code": "members", "name": "会员数", "type": "integer", "level": "school" },
            { "code": "held", "name": "召开教代会次数", "type": "integer", "level": "school", "congress": "congressesHeld" },
            { "code": "delegates", "name": "应到代表", "type": "integer", "level": "school", "congress": "delegates" },
            { "code": "present", "name": "实到代表", "type": "integer", "level": "school", "congress": "present" },
            { "code": "accepted", "name": "立案提案", "type": "integer", "level": "school", "congress": "proposalsAccepted" },
            { "code": "replied", "name": "已答复提案", "type": "integer", "level": "school", "congress": "proposalsReplied" },
            { "code": "satisfied", "name": "满意提案", "type": "integer", "level": "school", "congress": "proposalsSatisfied" },
            { "code": "posted", "name": "校务公开项", "type": "integer", "level": "school", "congress": "disclosuresPosted" },
            { "code": "topics", "name": "校务公开类别", "type": "integer", "level": "school", "congress": "disclosedCategories" } ],
          "sections": [ { "code": "A", "name": "民主管理", "max": 50, "items": [
            { "code": "A1", "name": "召开", "max": 10, "rule": { "type": "count", "count": "held", "points": 10 } },
            { "code": "A2", "name": "到会率", "max": 10, "rule": { "type": "rateLinear", "rate": { "of": "present", "to": "delegates" } } },
            { "code": "A3", "name": "答复率", "max": 10, "rule": { "type": "rateLinear", "rate": { "of": "replied", "to": "accepted" } } },
            { "code": "A4", "name": "满意率", "max": 10, "rule": { "type": "rateLinear", "rate": { "of": "satisfied", "to": "accepted" } } },
            { "code": "A5", "name": "公开项数", "max": 5, "rule": { "type": "count", "count": "posted", "points": 1 } },
            { "code": "A6", "name": "公开类别", "max": 5, "rule": { "type": "count", "count": "topics", "points": 1 } } ] } ] }
        """;

    /// <summary>Schools of zone north with chair, clerk, branch lead and two branches each.</summary>
    public static async Task<TestDistrict> PrepareAsync(TestService service, params string[] schools)
    {
        var district = await service.FoundDistrictAsync();
        await district.PutZone("north");
        await district.Appoint("zone.north", "zoneLead", zone: "north");
        await district.Appoint("officer", "districtOfficer");
        foreach (var school in schools)
        {
            await district.PutSchoolWithChair(school, "north", branches: 2, members: 100);
            await district.Appoint($"clerk.{school}", "schoolClerk", school: school);
            await district.Appoint($"lead.{school}", "branchLead", branch: $"{school}-1");
        }

        return district;
    }

    /// <summary>A congress as the pages send it.</summary>
    public static object Plan(string plannedOn = "2025-11-20", int session = 1, int delegates = 60, string kind = "congress") =>
        new { term = 5, session, kind, plannedOn, delegates, agenda = "审议工会工作报告" };

    /// <summary>A proposal as the pages send it.</summary>
    public static object Proposal(string title = "增设教师阅览室", string proposer = "王老师", string? branch = "p-1", params string[] coSigners) => new
    {
        title,
        grounds = "现有阅览室座位不足",
        suggestion = "在二号楼增设阅览室",
        proposer = new { name = proposer, branch },
        coSigners = (coSigners is [] ? ["李老师", "赵老师"] : coSigners).Select(name => new { name, branch = (string?)null }),
    };

    /// <summary>Plans a congress; its path.</summary>
    public static async Task<string> PlanAsync(this TestDistrict district, object? plan = null, string school = "p") =>
        $"congresses/{(await (await district.As($"chair.{school}")).PostAsync("congresses", plan ?? Plan())).Expect(201).Text("code")}";

    /// <summary>Writes a proposal and hands it in; its path.</summary>
    public static async Task<string> ProposeAsync(this TestDistrict district, object? proposal = null, string person = "chair.p")
    {
        var client = await district.As(person);
        var path = $"proposals/{(await client.PostAsync("proposals", proposal ?? Proposal())).Expect(201).Text("id")}";
        (await client.DoAsync($"{path}/submit")).Expect(200);
        return path;
    }

    /// <summary>Takes an accepted proposal as far as its reply and, if told, its rating.</summary>
    public static async Task ReplyAsync(this TestDistrict district, string proposal, string? rating = null)
    {
        var chair = await district.As("chair.p");
        (await chair.DoAsync($"{proposal}/screen", new { decision = "accepted" })).Expect(200);
        (await chair.DoAsync($"{proposal}/assign", new { department = "总务处", dueOn = "2025-12-01" })).Expect(200);
        (await chair.DoAsync($"{proposal}/reply", new { text = "寒假前完成" })).Expect(200);
        if (rating is not null)
            (await chair.DoAsync($"{proposal}/rate", new { rating })).Expect(200);
    }

    /// <summary>Proposals may be handed in until the day of the congress.</summary>
    public static async Task LetProposeAtOnceAsync(this TestDistrict district) =>
        (await (await district.Admin).DoPutRuleAsync(new { coSigners = 2, deadlineDays = 0, majority = "present", allStaffBelow = 80 })).Expect(200);

    /// <summary>Changes the district's rule.</summary>
    public static Task<Answer> DoPutRuleAsync(this UnionClient client, object rule) => client.PutAsync("congress-rule", rule, ("If-Match", "*"));
}
