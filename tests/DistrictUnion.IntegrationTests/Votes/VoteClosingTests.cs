using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.IntegrationTests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static DistrictUnion.IntegrationTests.Votes.VotedSchool;

namespace DistrictUnion.IntegrationTests.Votes;

/// <summary>A vote whose time is over closes by itself.</summary>
public sealed class VoteClosingTests(HandRunService service) : IClassFixture<HandRunService>
{
    private static readonly DateTimeOffset ClosesAt = new(2025, 11, 4, 18, 0, 0, TimeSpan.FromHours(8));

    private IJobRunner Runner => service.Services.GetRequiredService<IJobRunner>();

    [Fact]
    public async Task A_vote_is_counted_at_its_closing_instant_and_not_before()
    {
        var (school, tokens) = await OpenAsync();
        await school.CastAsync(tokens, ("very", 5), ("mostly", 1));

        await SweepAsync(school.District, ClosesAt.AddSeconds(-1));
        Assert.Equal("open", (await (await school.District.As("officer")).GetAsync($"{VotesPath}/ballots")).Expect(200).Text("state"));
        await SweepAsync(school.District, ClosesAt);

        var vote = (await (await school.District.As("officer")).GetAsync($"{VotesPath}/ballots")).Expect(200);
        Assert.Equal(("closed", "valid", 6m), (vote.Text("state"), vote.Text("result.verdict"), vote.Number("result.returned")));
        Assert.Equal(83.33m, await school.District.Final("p", "RATE"));
        Assert.Equal(0, await service.ReadAsync<long>("SELECT count(*) FROM ballot_links l JOIN districts d ON d.id = l.district_id WHERE d.code = $1", school.District.Code));
    }

    [Fact]
    public async Task Closing_twice_or_beside_the_organiser_counts_once_and_spares_the_repetition()
    {
        var (school, tokens) = await OpenAsync();
        await school.CastAsync(tokens, ("very", 1));
        var officer = await school.District.As("officer");
        school.District.MoveClockTo("2025-11-04T18:00:00+08:00");
        officer = await school.District.As("officer");
        service.Jobs.Enqueued.Clear();
        await Runner.RunRecurringAsync("votes.close", ClosesAt, CancellationToken.None);
        await Runner.RunRecurringAsync("votes.close", ClosesAt, CancellationToken.None);
        await school.CloseAsync();
        var repeated = (await officer.PutAsync($"{VotesPath}/ballots", new { eligible = 6 }, ("If-Match", "*"))).Expect(201);
        (await officer.DoAsync($"{VotesPath}/ballots/open")).Expect(200);

        await RunQueuedAsync(school.District);

        Assert.Equal(2, repeated.Number("number"));
        Assert.Equal("open", (await officer.GetAsync($"{VotesPath}/ballots")).Expect(200).Text("state"));
        Assert.Equal(1, await service.ReadAsync<long>("SELECT count(*) FROM jobs j JOIN districts d ON d.id = j.district_id WHERE d.code = $1 AND j.kind = 'vote.close' AND j.state = 2", school.District.Code));
    }

    private async Task<(VotedSchool School, IReadOnlyList<string> Tokens)> OpenAsync()
    {
        service.Clock.Set(TestClock.Start);
        var school = await VotedSchool.MakeAsync(service);
        var officer = await school.District.As("officer");
        (await officer.PutAsync($"{VotesPath}/ballots", new { eligible = 6, closesAt = ClosesAt })).Expect(201);
        var tokens = await school.LinksAsync(6);
        (await officer.DoAsync($"{VotesPath}/ballots/open")).Expect(200);
        return (school, tokens);
    }

    private async Task SweepAsync(TestDistrict of, DateTimeOffset at)
    {
        of.MoveClockTo(at.ToString("O"));
        service.Jobs.Enqueued.Clear();
        await Runner.RunRecurringAsync("votes.close", at, CancellationToken.None);
        await RunQueuedAsync(of);
    }

    private async Task RunQueuedAsync(TestDistrict district)
    {
        var id = new DistrictId(await service.ReadAsync<Guid>("SELECT id FROM districts WHERE code = $1", district.Code));
        foreach (var job in service.Jobs.Enqueued.Distinct().ToList())
            await Runner.RunAsync(id, job, CancellationToken.None);
    }
}
