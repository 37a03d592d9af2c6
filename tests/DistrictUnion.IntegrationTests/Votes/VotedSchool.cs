using DistrictUnion.IntegrationTests.Hosting;

namespace DistrictUnion.IntegrationTests.Votes;

/// <summary>School <c>p</c> in an open round whose scheme has a vote of the district and a vote of the school.</summary>
internal sealed class VotedSchool
{
    /// <summary>Where the votes are.</summary>
    public const string VotesPath = "rounds/r1/schools/p/votes";

    private const string Scheme =
        """
        { "code": "annual", "name": "测评方案", "basis": "测试", "missing": "zero", "bonus": { "cap": "none" },
          "facts": [
            { "code": "ballots", "name": "职工满意度测评", "type": "ballots", "level": "district", "options": ["very", "mostly", "basically", "not"] },
            { "code": "consent", "name": "推荐同意票", "type": "ballots", "level": "school", "options": ["yes", "no"] } ],
          "sections": [
            { "code": "A", "name": "测评", "max": 220, "items": [
              { "code": "RATE", "name": "满意率", "max": 100, "rule": { "type": "surveyRate", "ballots": "ballots", "satisfied": ["very"] } },
              { "code": "INDEX", "name": "测评指数", "max": 100, "rule": { "type": "surveyIndex", "ballots": "ballots", "weights": { "very": 100, "mostly": 80, "basically": 60, "not": 40 } } },
              { "code": "B85", "name": "满意率 85", "max": 5, "rule": { "type": "surveyRate", "ballots": "ballots", "satisfied": ["very"], "bands": [ { "atLeast": 85, "points": 5 } ] } },
              { "code": "B90", "name": "满意率 90", "max": 5, "rule": { "type": "surveyRate", "ballots": "ballots", "satisfied": ["very"], "bands": [ { "atLeast": 90, "points": 5 } ] } },
              { "code": "CONSENT", "name": "同意率 80", "max": 10, "rule": { "type": "surveyRate", "ballots": "consent", "satisfied": ["yes"], "bands": [ { "atLeast": 80, "points": 10 } ] } } ] } ] }
        """;

    private VotedSchool(TestDistrict district) => District = district;

    /// <summary>The district.</summary>
    public TestDistrict District { get; }

    /// <summary>Makes one; the evaluation is handed in.</summary>
    public static async Task<VotedSchool> MakeAsync(TestService service)
    {
        var district = await service.FoundDistrictAsync();
        await district.PutZone("north");
        await district.Appoint("officer", "districtOfficer");
        await district.PutSchoolWithChair("p", "north");
        await district.PublishScheme(Scheme);
        await district.PlanRound();
        await district.OpenRound();
        await district.HandIn("p");
        return new VotedSchool(district);
    }

    /// <summary>Prepares and opens a vote, with a link for every voter.</summary>
    public async Task<IReadOnlyList<string>> OpenAsync(int eligible, string fact = "ballots", string person = "officer", int? links = null)
    {
        var client = await District.As(person);
        (await client.PutAsync($"{VotesPath}/{fact}", new { eligible })).Expect(201);
        var tokens = await LinksAsync(links ?? eligible, fact, person);
        (await client.DoAsync($"{VotesPath}/{fact}/open")).Expect(200);
        return tokens;
    }

    /// <summary>Makes links.</summary>
    public async Task<IReadOnlyList<string>> LinksAsync(int count, string fact = "ballots", string person = "officer") =>
        [.. (await (await District.As(person)).DoAsync($"{VotesPath}/{fact}/links", new { count })).Expect(200).At("tokens").EnumerateArray().Select(t => t.GetString()!)];

    /// <summary>Casts a ballot; null abstains.</summary>
    public Task<Answer> CastAsync(string token, string? option) =>
        District.Service.Anonymous().PostAsync($"public/ballots/{token}", option is null ? new { abstain = true } : new { option });

    /// <summary>Casts ballots with the first links.</summary>
    public async Task CastAsync(IEnumerable<string> tokens, params (string? Option, int Count)[] ballots)
    {
        foreach (var (token, option) in tokens.Zip(ballots.SelectMany(b => Enumerable.Repeat(b.Option, b.Count))))
            (await CastAsync(token, option)).Expect(200);
    }

    /// <summary>Closes a vote.</summary>
    public async Task<Answer> CloseAsync(string fact = "ballots", string person = "officer") =>
        (await (await District.As(person)).DoAsync($"{VotesPath}/{fact}/close")).Expect(200);
}
