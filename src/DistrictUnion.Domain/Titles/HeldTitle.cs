using System.Globalization;
using DistrictUnion.Domain.Common;

namespace DistrictUnion.Domain.Titles;

/// <summary>Whether a title is held.</summary>
public enum HeldTitleState
{
    /// <summary>Held.</summary>
    Valid,

    /// <summary>Held, with something to mend until a day.</summary>
    Rectifying,

    /// <summary>Held no more, another tier took its place.</summary>
    Downgraded,

    /// <summary>Taken away after a re-inspection.</summary>
    Revoked,

    /// <summary>Taken down by order (责令摘牌).</summary>
    EndedByOrder,

    /// <summary>Ended by a named event (自动摘牌).</summary>
    EndedByEvent,

    /// <summary>Its term is over, or its unit is no more (自然摘牌).</summary>
    EndedByTerm,

    /// <summary>Passed on to the unit that succeeds.</summary>
    PassedOn,
}

/// <summary>What a title is and who gets it.</summary>
/// <param name="Number">Number of the certificate.</param>
/// <param name="Tier">Code of the tier.</param>
/// <param name="Title">Name of the title.</param>
/// <param name="Unit">Code of the unit.</param>
/// <param name="UnitName">Name of the unit on that day.</param>
/// <param name="AwardedOn">Day from which it is held.</param>
/// <param name="Application">Code of the application that won it; null: it took the place of a higher one.</param>
public sealed record TitleGrant(string Number, string Tier, string Title, string Unit, string UnitName, DateOnly AwardedOn, string? Application = null);

/// <summary>A title in the register, with its validity and its history.</summary>
public sealed class HeldTitle : AggregateRoot, ISchoolOwned
{
    private const string LapseStep = "unitEnded";

    private HeldTitle()
    {
    }

    /// <inheritdoc/>
    public DistrictId DistrictId { get; private set; }

    /// <summary>Identifier.</summary>
    public HeldTitleId Id { get; private set; }

    /// <inheritdoc/>
    public SchoolId SchoolId { get; private set; }

    /// <summary>Branch that holds it; null: the school.</summary>
    public BranchId? BranchId { get; private set; }

    /// <summary>Programme.</summary>
    public TitleProgrammeId ProgrammeId { get; private set; }

    /// <summary>Number of the certificate, unique in the installation; it can be checked by everybody.</summary>
    public string Number { get; private set; } = "";

    /// <summary>Code of the tier.</summary>
    public string Tier { get; private set; } = "";

    /// <summary>Name of the title.</summary>
    public string Title { get; private set; } = "";

    /// <summary>Code of the unit.</summary>
    public string Unit { get; private set; } = "";

    /// <summary>Name of the unit when it got the title.</summary>
    public string UnitName { get; private set; } = "";

    /// <summary>First day on which it is held.</summary>
    public DateOnly AwardedOn { get; private set; }

    /// <summary>Code of the application that won it; null: it took the place of a higher one.</summary>
    public string? Application { get; private set; }

    /// <summary>Day of the next re-inspection; null: none.</summary>
    public DateOnly? DueOn { get; private set; }

    /// <summary>Last day of its term; null: none.</summary>
    public DateOnly? EndsOn { get; private set; }

    /// <summary>Last day to mend what was found; null: nothing.</summary>
    public DateOnly? RectifyBy { get; private set; }

    /// <summary>State.</summary>
    public HeldTitleState State { get; private set; }

    /// <summary>Last day on which it was held; null: still held.</summary>
    public DateOnly? EndedOn { get; private set; }

    /// <summary>What happened, oldest first.</summary>
    public IReadOnlyList<TrailEntry> Trail { get; private set; } = [];

    /// <summary>Whether it is held.</summary>
    public bool IsHeld => State is HeldTitleState.Valid or HeldTitleState.Rectifying;

    /// <summary>Confers a title.</summary>
    public static HeldTitle Confer(TitleApplication application, TitleProgrammeId programme, TitleGrant grant, ReinspectionRule? rule) =>
        Make(application.DistrictId, application.SchoolId, application.BranchId, programme, grant, rule);

    /// <summary>The title of the lower tier that takes this one's place.</summary>
    public HeldTitle Downgraded(TitleGrant grant, ReinspectionRule? rule) => Make(DistrictId, SchoolId, BranchId, ProgrammeId, grant, rule);

