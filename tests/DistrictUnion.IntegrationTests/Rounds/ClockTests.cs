using DistrictUnion.IntegrationTests.Hosting;
using Xunit;

namespace DistrictUnion.IntegrationTests.Rounds;

/// <summary>Clocks that step back, leap days, half-open deadlines.</summary>
public sealed class ClockTests(TestService service) : IClassFixture<TestService>
{
    private const string Evaluation = "rounds/r1/schools/p/self-evaluation";

    [Fact]
    public async Task A_clock_that_steps_back_unlocks_no_round()
    {
        var district = await service.FoundDistrictAsync();
        await district.PrepareAnnual(1, "p", "q");
        await PlanLockedAsync(district);
        district.MoveClockTo("2025-11-13T00:00:00+08:00");

        // The audit trail tells of the sign-in; of what is refused it doesn't.
        (await (await service.SignInAsync(district.NameOf("chair.p"))).SaveAsync(Evaluation, new { claims = new { B1 = 1 } })).ExpectConflict("locked");

        district.MoveClockTo("2025-11-12T10:00:00+08:00");

        (await (await district.As("chair.p")).SaveAsync(Evaluation, new { claims = new { B1 = 1 } })).ExpectConflict("locked");
    }

    [Fact]
    public async Task A_clock_that_steps_back_makes_nothing_punctual_that_is_late()
    {
        var district = await service.FoundDistrictAsync();
        await district.PrepareAnnual(1, "p");
        await district.OpenRound();
        district.MoveClockTo("2025-11-12T08:00:00+08:00");
        (await (await district.As("chair.p")).SaveAsync(Evaluation, new { claims = new { B1 = 1 } })).Expect(201);

        district.MoveClockTo("2025-11-10T08:00:00+08:00");
        var submitted = (await (await district.As("chair.p")).DoAsync($"{Evaluation}/submit")).Expect(200);

        Assert.Equal(2m, submitted.Number("daysLate"));
    }

    [Fact]
    public async Task A_clock_that_steps_back_revives_no_ended_session_and_no_closed_round()
    {
        var district = await service.FoundDistrictAsync();
        await district.PrepareAnnual(1, "p");
        await district.OpenRound();
        var chair = await district.As("chair.p");
        (await chair.SaveAsync(Evaluation, new { claims = new { B1 = 1 } })).Expect(201);
        (await chair.PostAsync("auth/logout")).Expect(204);
        await district.CloseRound();

        district.MoveClockTo("2025-11-01T08:00:00+08:00");

        (await chair.GetAsync("me")).Expect(401);
        (await (await district.As("chair.p")).DoAsync($"{Evaluation}/submit")).ExpectConflict("closed", "publish", "reopen");
    }

    [Fact]
    public async Task A_leap_day_is_a_day_like_any_other_and_only_in_leap_years()
    {
        var district = await service.FoundDistrictAsync();
        await district.PrepareAnnual(1, "p");
        await district.PlanRound("leap", from: "2027-09-01", to: "2028-02-29", dueAt: "2028-02-29");
        var admin = await district.Admin;

        Assert.Equal("2028-03-01T00:00:00+08:00", (await admin.GetAsync("rounds/leap")).Text("effectiveDueAt"));
        await district.PutBranch("p", "p-leap", from: "2028-02-29");
        Assert.Equal("2028-02-29", (await admin.GetAsync("schools/p/branches/p-leap")).Text("from"));
        (await admin.PutAsync("schools/p/branches/p-no", new { name = "组", kind = "unionGroup", from = "2027-02-29" })).ExpectInvalid("from");
        (await admin.PutAsync(
            "rounds/none",
            new { name = "轮", scheme = "annual", window = new { from = "2026-09-01", to = "2027-02-29" }, dueAt = "2027-02-28", dueShift = "none", kind = "annual" }))
            .ExpectInvalid("window.to");
    }

    [Theory]
    [InlineData("2025-11-10T23:59:59.999+08:00", 0)]
    [InlineData("2025-11-11T00:00:00+08:00", 1)]
    public async Task The_deadline_is_half_open_in_local_time(string receivedAt, int daysLate)
    {
        var district = await service.FoundDistrictAsync();
        await district.PrepareAnnual(1, "p");
        await district.OpenRound();
        district.MoveClockTo(receivedAt);

        Assert.Equal(daysLate, (await district.HandIn("p")).Number("daysLate"));
    }

    /// <summary>Plans round r1 anew so that it locks two days after it is due, and opens it.</summary>
    private static async Task PlanLockedAsync(TestDistrict district)
    {
        (await (await district.Admin).PutAsync(
            "rounds/r1",
            new
            {
                name = "轮",
                scheme = "annual",
                window = new { from = "2025-09-01", to = "2025-11-10" },
                dueAt = "2025-11-10",
                closesAt = "2025-11-13T00:00:00+08:00",
                dueShift = "none",
                kind = "annual",
            },
            ("If-Match", "*"))).Expect(200);
        await district.OpenRound();
    }
}
