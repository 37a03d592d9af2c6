using DistrictUnion.Api;
using DistrictUnion.Infrastructure.Seeding;
using DistrictUnion.IntegrationTests.Hosting;
using Xunit;

namespace DistrictUnion.IntegrationTests.Seeds;

/// <summary>What whoever edits the files of a demo district is told when they don't fit together.</summary>
public sealed class WrongSeedsTests(TestService service) : IClassFixture<TestService>, IDisposable
{
    private readonly DirectoryInfo seeds = Directory.CreateTempSubdirectory("seeds");

    public void Dispose() => seeds.Delete(recursive: true);

    [Fact]
    public async Task A_branch_of_an_unknown_school_is_told_at_its_own_row()
    {
        var district = await WriteAsync();
        await File.WriteAllTextAsync(
            Path.Combine(district, "branches.csv"),
            "school,code,name,kind,from,to\nw-001,w-001-u1,第一工会小组,unionGroup,2025-09-01,\nw-009,w-009-u1,第一工会小组,unionGroup,2025-09-01,\n");

        await RefusesAsync("branches.csv, row 2: school was refused (school.unknown).");
    }

    [Fact]
    public async Task A_school_of_an_unknown_zone_is_told_at_its_own_row()
    {
        var district = await WriteAsync();
        await File.AppendAllTextAsync(Path.Combine(district, "schools.csv"), "w-002,西岭小学,nowhere,primary,public,rural,80,unionGroup,,,\n");

        await RefusesAsync("schools.csv, row 2: zone was refused (zone.unknown).");
    }

    [Fact]
    public async Task A_file_of_schools_without_a_school_is_told_by_its_name()
    {
        var district = await WriteAsync();
        File.Delete(Path.Combine(district, "schools.csv"));

        await RefusesAsync("schools.csv must have one row at least.");
    }

    /// <summary>A district with a zone and a school.</summary>
    private async Task<string> WriteAsync()
    {
        foreach (var folder in new[] { "schemes", "titles" })
            seeds.CreateSubdirectory(folder);
        var district = seeds.CreateSubdirectory("demo").CreateSubdirectory("wrong").FullName;
        await File.WriteAllTextAsync(Path.Combine(district, "district.csv"), "code,name\nwrong,西岭区教育工会\n");
        await File.WriteAllTextAsync(Path.Combine(district, "zones.csv"), "code,name\nhill,山前片\n");
        await File.WriteAllTextAsync(
            Path.Combine(district, "schools.csv"),
            "code,name,zone,stage,ownership,setting,members,countingKind,titles,termStartsOn,termEndsOn\nw-001,东岭小学,hill,primary,public,rural,80,unionGroup,,,\n");
        return district;
    }

    private async Task RefusesAsync(string sentence)
    {
        var clock = new SeedClock();
        await using var provider = ServiceHost.CommandServices(clock, service.AppConnection);
        var refused = await Assert.ThrowsAsync<SeedException>(() => new Seeder(provider, clock).LoadDemoAsync(seeds.FullName, UnionClient.Password, CancellationToken.None));
        Assert.EndsWith(sentence, refused.Message, StringComparison.Ordinal);
    }
}
