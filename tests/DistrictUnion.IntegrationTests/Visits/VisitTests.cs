using DistrictUnion.IntegrationTests.EvidenceLedger;
using DistrictUnion.IntegrationTests.Hosting;
using Xunit;

namespace DistrictUnion.IntegrationTests.Visits;

/// <summary>On-site inspections: who writes, who confirms, and when a score follows.</summary>
public sealed class VisitTests(TestService service) : IClassFixture<TestService>
{
    private const string Visits = "rounds/r1/schools/p/visits";

    [Fact]
    public async Task What_an_inspector_confirms_the_chair_confirms_and_only_then_a_reviewer_adopts_it()
    {
        var district = await HandedInAsync();
        var (zone, chair) = (await district.As("zone.north"), await district.As("chair.p"));
        var visit = await PlanAsync(district);
        (await chair.GetAsync(visit)).ExpectProblem(404, "not-found");
        Assert.Equal(0, (await chair.GetAsync("rounds/r1/visits")).At("total").GetInt32());
        (await zone.DoAsync($"{visit}/complete")).ExpectConflict("planned", "cancel");
        (await WriteAsync(zone, visit, "*", ("scores.B1", 12), ("findings.B1", "展板齐全"), ("note", "总体良好"))).Expect(200);

        (await chair.GetAsync(visit)).ExpectProblem(404, "not-found");
        (await zone.DoAsync($"{visit}/adopt", new { })).ExpectConflict("inProgress", "complete", "cancel");
        (await zone.DoAsync($"{visit}/complete")).Expect(200);
        (await WriteAsync(zone, visit, "*", ("scores.B1", 13))).ExpectConflict("inspected", "confirm", "return", "adopt");
        Assert.Equal("展板齐全", (await chair.GetAsync(visit)).Find("answers", "path", "findings.B1").GetProperty("value").GetString());
        (await (await district.As("officer")).DoAsync($"{visit}/confirm")).ExpectProblem(403, "forbidden");
        (await zone.DoAsync($"{visit}/adopt", new { })).ExpectInvalid("reason");
        (await chair.DoAsync($"{visit}/confirm")).Expect(200);
        Assert.Equal(20m, await district.Final("p", "B1"));
        var adopted = (await zone.DoAsync($"{visit}/adopt", new { })).Expect(200);

        Assert.Equal(12m, await district.Final("p", "B1"));
        Assert.Equal(["plan", "complete", "confirm", "adopt"], adopted.Texts("trail", "step"));
        Assert.Contains("展板齐全", (await zone.GetAsync("rounds/r1/schools/p/review")).Text("zone.scores[0].reason"), StringComparison.Ordinal);
        (await zone.DoAsync($"{visit}/adopt", new { })).ExpectConflict("confirmed", "adopt");
    }

    [Fact]
    public async Task A_chair_sends_it_back_with_a_reason_and_still_sees_what_was_confirmed()
    {
        var district = await HandedInAsync();
        var (zone, chair) = (await district.As("zone.north"), await district.As("chair.p"));
        var visit = await PlanAsync(district);
        (await WriteAsync(zone, visit, "*", ("findings.B1", "台账缺一册"))).Expect(200);
        (await zone.DoAsync($"{visit}/complete")).Expect(200);
        (await chair.DoAsync($"{visit}/return")).ExpectInvalid("reason");
        (await chair.DoAsync($"{visit}/return", new { reason = "台账在档案室" })).Expect(200);
        (await WriteAsync(zone, visit, "*", ("findings.B1", "已补看台账"))).Expect(200);

        var seen = (await chair.GetAsync(visit)).Expect(200);

        Assert.Equal(("disputed", "台账缺一册"), (seen.Text("state"), seen.Text("answers[0].value")));
        Assert.Equal("台账在档案室", seen.Text("trail[2].reason"));
        (await zone.DoAsync($"{visit}/complete")).Expect(200);
        Assert.Equal("已补看台账", (await chair.GetAsync(visit)).Text("answers[0].value"));
    }

    [Fact]
    public async Task Two_inspectors_write_side_by_side_and_see_both_values_of_a_contested_field()
    {
        var district = await HandedInAsync();
        var (zone, officer) = (await district.As("zone.north"), await district.As("officer"));
        var visit = await PlanAsync(district);
        var tag = (await zone.GetAsync(visit)).ETag!;
        (await WriteAsync(officer, visit, tag, ("findings.B1", "甲"), ("checked.B1", true))).Expect(200);

        var refused = (await WriteAsync(zone, visit, tag, ("findings.B1", "乙"), ("note", "备注"))).Expect(412);

        Assert.Equal(("findings.B1", "乙", "甲"), (refused.Text("conflicts[0].path"), refused.Text("conflicts[0].mine"), refused.Text("conflicts[0].theirs")));
        var stored = (await zone.GetAsync(visit)).Expect(200);
        Assert.Equal(["checked.B1", "findings.B1"], stored.Texts("answers", "path"));
        Assert.Equal(district.NameOf("officer"), stored.Text("answers[0].actor"));
        (await zone.SendAsync(HttpMethod.Patch, visit, JsonBody(("note", "x")))).Expect(428);
        (await WriteAsync(zone, visit, "*", ("scores.B1", 999))).ExpectInvalid("scores.B1");
        (await WriteAsync(zone, visit, "*", ("scores.ZZ", 1))).ExpectInvalid("scores.ZZ");
    }

