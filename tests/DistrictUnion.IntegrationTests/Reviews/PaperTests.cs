using DistrictUnion.IntegrationTests.EvidenceLedger;
using DistrictUnion.IntegrationTests.Hosting;
using DistrictUnion.IntegrationTests.Office;
using Xunit;

namespace DistrictUnion.IntegrationTests.Reviews;

/// <summary>A stamped scan belongs to what was printed, and the original has a place.</summary>
public sealed class PaperTests(TestService service) : IClassFixture<TestService>
{
    private const string Form = "rounds/r1/schools/p/papers/self-evaluation";
    private const string Sheet = "rounds/r1/schools/p/papers/review-sheet";

    [Fact]
    public async Task A_scan_is_bound_to_what_was_handed_in_and_says_so_when_that_changes()
    {
        var district = await OpenAsync();
        var chair = await district.As("chair.p");
        Assert.Equal(System.Text.Json.JsonValueKind.Null, (await chair.GetAsync(Form)).Expect(200).At("digest").ValueKind);
        (await ScanAsync(chair, Form)).ExpectConflict("notHandedIn");
        await district.HandIn("p", claims: new { B1 = 20 });
        var digest = (await chair.GetAsync(Form)).Text("digest");

        var bound = (await ScanAsync(chair, Form)).Expect(201);

        Assert.Equal((digest, true), (bound.Text("scans[0].digest"), bound.At("scans[0].isCurrent").GetBoolean()));
        Assert.Equal(TestPictures.Pdf("p"), (await chair.GetAsync($"{Form}/scans/{bound.Text("scans[0].id")}")).Expect(200).Bytes);
        (await chair.DoAsync("rounds/r1/schools/p/self-evaluation/withdraw")).Expect(200);
        await district.HandIn("p", claims: new { B1 = 25 });
        var again = (await chair.GetAsync(Form)).Expect(200);
        Assert.NotEqual(digest, again.Text("digest"));
        Assert.False(again.At("scans[0].isCurrent").GetBoolean());
        await district.HandInAgain("p", claims: new { B1 = 20 });
        Assert.True((await chair.GetAsync(Form)).At("scans[0].isCurrent").GetBoolean());
    }

    [Fact]
    public async Task The_original_is_registered_by_the_district_with_its_place()
    {
        var district = await OpenAsync();
        await district.HandIn("p", claims: new { B1 = 20 });
        var officer = await district.As("officer");
        var tag = (await officer.GetAsync(Form)).ETag!;

        var kept = (await officer.PostAsync($"{Form}/original", new { place = "2025 年第 3 盒", receivedOn = "2025-11-01" }, ("If-Match", tag))).Expect(200);

        Assert.Equal(("2025 年第 3 盒", district.NameOf("officer")), (kept.Text("original.place"), kept.Text("original.actor")));
        (await officer.PostAsync($"{Form}/original", new { place = "另一盒", receivedOn = "2025-11-01" }, ("If-Match", tag))).ExpectProblem(412, "precondition-failed");
        (await officer.PostAsync($"{Form}/original", new { place = "另一盒", receivedOn = "2035-11-01" }, ("If-Match", "*"))).ExpectInvalid("receivedOn");
        Assert.Equal("2025 年第 3 盒", (await (await district.As("chair.p")).GetAsync(Form)).Text("original.place"));
    }

    [Fact]
    public async Task The_review_sheet_is_the_reviewers_until_the_round_is_published()
    {
        var district = await OpenAsync();
        await district.HandIn("p", claims: new { B1 = 20 });
        var (officer, chair) = (await district.As("officer"), await district.As("chair.p"));
        var before = (await officer.GetAsync(Sheet)).Text("digest");
        await district.Review("officer", "p", "district", [("B1", 18m)]);
        Assert.NotEqual(before, (await officer.GetAsync(Sheet)).Text("digest"));
        (await ScanAsync(chair, Sheet)).ExpectProblem(403, "paper-reviewers-own");
        (await ScanAsync(officer, Form)).ExpectProblem(403, "paper-schools-own");
        var scan = (await ScanAsync(officer, Sheet)).Expect(201).Text("scans[0].id");
        (await chair.GetAsync(Sheet)).Expect(404);
        (await chair.GetAsync($"{Sheet}/scans/{scan}")).Expect(404);

        await district.CloseRound();
        await district.PublishRound();

        Assert.Equal(scan, (await chair.GetAsync(Sheet)).Expect(200).Text("scans[0].id"));
        Assert.True((await chair.GetAsync(Sheet)).At("scans[0].isCurrent").GetBoolean());
    }

    [Fact]
    public async Task A_reviewer_who_stays_out_of_a_school_binds_no_scan_of_its_review_sheet()
    {
        var district = await OpenAsync();
        await district.HandIn("p", claims: new { B1 = 20 });
        await district.Appoint("second", "districtOfficer");
        (await (await district.Admin).SaveAsync($"users/{district.NameOf("second")}", new
        {
            displayName = "second",
            password = UnionClient.Password,
            posts = new object[]
            {
                new { role = "districtOfficer", from = "2020-01-01" },
                new { role = "schoolChair", scope = new { school = "p" }, from = "2020-01-01" },
            },
        })).Expect(200);
        district.Forget("second");
        var (officer, second) = (await district.As("officer"), await district.As("second"));
        (await second.PutAsync("me/active-post", new { role = "districtOfficer" })).Expect(200);
        (await officer.PostAsync("rounds/r1/schools/p/review/recusals", new { reason = "亲属回避" })).Expect(201);

        (await ScanAsync(second, Sheet)).ExpectProblem(403, "review-own-school");
        (await ScanAsync(officer, Sheet)).ExpectProblem(403, "review-recused");

        Assert.Empty((await officer.GetAsync(Sheet)).Expect(200).At("scans").EnumerateArray());
        (await ScanAsync(await district.Admin, Sheet)).Expect(201);
    }

    [Fact]
    public async Task A_scan_is_a_picture_or_a_pdf()
    {
        var district = await OpenAsync();
        await district.HandIn("p", claims: new { B1 = 20 });
        using var form = new MultipartFormDataContent { { new ByteArrayContent(TestWorkbook.Of([["a"]])), "file", "表.xlsx" } };

        (await (await district.As("chair.p")).SendAsync(HttpMethod.Post, $"{Form}/scans", form)).ExpectInvalid("file");
    }

    private static async Task<Answer> ScanAsync(UnionClient client, string paper)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(TestPictures.Pdf("p")), "file", "盖章自评表.pdf" } };
        return await client.SendAsync(HttpMethod.Post, $"{paper}/scans", form);
    }

    private async Task<TestDistrict> OpenAsync()
    {
        var district = await service.FoundDistrictAsync();
        await district.PrepareAnnual(1, "p");
        await district.OpenRound();
        return district;
    }
}
