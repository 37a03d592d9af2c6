using System.Text;
using DistrictUnion.Api.Access;
using DistrictUnion.IntegrationTests.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace DistrictUnion.IntegrationTests.Walls;

/// <summary>Walks the real endpoint list: who may do what, and what is foreign doesn't exist.</summary>
public sealed class EndpointWallsTests(TestService service) : IClassFixture<TestService>
{
    private const string Unknown = "nobody-has-this";

    /// <summary>Who may use a route, read off product.md and domain.md: a route that isn't listed fails the test.</summary>
    private static readonly Dictionary<string, string> Access = new(StringComparer.Ordinal)
    {
        ["POST auth/logout"] = "admin officer zone chair clerk lead auditor expert",
        ["GET me"] = "admin officer zone chair clerk lead auditor expert",
        ["PUT me/active-post"] = "admin officer zone chair clerk lead auditor expert",
        ["GET users"] = "admin officer auditor",
        ["GET users/{userName}"] = "admin officer auditor",
        ["PUT users/{userName}"] = "admin",
        ["GET zones"] = "admin officer zone chair clerk lead auditor",
        ["GET zones/{zone}"] = "admin officer zone chair clerk lead auditor",
        ["PUT zones/{zone}"] = "admin officer",
        ["GET communities"] = "admin officer zone chair clerk lead auditor",
        ["GET communities/{community}"] = "admin officer zone chair clerk lead auditor",
        ["PUT communities/{community}"] = "admin officer",
        ["DELETE communities/{community}"] = "admin officer",
        ["GET schools"] = "admin officer zone chair clerk lead auditor",
        ["GET schools/{school}"] = "admin officer zone chair clerk lead auditor",
        ["PUT schools/{school}"] = "admin officer",
        ["POST schools/import"] = "admin officer",
        ["GET schools/{school}/branches"] = "admin officer zone chair clerk lead auditor",
        ["GET schools/{school}/branches/{branch}"] = "admin officer zone chair clerk lead auditor",
        ["PUT schools/{school}/branches/{branch}"] = "admin officer chair",
        ["GET schemes"] = "admin officer zone chair clerk lead auditor",
        ["POST schemes/import"] = "admin officer",
        ["GET schemes/{scheme}/versions/{number}"] = "admin officer zone chair clerk lead auditor",
        ["POST schemes/{scheme}/versions/{number}/publish"] = "admin officer",
        ["GET rounds"] = "admin officer zone chair clerk lead auditor",
        ["GET rounds/{round}"] = "admin officer zone chair clerk lead auditor",
        ["PUT rounds/{round}"] = "admin officer",
        ["POST rounds/{round}/open"] = "admin officer",
        ["POST rounds/{round}/close"] = "admin officer",
        ["POST rounds/{round}/reopen"] = "admin officer",
        ["POST rounds/{round}/publish"] = "admin officer",
        ["GET rounds/{round}/amendments"] = "admin officer zone chair clerk lead auditor",
        ["POST rounds/{round}/amendments"] = "admin officer",
        ["GET rounds/{round}/tie-resolutions"] = "admin officer zone auditor",
        ["POST rounds/{round}/tie-resolutions"] = "admin officer",
        ["GET rounds/{round}/schools/{school}/extension"] = "admin officer zone chair clerk lead auditor",
        ["PUT rounds/{round}/schools/{school}/extension"] = "admin officer",
        ["GET rounds/{round}/completeness"] = "admin officer zone auditor",
        ["GET rounds/{round}/schools/{school}/branches/{branch}/report"] = "admin officer zone chair clerk lead auditor",
        ["PUT rounds/{round}/schools/{school}/branches/{branch}/report"] = "admin officer chair clerk lead",
        ["POST rounds/{round}/schools/{school}/branches/{branch}/report/submit"] = "admin officer chair lead",
        ["POST rounds/{round}/schools/{school}/branches/{branch}/report/accept"] = "admin officer chair",
        ["POST rounds/{round}/schools/{school}/branches/{branch}/report/return"] = "admin officer chair",
        ["GET rounds/{round}/schools/{school}/self-evaluation"] = "admin officer zone chair clerk auditor",
        ["PUT rounds/{round}/schools/{school}/self-evaluation"] = "admin officer chair clerk",
        ["PATCH rounds/{round}/schools/{school}/self-evaluation"] = "admin officer chair clerk",
        ["GET rounds/{round}/schools/{school}/self-evaluation/earlier"] = "admin officer chair clerk",
        ["POST rounds/{round}/schools/{school}/self-evaluation/inherit"] = "admin officer chair clerk",
        ["GET rounds/{round}/self-evaluations/decisions"] = "admin officer zone",
        ["POST rounds/{round}/self-evaluations/decisions/{decision}/undo"] = "admin officer zone",
        ["POST rounds/{round}/schools/{school}/review/recusals"] = "admin officer zone",
        ["GET rounds/{round}/schools/{school}/papers/self-evaluation"] = "admin officer zone chair clerk auditor",
        ["POST rounds/{round}/schools/{school}/papers/self-evaluation/scans"] = "admin officer zone chair",
        ["GET rounds/{round}/schools/{school}/papers/self-evaluation/scans/{scan}"] = "admin officer zone chair clerk auditor",
        ["POST rounds/{round}/schools/{school}/papers/self-evaluation/original"] = "admin officer",
        ["GET rounds/{round}/schools/{school}/papers/review-sheet"] = "admin officer zone chair clerk auditor",
        ["POST rounds/{round}/schools/{school}/papers/review-sheet/scans"] = "admin officer zone chair",
        ["GET rounds/{round}/schools/{school}/papers/review-sheet/scans/{scan}"] = "admin officer zone chair clerk auditor",
        ["POST rounds/{round}/schools/{school}/papers/review-sheet/original"] = "admin officer",
        ["POST rounds/{round}/schools/{school}/self-evaluation/submit"] = "admin officer chair",
        ["POST rounds/{round}/schools/{school}/self-evaluation/withdraw"] = "admin officer chair",
        ["POST rounds/{round}/schools/{school}/self-evaluation/return"] = "admin officer zone",
        ["POST rounds/{round}/schools/{school}/review"] = "admin officer zone",
        ["POST rounds/{round}/facts/import"] = "admin officer",
        ["POST rounds/{round}/rollups"] = "admin officer",
        ["GET rounds/{round}/schools/{school}/scorecard"] = "admin officer zone chair clerk auditor",
        ["GET rounds/{round}/ranking"] = "admin officer zone chair clerk auditor",
        ["GET rounds/{round}/summary"] = "admin officer zone chair clerk auditor",
        ["GET rounds/{round}/scheme"] = "admin officer zone chair clerk lead auditor",
        ["GET rounds/{round}/schools/{school}/self-evaluation/preview"] = "admin officer chair clerk",
        ["GET rounds/{round}/schools/{school}/self-evaluation/template.xlsx"] = "admin officer chair clerk",
        ["POST rounds/{round}/schools/{school}/self-evaluation/import"] = "admin officer chair clerk",
        ["POST branches/import"] = "admin officer",
        ["GET branches/import/template.xlsx"] = "admin officer",
        ["POST users/import"] = "admin",
        ["GET users/import/template.xlsx"] = "admin",
        ["GET schools/import/template.xlsx"] = "admin officer",
        ["GET rounds/{round}/facts/import/template.xlsx"] = "admin officer",
        ["GET rounds/{round}/bundle"] = "admin officer auditor",
        ["GET title-programmes/{programme}/campaigns/{campaign}/bundle"] = "admin officer auditor",
        ["GET rounds/{round}/ranking.xlsx"] = "admin officer zone chair clerk auditor",
        ["GET rounds/{round}/ranking.docx"] = "admin officer zone chair clerk auditor",
        ["GET rounds/{round}/schools/{school}/scorecard.xlsx"] = "admin officer zone chair clerk auditor",
        ["GET rounds/{round}/schools/{school}/feedback.xlsx"] = "admin officer zone chair clerk auditor",
        ["GET rounds/{round}/schools/{school}/feedback.docx"] = "admin officer zone chair clerk auditor",
        ["GET jobs/{job}/events"] = "admin officer",
        ["GET api-keys"] = "admin",
        ["POST api-keys"] = "admin",
        ["POST api-keys/{apiKey}/rotate"] = "admin",
        ["DELETE api-keys/{apiKey}"] = "admin",
        ["GET rounds/{round}/schools/{school}/evidence"] = "admin officer zone chair clerk auditor",
        ["POST rounds/{round}/schools/{school}/evidence"] = "admin officer chair clerk",
        ["GET rounds/{round}/schools/{school}/evidence/{evidence}"] = "admin officer zone chair clerk auditor",
        ["GET rounds/{round}/schools/{school}/evidence/{evidence}/text"] = "admin officer zone chair clerk auditor",
        ["PUT rounds/{round}/schools/{school}/evidence/{evidence}"] = "admin officer chair clerk",
        ["PUT rounds/{round}/schools/{school}/evidence/{evidence}/file"] = "admin officer chair clerk",
        ["DELETE rounds/{round}/schools/{school}/evidence/{evidence}"] = "admin officer chair clerk",
        ["POST rounds/{round}/schools/{school}/evidence/uploads"] = "admin officer chair clerk",
        ["GET rounds/{round}/schools/{school}/evidence/uploads/{upload}"] = "admin officer chair clerk",
        ["PUT rounds/{round}/schools/{school}/evidence/uploads/{upload}"] = "admin officer chair clerk",
        ["DELETE rounds/{round}/schools/{school}/evidence/uploads/{upload}"] = "admin officer chair clerk",
        ["GET rounds/{round}/schools/{school}/votes"] = "admin officer zone chair clerk auditor",
        ["GET rounds/{round}/schools/{school}/votes/{fact}"] = "admin officer zone chair clerk auditor",
        ["GET rounds/{round}/schools/{school}/votes/{fact}/turnout"] = "admin officer zone chair clerk auditor",
        ["PUT rounds/{round}/schools/{school}/votes/{fact}"] = "admin officer zone chair",
        ["POST rounds/{round}/schools/{school}/votes/{fact}/open"] = "admin officer zone chair",
        ["POST rounds/{round}/schools/{school}/votes/{fact}/close"] = "admin officer zone chair",
        ["POST rounds/{round}/schools/{school}/votes/{fact}/cancel"] = "admin officer zone chair",
        ["POST rounds/{round}/schools/{school}/votes/{fact}/links"] = "admin officer zone chair",
        ["GET invitations"] = "admin",
        ["POST invitations"] = "admin",
        ["DELETE invitations/{invitation}"] = "admin",
        ["GET me/work"] = "admin officer zone chair clerk lead auditor expert",
        ["GET rounds/{round}/open-work"] = "admin officer zone auditor",
        ["GET rounds/{round}/statistics"] = "admin officer zone auditor",
        ["GET rounds/{round}/scorecards"] = "admin officer zone auditor",
        ["GET rounds/{round}/publications"] = "admin officer auditor",
        ["GET rounds/{round}/publications/{number}"] = "admin officer auditor",
        ["GET rounds/{round}/schools/{school}/review"] = "admin officer zone auditor",
        ["GET rounds/{round}/schools/{school}/reports"] = "admin officer zone chair clerk lead auditor",
        ["POST rounds/{round}/schools/{school}/reports/accept"] = "admin officer chair",
        ["POST rounds/{round}/schools/{school}/reports/return"] = "admin officer chair",
        ["POST rounds/{round}/self-evaluations/accept"] = "admin officer zone",
        ["POST rounds/{round}/self-evaluations/return"] = "admin officer zone",
        ["POST schemes/check"] = "admin officer",
        ["POST schemes/try"] = "admin officer",
        ["GET schemes/{scheme}/versions"] = "admin officer zone chair clerk lead auditor",
        ["GET schemes/{scheme}/versions/{number}/export.xlsx"] = "admin officer zone chair clerk lead auditor",
        ["GET schemes/{scheme}/versions/{number}/export.yaml"] = "admin officer zone chair clerk lead auditor",
        ["GET jobs"] = "admin officer",
        ["GET jobs/{job}"] = "admin officer",
        ["DELETE jobs/{job}"] = "admin officer",
        ["GET rounds/{round}/visits"] = "admin officer zone chair clerk auditor",
        ["POST rounds/{round}/schools/{school}/visits"] = "admin officer zone",
        ["GET rounds/{round}/schools/{school}/visits/{visit}"] = "admin officer zone chair clerk auditor",
        ["PUT rounds/{round}/schools/{school}/visits/{visit}"] = "admin officer zone",
        ["PATCH rounds/{round}/schools/{school}/visits/{visit}"] = "admin officer zone",
        ["POST rounds/{round}/schools/{school}/visits/{visit}/complete"] = "admin officer zone",
        ["POST rounds/{round}/schools/{school}/visits/{visit}/cancel"] = "admin officer zone",
        ["POST rounds/{round}/schools/{school}/visits/{visit}/adopt"] = "admin officer zone",
        ["POST rounds/{round}/schools/{school}/visits/{visit}/confirm"] = "admin officer chair",
        ["POST rounds/{round}/schools/{school}/visits/{visit}/return"] = "admin officer chair",
        ["POST rounds/{round}/schools/{school}/visits/{visit}/photos"] = "admin officer zone",
        ["GET rounds/{round}/schools/{school}/visits/{visit}/photos/{photo}"] = "admin officer zone chair clerk auditor",
        ["DELETE rounds/{round}/schools/{school}/visits/{visit}/photos/{photo}"] = "admin officer zone",
        ["GET title-campaigns"] = "admin officer zone chair clerk auditor",
        ["GET title-applications"] = "admin officer zone chair clerk auditor",
        ["GET title-programmes"] = "admin officer zone chair clerk auditor",
        ["GET title-programmes/{programme}"] = "admin officer zone chair clerk auditor",
        ["PUT title-programmes/{programme}"] = "admin officer",
        ["POST title-programmes/{programme}/trial"] = "admin officer",
        ["GET title-programmes/{programme}/campaigns"] = "admin officer zone chair clerk auditor",
        ["GET title-programmes/{programme}/campaigns/{campaign}"] = "admin officer zone chair clerk auditor",
        ["PUT title-programmes/{programme}/campaigns/{campaign}"] = "admin officer",
        ["POST title-programmes/{programme}/campaigns/{campaign}/open"] = "admin officer",
        ["POST title-programmes/{programme}/campaigns/{campaign}/rank"] = "admin officer",
        ["POST title-programmes/{programme}/campaigns/{campaign}/unrank"] = "admin officer",
        ["POST title-programmes/{programme}/campaigns/{campaign}/end"] = "admin officer",
        ["POST title-programmes/{programme}/campaigns/{campaign}/tie-resolutions"] = "admin officer",
        ["POST title-programmes/{programme}/campaigns/{campaign}/rescind"] = "admin",
        ["POST title-programmes/{programme}/campaigns/{campaign}/fill-places"] = "admin",
        ["POST title-programmes/{programme}/campaigns/{campaign}/decision"] = "admin",
        ["POST title-programmes/{programme}/campaigns/{campaign}/award"] = "admin",
        ["GET title-programmes/{programme}/campaigns/{campaign}/selection"] = "admin officer zone auditor",
        ["GET title-programmes/{programme}/campaigns/{campaign}/notices"] = "admin officer zone chair clerk auditor",
        ["POST title-programmes/{programme}/campaigns/{campaign}/notices"] = "admin officer",
        ["GET title-programmes/{programme}/campaigns/{campaign}/notices/{notice}"] = "admin officer zone chair clerk auditor",
        ["POST title-programmes/{programme}/campaigns/{campaign}/notices/{notice}/cancel"] = "admin officer",
        ["GET title-programmes/{programme}/campaigns/{campaign}/objections"] = "admin officer",
        ["POST title-programmes/{programme}/campaigns/{campaign}/objections/{objection}/decide"] = "admin officer",
        ["GET title-programmes/{programme}/applications"] = "admin officer zone chair clerk auditor",
        ["GET title-programmes/{programme}/applications/{application}"] = "admin officer zone chair clerk auditor",
        ["GET title-programmes/{programme}/applications/{application}/files/{file}"] = "admin officer zone chair clerk auditor",
        ["GET title-programmes/{programme}/applications/{application}/files/{file}/text"] = "admin officer zone chair clerk auditor",
        ["PUT title-programmes/{programme}/applications/{application}"] = "chair",
        ["POST title-programmes/{programme}/applications/{application}/approvals"] = "chair",
        ["POST title-programmes/{programme}/applications/{application}/recommend"] = "chair",
        ["POST title-programmes/{programme}/applications/{application}/recall"] = "chair",
        ["POST title-programmes/{programme}/applications/{application}/withdraw"] = "chair",
        ["POST title-programmes/{programme}/applications/{application}/scores"] = "admin officer",
        ["POST title-programmes/{programme}/applications/{application}/accept"] = "admin officer",
        ["POST title-programmes/{programme}/applications/{application}/return"] = "admin officer",
        ["POST title-programmes/{programme}/applications/{application}/forfeit"] = "admin officer",
        ["POST title-programmes/{programme}/applications/{application}/review-documents"] = "admin officer",
        ["POST title-programmes/{programme}/applications/{application}/inspect"] = "admin officer",
        ["POST title-programmes/{programme}/applications/{application}/survey"] = "admin officer",
        ["POST title-programmes/{programme}/applications/{application}/reopen-examination"] = "admin officer",
        ["POST title-programmes/{programme}/applications/{application}/reject"] = "admin officer",
        ["POST title-programmes/{programme}/applications/{application}/disqualify"] = "admin officer",
        ["POST title-programmes/{programme}/applications/{application}/reinstate"] = "admin officer",
        ["GET document-templates"] = "admin officer",
        ["GET document-templates/publicityNotice"] = "admin officer",
        ["PUT document-templates/publicityNotice"] = "admin officer",
        ["DELETE document-templates/publicityNotice"] = "admin officer",
        ["GET document-templates/publicityNotice/file"] = "admin officer",
        ["GET document-templates/publicityNotice/starter.docx"] = "admin officer",
        ["GET document-templates/awardCircular"] = "admin officer",
        ["PUT document-templates/awardCircular"] = "admin officer",
        ["DELETE document-templates/awardCircular"] = "admin officer",
        ["GET document-templates/awardCircular/file"] = "admin officer",
        ["GET document-templates/awardCircular/starter.docx"] = "admin officer",
        ["GET document-templates/certificate"] = "admin officer",
        ["PUT document-templates/certificate"] = "admin officer",
        ["DELETE document-templates/certificate"] = "admin officer",
        ["GET document-templates/certificate/file"] = "admin officer",
        ["GET document-templates/certificate/starter.docx"] = "admin officer",
        ["GET title-programmes/{programme}/campaigns/{campaign}/notices/{notice}/document.docx"] = "admin officer zone chair clerk auditor",
        ["GET title-programmes/{programme}/campaigns/{campaign}/award-circular.docx"] = "admin officer auditor",
        ["GET title-programmes/{programme}/campaigns/{campaign}/certificates.docx"] = "admin officer auditor",
        ["GET title-programmes/{programme}/campaigns/{campaign}/nomination.zip"] = "admin officer",
        ["POST title-programmes/{programme}/campaigns/{campaign}/nominate"] = "admin officer",
        ["POST title-programmes/{programme}/campaigns/{campaign}/withdraw-nomination"] = "admin officer",
        ["GET titles/{title}/certificate.docx"] = "admin officer zone chair clerk auditor",
        ["GET titles"] = "admin officer zone chair clerk auditor",
        ["GET titles/{title}"] = "admin officer zone chair clerk auditor",
        ["POST titles/{title}/reinspect"] = "admin officer",
        ["POST titles/{title}/successor"] = "admin",
        ["POST titles/{title}/end"] = "admin",
        ["GET lab/runs"] = "admin officer auditor",
        ["POST lab/runs"] = "admin officer",
        ["GET lab/runs/{labRun}"] = "admin officer auditor",
        ["DELETE lab/runs/{labRun}"] = "admin officer",
        ["GET lab/runs/{labRun}/schools"] = "admin officer auditor",
        ["GET lab/runs/{labRun}/applications"] = "admin officer auditor",
        ["GET lab/runs/{labRun}/definition"] = "admin officer auditor",
        ["GET rounds/{round}/panels"] = "admin officer auditor",
        ["GET rounds/{round}/panels/{panel}"] = "admin officer auditor",
        ["PUT rounds/{round}/panels/{panel}"] = "admin officer",
        ["GET rounds/{round}/panels/{panel}/progress"] = "admin officer auditor",
        ["GET rounds/{round}/panels/{panel}/severity"] = "admin officer auditor",
        ["POST rounds/{round}/panels/{panel}/assign"] = "admin officer",
        ["POST rounds/{round}/panels/{panel}/start"] = "admin officer",
        ["POST rounds/{round}/panels/{panel}/reopen"] = "admin officer",
        ["POST rounds/{round}/panels/{panel}/removals"] = "admin officer",
        ["POST rounds/{round}/panels/{panel}/close"] = "admin officer",
        ["GET me/panel-work"] = "admin officer expert",
        ["GET rounds/{round}/panels/{panel}/sheets/{school}"] = "admin officer expert",
        ["PUT rounds/{round}/panels/{panel}/sheets/{school}"] = "admin officer expert",
        ["POST rounds/{round}/panels/{panel}/sheets/{school}/submit"] = "admin officer expert",
        ["POST rounds/{round}/panels/{panel}/sheets/{school}/withdraw"] = "admin officer expert",
        ["POST rounds/{round}/panels/{panel}/sheets/{school}/recuse"] = "admin officer expert",
        ["POST rounds/{round}/panels/{panel}/sheets/submit"] = "admin officer expert",
        ["GET rounds/{round}/panels/{panel}/sheets/{school}/evidence/{evidence}"] = "admin officer expert",
        ["GET rounds/{round}/panels/{panel}/sheets/{school}/evidence/{evidence}/text"] = "admin officer expert",
    };

