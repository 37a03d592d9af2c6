using DistrictUnion.IntegrationTests.Hosting;
using Xunit;
using static DistrictUnion.IntegrationTests.EvidenceLedger.TestEvidence;

namespace DistrictUnion.IntegrationTests.EvidenceLedger;

/// <summary>Pictures that look alike at several schools, told apart from the very same file.</summary>
public sealed class SimilarPictureTests(TestService service) : IClassFixture<TestService>
{
    private const string Own = "8000000000000000";
    private static readonly string[] Nodes = ["A3"];

    [Fact]
    public async Task Reviewers_are_told_of_pictures_that_differ_in_at_most_six_bits_and_of_the_very_same_file_apart()
    {
        var district = await OpenAsync("p", "six", "seven", "same", "none");
        await HandInAsync(district, "p", 4, Own);
        await HandInAsync(district, "six", 5, "000000000000001f");
        await HandInAsync(district, "seven", 6, "000000000000003f");
        await HandInAsync(district, "same", 4, Own);
        await HandInAsync(district, "none", 7, null);

        var officer = await district.As("officer");
        foreach (var (path, at) in new[] { (Evidence, "items[0]"), ("rounds/r1/schools/p/review", "evidence[0]") })
        {
            var seen = await officer.GetAsync(path);
            Assert.Equal(["same"], seen.At($"{at}.alsoAt").EnumerateArray().Select(s => s.GetString()));
            Assert.Equal(["six"], seen.At($"{at}.similarAt").EnumerateArray().Select(s => s.GetString()));
            Assert.Equal(Own, seen.Text($"{at}.pictureHash"));
        }

        Assert.Equal(0, (await (await district.As("chair.p")).GetAsync(Evidence)).At("items[0].similarAt").GetArrayLength());
        Assert.Equal(0, (await officer.GetAsync("rounds/r1/schools/none/evidence")).At("items[0].similarAt").GetArrayLength());
    }

    [Fact]
    public async Task A_hash_is_sixteen_hexadecimal_digits_of_a_picture()
    {
        var chair = await (await OpenAsync("p")).As("chair.p");

        (await SendAsync(chair, TestPictures.Jpeg(), "a.jpg", pictureHash: "12")).ExpectInvalid("pictureHash");
        (await SendAsync(chair, TestPictures.Jpeg(), "a.jpg", pictureHash: "zzzzzzzzzzzzzzzz")).ExpectInvalid("pictureHash");
        (await SendAsync(chair, TestPictures.Pdf(), "a.pdf", pictureHash: Own)).ExpectInvalid("pictureHash");
        (await chair.PostAsync($"{Evidence}/uploads", new { name = "a.jpg", size = 9, nodes = Nodes, pictureHash = "12" })).ExpectInvalid("pictureHash");
    }

    [Fact]
    public async Task An_upload_in_pieces_brings_its_hash_too()
    {
        var chair = await (await OpenAsync("p")).As("chair.p");
        var file = TestPictures.Jpeg();
        var upload = (await chair.PostAsync($"{Evidence}/uploads", new { name = "a.jpg", size = file.Length, nodes = Nodes, pictureHash = Own.ToUpperInvariant() })).Expect(201).Text("id");
        using var piece = new ByteArrayContent(file);
        piece.Headers.ContentType = new("application/octet-stream");

        Assert.Equal(Own, (await chair.SendAsync(HttpMethod.Put, $"{Evidence}/uploads/{upload}?offset=0", piece)).Expect(201).Text("evidence.pictureHash"));
    }

    private static async Task HandInAsync(TestDistrict district, string school, int width, string? pictureHash)
    {
        (await SendAsync(await district.As($"chair.{school}"), TestPictures.Jpeg(width), "合影.jpg", path: $"rounds/r1/schools/{school}/evidence", pictureHash: pictureHash)).Expect(201);
        await district.HandIn(school, claims: new { B1 = 20 });
    }

    private async Task<TestDistrict> OpenAsync(params string[] schools)
    {
        var district = await service.FoundDistrictAsync();
        await district.PutZone("north");
        await district.Appoint("officer", "districtOfficer");
        foreach (var school in schools)
            await district.PutSchoolWithChair(school, "north");
        await district.PublishScheme(TestSchemes.Annual);
        await district.PlanRound();
        await district.OpenRound();
        return district;
    }
}
