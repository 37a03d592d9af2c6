using System.Globalization;

namespace DistrictUnion.Benchmarks;

/// <summary>P3: whatever many writers do to a few schools at once, the stored results are those of a recomputation.</summary>
internal static class HotSchools
{
    private const int Schools = 200;
    private const int Hot = 10;

    /// <summary>Runs; true when nothing differs.</summary>
    public static async Task<bool> RunAsync(string postgres, TimeSpan duration)
    {
        await using var database = await BenchmarkDatabase.CreateAsync(postgres);
        var fixture = new Fixture(database, Schools);
        await fixture.LoadAsync();
        await using var service = await BenchmarkService.StartAsync(database);
        var written = 0;
        await Task.WhenAll(Enumerable.Range(0, Fixture.Writers).Select(async writer =>
        {
            using var client = service.ClientOf(writer);
            var random = new Random(writer);
            var started = TimeProvider.System.GetTimestamp();
            while (TimeProvider.System.GetElapsedTime(started) < duration)
            {
                await BenchmarkService.WriteAsync(client, random.Next(Hot), random.Next(1_000_000));
                Interlocked.Increment(ref written);
            }
        }));
        var differences = await fixture.CountDifferencesAsync();
        await Report.AppendAsync(
            string.Create(CultureInfo.InvariantCulture, $"P3 {Fixture.Writers} writers on {Hot} hot schools of {Schools} for {duration.TotalSeconds:0} s"),
            [string.Create(CultureInfo.InvariantCulture, $"{written:#,0} writes ({written / duration.TotalSeconds:0} a second), {differences} stored results differ from a recomputation (goal 0)")]);
        return differences == 0;
    }
}