    /// <summary>What needs no sign-in: the secret in the request is the authority.</summary>
    private static readonly string[] Open =
    [
        "POST auth/login", "POST auth/invitation", "GET public/ballots/{token}", "POST public/ballots/{token}", "GET public/receipts/{receipt}",
        "GET public/certificates/{number}", "GET public/notices", "GET public/notices/{address}", "POST public/notices/{address}/objections", "GET public/notices/{address}/objections/{receipt}",
    ];

    [Fact]
    public void The_access_list_names_every_route() =>
        Assert.Equal(Access.Keys.Concat(Open).Order(StringComparer.Ordinal), Routes().Select(r => r.ToString()).Order(StringComparer.Ordinal));

    [Fact]
    public async Task Nobody_gets_in_without_signing_in()
    {
        var anonymous = service.Anonymous();
        foreach (var route in Routes().Where(r => !Open.Contains(r.ToString())))
            (await SendAsync(anonymous, route, _ => Unknown)).ExpectProblem(401, "unauthenticated");
    }

    [Fact]
    public async Task Only_the_roles_of_the_access_list_get_in()
    {
        var district = (await PopulatedDistrict.MakeAsync(service)).District;
        foreach (var route in Routes().Where(r => !Open.Contains(r.ToString()) && r.Path != "auth/logout"))
        {
            var allowed = Access[route.ToString()].Split(' ');
            foreach (var person in PopulatedDistrict.People)
            {
                var answer = await SendAsync(await district.As(person), route, _ => Unknown);
                Assert.True((answer.Status == 403) != allowed.Contains(person), $"{person}: {answer.Request} answered {answer.Status}");
            }
        }
    }

