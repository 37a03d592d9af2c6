using DistrictUnion.Domain.Common;

namespace DistrictUnion.Domain.Panels;

/// <summary>State of a panel: planned → assigned → scoring → closed; reopening leads back to scoring.</summary>
public enum PanelState
{
    /// <summary>Nobody is assigned yet.</summary>
    Planned,

    /// <summary>Judges are assigned; they don't see it yet.</summary>
    Assigned,

    /// <summary>Judges score.</summary>
    Scoring,

    /// <summary>The scores are facts of the schools.</summary>
    Closed,
}

/// <summary>A ban that people put down.</summary>
/// <param name="Judge">User name.</param>
/// <param name="School">School code.</param>
/// <param name="Kind">Why.</param>
/// <param name="Reason">In words.</param>
public sealed record PanelBan(string Judge, string School, PanelBanKind Kind, string Reason);

/// <summary>What a district plans of a panel.</summary>
/// <param name="Name">Name shown to people.</param>
/// <param name="Fact">Code of the fact that the scores become.</param>
/// <param name="JudgesPerSchool">How many judges score each school.</param>
/// <param name="MostPerJudge">Schools that a judge takes at most; null: any number.</param>
/// <param name="Schools">Codes of the schools; null: all of the round.</param>
/// <param name="Judges">User names.</param>
/// <param name="Bans">Who may not score whom, beside the own schools.</param>
public sealed record PanelPlan(
    string Name,
    string Fact,
    int JudgesPerSchool,
    int? MostPerJudge,
    IReadOnlyList<string>? Schools,
    IReadOnlyList<string> Judges,
    IReadOnlyList<PanelBan> Bans);

/// <summary>A panel of judges (评审组) who score a group of schools blind; what they give becomes one fact of each school.</summary>
public sealed class Panel : AggregateRoot, ITenantOwned
{
    private Panel()
    {
    }

    /// <inheritdoc/>
    public DistrictId DistrictId { get; private set; }

    /// <summary>Identifier.</summary>
    public PanelId Id { get; private set; }

    /// <summary>Round.</summary>
    public RoundId RoundId { get; private set; }

    /// <summary>Code, unique in the round, immutable.</summary>
    public string Code { get; private set; } = "";

    /// <summary>Name shown to people.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Code of the fact that the scores become.</summary>
    public string Fact { get; private set; } = "";

    /// <summary>How many judges score each school.</summary>
    public int JudgesPerSchool { get; private set; }

    /// <summary>Schools that a judge takes at most; null: any number.</summary>
    public int? MostPerJudge { get; private set; }

    /// <summary>Codes of the schools; null: all of the round.</summary>
    public IReadOnlyList<string>? Schools { get; private set; }

    /// <summary>User names of the judges.</summary>
    public IReadOnlyList<string> Judges { get; private set; } = [];

    /// <summary>Bans that people put down.</summary>
    public IReadOnlyList<PanelBan> Bans { get; private set; } = [];

    /// <summary>State.</summary>
    public PanelState State { get; private set; }

    /// <summary>How often judges were assigned or removed.</summary>
    public int Assignments { get; private set; }

    /// <summary>When it was closed last (UTC).</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>Why it was closed although scores were missing; null when none was.</summary>
    public string? ClosedWithout { get; private set; }

    /// <summary>Why it was reopened last.</summary>
    public string? ReopenedFor { get; private set; }

    /// <summary>Plans a panel.</summary>
    public static Panel Plan(DistrictId district, RoundId round, string code, PanelPlan plan)
    {
        var panel = new Panel
        {
            DistrictId = district,
            Id = PanelId.New(),
            RoundId = round,
            Code = code,
        };
        panel.Apply(plan);
        return panel;
    }

