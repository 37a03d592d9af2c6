using System.Collections.Concurrent;
using System.Globalization;

namespace DistrictUnion.Benchmarks;

/// <summary>P2: eight writers change one fact at a time and read the ranking right after.</summary>
internal static class RankingUnderWriters
{
    public static async Task RunAsync(string postgres, int schools, TimeSpan duration)
    {
        await using var database = await BenchmarkDatabase.CreateAsync(postgres);
        var rollup = await new Fixture(database, schools).LoadAsync();
        await using var service = await BenchmarkService.StartAsync(database);
        ConcurrentBag<double> writes = [];
        ConcurrentBag<double> reads = [];
        ConcurrentBag<double> both = [];
        for (var warm = 0; warm < 200; warm++)
            await BenchmarkService.WriteAsync(service.ClientOf(0), warm % schools, warm);
        await BenchmarkService.ReadRankingAsync(service.ClientOf(0));

        await WritersAsync(service, schools, duration, (write, _) => writes.Add(write), readAfter: false);
        await WritersAsync(service, schools, duration, (write, read) =>
        {
            reads.Add(read);
            both.Add(write + read);
        }, readAfter: true);
        string Line(string what, ConcurrentBag<double> values) => string.Create(
            CultureInfo.InvariantCulture,
            $"{what}: {values.Count / duration.TotalSeconds:0} a second, p50 {Report.Percentile(values, 0.5):0.0} ms, p99 {Report.Percentile(values, 0.99):0.0} ms");
        await Report.AppendAsync(
            string.Create(CultureInfo.InvariantCulture, $"P2 changed fact → ranking, {schools:#,0} schools × {Fixture.Branches} branches × {Fixture.Leaves} leaves, {Fixture.Writers} writers"),
            [
                Line("8 writers, write only (one fact by the API, recomputed and committed)", writes),
                Line("8 writers, each reading the first 50 ranks right after its write: the read", reads),
                Line("8 writers, write and read together (goal 50 ms p99)", both),
                string.Create(CultureInfo.InvariantCulture, $"full roll-up of the district before: {rollup:0.0} s ({schools / rollup:0} schools a second)"),
            ]);
    }

    private static Task WritersAsync(BenchmarkService service, int schools, TimeSpan duration, Action<double, double> record, bool readAfter) =>
        Task.WhenAll(Enumerable.Range(0, Fixture.Writers).Select(async writer =>
        {
            using var client = service.ClientOf(writer);
            var random = new Random(writer);
            var started = TimeProvider.System.GetTimestamp();
            while (TimeProvider.System.GetElapsedTime(started) < duration)
            {
                var write = await BenchmarkService.WriteAsync(client, random.Next(schools), random.Next(1_000_000));
                record(write, readAfter ? await BenchmarkService.ReadRankingAsync(client) : 0);
            }
        }));
}