    /// <summary>Takes the result of a re-inspection.</summary>
    /// <param name="points">Points reached.</param>
    /// <param name="on">Day of the re-inspection.</param>
    /// <param name="rule">The programme's rule.</param>
    /// <param name="actor">Who.</param>
    /// <param name="now">When (UTC).</param>
    public Error? Reinspect(decimal points, DateOnly on, ReinspectionRule rule, string actor, DateTimeOffset now)
    {
        if (!IsHeld)
            return Refusal();
        if (points >= rule.KeepFrom)
        {
            (RectifyBy, DueOn) = (null, rule.CycleYears is { } years ? on.AddYears(years) : null);
            Go("retain", HeldTitleState.Valid, actor, now, points.ToString(CultureInfo.InvariantCulture));
        }
        else if (State == HeldTitleState.Valid)
        {
            RectifyBy = on.AddDays(rule.RectificationDays);
            Go("rectify", HeldTitleState.Rectifying, actor, now, points.ToString(CultureInfo.InvariantCulture));
        }
        else
        {
            EndedOn = on;
            var isDowngraded = rule.DowngradeTo is not null && points >= rule.DowngradeFrom;
            Go(isDowngraded ? "downgrade" : "revoke", isDowngraded ? HeldTitleState.Downgraded : HeldTitleState.Revoked, actor, now, points.ToString(CultureInfo.InvariantCulture));
        }

        return null;
    }

    /// <summary>Ends it by order, by an event or by its term.</summary>
    public Error? End(HeldTitleState how, DateOnly on, string actor, DateTimeOffset now, string reason)
    {
        if (!IsHeld)
            return Refusal();
        EndedOn = on;
        Go(Words.Camel(how), how, actor, now, reason);
        return null;
    }

    /// <summary>Ends it because its unit is no more.</summary>
    /// <param name="ended">First day on which the unit was no more.</param>
    /// <param name="actor">Who noticed.</param>
    /// <param name="now">When (UTC).</param>
    /// <param name="reason">Why.</param>
    public void Lapse(DateOnly ended, string actor, DateTimeOffset now, string reason)
    {
        EndedOn = LastDayBefore(ended);
        Go(LapseStep, HeldTitleState.EndedByTerm, actor, now, reason);
    }

    /// <summary>Passes it on to a successor; one that lapsed with its unit still can be.</summary>
    /// <param name="to">School, and branch, that succeeds.</param>
    /// <param name="grant">What the successor holds from when on.</param>
    /// <param name="actor">Who.</param>
    /// <param name="now">When (UTC).</param>
    /// <param name="reason">Why.</param>
    /// <returns>The successor's title, whose term and re-inspection go on as they were; null when this one can't be passed on.</returns>
    public HeldTitle? PassOn((SchoolId School, BranchId? Branch) to, TitleGrant grant, string actor, DateTimeOffset now, string reason)
    {
        if (!IsHeld && Trail[^1].Step != LapseStep)
            return null;
        EndedOn ??= LastDayBefore(grant.AwardedOn);
        Go("passOn", HeldTitleState.PassedOn, actor, now, reason);
        var next = Make(DistrictId, to.School, to.Branch, ProgrammeId, grant, null);
        (next.DueOn, next.EndsOn) = (DueOn, EndsOn);
        next.Go("takeOver", HeldTitleState.Valid, actor, now, reason);
        return next;
    }

    /// <summary>The refusal of what the state doesn't allow.</summary>
    public ConflictError Refusal() => new("title.ended", Words.Camel(State), []);

    private static HeldTitle Make(DistrictId district, SchoolId school, BranchId? branch, TitleProgrammeId programme, TitleGrant grant, ReinspectionRule? rule)
    {
        var made = Hold(district, school, branch, programme, grant, rule);
        made.Raise(new TitleConferred(school, grant.Number, grant.Tier, grant.Title, grant.UnitName));
        return made;
    }

    private static HeldTitle Hold(DistrictId district, SchoolId school, BranchId? branch, TitleProgrammeId programme, TitleGrant grant, ReinspectionRule? rule) => new()
    {
        DistrictId = district,
        Id = HeldTitleId.New(),
        SchoolId = school,
        BranchId = branch,
        ProgrammeId = programme,
        Number = grant.Number,
        Tier = grant.Tier,
        Title = grant.Title,
        Unit = grant.Unit,
        UnitName = grant.UnitName,
        AwardedOn = grant.AwardedOn,
        Application = grant.Application,
        DueOn = rule?.CycleYears is { } cycle ? grant.AwardedOn.AddYears(cycle) : null,
        EndsOn = rule?.TermYears is { } term ? grant.AwardedOn.AddYears(term).AddDays(-1) : null,
    };

    private DateOnly LastDayBefore(DateOnly day) => day > AwardedOn ? day.AddDays(-1) : AwardedOn;

    private void Go(string step, HeldTitleState to, string actor, DateTimeOffset now, string? reason)
    {
        Trail = [.. Trail, new TrailEntry(step, Words.Camel(State), Words.Camel(to), actor, now, reason)];
        State = to;
        if (!IsHeld)
            Raise(new TitleEnded(SchoolId, Number, to));
    }
}

/// <summary>A unit got a title.</summary>
public sealed record TitleConferred(SchoolId School, string Number, string Tier, string Title, string UnitName) : IDomainEvent;

/// <summary>A title isn't held any more.</summary>
public sealed record TitleEnded(SchoolId School, string Number, HeldTitleState State) : IDomainEvent;
