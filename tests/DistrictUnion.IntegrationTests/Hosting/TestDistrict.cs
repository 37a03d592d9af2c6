using System.Collections.Concurrent;
using System.Globalization;
using DistrictUnion.Domain.Accounts;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Organisation;

namespace DistrictUnion.IntegrationTests.Hosting;

/// <summary>
/// One district in the words of the domain. Accounts carry its code as prefix, so <c>As("chair.p")</c> is <c>d1.chair.p</c>.
/// Until the first person acts, zones, schools and branches have no effect on anything else and are stored without a request.
/// </summary>
public sealed class TestDistrict
{
    private const string LongAgo = "2020-01-01";

    private readonly ConcurrentDictionary<string, Task<UnionClient>> people = new(StringComparer.Ordinal);
    private readonly DistrictSetup setup;
    private bool hasBegun;

    internal TestDistrict(TestService service, string code, DistrictSetup setup) => (Service, Code, this.setup) = (service, code, setup);

    /// <summary>Code of the district.</summary>
    public string Code { get; }

    /// <summary>The service that it lives in.</summary>
    public TestService Service { get; }

    /// <summary>The full user name of somebody of the district.</summary>
    public string NameOf(string person) => $"{Code}.{person}";

    /// <summary>Somebody of the district, signed in.</summary>
    public Task<UnionClient> As(string person)
    {
        hasBegun = true;
        return people.GetOrAdd(person, EnterAsync);
    }

    /// <summary>The district's administrator.</summary>
    public Task<UnionClient> Admin => As("admin");

    /// <summary>Sets the clock. Sessions don't outlive half a day, so everybody signs in anew.</summary>
    public void MoveClockTo(string instant)
    {
        Service.Clock.Set(instant);
        people.Clear();
    }

    /// <summary>Forgets a sign-in, so that the next <see cref="As"/> signs in again.</summary>
    public void Forget(string person) => people.TryRemove(person, out _);

    /// <summary>Makes or changes a zone.</summary>
    public async Task PutZone(string zone)
    {
        if (hasBegun || !await setup.AddZoneAsync(zone, $"{zone}片"))
            Succeeded(await (await Admin).SaveAsync($"zones/{zone}", new { name = $"{zone}片" }));
    }

    /// <summary>Makes or changes a school.</summary>
    public async Task PutSchool(
        string school, string zone, int members = 50, string stage = "primary", string ownership = "public", string[]? titles = null, string? from = null, string? to = null)
    {
        var name = $"{school}学校";
        SchoolProfile Profile(ZoneId id) => new(
            name, id, WordOf<SchoolStage>(stage), WordOf<SchoolOwnership>(ownership), SchoolSetting.Urban, members, BranchKind.UnionGroup, titles ?? [], DayOf(from), DayOf(to));
        if (hasBegun || !await setup.AddSchoolAsync(school, zone, Profile))
            Succeeded(await (await Admin).SaveAsync($"schools/{school}", new { name, zone, stage, ownership, setting = "urban", members, titles, from, to }));
    }

    /// <summary>Makes a branch, corrects it, or moves it to the school.</summary>
    public async Task PutBranch(string school, string branch, string kind = "unionGroup", string from = LongAgo, string? to = null)
    {
        if (hasBegun || !await setup.AddBranchesAsync(school, [branch], NameOfBranch, WordOf<BranchKind>(kind), DayOf(from)!.Value, DayOf(to)))
            Succeeded(await (await Admin).SaveAsync($"schools/{school}/branches/{branch}", new { name = NameOfBranch(branch), kind, from, to }));
    }

    /// <summary>Gives somebody exactly one post.</summary>
    public async Task Appoint(
        string person, string role, string? zone = null, string? school = null, string? branch = null, string from = LongAgo, string? to = null)
    {
        if (await setup.AddUserAsync(NameOf(person), person, WordOf<Role>(role), zone, school, branch, DayOf(from)!.Value, DayOf(to)))
            return;
        var scope = (zone, school, branch) == default ? null : new { zone, school, branch };
        Succeeded(await (await Admin).SaveAsync(
            $"users/{NameOf(person)}", new { displayName = person, password = UnionClient.Password, posts = new[] { new { role, scope, from, to } } }));
    }

    /// <summary>A school with its chair <c>chair.{school}</c> and branches <c>{school}-1</c>….</summary>
    public async Task PutSchoolWithChair(string school, string zone, int branches = 0, int members = 50)
    {
        await PutSchool(school, zone, members);
        string[] codes = [.. Enumerable.Range(1, branches).Select(i => $"{school}-{i}")];
        if (hasBegun || !await setup.AddBranchesAsync(school, codes, NameOfBranch, BranchKind.UnionGroup, DayOf(LongAgo)!.Value, null))
        {
            foreach (var branch in codes)
                await PutBranch(school, branch);
        }

        await Appoint($"chair.{school}", "schoolChair", school: school);
    }

    /// <summary>
    /// Zone <c>north</c> with its lead, an officer, the annual scheme, schools with chairs and branches; round <c>r1</c> is planned.
    /// </summary>
    public async Task PrepareAnnual(int branches, params string[] schools)
    {
        await PutZone("north");
        await Appoint("zone.north", "zoneLead", zone: "north");
        await Appoint("officer", "districtOfficer");
        foreach (var school in schools)
            await PutSchoolWithChair(school, "north", branches);
        await PublishScheme(TestSchemes.Annual);
        await PlanRound();
    }

