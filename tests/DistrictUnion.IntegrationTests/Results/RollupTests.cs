using DistrictUnion.Application.Ports;
using DistrictUnion.IntegrationTests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace DistrictUnion.IntegrationTests.Results;

/// <summary>Incremental equals batch, also under concurrent writers; the full roll-up proves it.</summary>
[LongRunning]
public sealed class RollupTests(JobRunningService service) : IClassFixture<JobRunningService>
{
    [Fact]
    public async Task Four_hundred_writes_of_eight_writers_on_one_school_leave_no_difference()
    {
        var district = await OpenAsync("p");
        await district.HandIn("p", claims: new { B1 = 30 });
        var officer = await district.As("officer");

        await Task.WhenAll(Enumerable.Range(0, 8).Select(async writer =>
        {
            for (var i = 0; i < 50; i++)
            {
                (writer % 2 == 0
                    ? await officer.PostAsync("rounds/r1/facts/import", new[] { new { school = "p", branch = $"p-{1 + (writer / 2 % 2)}", fact = "activities", value = (writer + i) % 5 } })
                    : await officer.DoAsync("rounds/r1/schools/p/review", new { level = "district", scores = new[] { new { node = "B1", score = (writer * 3) + (i % 10), reason = "核实" } } }))
                    .Expect(200);
            }
        }));
        await district.Import([new { school = "p", branch = "p-1", fact = "activities", value = 4 }, new { school = "p", branch = "p-2", fact = "activities", value = 3 }]);
        await district.Review("officer", "p", "district", [("B1", 21m)]);

        Assert.Equal(28m, (await district.Scorecard("p")).Number("total"));
        Assert.Equal([], Differences(await RunAsync(district)));
    }

    [Fact]
    public async Task Two_schools_that_share_a_moved_branch_neither_deadlock_nor_differ_under_concurrent_writers()
    {
        var district = await OpenAsync("x", "y");
        await district.PutBranch("y", "x-2", from: "2025-10-15");
        await district.HandIn("x", claims: new { B1 = 30 });
        await district.HandIn("y", claims: new { B1 = 30 });
        var officer = await district.As("officer");
        object Row(string school, string branch, int value) => new { school, branch, fact = "activities", value };

        await Task.WhenAll(Enumerable.Range(0, 8).Select(async writer =>
        {
            for (var i = 0; i < 15; i++)
            {
                (await (writer switch
                {
                    0 or 1 => officer.PostAsync("rounds/r1/facts/import", new[] { Row("x", "x-1", i), Row("y", "y-1", i), Row("y", "x-2", i) }),
                    2 or 3 => officer.PostAsync("rounds/r1/facts/import", new[] { Row("y", "y-1", i), Row("x", "x-2", i), Row("x", "x-1", i) }),
                    4 => officer.DoAsync("rounds/r1/schools/x/review", new { level = "district", scores = new[] { new { node = "B1", score = i, reason = "核实" } } }),
                    5 => officer.DoAsync("rounds/r1/schools/y/review", new { level = "district", scores = new[] { new { node = "B1", score = i, reason = "核实" } } }),
                    6 => officer.SaveAsync("schools/x/branches/x-1", new { name = $"第{i}小组", kind = i % 2 == 0 ? "unionGroup" : "centre", from = "2020-01-01" }),
                    _ => officer.SaveAsync("schools/y/branches/x-2", new { name = $"第{i}小组", kind = "unionGroup", from = i % 2 == 0 ? "2025-10-15" : "2025-10-20" }),
                })).Expect(200);
            }
        }));

        Assert.Equal([], Differences(await RunAsync(district)));
    }

    [Fact]
    public async Task A_result_that_was_changed_behind_the_products_back_is_found_named_and_put_right()
    {
        var district = await OpenAsync("p", "q");
        await district.HandIn("p", claims: new { B1 = 30 });
        await district.HandIn("q", claims: new { B1 = 31 });
        Assert.Equal(1, await service.ExecuteAsync(
            "UPDATE scorecards SET total = total + 500 WHERE school_id = (SELECT s.id FROM schools s JOIN districts d ON d.id = s.district_id WHERE d.code = $1 AND s.code = 'q')", district.Code));
        Assert.Equal(36m, (await district.Scorecard("q")).Number("total"));

        Assert.Equal(["q"], Differences(await RunAsync(district)));

        Assert.Equal(31m, (await district.Scorecard("q")).Number("total"));
        Assert.Equal([], Differences(await RunAsync(district)));
    }

