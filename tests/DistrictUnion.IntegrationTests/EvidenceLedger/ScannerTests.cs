using DistrictUnion.Application.Ports;
using DistrictUnion.IntegrationTests.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static DistrictUnion.IntegrationTests.EvidenceLedger.TestEvidence;

namespace DistrictUnion.IntegrationTests.EvidenceLedger;

/// <summary>Files are looked at for viruses by a scanner that speaks clamd's protocol, and by one that is down.</summary>
public sealed class ScannerTests(ScannerTests.ScannedService service) : IClassFixture<ScannerTests.ScannedService>
{
    private static readonly byte[] Bad = TestPictures.Pdf(FakeClamd.Eicar);

    [Fact]
    public async Task A_clean_file_is_kept_and_the_scanner_saw_all_of_it()
    {
        var chair = await (await OpenAsync()).As("chair.p");
        var file = TestPictures.Pdf(new string('x', 200_000));

        Assert.Equal("clean", (await SendAsync(chair, file, "a.pdf")).Expect(201).Text("scan"));

        Assert.Equal(file, service.Clamd.LastFile);
        Assert.Equal("clean", (await chair.GetAsync(Evidence)).Text("items[0].scan"));
    }

    [Fact]
    public async Task An_infected_file_is_refused_whole_or_in_pieces()
    {
        var chair = await (await OpenAsync()).As("chair.p");

        Assert.Contains("evidence.infected", (await SendAsync(chair, Bad, "a.pdf")).ExpectInvalid("file").Body, StringComparison.Ordinal);
        var upload = (await chair.PostAsync($"{Evidence}/uploads", new { name = "a.pdf", size = Bad.Length, nodes = new[] { "A3" } })).Expect(201).Text("id");
        using var piece = new ByteArrayContent(Bad);
        piece.Headers.ContentType = new("application/octet-stream");
        (await chair.SendAsync(HttpMethod.Put, $"{Evidence}/uploads/{upload}?offset=0", piece)).ExpectInvalid("file");

        (await chair.GetAsync($"{Evidence}/uploads/{upload}")).ExpectProblem(404, "not-found");
        Assert.Equal(0m, (await chair.GetAsync(Evidence)).Number("total"));
    }

    [Theory]
    [InlineData("INSTREAM size limit exceeded. ERROR")]
    [InlineData("")]
    public async Task Without_a_plain_answer_a_file_is_pending_and_only_its_school_opens_it_until_a_job_asked_again(string answer)
    {
        var district = await OpenAsync();
        var (chair, officer) = (await district.As("chair.p"), await district.As("officer"));
        service.Clamd.Says = answer;
        var good = (await SendAsync(chair, TestPictures.Pdf("good"), "good.pdf")).Expect(201);
        var bad = (await SendAsync(chair, Bad, "bad.pdf")).Expect(201);
        await district.HandIn("p", claims: new { B1 = 20 });
        await AskAgainAsync(1);

        Assert.Equal(["pending", "pending"], (await officer.GetAsync(Evidence)).Texts("items", "scan"));
        Assert.Equal("pending", (await officer.GetAsync("rounds/r1/schools/p/review")).Text("evidence[0].scan"));
        Assert.Contains("待查毒", (await officer.GetAsync($"{Evidence}/{good.Text("id")}")).ExpectConflict("pending").Body, StringComparison.Ordinal);
        (await officer.GetAsync($"{Evidence}/{good.Text("id")}/text")).ExpectConflict("pending");
        (await chair.GetAsync($"{Evidence}/{good.Text("id")}")).Expect(200);

        service.Clamd.Says = null;
        await AskAgainAsync(2);

        Assert.Equal(["clean", "infected"], (await officer.GetAsync(Evidence)).Texts("items", "scan").Order(StringComparer.Ordinal));
        (await officer.GetAsync($"{Evidence}/{good.Text("id")}")).Expect(200);
        (await officer.GetAsync($"{Evidence}/{bad.Text("id")}")).ExpectConflict("infected");
        (await chair.GetAsync($"{Evidence}/{bad.Text("id")}")).ExpectConflict("infected");
        var jobs = (await (await district.Admin).GetAsync("jobs")).At("items").EnumerateArray().Where(j => j.GetProperty("kind").GetString() == "evidence.scan").ToList();
        Assert.Equal(2, jobs.Count);
        await AskAgainAsync(3);
        Assert.Equal(2, (await (await district.Admin).GetAsync("jobs")).At("items").EnumerateArray().Count(j => j.GetProperty("kind").GetString() == "evidence.scan"));
    }

    private Task AskAgainAsync(int minute) => service.Services.GetRequiredService<IJobRunner>()
        .RunRecurringAsync("evidence.scan", service.Clock.GetUtcNow().AddMinutes(minute), CancellationToken.None);

    private async Task<TestDistrict> OpenAsync()
    {
        service.Clamd.Says = null;
        var district = await service.FoundDistrictAsync();
        await district.PutZone("north");
        await district.Appoint("officer", "districtOfficer");
        await district.PutSchoolWithChair("p", "north");
        await district.PublishScheme(TestSchemes.Annual);
        await district.PlanRound();
        await district.OpenRound();
        return district;
    }

    /// <summary>A service that has its files looked at.</summary>
    public sealed class ScannedService : JobRunningService, IAsyncLifetime
    {
        /// <summary>The scanner.</summary>
        internal FakeClamd Clamd { get; } = new();

        /// <inheritdoc/>
        async Task IAsyncLifetime.DisposeAsync()
        {
            await DisposeAsync();
            await Clamd.DisposeAsync();
        }

        /// <inheritdoc/>
        protected override void Prepare(ConfigurationManager configuration) => configuration["Evidence:Scanner"] = Clamd.Address;
    }
}