    /// <summary>Imports a scheme and publishes the version that it became.</summary>
    /// <returns>The version.</returns>
    public async Task<int> PublishScheme(string scheme)
    {
        var admin = await Admin;
        var imported = (await admin.PostTextAsync("schemes/import", scheme, "application/json")).Expect(200);
        var version = imported.At("version").GetInt32();
        (await admin.DoAsync($"schemes/{imported.Text("code")}/versions/{version}/publish")).Expect(200);
        return version;
    }

    /// <summary>Plans a round.</summary>
    public async Task PlanRound(
        string round = "r1",
        string scheme = "annual",
        string from = "2025-09-01",
        string to = "2025-11-10",
        string dueAt = "2025-11-10",
        string? closesAt = null,
        string dueShift = "none",
        object? scope = null) =>
        (await (await Admin).PutAsync(
            $"rounds/{round}", new { name = $"{round}轮", scheme, window = new { from, to }, dueAt, closesAt, dueShift, scope, kind = "annual" })).Expect(201);

    /// <summary>Lets a planned round lock at an instant.</summary>
    public async Task PlanLock(string closesAt, string round = "r1") => Succeeded(await (await Admin).SaveAsync(
        $"rounds/{round}",
        new { name = $"{round}轮", scheme = "annual", window = new { from = "2025-09-01", to = "2025-11-10" }, dueAt = "2025-11-10", closesAt, dueShift = "none", kind = "annual" }));

    /// <summary>Opens a planned round.</summary>
    public async Task OpenRound(string round = "r1") => (await (await Admin).DoAsync($"rounds/{round}/open")).Expect(200);

    /// <summary>Closes an open round.</summary>
    public async Task CloseRound(string round = "r1") => (await (await Admin).DoAsync($"rounds/{round}/close")).Expect(200);

    /// <summary>Publishes a closed round.</summary>
    public async Task PublishRound(string visibility = "ownCard", int? top = null, string round = "r1") =>
        (await (await Admin).DoAsync($"rounds/{round}/publish", new { visibility, top })).Expect(200);

    /// <summary>A branch's report, entered by the chair and submitted.</summary>
    public async Task<Answer> Report(string school, string branch, object facts, object[]? events = null, string round = "r1", object? notes = null)
    {
        var chair = await As($"chair.{school}");
        var path = $"rounds/{round}/schools/{school}/branches/{branch}/report";
        Succeeded(await chair.SaveAsync(path, new { facts, events, notes }));
        return (await chair.DoAsync($"{path}/submit")).Expect(200);
    }

    /// <summary>The chair's evaluation, written and handed in.</summary>
    public async Task<Answer> HandIn(string school, object? facts = null, object? claims = null, string[]? notApplicable = null, string round = "r1")
    {
        var chair = await As($"chair.{school}");
        var path = $"rounds/{round}/schools/{school}/self-evaluation";
        Succeeded(await chair.SaveAsync(path, new { facts, claims, notApplicable }));
        return (await chair.DoAsync($"{path}/submit")).Expect(200);
    }

    /// <summary>Takes the evaluation back and hands it in with other content.</summary>
    public async Task<Answer> HandInAgain(string school, object? facts = null, object? claims = null, string round = "r1")
    {
        (await (await As($"chair.{school}")).DoAsync($"rounds/{round}/schools/{school}/self-evaluation/withdraw")).Expect(200);
        return await HandIn(school, facts, claims, round: round);
    }

    /// <summary>A review by somebody; every score has the reason 核实.</summary>
    public async Task<Answer> Review(
        string person, string school, string level, (string Node, decimal Score)[]? scores = null, object? facts = null, string[]? notApplicable = null, string round = "r1") =>
        (await (await As(person)).DoAsync(
            $"rounds/{round}/schools/{school}/review",
            new { level, scores = scores?.Select(s => new { node = s.Node, score = s.Score, reason = "核实" }), facts, notApplicable })).Expect(200);

    /// <summary>The scorecard as somebody sees it.</summary>
    public async Task<Answer> Scorecard(string school, string person = "admin", string round = "r1") =>
        (await (await As(person)).GetAsync($"rounds/{round}/schools/{school}/scorecard")).Expect(200);

    /// <summary>The final score of a leaf as the district sees it.</summary>
    public async Task<decimal> Final(string school, string node, string round = "r1") =>
        (await Scorecard(school, round: round)).Find("nodes", "code", node).GetProperty("finalScore").GetDecimal();

    /// <summary>The ranking as somebody sees it.</summary>
    public async Task<Answer> Ranking(string person = "admin", string round = "r1") =>
        (await (await As(person)).GetAsync($"rounds/{round}/ranking?pageSize=200")).Expect(200);

    /// <summary>The summary as somebody sees it.</summary>
    public async Task<Answer> Summary(string person = "admin", string round = "r1") =>
        (await (await As(person)).GetAsync($"rounds/{round}/summary")).Expect(200);

    /// <summary>Facts from another system.</summary>
    public async Task<Answer> Import(object[] rows, string query = "", string round = "r1") =>
        await (await Admin).PostAsync($"rounds/{round}/facts/import{query}", rows);

    private static string NameOfBranch(string branch) => $"{branch}小组";

    private static T WordOf<T>(string word)
        where T : struct, Enum => Enum.Parse<T>(word, ignoreCase: true);

    private static DateOnly? DayOf(string? day) => day is null ? null : DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private async Task<UnionClient> EnterAsync(string person) =>
        await setup.BeginSessionAsync(NameOf(person)) is { } token ? new UnionClient(Service, token) : await Service.SignInAsync(NameOf(person));

    private static void Succeeded(Answer answer)
    {
        if (answer.Status is not (200 or 201))
            answer.Expect(200);
    }
}
