using DistrictUnion.IntegrationTests.Hosting;
using Xunit;

namespace DistrictUnion.IntegrationTests.EvidenceLedger;

/// <summary>Files that come piece by piece over a bad connection.</summary>
public sealed class UploadTests(TestService service) : IClassFixture<TestService>
{
    private const string Evidence = "rounds/r1/schools/p/evidence";
    private static readonly string[] Nodes = ["A3"];

    [Fact]
    public async Task An_upload_goes_on_where_it_stopped()
    {
        var chair = await (await OpenAsync()).As("chair.p");
        var file = TestPictures.Pdf(new string('x', 3000));
        var upload = (await chair.PostAsync($"{Evidence}/uploads", new { name = "制度.pdf", size = file.Length, nodes = Nodes, from = "2025-09-01" })).Expect(201).Text("id");

        Assert.Equal(1000m, (await PieceAsync(chair, upload, 0, file[..1000])).Expect(200).Number("received"));
        Assert.Equal(1000m, (await chair.GetAsync($"{Evidence}/uploads/{upload}")).Number("received"));
        (await PieceAsync(chair, upload, 0, file[..1000])).ExpectProblem(409, "evidence-offset");
        (await PieceAsync(chair, upload, 1500, file[1500..])).ExpectProblem(409, "evidence-offset");
        Assert.Equal(1000m, (await chair.GetAsync($"{Evidence}/uploads/{upload}")).Number("received"));

        var done = (await PieceAsync(chair, upload, 1000, file[1000..])).Expect(201);
        var back = (await chair.GetAsync($"{Evidence}/{done.Text("evidence.id")}")).Expect(200);
        Assert.Equal(file, back.Bytes);
        Assert.Equal("2025-09-01", done.Text("evidence.from"));
        (await chair.GetAsync($"{Evidence}/uploads/{upload}")).ExpectProblem(404, "not-found");
    }

    [Fact]
    public async Task More_than_was_announced_is_refused_and_what_came_before_stays()
    {
        var chair = await (await OpenAsync()).As("chair.p");
        var upload = (await chair.PostAsync($"{Evidence}/uploads", new { name = "a.pdf", size = 100, nodes = Nodes })).Expect(201).Text("id");
        (await PieceAsync(chair, upload, 0, new byte[40])).Expect(200);

        (await PieceAsync(chair, upload, 40, new byte[61])).ExpectProblem(400, "validation");

        Assert.Equal(40m, (await chair.GetAsync($"{Evidence}/uploads/{upload}")).Number("received"));
    }

    [Fact]
    public async Task A_complete_upload_that_cannot_be_kept_is_over()
    {
        var chair = await (await OpenAsync()).As("chair.p");
        var upload = (await chair.PostAsync($"{Evidence}/uploads", new { name = "a.pdf", size = 10, nodes = Nodes })).Expect(201).Text("id");

        (await PieceAsync(chair, upload, 0, new byte[10])).ExpectProblem(400, "validation");

        (await chair.GetAsync($"{Evidence}/uploads/{upload}")).ExpectProblem(404, "not-found");
        Assert.Empty(Directory.GetFiles(service.EvidenceFolder, "*.part", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task What_would_refuse_the_file_refuses_it_before_its_bytes_are_sent()
    {
        var chair = await (await OpenAsync()).As("chair.p");

        (await chair.PostAsync($"{Evidence}/uploads", new { name = "a.pdf", size = 1L << 40, nodes = Nodes })).ExpectInvalid("size");
        (await chair.PostAsync($"{Evidence}/uploads", new { name = "a.pdf", size = 0, nodes = Nodes })).ExpectProblem(400, "validation");
        (await chair.PostAsync($"{Evidence}/uploads", new { name = "a.pdf", size = 10, nodes = new[] { "nobody" } })).ExpectInvalid("nodes[0]");
    }

    [Fact]
    public async Task An_upload_is_given_up_and_its_bytes_go()
    {
        var chair = await (await OpenAsync()).As("chair.p");
        var upload = (await chair.PostAsync($"{Evidence}/uploads", new { name = "a.pdf", size = 100, nodes = Nodes })).Expect(201).Text("id");
        (await PieceAsync(chair, upload, 0, new byte[40])).Expect(200);

        (await chair.DeleteAsync($"{Evidence}/uploads/{upload}")).Expect(204);

        Assert.Empty(Directory.GetFiles(service.EvidenceFolder, $"{Guid.Parse(upload):N}.part", SearchOption.AllDirectories));
    }

    private static async Task<Answer> PieceAsync(UnionClient client, string upload, long offset, byte[] bytes)
    {
        using var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = new("application/octet-stream");
        return await client.SendAsync(HttpMethod.Put, $"{Evidence}/uploads/{upload}?offset={offset}", content);
    }

    private async Task<TestDistrict> OpenAsync()
    {
        var district = await service.FoundDistrictAsync();
        await district.PrepareAnnual(0, "p");
        await district.OpenRound();
        return district;
    }
}