    [Fact]
    public async Task A_photo_sent_twice_is_kept_once_and_the_school_sees_it_once_it_is_confirmed()
    {
        var district = await HandedInAsync();
        var (zone, chair) = (await district.As("zone.north"), await district.As("chair.p"));
        var visit = await PlanAsync(district);
        var photos = $"{visit}/photos?id=0f8fad5b-d9cb-469f-a165-70867728950e&node=B1&recordedAt=2025-11-03T02:00:00Z";
        (await SendPhotoAsync(zone, photos, TestPictures.Jpeg())).Expect(201);
        var again = (await SendPhotoAsync(zone, photos, TestPictures.Jpeg())).Expect(200);

        Assert.Equal(1, again.At("photos").GetArrayLength());
        Assert.Equal("2025-11-03T10:00:00+08:00", again.Text("photos[0].recordedAt"));
        var photo = $"{visit}/photos/{again.Text("photos[0].id")}";
        Assert.Equal(TestPictures.CleanJpeg(), (await zone.GetAsync(photo)).Bytes);
        (await SendPhotoAsync(zone, $"{visit}/photos?id=0f8fad5b-d9cb-469f-a165-70867728950f", TestPictures.Pdf(), "a.pdf")).ExpectInvalid("file");
        (await chair.GetAsync(photo)).ExpectProblem(404, "not-found");
        (await zone.DoAsync($"{visit}/complete")).Expect(200);
        (await chair.GetAsync(photo)).Expect(200);
        (await zone.DeleteAsync(photo)).Expect(409);
    }

    [Fact]
    public async Task Nobody_inspects_the_own_school_and_others_write_nothing()
    {
        var district = await HandedInAsync();
        var officer = await district.As("officer");
        await district.Appoint("both", "districtOfficer");
        await district.Appoint("south", "zoneLead", zone: "south");
        (await officer.PostAsync(Visits, new { plannedOn = "2025-11-05", inspectors = new[] { district.NameOf("chair.p") } })).ExpectInvalid("inspectors[0]");
        (await officer.PostAsync(Visits, new { plannedOn = "2025-11-05", inspectors = new[] { district.NameOf("south") } })).ExpectInvalid("inspectors[0]");
        var visit = await PlanAsync(district);
        (await (await district.As("south")).GetAsync(visit)).ExpectProblem(404, "not-found");
        Assert.Equal(0, (await (await district.As("south")).GetAsync("rounds/r1/visits")).At("total").GetInt32());
        (await (await district.As("chair.q")).GetAsync(visit)).ExpectProblem(404, "not-found");

        var zone = await district.As("zone.north");
        (await zone.PostAsync("rounds/r1/schools/p/review/recusals", new { reason = "亲属回避" })).Expect(201);
        (await WriteAsync(zone, visit, "*", ("note", "x"))).ExpectProblem(403, "review-recused");
        (await officer.PostAsync(Visits, new { plannedOn = "2025-11-05", inspectors = new[] { district.NameOf("zone.north") } })).ExpectInvalid("inspectors[0]");
        (await officer.DoAsync($"{visit}/cancel", new { reason = "改期" })).Expect(200);
        (await WriteAsync(officer, visit, "*", ("note", "x"))).ExpectConflict("cancelled");
    }

    private static System.Net.Http.Json.JsonContent JsonBody(params (string Path, object Value)[] changes) =>
        System.Net.Http.Json.JsonContent.Create(new { changes = changes.Select(c => new { path = c.Path, value = c.Value }) });

    private static Task<Answer> WriteAsync(UnionClient client, string visit, string tag, params (string Path, object Value)[] changes) =>
        client.SendAsync(HttpMethod.Patch, visit, JsonBody(changes), ("If-Match", tag));

    private static async Task<Answer> SendPhotoAsync(UnionClient client, string path, byte[] bytes, string name = "现场.jpg")
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(bytes), "file", name } };
        return await client.SendAsync(HttpMethod.Post, path, form);
    }

    private static async Task<string> PlanAsync(TestDistrict district)
    {
        var planned = (await (await district.As("officer")).PostAsync(Visits, new { plannedOn = "2025-11-05", inspectors = new[] { district.NameOf("zone.north") } })).Expect(201);
        return $"{Visits}/{planned.Text("id")}";
    }

    private async Task<TestDistrict> HandedInAsync()
    {
        var district = await service.FoundDistrictAsync();
        await district.PrepareAnnual(1, "p", "q");
        await district.PutZone("south");
        await district.OpenRound();
        await district.HandIn("p", claims: new { B1 = 20 });
        return district;
    }
}
