using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace DistrictUnion.Benchmarks;

/// <summary>The lab: a closed round replayed under other weights through the API, from the request to the stored comparison.</summary>
internal static class LabReplays
{
    /// <summary>Leaves with another maximum in each trial.</summary>
    private const int Changed = 20;

    public static async Task RunAsync(string postgres, int schools, int leaves, int rounds)
    {
        await using var database = await BenchmarkDatabase.CreateAsync(postgres);
        await new Fixture(database, schools, leaves).LoadAsync();
        await using var service = await BenchmarkService.StartAsync(database);
        using var client = service.ClientOf(0);
        client.Timeout = TimeSpan.FromMinutes(10);
        var closing = await TimedAsync(() => SendAsync(client, $"rounds/{Fixture.Round}/close", "{}"));
        var input = await database.ScalarAsync<decimal>("SELECT avg(length(frozen_input)) FROM scorecards");
        List<string> lines =
        [
            string.Create(CultureInfo.InvariantCulture, $"frozen input: {input / 1024:0.0} KiB a school; closing the round: {closing.Seconds:0.0} s"),
            string.Create(CultureInfo.InvariantCulture, $"memory before: {PeakMebibytes()} MiB at most (VmHWM)"),
        ];
        List<double> seconds = [];
        for (var round = 1; round <= rounds; round++)
        {
            var (took, run) = await TimedAsync(() => SendAsync(client, "lab/runs", Body(round, leaves)));
            seconds.Add(took);
            var summary = run.GetProperty("summary");
            lines.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"trial {round}: {took:0.00} s; {summary.GetProperty("moved")} schools change rank, {summary.GetProperty("swappedPairs")} pairs swap, τ {summary.GetProperty("tau")}, {run.GetProperty("discrepancies").GetArrayLength()} discrepancies; memory {PeakMebibytes()} MiB at most"));
        }

        var page = await TimedAsync(async () => await client.GetFromJsonAsync<JsonElement>(new Uri($"/api/v1/lab/runs/{await database.ScalarAsync<Guid>("SELECT id FROM lab_runs LIMIT 1")}/schools", UriKind.Relative)));
        var kept = await database.ScalarAsync<int>("SELECT max(length(schools)) FROM lab_results") / 1024;
        lines.Add(string.Create(CultureInfo.InvariantCulture, $"median {Report.Percentile(seconds, 0.5):0.00} s (goal ≤ 5 s); first page of the schools of a trial {page.Seconds * 1000:0} ms; a kept trial {kept} KiB"));
        await Report.AppendAsync(string.Create(CultureInfo.InvariantCulture, $"Lab: {schools:#,0} schools × {Fixture.Branches} branches × {leaves} leaves replayed under {Changed} other weights"), lines);
    }

    private static string Body(int round, int leaves)
    {
        var changes = new StringBuilder();
        for (var i = 0; i < Changed; i++)
            changes.Append(CultureInfo.InvariantCulture, $$""",{"path":"sections[0].items[{{i}}].max","value":{{1 + round}}}""");
        return string.Create(
            CultureInfo.InvariantCulture,
            $$"""{"name":"trial {{round}}","round":"{{Fixture.Round}}","changes":[{"path":"sections[0].max","value":{{leaves + (Changed * round)}}}{{changes}}]}""");
    }

    private static async Task<JsonElement> SendAsync(HttpClient client, string path, string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"/api/v1/{path}", UriKind.Relative)) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.TryAddWithoutValidation("If-Match", "*");
        using var response = await client.SendAsync(request);
        return response.IsSuccessStatusCode
            ? await response.Content.ReadFromJsonAsync<JsonElement>()
            : throw new InvalidOperationException($"{path}: {(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}");
    }

    private static async Task<(double Seconds, T Result)> TimedAsync<T>(Func<Task<T>> work)
    {
        var started = TimeProvider.System.GetTimestamp();
        var result = await work();
        return (TimeProvider.System.GetElapsedTime(started).TotalSeconds, result);
    }

    private static int PeakMebibytes() =>
        int.Parse(File.ReadLines("/proc/self/status").First(l => l.StartsWith("VmHWM", StringComparison.Ordinal)).Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
}
