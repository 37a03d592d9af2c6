using DistrictUnion.Domain.Common;

namespace DistrictUnion.Domain.Titles;

/// <summary>Where a campaign stands.</summary>
public enum CampaignState
{
    /// <summary>Being prepared.</summary>
    Planned,

    /// <summary>Takes applications and examines them.</summary>
    Open,

    /// <summary>Ranked.</summary>
    Ranked,

    /// <summary>Decided by the leadership.</summary>
    Decided,

    /// <summary>Everybody chosen has the title, or the campaign ended without.</summary>
    Ended,
}

/// <summary>What a district plans of a campaign.</summary>
/// <param name="Name">Name shown to people.</param>
/// <param name="Tier">Tier it confers.</param>
/// <param name="RoundId">Round whose results it ranks by.</param>
/// <param name="DueAt">First instant at which a recommendation is late (UTC).</param>
public sealed record CampaignPlan(string Name, string Tier, RoundId RoundId, DateTimeOffset DueAt);

/// <summary>A step from the order, with its reason.</summary>
/// <param name="Application">Code of the application.</param>
/// <param name="IsChosen">Whether the decision chooses it.</param>
/// <param name="Reason">Why.</param>
public sealed record Departure(string Application, bool IsChosen, string Reason);

/// <summary>The leadership's decision (集体研究决定). It never changes a score or a rank; the two stand side by side.</summary>
/// <param name="Meeting">Meeting.</param>
/// <param name="On">Day.</param>
/// <param name="Minutes">Number of the minutes.</param>
/// <param name="Signatories">Who signed, by office.</param>
/// <param name="Departures">Units that the decision treats otherwise than the order does.</param>
/// <param name="RecordedBy">Who recorded it; somebody else confers the titles.</param>
/// <param name="At">When (UTC).</param>
public sealed record LeadershipDecision(
    string Meeting, DateOnly On, string Minutes, IReadOnlyList<string> Signatories, IReadOnlyList<Departure> Departures, string RecordedBy, DateTimeOffset At);

/// <summary>An order that people decided inside a tie across the line.</summary>
/// <param name="Applications">Codes of applications, first to last.</param>
/// <param name="Reason">Why.</param>
/// <param name="Actor">Who.</param>
/// <param name="At">When (UTC).</param>
public sealed record CampaignTieResolution(IReadOnlyList<string> Applications, string Reason, string Actor, DateTimeOffset At);

/// <summary>One run of a programme for one tier (评选活动).</summary>
public sealed class TitleCampaign : AggregateRoot, ITenantOwned
{
    private TitleCampaign()
    {
    }

    /// <inheritdoc/>
    public DistrictId DistrictId { get; private set; }

    /// <summary>Identifier.</summary>
    public TitleCampaignId Id { get; private set; }

    /// <summary>Programme.</summary>
    public TitleProgrammeId ProgrammeId { get; private set; }

    /// <summary>Code, unique in the district, immutable.</summary>
    public string Code { get; private set; } = "";

    /// <summary>Name shown to people.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Tier it confers.</summary>
    public string Tier { get; private set; } = "";

    /// <summary>Round whose results it ranks by.</summary>
    public RoundId RoundId { get; private set; }

    /// <summary>First instant at which a recommendation is late (UTC).</summary>
    public DateTimeOffset DueAt { get; private set; }

    /// <summary>Last day for recommending; rules of eligibility are judged by it.</summary>
    public DateOnly LastDay => BusinessTime.DateOf(DueAt.AddTicks(-1));

    /// <summary>State.</summary>
    public CampaignState State { get; private set; }

    /// <summary>The programme's definition as JSON, kept when the campaign opened.</summary>
    public string? Definition { get; private set; }

    /// <summary>What the ranking was made of, as JSON, so that it can be made again; null until it is ranked.</summary>
    public string? RankedFrom { get; private set; }

    /// <summary>The decision.</summary>
    public LeadershipDecision? Decision { get; private set; }

    /// <summary>Ties decided by people.</summary>
    public IReadOnlyList<CampaignTieResolution> TieResolutions { get; private set; } = [];

    /// <summary>What happened, oldest first.</summary>
    public IReadOnlyList<TrailEntry> Trail { get; private set; } = [];

