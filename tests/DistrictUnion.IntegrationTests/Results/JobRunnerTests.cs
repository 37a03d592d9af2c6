using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.IntegrationTests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace DistrictUnion.IntegrationTests.Results;

/// <summary>Leases, two schedulers, poison, suspended districts: a job that is asked for twice has one effect.</summary>
public sealed class JobRunnerTests(HandRunService service) : IClassFixture<HandRunService>
{
    private static readonly DateTimeOffset Occasion = new(2025, 11, 4, 2, 0, 0, TimeSpan.FromHours(8));

    private IJobRunner Runner => service.Services.GetRequiredService<IJobRunner>();

    [Fact]
    public async Task Two_schedulers_that_meet_queue_one_job_for_the_same_occasion()
    {
        var district = await OpenAsync();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Runner.RunRecurringAsync("rollup.nightly", Occasion, CancellationToken.None)));
        await Runner.RunRecurringAsync("rollup.nightly", Occasion.ToUniversalTime(), CancellationToken.None);
        Assert.Equal(1, (await (await district.Admin).GetAsync("jobs")).Number("total"));

        await Runner.RunRecurringAsync("rollup.nightly", Occasion.AddDays(1), CancellationToken.None);
        Assert.Equal(2, (await (await district.Admin).GetAsync("jobs")).Number("total"));
    }

    [Fact]
    public async Task A_job_that_another_runner_holds_is_left_alone_until_its_lease_runs_out()
    {
        var district = await OpenAsync();
        var (id, job) = await QueueAsync(district);
        var now = service.Clock.GetUtcNow();
        await service.ExecuteAsync("UPDATE jobs SET state = 1, started_at = $2, lease_until = $3 WHERE id = $1", job.Value, now, now.AddMinutes(5));

        await Runner.RunAsync(id, job, CancellationToken.None);
        Assert.Equal("running", await StateAsync(district, job));

        // The other runner was killed: nobody renews its lease.
        service.Clock.Advance(TimeSpan.FromMinutes(5) + TimeSpan.FromSeconds(1));
        service.Jobs.Enqueued.Clear();
        await Runner.RunRecurringAsync("jobs.sweep", service.Clock.GetUtcNow(), CancellationToken.None);
        Assert.Contains(job, service.Jobs.Enqueued);
        await Runner.RunAsync(id, job, CancellationToken.None);
        Assert.Equal("succeeded", await StateAsync(district, job));
    }

    [Fact]
    public async Task Two_runners_that_take_the_same_job_run_it_once()
    {
        var district = await OpenAsync();
        var (id, job) = await QueueAsync(district);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Runner.RunAsync(id, job, CancellationToken.None)));
        var ended = (await (await district.Admin).GetAsync($"jobs/{job.Value}")).Text("endedAt");
        service.Clock.Advance(TimeSpan.FromMinutes(1));
        await Runner.RunAsync(id, job, CancellationToken.None);

        Assert.Equal("succeeded", await StateAsync(district, job));
        Assert.Equal(ended, (await (await district.Admin).GetAsync($"jobs/{job.Value}")).Text("endedAt"));
    }

    [Fact]
    public async Task A_poisoned_job_fails_and_the_next_one_runs()
    {
        var district = await OpenAsync();
        var (id, poisoned) = await QueueAsync(district);
        await service.ExecuteAsync("UPDATE jobs SET payload = '\"nothing\"' WHERE id = $1", poisoned.Value);

        await Runner.RunAsync(id, poisoned, CancellationToken.None);
        Assert.Equal("queued", await StateAsync(district, poisoned));

        var (_, next) = await QueueAsync(district);
        await Runner.RunAsync(id, next, CancellationToken.None);
        Assert.Equal("succeeded", await StateAsync(district, next));
    }

    [Fact]
    public async Task A_job_that_fails_every_time_waits_longer_each_time_and_is_a_dead_letter_that_a_person_can_retry()
    {
        var district = await OpenAsync();
        var (id, poisoned) = await QueueAsync(district);
        var payload = await service.ReadAsync<string>("SELECT payload FROM jobs WHERE id = $1", poisoned.Value);
        await service.ExecuteAsync("UPDATE jobs SET payload = '\"nothing\"' WHERE id = $1", poisoned.Value);
        var waits = new List<double>();
        for (var attempt = 1; attempt < 5; attempt++)
        {
            await Runner.RunAsync(id, poisoned, CancellationToken.None);
            await Runner.RunAsync(id, poisoned, CancellationToken.None);
            var waiting = (await (await district.Admin).GetAsync($"jobs/{poisoned.Value}")).Expect(200);
            Assert.Equal((attempt, "job.failed"), ((int)waiting.Number("attempts")!, waiting.Text("error")));
            var wait = DateTimeOffset.Parse(waiting.Text("nextAttemptAt"), System.Globalization.CultureInfo.InvariantCulture) - service.Clock.GetUtcNow();
            waits.Add(wait.TotalSeconds);
            service.Clock.Advance(wait);
            service.Jobs.Enqueued.Clear();
            await Runner.RunRecurringAsync("jobs.sweep", service.Clock.GetUtcNow(), CancellationToken.None);
            Assert.Contains(poisoned, service.Jobs.Enqueued);
        }

        await Runner.RunAsync(id, poisoned, CancellationToken.None);

        Assert.Equal([15, 60, 300, 1800], waits);
        var admin = await district.Admin;
        Assert.Equal(1, (await admin.GetAsync("jobs?state=failed&kind=rollup.full")).Number("total"));
        Assert.Contains("后台任务", (await admin.GetAsync("inbox")).Text("items[0].title"), StringComparison.Ordinal);
        await service.ExecuteAsync("UPDATE jobs SET payload = $2 WHERE id = $1", poisoned.Value, payload);
        (await admin.PostAsync($"jobs/{poisoned.Value}/retry")).Expect(202);
        (await admin.PostAsync($"jobs/{poisoned.Value}/retry")).ExpectConflict("queued");
        await Runner.RunAsync(id, poisoned, CancellationToken.None);
        Assert.Equal("succeeded", await StateAsync(district, poisoned));
    }

    [Fact]
    public async Task A_clock_that_steps_back_runs_nothing_twice_and_loses_nothing()
    {
        var district = await OpenAsync();
        await Runner.RunRecurringAsync("rollup.nightly", Occasion, CancellationToken.None);
        var (id, job) = await QueueAsync(district);
        await Runner.RunAsync(id, job, CancellationToken.None);
        service.Clock.Advance(TimeSpan.FromHours(-2));

        await Runner.RunAsync(id, job, CancellationToken.None);
        await Runner.RunRecurringAsync("rollup.nightly", Occasion, CancellationToken.None);
        Assert.Equal(2, (await (await district.Admin).GetAsync("jobs")).Number("total"));
        Assert.Equal(1, (await (await district.Admin).GetAsync($"jobs/{job.Value}")).Number("attempts"));

        // What was queued by the clock before is found as soon as the clock is there again.
        service.Clock.Advance(TimeSpan.FromHours(2) + TimeSpan.FromSeconds(21));
        service.Jobs.Enqueued.Clear();
        await Runner.RunRecurringAsync("jobs.sweep", service.Clock.GetUtcNow(), CancellationToken.None);
        Assert.Contains((await (await district.Admin).GetAsync("jobs?definition=rollup.nightly")).Text("items[0].id"), service.Jobs.Enqueued.Select(j => j.Value.ToString()));
    }

    [Fact]
    public async Task A_paused_job_queues_nothing_in_its_district_until_it_goes_on_and_can_be_run_by_hand()
    {
        var (district, other) = (await OpenAsync(), await OpenAsync());
        var admin = await district.Admin;
        var paused = (await admin.PostAsync("job-definitions/rollup.nightly/pause")).Expect(200);
        Assert.Equal((district.NameOf("admin"), "夜间核算"), (paused.Text("pausedBy"), paused.Text("name")));
        (await admin.PostAsync("job-definitions/jobs.sweep/pause")).Expect(409);
        (await admin.PostAsync("job-definitions/nothing/pause")).ExpectProblem(404, "not-found");

        await Runner.RunRecurringAsync("rollup.nightly", Occasion, CancellationToken.None);
        Assert.Equal(0, (await admin.GetAsync("jobs")).Number("total"));
        Assert.Equal(1, (await (await other.Admin).GetAsync("jobs")).Number("total"));

        service.Jobs.Enqueued.Clear();
        var run = (await admin.PostAsync("job-definitions/rollup.nightly/run")).Expect(202);
        Assert.Equal(run.Text("jobs[0].id"), Assert.Single(service.Jobs.Enqueued).Value.ToString());
        Assert.Empty((await admin.PostAsync("job-definitions/webhooks.deliver/run")).Expect(202).At("jobs").EnumerateArray());
        (await admin.PostAsync("job-definitions/rollup.nightly/resume")).Expect(200);
        await Runner.RunRecurringAsync("rollup.nightly", Occasion.AddDays(1), CancellationToken.None);
        Assert.Equal(2, (await admin.GetAsync("jobs?definition=rollup.nightly")).Number("total"));
        var all = (await admin.GetAsync("job-definitions")).Expect(200);
        Assert.Equal("2025-11-04T02:00:00+08:00", all.Find("items", "id", "rollup.nightly").GetProperty("nextRun").GetString());
        Assert.Equal("queued", all.Find("items", "id", "rollup.nightly").GetProperty("lastRun").GetProperty("state").GetString());
        Assert.DoesNotContain("jobDefinition.", all.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("jobDefinition.", (await admin.GetAsync("job-definitions", ("Accept-Language", "en"))).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Old_records_of_the_products_own_work_go_and_what_scored_stays()
    {
        var district = await OpenAsync();
        var (id, old) = await QueueAsync(district);
        await Runner.RunAsync(id, old, CancellationToken.None);
        await service.ExecuteAsync("UPDATE outbox_messages SET delivered_at = at WHERE district_id = $1", id.Value);
        var audited = await service.ReadAsync<long>("SELECT count(*) FROM audit_entries WHERE district_id = $1", id.Value);
        service.Clock.Advance(TimeSpan.FromDays(91));
        await Runner.RunRecurringAsync("records.retention", service.Clock.GetUtcNow(), CancellationToken.None);
        await Runner.RunAsync(id, service.Jobs.Enqueued.Last(), CancellationToken.None);

        Assert.Equal(0L, await service.ReadAsync<long>("SELECT (SELECT count(*) FROM jobs WHERE id = $2) + (SELECT count(*) FROM outbox_messages WHERE district_id = $1)", id.Value, old.Value));
        Assert.Equal(audited, await service.ReadAsync<long>("SELECT count(*) FROM audit_entries WHERE district_id = $1", id.Value));
        Assert.Equal(1L, await service.ReadAsync<long>("SELECT count(*) FROM jobs WHERE district_id = $1 AND kind = 'records.retention' AND state = 2", id.Value));
    }

    [Fact]
    public async Task Nobody_of_a_suspended_district_gets_in_and_its_jobs_are_refused()
    {
        var district = await OpenAsync();
        var admin = await district.Admin;
        var (id, job) = await QueueAsync(district);
        await service.ExecuteAsync("UPDATE districts SET suspended_at = now() WHERE id = $1", id.Value);

        (await admin.GetAsync("me")).Expect(401);
        (await service.Anonymous().PostAsync("auth/login", new { userName = district.NameOf("admin"), password = UnionClient.Password })).ExpectProblem(401, "auth-refused");
        await Runner.RunAsync(id, job, CancellationToken.None);
        await Runner.RunRecurringAsync("rollup.nightly", Occasion, CancellationToken.None);
        Assert.Equal(1, await service.ReadAsync<long>("SELECT count(*) FROM jobs WHERE district_id = $1 AND state = 0", id.Value));

        await service.ExecuteAsync("UPDATE districts SET suspended_at = NULL WHERE id = $1", id.Value);
        (await admin.GetAsync("me")).Expect(200);
        await Runner.RunAsync(id, job, CancellationToken.None);
        Assert.Equal("succeeded", await StateAsync(district, job));
    }

    private async Task<TestDistrict> OpenAsync()
    {
        var district = await service.FoundDistrictAsync();
        await district.PrepareAnnual(1, "p");
        await district.OpenRound();
        return district;
    }

    private async Task<(DistrictId District, JobId Job)> QueueAsync(TestDistrict district)
    {
        var job = (await (await district.Admin).PostAsync("rounds/r1/rollups")).Expect(202).Text("id");
        return (new DistrictId(await service.ReadAsync<Guid>("SELECT id FROM districts WHERE code = $1", district.Code)), new JobId(Guid.Parse(job)));
    }

    private static async Task<string> StateAsync(TestDistrict district, JobId job) =>
        (await (await district.Admin).GetAsync($"jobs/{job.Value}")).Text("state");
}
