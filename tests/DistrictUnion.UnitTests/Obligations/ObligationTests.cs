using DistrictUnion.Domain.Accounts;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Obligations;
using DistrictUnion.Domain.Rounds;
using Xunit;

namespace DistrictUnion.UnitTests.Obligations;

/// <summary>Where an obligation stands, told by its days; and which definitions are refused.</summary>
public sealed class ObligationTests
{
    private static readonly DateTimeOffset Now = new(2025, 11, 3, 1, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Due = new(2025, 11, 10);

    private static ObligationDefinition Definition { get; } = new()
    {
        Name = "计划",
        EnglishName = "Plan",
        Clause = new("文件", "一", "每年报计划"),
        Recurrence = Recurrence.Yearly,
        Due = new() { Kind = DueRuleKind.MonthDay, Month = 11, Day = 10 },
        Owner = new(UnitLevel.School, Role.SchoolChair),
    };

    [Theory]
    [InlineData("2025-10-31", ObligationState.NotStarted)]
    [InlineData("2025-11-01", ObligationState.InProgress)]
    [InlineData("2025-11-10", ObligationState.InProgress)]
    [InlineData("2025-11-11", ObligationState.Overdue)]
    public void Its_state_is_told_by_the_day_alone(string today, ObligationState state) =>
        Assert.Equal(state, Open().StateOn(DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("2025-11-10T15:59:59Z", ObligationState.InProgress)]
    [InlineData("2025-11-10T16:00:00Z", ObligationState.Overdue)]
    public void The_due_day_ends_at_midnight_in_Shanghai_whatever_the_servers_zone(string instant, ObligationState state) =>
        Assert.Equal(state, Open().StateOn(BusinessTime.DateOf(DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture))));

    [Theory]
    [InlineData(10, ObligationState.Fulfilled)]
    [InlineData(11, ObligationState.FulfilledLate)]
    public void What_is_done_on_the_due_day_is_in_time_and_the_day_after_late(int day, ObligationState state)
    {
        var obligation = Open();
        Assert.Null(obligation.Fulfil(new ObligationProof(new(2025, 11, day), "chair"), Now, Due));
        Assert.Equal(state, obligation.StateOn(new(2026, 1, 1)));
        Assert.Equal(["reopen"], Assert.IsType<ConflictError>(obligation.Fulfil(new ObligationProof(Due, "chair"), Now, Due)).Allowed);
    }

    [Fact]
    public void Without_a_due_day_it_never_becomes_overdue_and_is_late_only_once_the_day_is_known()
    {
        var obligation = Open(null);
        Assert.Equal(ObligationState.InProgress, obligation.StateOn(new(2030, 1, 1)));
        obligation.Fulfil(new ObligationProof(new(2025, 11, 12), "chair"), Now, Due);
        Assert.False(obligation.IsLate);
        obligation.Move(obligation.Basis, Due);
        Assert.True(obligation.IsLate);
    }

    [Fact]
    public void It_is_told_overdue_once_and_again_only_after_its_due_day_moved()
    {
        var obligation = Open();
        obligation.NoteOverdue(new(2025, 11, 11));
        obligation.NoteOverdue(new(2025, 11, 12));
        Assert.Single(obligation.Events.OfType<ObligationOverdue>());
        obligation.Move(obligation.Basis, new(2025, 11, 20));
        obligation.NoteOverdue(new(2025, 11, 15));
        obligation.NoteOverdue(new(2025, 11, 21));
        Assert.Equal(2, obligation.Events.OfType<ObligationOverdue>().Count());
    }

    [Fact]
    public void What_is_waived_is_neither_overdue_nor_handed_in_until_it_is_demanded_again()
    {
        var obligation = Open();
        Assert.Null(obligation.Waive("新建学校", "officer", Now, Due));
        Assert.Equal(ObligationState.Waived, obligation.StateOn(new(2026, 1, 1)));
        Assert.NotNull(obligation.Fulfil(new ObligationProof(Due, "chair"), Now, Due));
        Assert.Null(obligation.Unwaive("officer", Now, Due, null));
        Assert.Equal(ObligationState.Overdue, obligation.StateOn(new(2026, 1, 1)));
        Assert.Equal(["waive", "unwaive"], obligation.Trail.Select(s => s.Step));
    }

    [Fact]
    public void A_definition_is_refused_where_it_contradicts_itself_and_the_refusal_names_the_field()
    {
        Assert.Empty(ObligationChecks.Check(Definition));
        Refused(Definition with { Recurrence = Recurrence.Monthly }, "recurrence");
        Refused(Definition with { Recurrence = Recurrence.OnEvent }, "recurrence");
        Refused(Definition with { Due = Definition.Due with { Month = 2, Day = 30 } }, "due.day");
        Refused(Definition with { Recurrence = Recurrence.OnEvent, Due = new() { Kind = DueRuleKind.WorkingDaysAfterEvent, Days = 5 } }, "due.trigger");
        Refused(Definition with { Recurrence = Recurrence.OnEvent, Due = new() { Kind = DueRuleKind.WorkingDaysAfterEvent, Days = 0, Trigger = ObligationTrigger.CareTriggered } }, "due.days");
        Refused(Definition with { Owner = new(UnitLevel.School, Role.ZoneLead) }, "owner.role");
        Refused(Definition with { Applies = new() { StaffAtLeast = 80, StaffBelow = 80 } }, "applies.staffAtLeast");
        Refused(Definition with { EffectiveFrom = new(2026, 1, 1), EffectiveTo = new(2025, 1, 1) }, "effectiveTo");
    }

    private static void Refused(ObligationDefinition definition, string path) => Assert.Contains(path, ObligationChecks.Check(definition).Select(p => p.Path));

    private static Obligation Open() => Open(Due);

    private static Obligation Open(DateOnly? due) => Obligation.Open(
        ObligationTemplate.Create(DistrictId.New(), "OB20", Definition),
        new ObligationUnit(UnitLevel.School, "p", SchoolId.New()),
        new ObligationTerm(new DuePeriod("2025", new(2025, 1, 1), new(2025, 12, 31)), new(2025, 11, 1), new DueBasis(Due, null, DueShift.None), due),
        Now);
}
