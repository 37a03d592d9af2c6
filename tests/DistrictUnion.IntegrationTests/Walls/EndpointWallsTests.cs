using System.Runtime.CompilerServices;
using System.Text;
using DistrictUnion.Api.Access;
using DistrictUnion.IntegrationTests.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace DistrictUnion.IntegrationTests.Walls;

/// <summary>Walks the real endpoint list: who may do what, and what is foreign doesn't exist.</summary>
[LongRunning]
public sealed class EndpointWallsTests(TestService service) : IClassFixture<TestService>
{
    private const string Unknown = "nobody-has-this";

    /// <summary>A district in which each case looks for what isn't there, and proves that it changed nothing: one serves them all.</summary>
    private static readonly ConditionalWeakTable<TestService, Task<PopulatedDistrict>> Looked = [];

    [Fact]
    public void The_access_list_names_every_route() =>
        Assert.Equal(AccessList.Access.Keys.Concat(AccessList.Open).Order(StringComparer.Ordinal), Routes().Select(r => r.ToString()).Order(StringComparer.Ordinal));

    [Fact]
    public async Task Nobody_gets_in_without_signing_in()
    {
        var anonymous = service.Anonymous();
        await ForEachAsync(
            Routes().Where(r => !AccessList.Open.Contains(r.ToString())),
            async route => (await SendAsync(anonymous, route, _ => Unknown)).ExpectProblem(401, "unauthenticated"));
    }

    [Fact]
    public async Task Only_the_roles_of_the_access_list_get_in()
    {
        var district = (await PopulatedDistrict.MakeAsync(service)).District;
        await ForEachAsync(Routes().Where(r => !AccessList.Open.Contains(r.ToString()) && r.Path != "auth/logout"), async route =>
        {
            var allowed = AccessList.Access[route.ToString()].Split(' ');
            foreach (var person in PopulatedDistrict.People)
            {
                var answer = await SendAsync(await district.As(person), route, _ => Unknown);
                Assert.True((answer.Status == 403) != allowed.Contains(person), $"{person}: {answer.Request} answered {answer.Status}");
            }
        });
    }

    [Fact]
    public async Task Another_districts_code_is_as_unknown_as_one_that_nobody_has()
    {
        var (own, foreign) = (await LookedAsync(), await PopulatedDistrict.MakeAsync(service));
        var before = await DigestAsync(foreign);
        var codes = Routes().Where(r => !AccessList.Open.Contains(r.ToString()))
            .SelectMany(route => route.Parameters.Where(p => p != route.Creates && p != "number").Select(parameter => (route, parameter))).ToList();
        Assert.True(codes.Count >= 58, $"Only {codes.Count} codes in paths are tried.");
        await ForEachAsync(codes, async code => await AssertNotFoundAsync(
            await own.District.As(AccessList.Access[code.route.ToString()].Split(' ')[0]), code.route, own, code.parameter, ValueOf(foreign, code.parameter)));
        Assert.Equal(before, await DigestAsync(foreign));
    }

    [Theory]
    [InlineData("chair", "school")]
    [InlineData("clerk", "school")]
    [InlineData("lead", "school")]
    [InlineData("lead", "branch")]
    [InlineData("zone", "school")]
    [InlineData("expert", "school")]
    [InlineData("chair", "application")]
    [InlineData("clerk", "application")]
    [InlineData("chair", "title")]
    [InlineData("zone", "application")]
    [InlineData("zone", "title")]
    [InlineData("chair", "obligation")]
    [InlineData("clerk", "obligation")]
    [InlineData("lead", "obligation")]
    [InlineData("zone", "obligation")]
    [InlineData("chair", "activity")]
    [InlineData("lead", "activity")]
    [InlineData("zone", "activity")]
    [InlineData("chair", "congress")]
    [InlineData("lead", "proposal")]
    [InlineData("clerk", "disclosure")]
    [InlineData("zone", "disclosure")]
    [InlineData("clerk", "planItem")]
    [InlineData("zone", "planItem")]
    [InlineData("chair", "calendarFeed")]
    [InlineData("chair", "careRecord")]
    [InlineData("keeper", "careRecord")]
    public async Task Another_schools_code_is_as_unknown_as_one_that_nobody_has(string person, string parameter)
    {
        var own = await LookedAsync();
        var client = await own.District.As(person);
        var before = await DigestAsync(own);
        var routes = Routes().Where(r => !AccessList.Open.Contains(r.ToString()) && AccessList.Access[r.ToString()].Split(' ').Contains(person) && r.Parameters.Contains(parameter) && r.Creates != parameter).ToList();
        Assert.NotEmpty(routes);
        await ForEachAsync(routes, route => AssertNotFoundAsync(client, route, own, parameter, OfAnother(own, parameter)));
        Assert.Equal(before, await DigestAsync(own));
    }