    private IReadOnlyList<string> Allowed => State switch
    {
        CampaignState.Planned => ["open"],
        CampaignState.Open => ["rank"],
        CampaignState.Ranked => ["resolveTie", "decide", "unrank"],
        CampaignState.Decided => ["publicise", "award", "nominate", "rescind", "end"],
        _ => [],
    };

    /// <summary>Plans a campaign.</summary>
    public static TitleCampaign Plan(TitleProgramme programme, string code, CampaignPlan plan)
    {
        var campaign = new TitleCampaign { DistrictId = programme.DistrictId, Id = TitleCampaignId.New(), ProgrammeId = programme.Id, Code = code };
        campaign.Set(plan);
        return campaign;
    }

    /// <summary>Changes the plan while nothing hangs on it.</summary>
    public Error? Change(CampaignPlan plan)
    {
        if (State != CampaignState.Planned)
            return Refusal();
        Set(plan);
        return null;
    }

    /// <summary>Opens it with the programme's definition of the moment.</summary>
    public Error? Open(string definition, string actor, DateTimeOffset now)
    {
        if (State != CampaignState.Planned)
            return Refusal();
        Definition = definition;
        Go("open", CampaignState.Open, actor, now, null);
        return null;
    }

    /// <summary>Ranks, and keeps what the ranking was made of.</summary>
    public Error? Rank(string rankedFrom, string actor, DateTimeOffset now)
    {
        if (State is not (CampaignState.Open or CampaignState.Ranked))
            return Refusal();
        RankedFrom = rankedFrom;
        Go("rank", CampaignState.Ranked, actor, now, null);
        return null;
    }

    /// <summary>Takes the ranking back.</summary>
    public Error? Unrank(string actor, DateTimeOffset now, string reason)
    {
        if (State != CampaignState.Ranked)
            return Refusal();
        (RankedFrom, TieResolutions) = (null, []);
        Go("unrank", CampaignState.Open, actor, now, reason);
        return null;
    }

    /// <summary>Records an order inside a tie.</summary>
    public Error? Resolve(CampaignTieResolution resolution, string rankedFrom)
    {
        if (State is not (CampaignState.Ranked or CampaignState.Decided))
            return Refusal();
        (TieResolutions, RankedFrom) = ([.. TieResolutions, resolution], rankedFrom);
        return null;
    }

    /// <summary>Records the decision.</summary>
    public Error? Decide(LeadershipDecision decision)
    {
        if (State != CampaignState.Ranked)
            return Refusal();
        Decision = decision;
        Go("decide", CampaignState.Decided, decision.RecordedBy, decision.At, null);
        return null;
    }

    /// <summary>Takes the decision back; the caller makes sure that nobody is in public yet.</summary>
    public Error? Rescind(string actor, DateTimeOffset now, string reason)
    {
        if (State != CampaignState.Decided)
            return Refusal();
        Decision = null;
        Go("rescind", CampaignState.Ranked, actor, now, reason);
        return null;
    }

    /// <summary>Notes that its best were nominated to the next level, or that this was taken back; possible until it ends.</summary>
    public Error? MarkNominated(bool isNominated, string actor, DateTimeOffset now, string? reason)
    {
        if (State != CampaignState.Decided)
            return Refusal();
        Go(isNominated ? "nominate" : "withdrawNomination", State, actor, now, reason);
        return null;
    }

    /// <summary>Ends it.</summary>
    public Error? End(string actor, DateTimeOffset now)
    {
        if (State != CampaignState.Decided)
            return Refusal();
        Go("end", CampaignState.Ended, actor, now, null);
        return null;
    }

    /// <summary>The refusal of what the state doesn't allow.</summary>
    public ConflictError Refusal() => new("campaign.state", Words.Camel(State), Allowed);

    private void Go(string step, CampaignState to, string actor, DateTimeOffset now, string? reason)
    {
        Trail = [.. Trail, new TrailEntry(step, Words.Camel(State), Words.Camel(to), actor, now, reason)];
        State = to;
    }

    private void Set(CampaignPlan plan) => (Name, Tier, RoundId, DueAt) = (plan.Name, plan.Tier, plan.RoundId, plan.DueAt);
}
