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
        Assert.Equal("failed", await StateAsync(district, poisoned));

        var (_, next) = await QueueAsync(district);
        await Runner.RunAsync(id, next, CancellationToken.None);
        Assert.Equal("succeeded", await StateAsync(district, next));
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
