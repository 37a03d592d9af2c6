using DistrictUnion.IntegrationTests.Hosting;
using Xunit;

namespace DistrictUnion.IntegrationTests.Evaluations;

/// <summary>A bulk decision can be undone for ten minutes, where nobody acted on it since.</summary>
public sealed class UndoTests(TestService service) : IClassFixture<TestService>
{
    private const string Decisions = "rounds/r1/self-evaluations/decisions";

    [Fact]
    public async Task A_bulk_return_is_undone_and_the_scores_are_as_they_were()
    {
        var (district, officer) = await HandedInAsync();
        var before = (await district.Scorecard("p")).Number("total");
        (await officer.PostAsync("rounds/r1/self-evaluations/return", new { schools = new[] { "p", "q" }, reason = "误操作" })).Expect(200);
        Assert.Equal("notSubmitted", (await district.Scorecard("p")).Text("outcome"));
        var decision = (await officer.GetAsync(Decisions)).Expect(200);
        Assert.Equal(("return", 2m, false), (decision.Text("items[0].step"), decision.Number("items[0].schools"), decision.At("items[0].undone").GetBoolean()));

        var undone = (await officer.PostAsync($"{Decisions}/{decision.Text("items[0].id")}/undo")).Expect(200);

        Assert.Equal(2m, undone.Number("updated"));
        Assert.Equal(before, (await district.Scorecard("p")).Number("total"));
        Assert.Equal("submitted", (await officer.GetAsync("rounds/r1/schools/p/self-evaluation")).Text("state"));
        (await officer.PostAsync($"{Decisions}/{decision.Text("items[0].id")}/undo")).ExpectConflict("undone");
    }

    [Fact]
    public async Task A_school_that_was_dealt_with_since_stays_as_it_is()
    {
        var (district, officer) = await HandedInAsync();
        (await officer.PostAsync("rounds/r1/self-evaluations/return", new { schools = new[] { "p", "q" }, reason = "误操作" })).Expect(200);
        await district.HandIn("q", claims: new { B1 = 33 });
        var decision = (await officer.GetAsync(Decisions)).Text("items[0].id");

        var undone = (await officer.PostAsync($"{Decisions}/{decision}/undo")).Expect(200);

        Assert.Equal(["updated", "rejected"], undone.Texts("rows", "status"));
        Assert.Equal("evaluation.changedSince", undone.Text("rows[1].code"));
        Assert.Equal(33m, await district.Final("q", "B1"));
    }

    [Fact]
    public async Task A_bulk_acceptance_is_undone_by_who_made_it_and_by_nobody_else()
    {
        var (district, officer) = await HandedInAsync();
        (await officer.PostAsync("rounds/r1/self-evaluations/accept", new { schools = new[] { "p" } })).Expect(200);
        var decision = (await officer.GetAsync(Decisions)).Text("items[0].id");
        var admin = await district.Admin;
        Assert.Empty((await admin.GetAsync(Decisions)).At("items").EnumerateArray());
        (await admin.PostAsync($"{Decisions}/{decision}/undo")).Expect(404);

        (await officer.PostAsync($"{Decisions}/{decision}/undo")).Expect(200);

        Assert.Equal("submitted", (await admin.GetAsync("rounds/r1/schools/p/self-evaluation")).Text("state"));
    }

    [Fact]
    public async Task After_ten_minutes_it_holds()
    {
        var (district, officer) = await HandedInAsync();
        district.MoveClockTo("2025-11-05T02:00:00Z");
        officer = await district.As("officer");
        (await officer.PostAsync("rounds/r1/self-evaluations/return", new { schools = new[] { "p", "q" }, reason = "补材料" })).Expect(200);
        var decision = (await officer.GetAsync(Decisions)).Text("items[0].id");

        district.MoveClockTo("2025-11-05T02:10:00Z");

        (await (await district.As("officer")).PostAsync($"{Decisions}/{decision}/undo")).ExpectConflict("final");
        Assert.Equal("notSubmitted", (await district.Scorecard("p")).Text("outcome"));
    }

    private async Task<(TestDistrict District, UnionClient Officer)> HandedInAsync()
    {
        var district = await service.FoundDistrictAsync();
        await district.PrepareAnnual(1, "p", "q");
        await district.OpenRound();
        await district.HandIn("p", new { congressHeld = true }, new { B1 = 20 });
        await district.HandIn("q", claims: new { B1 = 30 });
        return (district, await district.As("officer"));
    }
}
