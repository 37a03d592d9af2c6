using DistrictUnion.IntegrationTests.EvidenceLedger;
using DistrictUnion.IntegrationTests.Hosting;
using Xunit;
using static DistrictUnion.IntegrationTests.EvidenceLedger.TestEvidence;

namespace DistrictUnion.IntegrationTests.Titles;

/// <summary>Files of the evidence ledger in applications: by reference, and as they were at the recommendation.</summary>
public sealed class ApplicationFileTests(TestService service) : IClassFixture<TestService>
{
    [Fact]
    public async Task Reviewers_open_exactly_the_files_of_an_application_as_they_were_when_the_school_recommended()
    {
        var district = await service.FoundDistrictAsync();
        await district.PutZone("north");
        foreach (var school in new[] { "p", "q" })
            await district.PutSchoolWithChair(school, "north");
        await district.Appoint("officer", "districtOfficer");
        await district.PublishScheme(TestSchemes.Claim);
        await district.PlanRound("r1", "claim");
        await district.OpenRound();
        var titles = new TestTitles(district);
        await titles.OpenAsync("r1", TestTitles.Definition(new { places = 1 }));
        var (chair, officer) = (await district.As("chair.p"), await district.As("officer"));
        var chosen = (await SendAsync(chair, TestPictures.Pdf("first"), "成果.pdf", "M")).Expect(201).Text("id");
        var other = (await SendAsync(chair, TestPictures.Pdf("other"), "其他.pdf", "M")).Expect(201).Text("id");
        var foreign = (await SendAsync(await district.As("chair.q"), TestPictures.Pdf("foreign"), "外校.pdf", "M", path: "rounds/r1/schools/q/evidence")).Expect(201).Text("id");

        (await chair.PutAsync(titles.Of("p"), Body(foreign))).ExpectInvalid("files[0].evidence");
        (await chair.PutAsync(titles.Of("p"), Body(chosen, chosen))).ExpectInvalid("files");
        (await chair.PutAsync(titles.Of("p"), Body(chosen, other))).Expect(201);
        var draft = (await officer.GetAsync(titles.Of("p"))).Expect(200);
        Assert.Equal((0, ""), (draft.At("files").GetArrayLength(), draft.Text("report")));
        (await officer.GetAsync($"{titles.Of("p")}/files/{chosen}")).Expect(404);
        Assert.Equal(TestPictures.Pdf("first"), (await chair.GetAsync($"{titles.Of("p")}/files/{chosen}")).Expect(200).Bytes);

        // What was taken from the ledger can't be handed in; what was replaced goes as it is now.
        (await chair.DeleteAsync($"{Evidence}/{other}")).Expect(204);
        var refused = await chair.DoAsync($"{titles.Of("p")}/recommend", new { });
        refused.ExpectProblem(422, "application-incomplete");
        Assert.Equal(["“其他.pdf”已从台账移除，请从申报中去掉或重新上传"], refused.Texts("problems", "message"));
        (await chair.PutAsync(titles.Of("p"), Body(chosen), ("If-Match", "*"))).Expect(200);
        (await ReplaceAsync(chair, chosen, TestPictures.Pdf("second"), "成果.pdf")).Expect(200);
        var sent = (await chair.DoAsync($"{titles.Of("p")}/recommend", new { })).Expect(200);
        Assert.Equal((2, "建家成果"), (sent.At("files[0].number").GetInt32(), sent.Text("files[0].purpose")));

        // Afterwards the ledger goes on, the application doesn't.
        (await ReplaceAsync(chair, chosen, TestPictures.Pdf("third"), "成果.pdf")).Expect(200);
        (await chair.DeleteAsync($"{Evidence}/{chosen}")).Expect(204);
        var seen = (await officer.GetAsync(titles.Of("p"))).Expect(200);
        Assert.Equal([chosen], seen.Texts("files", "evidence"));
        Assert.Equal(TestPictures.Pdf("second"), (await officer.GetAsync($"{titles.Of("p")}/files/{chosen}")).Expect(200).Bytes);
        (await officer.GetAsync($"{titles.Of("p")}/files/{other}")).Expect(404);
        (await officer.GetAsync($"{Evidence}/{chosen}")).Expect(404);
        (await (await district.As("chair.q")).GetAsync($"{titles.Of("p")}/files/{chosen}")).Expect(404);
    }

    private static object Body(params string[] files) => new { report = "汇报", files = files.Select(f => new { evidence = f, purpose = "建家成果" }) };
}
