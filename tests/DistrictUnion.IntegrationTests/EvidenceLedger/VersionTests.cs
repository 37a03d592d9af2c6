using DistrictUnion.IntegrationTests.Hosting;
using Xunit;
using static DistrictUnion.IntegrationTests.EvidenceLedger.TestEvidence;

namespace DistrictUnion.IntegrationTests.EvidenceLedger;

/// <summary>Files that take the place of others.</summary>
public sealed class VersionTests(TestService service) : IClassFixture<TestService>
{
    private const string Evaluation = "rounds/r1/schools/p/self-evaluation";
    private const string Review = "rounds/r1/schools/p/review";
    private static readonly string[] MovedTo = ["A2"];

    [Fact]
    public async Task A_replaced_file_keeps_its_identifier_and_purpose_and_the_earlier_one_can_still_be_opened()
    {
        var chair = await (await OpenAsync()).As("chair.p");
        var first = (await SendAsync(chair, TestPictures.Pdf(), "初稿.pdf", "A2,A3", "2025-09-01")).Expect(201);
        var id = first.Text("id");

        var replaced = (await ReplaceAsync(chair, id, TestPictures.Pdf("two"), "定稿.pdf")).Expect(200);

        Assert.Equal((id, "定稿.pdf", 2m, "2025-09-01"), (replaced.Text("id"), replaced.Text("name"), replaced.Number("number"), replaced.Text("from")));
        Assert.Equal(["A2", "A3"], replaced.At("nodes").EnumerateArray().Select(n => n.GetString()));
        var listed = await chair.GetAsync(Evidence);
        Assert.Equal(1m, listed.Number("total"));
        Assert.Equal((1m, "初稿.pdf", first.Text("sha256"), first.Text("actor"), first.Text("receivedAt")), (
            listed.Number("items[0].earlier[0].number"), listed.Text("items[0].earlier[0].name"), listed.Text("items[0].earlier[0].sha256"),
            listed.Text("items[0].earlier[0].actor"), listed.Text("items[0].earlier[0].receivedAt")));
        Assert.Equal(TestPictures.Pdf("two"), (await chair.GetAsync($"{Evidence}/{id}")).Bytes);
        Assert.Equal(TestPictures.Pdf(), (await chair.GetAsync($"{Evidence}/{id}?version=1")).Bytes);
        Assert.Equal(TestPictures.Pdf("two"), (await chair.GetAsync($"{Evidence}/{id}?version=2")).Bytes);
        (await chair.GetAsync($"{Evidence}/{id}?version=3")).ExpectProblem(404, "not-found");
        Assert.Equal(400, (int)(await chair.GetAsync($"{Evidence}/{id}?version=x")).Status);
    }

    [Fact]
    public async Task The_same_bytes_again_make_no_version()
    {
        var chair = await (await OpenAsync()).As("chair.p");
        var id = (await SendAsync(chair, TestPictures.Pdf(), "a.pdf")).Expect(201).Text("id");

        Assert.Equal(1m, (await ReplaceAsync(chair, id, TestPictures.Pdf(), "b.pdf")).Expect(200).Number("number"));
    }

    [Fact]
    public async Task Reviewers_see_the_version_that_was_handed_in_until_the_next_is_and_then_may_open_the_earlier_one()
    {
        var district = await OpenAsync();
        var (chair, officer) = (await district.As("chair.p"), await district.As("officer"));
        var id = (await SendAsync(chair, TestPictures.Pdf("draft"), "a.pdf")).Expect(201).Text("id");
        (await ReplaceAsync(chair, id, TestPictures.Pdf("one"), "a.pdf")).Expect(200);
        await district.HandIn("p", claims: new { B1 = 20 });
        (await ReplaceAsync(chair, id, TestPictures.Pdf("two"), "b.pdf")).ExpectConflict("submitted", "withdraw");
        Assert.Equal(0, (await officer.GetAsync(Evidence)).At("items[0].earlier").GetArrayLength());
        (await officer.GetAsync($"{Evidence}/{id}?version=1")).ExpectProblem(404, "not-found");

        (await officer.DoAsync($"{Evaluation}/return", new { reason = "请补" })).Expect(200);
        (await ReplaceAsync(chair, id, TestPictures.Pdf("two"), "b.pdf")).Expect(200);
        Assert.Equal("a.pdf", (await officer.GetAsync(Evidence)).Text("items[0].name"));
        Assert.Equal(TestPictures.Pdf("one"), (await officer.GetAsync($"{Evidence}/{id}")).Bytes);
        (await officer.GetAsync($"{Evidence}/{id}?version=3")).ExpectProblem(404, "not-found");

        await district.HandIn("p", claims: new { B1 = 20 });
        var seen = await officer.GetAsync(Evidence);
        Assert.Equal(("b.pdf", 2m), (seen.Text("items[0].name"), seen.Number("items[0].earlier[0].number")));
        Assert.Equal(1, seen.At("items[0].earlier").GetArrayLength());
        Assert.Equal(TestPictures.Pdf("one"), (await officer.GetAsync($"{Evidence}/{id}?version=2")).Bytes);
        Assert.Equal(2, (await chair.GetAsync(Evidence)).At("items[0].earlier").GetArrayLength());
    }

