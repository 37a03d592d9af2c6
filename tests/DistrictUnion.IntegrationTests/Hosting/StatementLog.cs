using System.Collections.Concurrent;
using System.Diagnostics;

namespace DistrictUnion.IntegrationTests.Hosting;

/// <summary>Listens to the driver; statements belong to the request whose trace they carry.</summary>
internal sealed class StatementLog : IDisposable
{
    private readonly ConcurrentDictionary<string, ConcurrentQueue<string>> byTrace = new(StringComparer.Ordinal);
    private readonly ActivityListener listener;

    public StatementLog()
    {
        listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Npgsql",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                if ((activity.GetTagItem("db.query.text") ?? activity.GetTagItem("db.statement")) is string statement)
                    byTrace.GetOrAdd(activity.TraceId.ToString(), _ => []).Enqueue(statement);
            },
        };
        ActivitySource.AddActivityListener(listener);
    }

    /// <summary>The statements that were counted last.</summary>
    public string Last { get; private set; } = "";

    /// <summary>Statements of a read.</summary>
    public Task<int> CountAsync(UnionClient client, string path) => CountAsync(async trace => (await client.GetAsync(path, trace)).Expect(200));

    /// <summary>Statements of a request, which has to carry the header that it is given.</summary>
    public async Task<int> CountAsync(Func<(string Name, string Value), Task<Answer>> request, int status = 200)
    {
        var trace = ActivityTraceId.CreateRandom().ToString();
        (await request(("traceparent", $"00-{trace}-{ActivitySpanId.CreateRandom()}-01"))).Expect(status);
        var statements = byTrace.GetValueOrDefault(trace) ?? [];
        Last = string.Join("\n---\n", statements);
        return statements.Count;
    }

    public void Dispose() => listener.Dispose();
}