    [Fact]
    public async Task Another_districts_code_is_as_unknown_as_one_that_nobody_has()
    {
        var (own, foreign) = (await PopulatedDistrict.MakeAsync(service), await PopulatedDistrict.MakeAsync(service));
        var before = await DigestAsync(foreign);
        var checkedRoutes = 0;
        foreach (var route in Routes().Where(r => !Open.Contains(r.ToString())))
        {
            foreach (var parameter in route.Parameters.Where(p => p != route.Creates && p != "number"))
            {
                await AssertNotFoundAsync(await own.District.As(Access[route.ToString()].Split(' ')[0]), route, own, parameter, ValueOf(foreign, parameter));
                checkedRoutes++;
            }
        }

        Assert.True(checkedRoutes >= 58, $"Only {checkedRoutes} codes in paths were tried.");
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
    public async Task Another_schools_code_is_as_unknown_as_one_that_nobody_has(string person, string parameter)
    {
        var own = await PopulatedDistrict.MakeAsync(service);
        var client = await own.District.As(person);
        var before = await DigestAsync(own);
        var routes = Routes().Where(r => !Open.Contains(r.ToString()) && Access[r.ToString()].Split(' ').Contains(person) && r.Parameters.Contains(parameter) && r.Creates != parameter).ToList();
        Assert.NotEmpty(routes);
        foreach (var route in routes)
            await AssertNotFoundAsync(client, route, own, parameter, OfAnother(own, parameter));
        Assert.Equal(before, await DigestAsync(own));
    }

    [Fact]
    public async Task Creating_under_a_code_that_another_district_has_makes_an_own_row_and_leaves_the_other_alone()
    {
        var (own, foreign) = (await PopulatedDistrict.MakeAsync(service), await PopulatedDistrict.MakeAsync(service));
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
        _ => throw new InvalidOperationException($"The test doesn't know what {{{parameter}}} is; teach it."),
    };

    /// <summary>What belongs to another school of the same district, or to another branch of the same school.</summary>
    private static string OfAnother(PopulatedDistrict own, string parameter) => parameter switch
    {
        "school" => own.OtherSchool,
        "branch" => own.OtherBranch,
        "title" => own.Title,
        _ => $"{own.Campaign}.{own.OtherSchool}",
    };

    private static string WithoutTrace(Answer answer) => string.Join('\n', answer.Json.EnumerateObject().Where(p => p.Name != "traceId").Select(p => p.ToString()));

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
