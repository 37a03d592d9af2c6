using DistrictUnion.IntegrationTests.EvidenceLedger;
using DistrictUnion.IntegrationTests.Hosting;
using DistrictUnion.IntegrationTests.Obligations;
using Xunit;

namespace DistrictUnion.IntegrationTests.Congresses;

/// <summary>What a school makes public counts with proof, each category once a semester.</summary>
public sealed class DisclosureTests(TestService service) : IClassFixture<TestService>
{
    private static readonly string[] Categories = ["finance", "fees", "construction", "rewards", "titles", "admission", "majorDecisions"];

    [Fact]
    public async Task A_semester_is_done_once_every_category_is_public_or_brought_nothing_and_calling_one_off_opens_it_again()
    {
        var district = await TestCongresses.PrepareAsync(service, "p");
        var duties = new TestObligations(district);
        await duties.AskAsync("OB04", TestObligations.Definition(new { kind = "periodEnd" }, "semester", evidence: "disclosurePosted"));
        const string semester = "OB04.2025-2026-1.p";
        var chair = await district.As("chair.p");
        foreach (var category in Categories[..6])
            await PostAsync(chair, category, "2025-10-08");
        Assert.Equal("inProgress", await duties.StateAsync(semester));
        var last = await PostAsync(chair, Categories[6], "2025-10-20", isNothing: true);
        Assert.Equal(("fulfilled", "2025-10-20"), (await duties.StateAsync(semester), (await duties.GetAsync(semester)).Text("fulfilment.on")));
        (await chair.SaveAsync(last, Of(Categories[6], "2025-10-22", isNothing: true))).Expect(200);
        Assert.Equal("2025-10-22", (await duties.GetAsync(semester)).Text("fulfilment.on"));
        (await chair.DoAsync($"{last}/cancel", new { reason = "重复" })).Expect(200);
        Assert.Equal("inProgress", await duties.StateAsync(semester));
        (await chair.SaveAsync(last, Of(Categories[6]))).ExpectConflict("cancelled");
    }

    [Fact]
    public async Task Without_proof_nothing_counts_and_a_proof_that_is_taken_away_counts_no_more()
    {
        var district = await TestCongresses.PrepareAsync(service, "p", "q");
        await district.PublishScheme(TestCongresses.Scheme);
        await district.PlanRound(scheme: "democratic");
        await district.OpenRound();
        await district.HandIn("p", new { members = 100 });
        var chair = await district.As("chair.p");
        var unproven = await PostAsync(chair, "finance", link: null);
        await PostAsync(chair, "finance", "2025-10-09");
        await PostAsync(chair, "fees", isNothing: true, link: null);
        Assert.Equal((1m, 2m), (await district.Final("p", "A5"), await district.Final("p", "A6")));
        using (var form = new MultipartFormDataContent { { new ByteArrayContent(TestPictures.Jpeg()), "file", "公开栏.jpg" } })
            Assert.Equal("公开栏.jpg", (await chair.SendAsync(HttpMethod.Post, $"{unproven}/proofs", form)).Expect(201).Text("proofs[0].name"));
        Assert.Equal((2m, 2m), (await district.Final("p", "A5"), await district.Final("p", "A6")));
        var proof = $"{unproven}/proofs/{(await chair.GetAsync(unproven)).Text("proofs[0].id")}";
        Assert.Equal(TestPictures.CleanJpeg(), (await (await district.As("officer")).GetAsync(proof)).Bytes);
        (await (await district.As("chair.q")).GetAsync(proof)).ExpectProblem(404, "not-found");
        (await chair.DeleteAsync(proof)).Expect(204);
        Assert.Equal(1m, await district.Final("p", "A5"));
        (await chair.PostAsync("disclosures", Of("finance", link: "javascript:alert(1)"))).ExpectInvalid("link");
        (await chair.PostAsync("disclosures", Of("finance", "2025-11-04"))).ExpectInvalid("postedOn");
        Assert.Equal(3, (await (await district.As("zone.north")).GetAsync("disclosures?school=p&from=2025-10-01")).At("total").GetInt32());
    }

    private static object Of(string category, string postedOn = "2025-10-08", bool isNothing = false, string? link = "https://school.example.cn/open") =>
        new { category, postedOn, title = "经费使用情况", place = "公开栏", link = isNothing ? null : link, isNothing };

    private static async Task<string> PostAsync(UnionClient chair, string category, string postedOn = "2025-10-08", bool isNothing = false, string? link = "https://school.example.cn/open") =>
        $"disclosures/{(await chair.PostAsync("disclosures", Of(category, postedOn, isNothing, link))).Expect(201).Text("id")}";
}
