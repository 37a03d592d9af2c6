using DistrictUnion.IntegrationTests.Hosting;
using Xunit;

namespace DistrictUnion.IntegrationTests.Results;

/// <summary>Long work over HTTP on the real job engine, which keeps real time.</summary>
public sealed class JobTests(RealTimeService service) : IClassFixture<RealTimeService>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task A_full_roll_up_over_http_is_a_job_with_progress_that_finds_nothing_after_honest_edits()
    {
        var district = await service.FoundDistrictAsync();
        await district.PrepareAnnual(1, "p", "q");
        await district.OpenRound();
        await district.Report("p", "p-1", new { members = 10, insured = 9 });
        await district.HandIn("p", claims: new { B1 = 30 });
        var admin = await district.Admin;

        var started = (await admin.PostAsync("rounds/r1/rollups")).Expect(202);

        Assert.Equal($"/api/v1/jobs/{started.Text("id")}", started.Headers.Location!.ToString());
        var ended = await WaitAsync(admin, started.Text("id"));
        Assert.Equal("succeeded", ended.Text("state"));
        Assert.Equal((2m, 2m), (ended.Number("progress.done"), ended.Number("progress.total")));
        Assert.Equal(2m, ended.Number("result.schools"));
        Assert.Equal(0, ended.At("result.differences").GetArrayLength());
        (await admin.DeleteAsync($"jobs/{started.Text("id")}")).ExpectConflict("succeeded");
    }

    [Fact]
    public async Task Progress_comes_as_events_until_the_job_has_ended()
    {
        var district = await service.FoundDistrictAsync();
        await district.PrepareAnnual(1, "p", "q");
        await district.OpenRound();
        var admin = await district.Admin;
        var job = (await admin.PostAsync("rounds/r1/rollups")).Expect(202).Text("id");

        var events = await admin.GetAsync($"jobs/{job}/events").WaitAsync(Patience);

        Assert.Equal("text/event-stream", events.Expect(200).ContentType);
        var last = events.Body.Split("\n\n", StringSplitOptions.RemoveEmptyEntries)[^1];
        Assert.StartsWith("event: progress\ndata: {", last, StringComparison.Ordinal);
        Assert.Contains("\"state\":\"succeeded\"", last, StringComparison.Ordinal);
    }

    /// <summary>Asks until the job has ended.</summary>
    private static async Task<Answer> WaitAsync(UnionClient client, string job)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var answer = (await client.GetAsync($"jobs/{job}")).Expect(200);
            if (answer.Text("state") is not ("queued" or "running"))
                return answer;
            Assert.True(TimeProvider.System.GetElapsedTime(started) < Patience, $"The job is still {answer.Text("state")}.");
        }
    }
}

/// <summary>Jobs that wait because nothing runs them.</summary>
public sealed class QueuedJobTests(TestService service) : IClassFixture<TestService>
{
    [Fact]
    public async Task A_queued_job_is_cancelled_once()
    {
        var district = await service.FoundDistrictAsync();
        await district.PrepareAnnual(1, "p");
        await district.OpenRound();
        var admin = await district.Admin;
        var job = (await admin.PostAsync("rounds/r1/rollups")).Expect(202).Text("id");
        Assert.Equal("queued", (await admin.GetAsync($"jobs/{job}")).Text("state"));
        Assert.Equal(job, service.Jobs.Enqueued.Last().Value.ToString());

        (await admin.DeleteAsync($"jobs/{job}")).Expect(204);

        Assert.Equal("cancelled", (await admin.GetAsync($"jobs/{job}")).Text("state"));
        (await admin.DeleteAsync($"jobs/{job}")).ExpectConflict("cancelled");
    }

    [Fact]
    public async Task A_job_of_another_district_is_as_unknown_as_none()
    {
        var (own, other) = (await service.FoundDistrictAsync(), await service.FoundDistrictAsync());
        await own.PrepareAnnual(1, "p");
        await own.OpenRound();
        var job = (await (await own.Admin).PostAsync("rounds/r1/rollups")).Expect(202).Text("id");
        var stranger = await other.Admin;
        (await stranger.GetAsync($"jobs/{job}")).ExpectProblem(404, "not-found");
        (await stranger.DeleteAsync($"jobs/{job}")).ExpectProblem(404, "not-found");
        (await stranger.GetAsync("jobs/not-a-guid")).ExpectProblem(404, "not-found");
        Assert.Equal("queued", (await (await own.Admin).GetAsync($"jobs/{job}")).Text("state"));
    }
}