    [Fact]
    public async Task An_occasion_that_comes_twice_queues_one_job_and_another_occasion_another()
    {
        var district = await OpenAsync("p");
        var runner = service.Services.GetRequiredService<IJobRunner>();
        var night = new DateTimeOffset(2025, 11, 3, 18, 0, 0, TimeSpan.Zero);
        await runner.RunRecurringAsync("rollup.nightly", night, CancellationToken.None);
        await runner.RunRecurringAsync("rollup.nightly", night, CancellationToken.None);
        Assert.Equal(1L, await JobsAsync(district));
        await runner.RunRecurringAsync("rollup.nightly", night.AddDays(1), CancellationToken.None);
        Assert.Equal(2L, await JobsAsync(district));
    }

    [Fact]
    public async Task The_quarter_hourly_roll_up_runs_on_the_deadline_day_only()
    {
        var district = await OpenAsync("p");
        var runner = service.Services.GetRequiredService<IJobRunner>();
        foreach (var (now, jobs) in new[] { ("2025-11-09T23:45:00+08:00", 0L), ("2025-11-10T00:15:00+08:00", 1L), ("2025-11-11T00:15:00+08:00", 1L) })
        {
            district.MoveClockTo(now);
            await runner.RunRecurringAsync("rollup.deadlineDay", service.Clock.GetUtcNow(), CancellationToken.None);
            Assert.Equal(jobs, await JobsAsync(district));
        }
    }

    [Fact]
    public async Task What_is_frozen_while_writers_write_is_what_the_facts_say()
    {
        var district = await OpenAsync("p", "q");
        await district.HandIn("p", claims: new { B1 = 30 });
        await district.HandIn("q", claims: new { B1 = 30 });
        var (admin, officer) = (await district.Admin, await district.As("officer"));
        var closing = new TaskCompletionSource();
        var writers = Enumerable.Range(0, 8).Select(async writer =>
        {
            for (var i = 0; i < 40; i++)
            {
                var school = i % 2 == 0 ? "p" : "q";
                var answer = await officer.PostAsync("rounds/r1/facts/import", new[] { new { school, branch = $"{school}-1", fact = "activities", value = (writer + i) % 9 } });
                if (i == 10)
                    closing.TrySetResult();
                if (answer.Status == 409)
                    return true;
                answer.Expect(200);
            }

            return false;
        }).ToList();
        await closing.Task;
        (await admin.DoAsync("rounds/r1/close")).Expect(200);
        Assert.Contains(true, await Task.WhenAll(writers));
        var frozen = await ResultsAsync(district);

        (await admin.DoAsync("rounds/r1/reopen", new { reason = "核对" })).Expect(200);
        Assert.Equal([], Differences(await RunAsync(district)));
        Assert.Equal(frozen, await ResultsAsync(district));
    }

    [Fact]
    public async Task A_changed_membership_is_right_in_the_next_read()
    {
        var district = await OpenAsync("p", "q");
        await district.HandIn("p", claims: new { B1 = 30 });
        await district.HandIn("q", claims: new { B1 = 40 });
        Assert.Equal(35m, (await district.Summary()).Number("district.memberWeightedMean"));
        await district.PutSchool("q", "north", members: 150);
        Assert.Equal(37.5m, (await district.Summary()).Number("district.memberWeightedMean"));
        await district.PutZone("south");
        await district.PutSchool("q", "south", members: 150);
        Assert.Equal([30m, 40m], (await district.Summary()).Numbers("zones", "mean"));
    }

    private static IEnumerable<string?> Differences(Answer job) => job.At("result.differences").EnumerateArray().Select(d => d.GetString());

    private static async Task<Answer> RunAsync(TestDistrict district)
    {
        var admin = await district.Admin;
        var started = (await admin.PostAsync("rounds/r1/rollups")).Expect(202);
        var ended = await admin.GetAsync($"jobs/{started.Text("id")}");
        Assert.Equal("succeeded", ended.Expect(200).Text("state"));
        return ended;
    }

    private Task<long> JobsAsync(TestDistrict district) =>
        service.ReadAsync<long>("SELECT COUNT(*) FROM jobs WHERE district_id = (SELECT id FROM districts WHERE code = $1)", district.Code);

    private Task<string> ResultsAsync(TestDistrict district) => service.ReadAsync<string>(
        "SELECT string_agg(concat_ws(' ', school_id, total, base, bonus, late, outcome, tie_key, nodes), '|' ORDER BY school_id) FROM scorecards WHERE district_id = (SELECT id FROM districts WHERE code = $1)",
        district.Code);

    private async Task<TestDistrict> OpenAsync(params string[] schools)
    {
        var district = await service.FoundDistrictAsync();
        await district.PrepareAnnual(2, schools);
        await district.OpenRound();
        return district;
    }
}
