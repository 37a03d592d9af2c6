using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Rounds;
using DistrictUnion.Domain.Titles;
using Xunit;

namespace DistrictUnion.UnitTests.Titles;

/// <summary>Worked case 12: publicity in working days, re-inspection, rectification; and the steps of an application.</summary>
public sealed class TitleTimesTests
{
    private static readonly ReinspectionRule Rule = new(90, 90, CycleYears: 3, DowngradeFrom: 75, DowngradeTo: "qualified");
    private static readonly DateTimeOffset Now = new(2029, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Publicity_counts_working_days_and_the_first()
    {
        var plain = new WorkingCalendar([CalendarDay.Create(new(2017, 1, 2), CalendarDayKind.Holiday, "元旦")]);
        Assert.Equal(new DateOnly(2017, 12, 4), plain.LastOf(new(2017, 11, 28), 5).Value);
        var holidays = Enumerable.Range(1, 8).Select(d => CalendarDay.Create(new(2025, 10, d), CalendarDayKind.Holiday, "国庆节"));
        var worked = new[] { new DateOnly(2025, 9, 28), new DateOnly(2025, 10, 11) }.Select(d => CalendarDay.Create(d, CalendarDayKind.Workday, "国庆节"));
        var year = new WorkingCalendar([.. holidays, .. worked]);
        Assert.Equal(new DateOnly(2025, 10, 11), year.LastOf(new(2025, 9, 29), 5).Value);
        Assert.Equal(new DateOnly(2025, 10, 24), year.LastOf(new(2025, 10, 20), 5).Value);
        Assert.Equal(new DateOnly(2025, 10, 9), year.LastOf(new(2025, 10, 1), 1).Value);
        Assert.Equal("calendar.yearNeeded", Assert.IsType<ValidationError>(year.LastOf(new(2026, 9, 29), 5).Error).Fields[0].Code);
    }

    [Fact]
    public void A_title_is_due_after_its_cycle_and_what_is_found_is_mended_in_90_days()
    {
        var title = Awarded();
        Assert.Equal(new DateOnly(2028, 12, 31), title.DueOn);
        Assert.Null(title.Reinspect(88.50m, new(2028, 12, 31), Rule, "officer", Now));
        Assert.Equal((HeldTitleState.Rectifying, (DateOnly?)new DateOnly(2029, 3, 31)), (title.State, title.RectifyBy));
    }

    [Theory]
    [InlineData("90.00", HeldTitleState.Valid)]
    [InlineData("89.99", HeldTitleState.Downgraded)]
    [InlineData("75.00", HeldTitleState.Downgraded)]
    [InlineData("74.99", HeldTitleState.Revoked)]
    public void After_rectification_points_decide_once(string points, HeldTitleState state)
    {
        var title = Awarded();
        title.Reinspect(88.50m, new(2028, 12, 31), Rule, "officer", Now);
        title.Reinspect(decimal.Parse(points, System.Globalization.CultureInfo.InvariantCulture), new(2029, 3, 31), Rule, "officer", Now);
        Assert.Equal(state, title.State);
        Assert.Equal(state == HeldTitleState.Valid, title.Reinspect(95, new(2032, 3, 31), Rule, "officer", Now) is null);
    }

    [Fact]
    public void A_term_ends_the_day_before_its_anniversary() =>
        Assert.Equal(new DateOnly(2026, 12, 30), Awarded(new ReinspectionRule(30, 0, TermYears: 1, EndingEvents: ["单位撤销"])).EndsOn);

    [Fact]
    public void Every_step_forward_has_a_way_back_and_nothing_leads_out_of_an_award()
    {
        Assert.Empty(ApplicationSteps.AllowedIn(ApplicationState.Awarded));
        Assert.Empty(ApplicationSteps.AllowedIn(ApplicationState.Withdrawn));
        ApplicationStep[] back = [ApplicationStep.Recall, ApplicationStep.Return, ApplicationStep.ReopenExamination, ApplicationStep.Unrank, ApplicationStep.RescindDecision, ApplicationStep.CancelPublicity, ApplicationStep.DismissObjection];
        foreach (var state in Enum.GetValues<ApplicationState>().Where(s => ApplicationSteps.IsActive(s) && s is not (ApplicationState.Draft or ApplicationState.Awarded)))
            Assert.Contains(ApplicationSteps.AllowedIn(state), back.Contains);
    }

    [Fact]
    public void A_refusal_is_taken_back_to_where_it_came_from()
    {
        var application = TitleApplication.Begin(Campaign(), SchoolId.New(), null, "p");
        Assert.IsType<ConflictError>(application.Take(ApplicationStep.Accept, "officer", Now));
        Assert.Null(application.Take(ApplicationStep.Recommend, "chair", Now));
        Assert.Null(application.Take(ApplicationStep.Forfeit, "officer", Now, "逾期"));
        Assert.Null(application.Take(ApplicationStep.Reinstate, "officer", Now, "已核实"));
        Assert.Equal(ApplicationState.SchoolRecommended, application.State);
        Assert.Equal(["recommend", "forfeit", "reinstate"], application.Trail.Select(t => t.Step));
    }

    private static TitleCampaign Campaign() =>
        TitleCampaign.Plan(TitleProgramme.Create(DistrictId.New(), "home", "{}"), "home2025", new CampaignPlan("评选", "model", RoundId.New(), Now));

    private static HeldTitle Awarded(ReinspectionRule? rule = null) => HeldTitle.Confer(
        TitleApplication.Begin(Campaign(), SchoolId.New(), null, "p"), TitleProgrammeId.New(), new TitleGrant("1", "model", "模范职工之家", "p", "p学校", new DateOnly(2025, 12, 31)), rule ?? Rule);
}
