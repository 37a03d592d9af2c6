using System.Runtime.CompilerServices;
using System.Text.Json;
using DistrictUnion.Api;
using DistrictUnion.Infrastructure.Seeding;
using DistrictUnion.IntegrationTests.Hosting;
using Xunit;

namespace DistrictUnion.IntegrationTests.Seeds;

/// <summary>The service with the demo districts of seeds/, loaded twice.</summary>
public sealed class DemoService : TestService, IAsyncLifetime
{
    /// <summary>What loading a second time must leave alone.</summary>
    private const string Fingerprint =
        """
        SELECT concat_ws(',', (SELECT count(*) FROM fact_changes), (SELECT count(*) FROM review_changes), (SELECT count(*) FROM scheme_versions),
            (SELECT sum(version) FROM branch_reports), (SELECT sum(version) FROM self_evaluations), (SELECT sum(version) FROM schools),
            (SELECT sum(version) FROM branches), (SELECT sum(version) FROM users), (SELECT sum(revision) FROM scorecards), (SELECT count(*) FROM round_publications), (SELECT sum(version) FROM title_programmes))
        """;

    /// <summary>Fingerprint after the first loading.</summary>
    public string Once { get; private set; } = "";

    /// <summary>Fingerprint after the second.</summary>
    public string Twice { get; private set; } = "";

    async Task IAsyncLifetime.InitializeAsync()
    {
        await InitializeAsync();
        Clock.Set("2026-11-21T09:00:00+08:00");
        await LoadAsync();
        Once = await ReadAsync<string>(Fingerprint);
        await LoadAsync();
        Twice = await ReadAsync<string>(Fingerprint);
    }

    private async Task LoadAsync([CallerFilePath] string here = "")
    {
        var seeds = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../seeds"));
        var clock = new SeedClock();
        await using var provider = ServiceHost.CommandServices(clock, AppConnection);
        var seeder = new Seeder(provider, clock);
        await seeder.LoadCalendarsAsync(Path.Combine(seeds, "calendars"), CancellationToken.None);
        await seeder.LoadDemoAsync(seeds, UnionClient.Password, CancellationToken.None);
    }
}

[LongRunning]
public sealed class DemoDistrictTests(DemoService service) : IClassFixture<DemoService>
{
    [Fact]
    public void Loading_the_seeds_again_changes_nothing() => Assert.Equal(service.Once, service.Twice);

    [Fact]
    public async Task The_command_line_rolls_up_every_open_round_and_finds_what_was_stored()
    {
        await using var services = ServiceHost.CommandServices(service.Clock, service.AppConnection);
        var (rounds, differences) = await new RollupOfAll(services).RunAsync(CancellationToken.None);
        Assert.True(rounds >= 2, $"{rounds} open rounds");
        Assert.Equal(0, differences);
    }

    [Fact]
    public async Task Three_title_programmes_stand_ready_each_with_its_sources()
    {
        var programmes = (await (await service.SignInAsync("district.admin")).GetAsync("title-programmes")).Expect(200);
        Assert.Equal(["pioneer-unit", "small-home", "staff-home"], programmes.Texts("items", "code"));
        var home = programmes.Find("items", "code", "staff-home").GetProperty("definition");
        Assert.All(home.GetProperty("rules").EnumerateArray(), rule => Assert.Contains("（P1", rule.GetProperty("clause").GetProperty("document").GetString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_demo_district_has_five_zones_and_forty_schools_with_three_to_twelve_branches()
    {
        var admin = await service.SignInAsync("district.admin");

        Assert.Equal(5, (await admin.GetAsync("zones")).Expect(200).At("total").GetInt32());
        var communities = (await admin.GetAsync("communities")).Expect(200);
        Assert.Equal(["石桥教育共同体", "望湖教育共同体"], communities.Texts("items", "name"));
        Assert.Equal(["core", "member"], communities.Texts("items[0].members", "role"));
        var schools = (await admin.GetAsync("schools?pageSize=200")).Expect(200);
        Assert.Equal(40, schools.At("total").GetInt32());
        foreach (var school in schools.Texts("items", "code").Take(8))
            Assert.InRange((await admin.GetAsync($"schools/{school}/branches?pageSize=200")).Expect(200).At("total").GetInt32(), 3, 13);
    }

    [Fact]
    public async Task The_published_round_holds_every_special_case()
    {
        var admin = await service.SignInAsync("district.admin");
        var rows = (await admin.GetAsync("rounds/2026-spring/ranking?pageSize=200")).Expect(200).At("items").EnumerateArray().ToList();
        var outcomes = rows.Select(r => r.GetProperty("outcome").GetString()).ToList();

        Assert.Contains("notSubmitted", outcomes);
        Assert.Contains("disqualified", outcomes);
        Assert.Equal(3, rows.Count(r => r.GetProperty("ties").GetInt32() == 3));
        var kindergarten = (await admin.GetAsync("schools?stage=kindergarten")).Expect(200).Texts("items", "code")[0];
        Assert.DoesNotContain(rows, r => r.GetProperty("school").GetString() == kindergarten);
        (await admin.GetAsync($"rounds/2026-spring/schools/{kindergarten}/scorecard")).Expect(404);
        var flags = await FlagsAsync(admin, rows);
        Assert.Contains("notApplicable", flags);
        Assert.Contains("voteVoid", flags);
        Assert.True(await service.ReadAsync<long>("SELECT count(*) FROM (SELECT branch_id FROM branch_affiliations GROUP BY branch_id HAVING count(*) > 1) m") >= 1);
    }

    [Fact]
    public async Task The_open_round_has_a_late_school_and_schools_that_are_missing()
    {
        var admin = await service.SignInAsync("district.admin");
        var completeness = (await admin.GetAsync("rounds/2026-autumn/completeness")).Expect(200);

        Assert.True(completeness.At("late").GetInt32() >= 1);
        Assert.True(completeness.At("missing").GetInt32() >= 1);
    }

    [Fact]
    public async Task The_second_district_sees_nothing_of_the_first()
    {
        var other = await service.SignInAsync("chengwan.district.admin");

        Assert.Equal(4, (await other.GetAsync("schools")).Expect(200).At("total").GetInt32());
        (await other.GetAsync("rounds/2026-spring/schools/p-001/scorecard")).Expect(404);
    }

    [Theory]
    [InlineData("small-home")]
    [InlineData("community-routine")]
    public async Task A_round_on_a_scheme_for_branches_or_communities_says_that_it_is_not_supported_yet(string scheme)
    {
        var admin = await service.SignInAsync("district.admin");
        (await admin.PutAsync($"rounds/r-{scheme}", new { name = scheme, scheme, window = new { from = "2026-09-01", to = "2026-11-10" }, dueAt = "2026-11-10" })).Expect(201);

        (await admin.DoAsync($"rounds/r-{scheme}/open")).ExpectProblem(409, "subject-not-supported");
    }

    private static async Task<HashSet<string?>> FlagsAsync(UnionClient admin, IReadOnlyList<JsonElement> rows)
    {
        HashSet<string?> flags = [];
        foreach (var row in rows)
            flags.UnionWith((await admin.GetAsync($"rounds/2026-spring/schools/{row.GetProperty("school").GetString()}/scorecard")).Expect(200)
                .At("flags").EnumerateArray().Select(f => f.GetString()));
        return flags;
    }
}