    /// <summary>
    /// Changes the plan. Before scoring everything changes and the assignment is made anew; while judges score, judges and bans can be
    /// added, but what decides how schools compare stays.
    /// </summary>
    /// <param name="plan">The plan.</param>
    /// <param name="seats">Seats in force.</param>
    public Error? Change(PanelPlan plan, IReadOnlyCollection<PanelPair> seats)
    {
        if (State == PanelState.Closed)
            return Refusal("panel.closed");
        if (State == PanelState.Scoring)
        {
            if ((plan.Fact, plan.JudgesPerSchool) != (Fact, JudgesPerSchool) || !SameSchools(plan.Schools))
                return Refusal("panel.fixed");
            if (seats.FirstOrDefault(s => !plan.Judges.Contains(s.Judge, StringComparer.Ordinal)) is { } seated)
                return Refusal("panel.judgeSeated", ("judge", seated.Judge));
            if (plan.Bans.FirstOrDefault(b => seats.Contains(new PanelPair(b.Judge, b.School))) is { } banned)
                return Refusal("panel.banSeated", ("judge", banned.Judge), ("school", banned.School));
            Apply(plan);
            return null;
        }

        Apply(plan);
        State = PanelState.Planned;
        return null;
    }

    /// <summary>Notes that judges were assigned.</summary>
    public Error? Assign()
    {
        if (State == PanelState.Closed)
            return Refusal("panel.closed");
        State = State == PanelState.Scoring ? PanelState.Scoring : PanelState.Assigned;
        Assignments++;
        return null;
    }

    /// <summary>Lets the judges begin.</summary>
    public Error? Start()
    {
        if (State != PanelState.Assigned)
            return Refusal("panel.notAssigned");
        State = PanelState.Scoring;
        return null;
    }

    /// <summary>Takes a judge off the panel or off schools; only while judges score.</summary>
    /// <param name="judge">User name.</param>
    /// <param name="altogether">Whether the judge leaves the panel.</param>
    public Error? Remove(string judge, bool altogether)
    {
        if (RefuseUnlessScoring() is { } refusal)
            return refusal;
        if (altogether)
            (Judges, Bans) = ([.. Judges.Where(j => j != judge)], [.. Bans.Where(b => b.Judge != judge)]);
        Assignments++;
        return null;
    }

    /// <summary>Closes the panel.</summary>
    /// <param name="without">Why scores are missing; null when none is.</param>
    /// <param name="now">When.</param>
    public Error? Close(string? without, DateTimeOffset now)
    {
        if (RefuseUnlessScoring() is { } refusal)
            return refusal;
        (State, ClosedAt, ClosedWithout) = (PanelState.Closed, now, without);
        return null;
    }

    /// <summary>Lets the judges of a closed panel go on.</summary>
    public Error? Reopen(string reason)
    {
        if (State != PanelState.Closed)
            return Refusal("panel.notClosed");
        (State, ClosedAt, ClosedWithout, ReopenedFor) = (PanelState.Scoring, null, null, reason);
        return null;
    }

    /// <summary>The refusal unless judges score; null when they do.</summary>
    public Error? RefuseUnlessScoring() => State == PanelState.Scoring ? null : Refusal("panel.notScoring");

    /// <summary>A refusal that names the state and what it allows.</summary>
    public ConflictError Refusal(string code, params (string Name, object? Value)[] arguments) => new(code, Words.Camel(State), State switch
    {
        PanelState.Planned => ["assign"],
        PanelState.Assigned => ["assign", "start"],
        PanelState.Scoring => ["assign", "removals", "close"],
        _ => ["reopen"],
    })
    {
        Arguments = arguments.ToDictionary(a => a.Name, a => a.Value, StringComparer.Ordinal),
    };

    private bool SameSchools(IReadOnlyList<string>? schools) =>
        Schools is null ? schools is null : schools is not null && Schools.ToHashSet(StringComparer.Ordinal).SetEquals(schools);

    private void Apply(PanelPlan plan) => (Name, Fact, JudgesPerSchool, MostPerJudge, Schools, Judges, Bans) =
        (plan.Name, plan.Fact, plan.JudgesPerSchool, plan.MostPerJudge, plan.Schools, plan.Judges, plan.Bans);
}