    [Fact]
    public async Task Creating_under_a_code_that_another_district_has_makes_an_own_row_and_leaves_the_other_alone()
    {
        var (own, foreign) = (await PopulatedDistrict.MakeAsync(service), await LookedAsync());
        var before = await DigestAsync(foreign);
        var admin = await own.District.Admin;

        (await admin.PutAsync($"zones/{foreign.Zone}", new { name = "同名片区" })).Expect(201);
        (await admin.PutAsync($"schools/{own.School}/branches/{foreign.Branch}", new { name = "同名小组", kind = "centre", from = "2025-01-01" })).Expect(201);
        (await admin.PutAsync($"users/{foreign.District.NameOf("chair")}", new { displayName = "抢名", password = UnionClient.Password, posts = Array.Empty<object>() }))
            .ExpectInvalid("userName");

        Assert.Equal(before, await DigestAsync(foreign));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public async Task A_new_endpoint_that_declares_no_permission_or_two_stops_the_service_from_starting(int declarations)
    {
        var builder = WebApplication.CreateSlimBuilder();
        await using var app = builder.Build();
        var endpoint = app.MapGet("/api/v1/forgotten", () => "open");
        for (var i = 0; i < declarations; i++)
            endpoint.WithMetadata(new AnonymousMetadata());

        Assert.Contains("/api/v1/forgotten", Assert.Throws<InvalidOperationException>(() => EndpointChecks.Run(app)).Message, StringComparison.Ordinal);
    }

    /// <summary>Several at once, because there are thousands; the first that fails fails the test.</summary>
    private static Task ForEachAsync<T>(IEnumerable<T> cases, Func<T, Task> check) =>
        Parallel.ForEachAsync(cases, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (one, _) => await check(one));

    private static async Task AssertNotFoundAsync(UnionClient client, Route route, PopulatedDistrict own, string parameter, string code)
    {
        var foreign = await SendAsync(client, route, p => p == parameter ? code : ValueOf(own, p));
        var unknown = await SendAsync(client, route, p => p == parameter ? Unknown : ValueOf(own, p));
        foreign.ExpectProblem(404, "not-found");
        Assert.Equal(WithoutTrace(unknown), WithoutTrace(foreign));
    }

    /// <summary>The body can't be read, which nobody learns whom the path doesn't concern.</summary>
    private static Task<Answer> SendAsync(UnionClient client, Route route, Func<string, string> valueOf)
    {
        var path = new StringBuilder(route.Path);
        foreach (var parameter in route.Parameters)
            path.Replace($"{{{parameter}}}", parameter == "number" ? "1" : valueOf(parameter));
        return client.SendAsync(new HttpMethod(route.Method), path.ToString(), route.Method is "GET" or "DELETE" ? null : new StringContent("{", Encoding.UTF8, "application/json"));
    }

    private static string ValueOf(PopulatedDistrict district, string parameter) => parameter switch
    {
        "file" => district.Evidence,
        "zone" => district.Zone,
        "community" => district.Community,
        "school" => district.School,
        "branch" => district.Branch,
        "scheme" => district.Scheme,
        "round" => district.Round,
        "userName" => district.District.NameOf("chair"),
        "job" => district.Job,
        "apiKey" => district.ApiKey,
        "invitation" => district.Invitation,
        "evidence" => district.Evidence,
        "upload" => district.Upload,
        "fact" => district.Fact,
        "scan" => district.Scan,
        "decision" => district.Decision,
        "panel" => district.Panel,
        "visit" => district.Visit,
        "photo" => district.Photo,
        "programme" => district.Programme,
        "campaign" => district.Campaign,
        "application" => district.Application,
        "notice" => district.Notice,
        "objection" => district.Objection,
        "title" => district.Title,
        "labRun" => district.LabRun,
        "obligationTemplate" => district.ObligationTemplate,
        "obligation" => district.Obligation,
        "message" => district.Message,
        "delivery" => district.Delivery,
        "robot" => district.Robot,
        "webhook" => district.Webhook,
        "event" => district.Event,
        "definition" => $"{district.District.Code}.nothing",
        "activity" => district.Activity,
        "congress" => district.Congress,
        "proposal" => district.Proposal,
        "disclosure" => district.Disclosure,
        "proof" => district.Evidence,
        "planItem" => district.PlanItem,
        "careRecord" => district.CareRecord,
        "calendarFeed" => district.CalendarFeed,
        _ => throw new InvalidOperationException($"The test doesn't know what {{{parameter}}} is; teach it."),
    };

    /// <summary>What belongs to another school of the same district, or to another branch of the same school.</summary>
    private static string OfAnother(PopulatedDistrict own, string parameter) => parameter switch
    {
        "school" => own.OtherSchool,
        "branch" => own.OtherBranch,
        "title" => own.Title,
        "obligation" => $"{own.ObligationTemplate}.2025.{own.OtherSchool}",
        "activity" => own.OtherActivity,
        "congress" => own.OtherCongress,
        "proposal" => own.OtherProposal,
        "disclosure" => own.OtherDisclosure,
        "planItem" => own.OtherPlanItem,
        "careRecord" => own.OtherCareRecord,
        "calendarFeed" => own.CalendarFeed,
        _ => $"{own.Campaign}.{own.OtherSchool}",
    };

    private static string WithoutTrace(Answer answer) => string.Join('\n', answer.Json.EnumerateObject().Where(p => p.Name != "traceId").Select(p => p.ToString()));

    private Task<PopulatedDistrict> LookedAsync() => Looked.GetValue(service, PopulatedDistrict.MakeAsync);

    private Task<string> DigestAsync(PopulatedDistrict district) => TenantTables.DigestAsync(service, district.District.Code);

    private List<Route> Routes() =>
        [.. service.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.RoutePattern.RawText!.StartsWith("/api/v1/", StringComparison.Ordinal))
            .Select(e => new Route(
                e.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods.Single(),
                e.RoutePattern.RawText!["/api/v1/".Length..].Replace(":int", "", StringComparison.Ordinal),
                [.. e.RoutePattern.Parameters.Select(p => p.Name)],
                e.Metadata.GetMetadata<CreatesMetadata>()?.RouteValue))];

    private sealed record Route(string Method, string Path, IReadOnlyList<string> Parameters, string? Creates)
    {
        public override string ToString() => $"{Method} {Path}";
    }
}