    [Fact]
    public async Task After_a_return_the_desk_tells_which_files_are_new_replaced_or_reassigned_and_counts_their_leaves_as_changed()
    {
        var district = await OpenAsync();
        var (chair, officer) = (await district.As("chair.p"), await district.As("officer"));
        var kept = await AddAsync(chair, "kept", "A1");
        var replaced = await AddAsync(chair, "replaced", "A2");
        var removed = await AddAsync(chair, "removed", "A3");
        var moved = await AddAsync(chair, "moved", "A1");
        await district.HandIn("p", claims: new { B1 = 20 });
        Assert.Empty((await officer.GetAsync(Review)).At("changedEvidence").EnumerateObject());

        (await officer.DoAsync($"{Evaluation}/return", new { reason = "请补" })).Expect(200);
        (await ReplaceAsync(chair, replaced, TestPictures.Pdf("better"), "better.pdf")).Expect(200);
        (await chair.DeleteAsync($"{Evidence}/{removed}")).Expect(204);
        (await chair.PutAsync($"{Evidence}/{moved}", new { nodes = MovedTo })).Expect(200);
        var added = await AddAsync(chair, "added", "B1");
        await district.HandIn("p", claims: new { B1 = 20 });

        var desk = await officer.GetAsync(Review);
        var files = desk.At("changedEvidence").EnumerateObject().ToDictionary(f => f.Name, f => f.Value.GetString());
        Assert.Equal(new Dictionary<string, string?> { [replaced] = "replaced", [moved] = "reassigned", [added] = "added" }, files);
        Assert.DoesNotContain(kept, files.Keys);
        Assert.Equal(["A1", "A2", "A3", "B1"], desk.At("changed").EnumerateArray().Select(c => c.GetString()));
    }

    [Fact]
    public async Task A_file_that_is_removed_takes_its_versions_along_once_it_is_handed_in_again()
    {
        var district = await OpenAsync();
        var (chair, officer) = (await district.As("chair.p"), await district.As("officer"));
        var id = await AddAsync(chair, "one", "A3");
        await district.HandIn("p", claims: new { B1 = 20 });
        (await officer.DoAsync($"{Evaluation}/return", new { reason = "请补" })).Expect(200);
        (await ReplaceAsync(chair, id, TestPictures.Pdf("two"), "two.pdf")).Expect(200);

        (await chair.DeleteAsync($"{Evidence}/{id}")).Expect(204);
        Assert.Equal(0m, (await chair.GetAsync(Evidence)).Number("total"));
        Assert.Equal("one.pdf", (await officer.GetAsync(Evidence)).Text("items[0].name"));
        (await ReplaceAsync(chair, id, TestPictures.Pdf("three"), "three.pdf")).ExpectProblem(404, "not-found");

        await district.HandIn("p", claims: new { B1 = 20 });
        (await officer.GetAsync($"{Evidence}/{id}")).ExpectProblem(404, "not-found");
        Assert.Equal(0L, await service.ReadAsync<long>("SELECT count(*) FROM evidence WHERE id = $1", Guid.Parse(id)));
    }

    [Fact]
    public async Task An_upload_in_pieces_replaces_a_file_too_and_only_one_of_the_own_school()
    {
        var district = await OpenAsync();
        var chair = await district.As("chair.p");
        var id = await AddAsync(chair, "one", "A3");
        var other = await district.As("chair.q");
        var file = TestPictures.Pdf("pieces");
        var body = new { name = "新.pdf", size = file.Length, replaces = id };
        (await other.PostAsync("rounds/r1/schools/q/evidence/uploads", body)).ExpectInvalid("replaces");

        var upload = (await chair.PostAsync($"{Evidence}/uploads", body)).Expect(201).Text("id");
        using var piece = new ByteArrayContent(file);
        piece.Headers.ContentType = new("application/octet-stream");
        var done = (await chair.SendAsync(HttpMethod.Put, $"{Evidence}/uploads/{upload}?offset=0", piece)).Expect(201);

        Assert.Equal((id, 2m, "新.pdf"), (done.Text("evidence.id"), done.Number("evidence.number"), done.Text("evidence.name")));
        Assert.Equal(file, (await chair.GetAsync($"{Evidence}/{id}")).Bytes);
    }

    private static async Task<string> AddAsync(UnionClient chair, string name, string nodes) =>
        (await SendAsync(chair, TestPictures.Pdf(name), $"{name}.pdf", nodes)).Expect(201).Text("id");

    private async Task<TestDistrict> OpenAsync()
    {
        var district = await service.FoundDistrictAsync();
        await district.PutZone("north");
        await district.Appoint("officer", "districtOfficer");
        foreach (var school in new[] { "p", "q" })
            await district.PutSchoolWithChair(school, "north");
        await district.PublishScheme(TestSchemes.Annual);
        await district.PlanRound();
        await district.OpenRound();
        return district;
    }
}
