using System.Collections.Concurrent;
using System.Globalization;

namespace DistrictUnion.Benchmarks;

/// <summary>
/// P2: eight writers change one fact at a time and read the ranking right after; first each as fast as it can (the two cores
/// are full, so latency tells of the queue), then at a fixed pace (latency counts from the moment a change was due).
/// </summary>
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
        ConcurrentBag<double> paced = [];
        ConcurrentBag<double> pacedWrites = [];
        await PacedWritersAsync(service, schools, duration, (write, whole) =>
        {
            pacedWrites.Add(write);
            paced.Add(whole);
        });
        string Line(string what, ConcurrentBag<double> values) => string.Create(
            CultureInfo.InvariantCulture,
            $"{what}: {values.Count / duration.TotalSeconds:0} a second, p50 {Report.Percentile(values, 0.5):0.0} ms, p99 {Report.Percentile(values, 0.99):0.0} ms");
        await Report.AppendAsync(
            string.Create(CultureInfo.InvariantCulture, $"P2 changed fact → ranking, {schools:#,0} schools × {Fixture.Branches} branches × {Fixture.Leaves} leaves, {Fixture.Writers} writers"),
            [
                Line("8 writers, write only (one fact by the API, recomputed and committed)", writes),
                Line("8 writers, each reading the first 50 ranks right after its write: the read", reads),
                Line("8 writers, write and read together", both),
                Line($"8 writers, {Pace} changes a second in all, fixed pace: due until committed", pacedWrites),
                Line($"8 writers, {Pace} changes a second in all, fixed pace: due until read in the ranking (goal 50 ms p99)", paced),
                string.Create(CultureInfo.InvariantCulture, $"full roll-up of the district before: {rollup:0.0} s ({schools / rollup:0} schools a second)"),
            ]);
    }

    /// <summary>Changes a second of all writers together; each is read in the ranking as well.</summary>
    private const int Pace = 40;

    private static Task PacedWritersAsync(BenchmarkService service, int schools, TimeSpan duration, Action<double, double> record) =>
        Task.WhenAll(Enumerable.Range(0, Fixture.Writers).Select(async writer =>
        {
            using var client = service.ClientOf(writer);
            var random = new Random(writer);
            var interval = TimeSpan.FromSeconds((double)Fixture.Writers / Pace);
            var started = TimeProvider.System.GetTimestamp();
            TimeSpan Elapsed() => TimeProvider.System.GetElapsedTime(started);
            for (var due = interval * writer / Fixture.Writers; due < duration; due += interval)
            {
                if (due - Elapsed() is { Ticks: > 0 } early)
                    await Task.Delay(early);
                await BenchmarkService.WriteAsync(client, random.Next(schools), random.Next(1_000_000));
                var written = Elapsed() - due;
                await BenchmarkService.ReadRankingAsync(client);
                record(written.TotalMilliseconds, (Elapsed() - due).TotalMilliseconds);
            }
        }));

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
