using DistrictUnion.IntegrationTests.Hosting;

namespace DistrictUnion.IntegrationTests.Titles;

/// <summary>A title programme with one campaign over a closed round of claimed points, step by step as people take them.</summary>
internal sealed class TestTitles(TestDistrict district, string programme = "home", string campaign = "home1")
{
    /// <summary>Path of the programme.</summary>
    public string Programme => $"title-programmes/{programme}";

    /// <summary>Path of the campaign.</summary>
    public string Path => $"{Programme}/campaigns/{campaign}";

    /// <summary>Path of a unit's application.</summary>
    public string Of(string unit) => $"{Programme}/applications/{campaign}.{unit}";

    /// <summary>Code of a unit's application.</summary>
    public string CodeOf(string unit) => $"{campaign}.{unit}";

    /// <summary>A definition with what a test is about.</summary>
    public static object Definition(object places, object[]? rules = null, string[]? approvals = null, string[]? examinations = null, object? reinspection = null, string subject = "school", decimal? consentPercent = null, object? nomination = null) => new
    {
        name = "职工之家",
        subject,
        tiers = new[] { new { code = "model", name = "模范" }, new { code = "advanced", name = "先进" }, new { code = "qualified", name = "合格" } },
        rules = rules ?? [],
        approvals = approvals ?? [],
        examinations = examinations ?? [],
        places,
        reinspection,
        consentPercent,
        nomination,
    };

    /// <summary>Closes a round in which the schools have these points, and opens a campaign on it.</summary>
    public async Task PrepareAsync(string scheme, string round, IReadOnlyDictionary<string, decimal> points, object places, object[]? rules = null)
    {
        await district.PublishScheme(TestSchemes.Claim.Replace("\"code\": \"claim\"", $"\"code\": \"{scheme}\"", StringComparison.Ordinal));
        await district.PlanRound(round, scheme);
        await district.OpenRound(round);
        foreach (var (school, total) in points)
            await district.HandIn(school, claims: new { M = total }, round: round);
        await district.CloseRound(round);
        await OpenAsync(round, Definition(places, rules));
    }

    /// <summary>Opens a campaign on a round.</summary>
    public async Task OpenAsync(string round, object definition, string tier = "model", string dueAt = "2025-12-10")
    {
        var admin = await district.Admin;
        (await admin.PutAsync(Programme, definition)).Expect(201);
        (await admin.PutAsync(Path, new { name = "模范职工之家评选", tier, round, dueAt })).Expect(201);
        (await admin.DoAsync($"{Path}/open", new { })).Expect(200);
    }

    /// <summary>A school applies, recommends and is accepted.</summary>
    public async Task ApplyAsync(string school, string[]? marks = null, string[]? files = null)
    {
        var chair = await district.As($"chair.{school}");
        (await chair.PutAsync(Of(school), new { report = "建家工作汇报", marks, files = files?.Select(f => new { evidence = f, purpose = "建家成果" }) })).Expect(201);
        (await chair.DoAsync($"{Of(school)}/recommend", new { })).Expect(200);
        (await (await district.Admin).DoAsync($"{Of(school)}/accept", new { })).Expect(200);
    }

    /// <summary>Ranks.</summary>
    public async Task RankAsync() => (await (await district.Admin).DoAsync($"{Path}/rank")).Expect(200);

    /// <summary>The leadership decides.</summary>
    public async Task<Answer> DecideAsync(string person = "admin", params object[] departures) => (await (await district.As(person)).DoAsync(
        $"{Path}/decision", new { meeting = "区教育工会委员会会议", on = "2025-11-03", minutes = "〔2025〕7号", signatories = new[] { "主席", "副主席" }, departures })).Expect(200);

    /// <summary>Puts up a notice.</summary>
    public async Task<Answer> PublishAsync(string startOn)
    {
        await district.Service.ExecuteAsync("INSERT INTO calendar_days (date, kind, name) VALUES ('2025-10-01', 0, '国庆节') ON CONFLICT DO NOTHING");
        return (await (await district.Admin).DoAsync($"{Path}/notices", new { startOn })).Expect(201);
    }

    /// <summary>Anybody objects.</summary>
    public async Task<Answer> ObjectAsync(string notice, string unit, string text = "材料不实") =>
        await district.Service.Anonymous().PostAsync($"public/notices/{notice}/objections", new { application = CodeOf(unit), text });
}
