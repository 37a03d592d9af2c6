using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.IntegrationTests.Hosting;
using DistrictUnion.IntegrationTests.Walls;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static DistrictUnion.IntegrationTests.EvidenceLedger.TestEvidence;

namespace DistrictUnion.IntegrationTests.EvidenceLedger;

/// <summary>Kept files that nothing refers to.</summary>
public sealed class SweepTests(JobRunningService service) : IClassFixture<JobRunningService>
{
    private static readonly DateTimeOffset Night = new(2025, 11, 11, 3, 0, 0, TimeSpan.FromHours(8));

    [Fact]
    public async Task By_night_files_that_no_row_names_go_and_those_of_every_kind_of_row_stay()
    {
        var populated = await PopulatedDistrict.MakeAsync(service);
        var folder = await FolderAsync(populated.District);
        var chair = await populated.District.As($"chair.{populated.School}");
        var path = $"rounds/{populated.Round}/schools/{populated.School}/evidence";
        var named = KeptIn(folder);
        var orphan = Plant(folder, new string('a', 64));
        var young = Plant(folder, new string('b', 64));
        var leftover = Path.Combine(folder, "uploads", "interrupted");
        await File.WriteAllTextAsync(leftover, "x");
        foreach (var file in named.Append(orphan).Append(leftover))
            Age(file, TimeSpan.FromHours(25));
        Age(young, TimeSpan.FromHours(23));

        await SweepAsync(Night);

        Assert.Equal(named.Append(young).Order(StringComparer.Ordinal), KeptIn(folder));
        Assert.False(File.Exists(leftover));
        (await chair.GetAsync($"{path}/{populated.Evidence}")).Expect(200);
        var job = (await (await populated.District.Admin).GetAsync("jobs")).Find("items", "kind", "evidence.sweep");
        Assert.Equal((1, 1), (job.GetProperty("result").GetProperty("files").GetInt32(), job.GetProperty("result").GetProperty("leftovers").GetInt32()));
    }

    [Fact]
    public async Task The_earlier_version_of_a_file_stays_and_what_was_removed_for_good_goes()
    {
        var district = await service.FoundDistrictAsync();
        await district.PrepareAnnual(0, "p");
        await district.OpenRound();
        var folder = await FolderAsync(district);
        var chair = await district.As("chair.p");
        var id = (await SendAsync(chair, TestPictures.Pdf("one"), "a.pdf")).Expect(201).Text("id");
        (await ReplaceAsync(chair, id, TestPictures.Pdf("two"), "a.pdf")).Expect(200);
        KeptIn(folder).ForEach(f => Age(f, TimeSpan.FromDays(2)));

        await SweepAsync(Night.AddDays(1));
        Assert.Equal(TestPictures.Pdf("one"), (await chair.GetAsync($"{Evidence}/{id}?version=1")).Expect(200).Bytes);

        (await chair.DeleteAsync($"{Evidence}/{id}")).Expect(204);
        await SweepAsync(Night.AddDays(2));
        Assert.Empty(KeptIn(folder));
    }

    [Fact]
    public async Task Bytes_that_come_again_while_the_sweep_looks_are_new()
    {
        var district = await service.FoundDistrictAsync();
        var folder = await FolderAsync(district);
        var hash = new string('c', 64);
        var file = Plant(folder, hash);
        Age(file, TimeSpan.FromDays(2));
        var store = service.Services.GetRequiredService<IEvidenceStore>();
        var before = service.Clock.GetUtcNow().AddDays(-1);
        var id = new DistrictId(Guid.Parse(Path.GetFileName(folder)));
        Assert.Equal([hash], store.KeptBefore(id, before));

        File.SetLastWriteTimeUtc(file, service.Clock.GetUtcNow().UtcDateTime);

        Assert.False(store.Remove(id, hash, before));
        Assert.True(File.Exists(file));
        Age(file, TimeSpan.FromDays(2));
        Assert.True(store.Remove(id, hash, before));
        Assert.False(File.Exists(file));
        Assert.False(store.Remove(id, hash, before));
    }

    private Task SweepAsync(DateTimeOffset occasion) =>
        service.Services.GetRequiredService<IJobRunner>().RunRecurringAsync("evidence.sweep", occasion, CancellationToken.None);

    private void Age(string file, TimeSpan by) => File.SetLastWriteTimeUtc(file, (service.Clock.GetUtcNow() - by).UtcDateTime);

    private async Task<string> FolderAsync(TestDistrict district) =>
        Path.Combine(service.EvidenceFolder, (await service.ReadAsync<Guid>("SELECT id FROM districts WHERE code = $1", district.Code)).ToString("N"));

    private static string Plant(string folder, string hash)
    {
        var path = Path.Combine(Directory.CreateDirectory(Path.Combine(folder, hash[..2])).FullName, hash);
        File.WriteAllText(path, "nobody's");
        return path;
    }

    private static List<string> KeptIn(string folder) =>
        [.. Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Where(f => Path.GetFileName(f).Length == 64).Order(StringComparer.Ordinal)];
}
