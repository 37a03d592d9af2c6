using System.Globalization;

namespace DistrictUnion.Benchmarks;

/// <summary>P2: a write costs O(changed), so ten times the schools must not make it dearer than 1.2 times.</summary>
internal static class WritePathGrowth
{
    private const int Small = 5_000;
    private const int Large = 50_000;
    private const int Writes = 300;

    public static async Task RunAsync(string postgres, int rounds)
    {
        await using var smallDatabase = await BenchmarkDatabase.CreateAsync(postgres);
        await using var largeDatabase = await BenchmarkDatabase.CreateAsync(postgres);
        await new Fixture(smallDatabase, Small).LoadAsync();
        var rollup = await new Fixture(largeDatabase, Large).LoadAsync();
        await using var small = await BenchmarkService.StartAsync(smallDatabase);
        await using var large = await BenchmarkService.StartAsync(largeDatabase);
        using var smallClient = small.ClientOf(0);
        using var largeClient = large.ClientOf(0);
        await MeasureAsync(smallClient, Small, 0);
        await MeasureAsync(largeClient, Large, 0);
        List<double> ratios = [];
        List<string> lines = [];
        for (var round = 1; round <= rounds; round++)
        {
            var (a, b) = (await MeasureAsync(smallClient, Small, round), await MeasureAsync(largeClient, Large, round));
            ratios.Add(b / a);
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"round {round}: {a:0.00} ms a write at {Small:#,0}, {b:0.00} ms at {Large:#,0}, ratio {b / a:0.00}"));
        }

        lines.Add(string.Create(CultureInfo.InvariantCulture, $"median of paired ratios: {Report.Percentile(ratios, 0.5):0.00} (goal ≤ 1.20)"));
        lines.Add(string.Create(CultureInfo.InvariantCulture, $"full roll-up of {Large:#,0} schools: {rollup:0.0} s"));
        await Report.AppendAsync(string.Create(CultureInfo.InvariantCulture, $"P2 write path, {Writes} writes of one writer a round, interleaved"), lines);
    }

    /// <summary>Mean milliseconds of a write over random schools.</summary>
    private static async Task<double> MeasureAsync(HttpClient client, int schools, int seed)
    {
        var random = new Random(seed);
        var sum = 0.0;
        for (var i = 0; i < Writes; i++)
            sum += await BenchmarkService.WriteAsync(client, random.Next(schools), random.Next(1_000_000));
        return sum / Writes;
    }
}
