using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.EvidenceLedger;
using DistrictUnion.Domain.Scoring;

namespace DistrictUnion.Domain.Titles;

/// <summary>One thing that happened to an application or a title.</summary>
/// <param name="Step">Step, in camel case.</param>
/// <param name="From">State before.</param>
/// <param name="To">State after.</param>
/// <param name="Actor">Who.</param>
/// <param name="At">When (UTC).</param>
/// <param name="Reason">Why; null where no reason is asked for.</param>
public sealed record TrailEntry(string Step, string From, string To, string Actor, DateTimeOffset At, string? Reason);

/// <summary>What the school side did before it recommended.</summary>
/// <param name="Step">Step.</param>
/// <param name="On">Day.</param>
/// <param name="Document">Minutes or paper that says so.</param>
/// <param name="Eligible">For a vote: who might vote.</param>
/// <param name="Present">For a vote: who did.</param>
/// <param name="For">For a vote: who agreed.</param>
/// <param name="RecordedBy">Who recorded it.</param>
public sealed record ApprovalRecord(ApprovalStep Step, DateOnly On, string Document, int? Eligible, int? Present, int? For, string RecordedBy);

/// <summary>A file of the school's evidence ledger that an application refers to.</summary>
/// <param name="Evidence">Public identifier of the file in the ledger.</param>
/// <param name="Number">Number of the version that the application stands by.</param>
/// <param name="File">That version's bytes: what the school does in its ledger afterwards doesn't change them.</param>
/// <param name="Purpose">What it shows.</param>
public sealed record ApplicationFile(Guid Evidence, int Number, KeptFile File, string Purpose);

/// <summary>What an applicant writes.</summary>
/// <param name="Report">Report (汇报材料).</param>
/// <param name="Marks">Marks that shares look at.</param>
/// <param name="Files">Files of the ledger.</param>
public sealed record ApplicationContent(string Report, IReadOnlyList<string> Marks, IReadOnlyList<ApplicationFile> Files);

/// <summary>What an application was ranked by, as it was then.</summary>
/// <param name="Total">Published total, in points.</param>
/// <param name="Position">Place in the list.</param>
/// <param name="Rank">Rank; null: none.</param>
/// <param name="Ties">Units that share the rank.</param>
public sealed record ApplicationRank(decimal Total, int Position, int? Rank, int Ties);

/// <summary>An application for a title by a school or one of its branches.</summary>
public sealed class TitleApplication : AggregateRoot, ISchoolOwned
{
    private TitleApplication()
    {
    }

    /// <inheritdoc/>
    public DistrictId DistrictId { get; private set; }

    /// <summary>Identifier.</summary>
    public TitleApplicationId Id { get; private set; }

    /// <summary>Campaign.</summary>
    public TitleCampaignId CampaignId { get; private set; }

    /// <inheritdoc/>
    public SchoolId SchoolId { get; private set; }

    /// <summary>Branch that applies; null: the school itself.</summary>
    public BranchId? BranchId { get; private set; }

    /// <summary>Code, unique in the district: that of the campaign and of the unit.</summary>
    public string Code { get; private set; } = "";

    /// <summary>Code of the unit.</summary>
    public string Unit { get; private set; } = "";

    /// <summary>State.</summary>
    public ApplicationState State { get; private set; }

    /// <summary>State before a refusal, to which it can be taken back.</summary>
    public ApplicationState? StateBefore { get; private set; }

    /// <summary>Report.</summary>
    public string Report { get; private set; } = "";

    /// <summary>Marks that shares look at.</summary>
    public IReadOnlyList<string> Marks { get; private set; } = [];

    /// <summary>Files of the ledger; the versions are those of the last recommendation.</summary>
    public IReadOnlyList<ApplicationFile> Files { get; private set; } = [];

    /// <summary>Approvals of the school side.</summary>
    public IReadOnlyList<ApprovalRecord> Approvals { get; private set; } = [];

    /// <summary>Points that the district gave a branch, by leaf; empty for a school, whose round has them.</summary>
    public IReadOnlyDictionary<string, ReviewScore> Scores { get; private set; } = new Dictionary<string, ReviewScore>();

    /// <summary>When it was recommended first (UTC); a return keeps it, a recall forgets it.</summary>
    public DateTimeOffset? ReceivedAt { get; private set; }

    /// <summary>What it was ranked by.</summary>
    public ApplicationRank? Ranking { get; private set; }

    /// <summary>When it was nominated to the next level (UTC); null: it isn't.</summary>
    public DateTimeOffset? NominatedAt { get; private set; }

    /// <summary>What happened, oldest first.</summary>
    public IReadOnlyList<TrailEntry> Trail { get; private set; } = [];

    /// <summary>Begins an application.</summary>
    public static TitleApplication Begin(TitleCampaign campaign, SchoolId school, BranchId? branch, string unit) => new()
    {
        DistrictId = campaign.DistrictId,
        Id = TitleApplicationId.New(),
        CampaignId = campaign.Id,
        SchoolId = school,
        BranchId = branch,
        Code = $"{campaign.Code}.{unit}",
        Unit = unit,
    };

    /// <summary>Writes what the applicant says.</summary>
    public Error? Write(ApplicationContent content)
    {
        if (State != ApplicationState.Draft)
            return Refusal();
        (Report, Marks) = (content.Report, [.. content.Marks.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]);
        Files = content.Files;
        return null;
    }

    /// <summary>Records an approval; a second one of the same kind replaces the first.</summary>
    public Error? Approve(ApprovalRecord approval)
    {
        if (State != ApplicationState.Draft)
            return Refusal();
        Approvals = [.. Approvals.Where(a => a.Step != approval.Step).Append(approval).OrderBy(a => a.Step)];
        return null;
    }

    /// <summary>Takes a step.</summary>
    /// <returns>The refusal; null when the state allows it.</returns>
    public Error? Take(ApplicationStep step, string actor, DateTimeOffset now, string? reason = null)
    {
        var next = step switch
        {
            ApplicationStep.Reinstate => ApplicationSteps.IsRefusal(State) ? StateBefore : null,
            ApplicationStep.Unrank when State == ApplicationState.Ranked => BeforeRanking(),
            _ => ApplicationSteps.After(State, step),
        };
        if (next is not { } to)
            return Refusal();
        Trail = [.. Trail, new TrailEntry(Words.Camel(step), Words.Camel(State), Words.Camel(to), actor, now, reason)];
        StateBefore = ApplicationSteps.IsRefusal(to) ? State : null;
        State = to;
        if (step == ApplicationStep.Recommend)
            ReceivedAt ??= now;
        else if (step == ApplicationStep.Recall)
            ReceivedAt = null;
        else if (step == ApplicationStep.Unrank)
            Ranking = null;
        return null;
    }

    /// <summary>Marks it as nominated to the next level, or takes that back; where it stands doesn't change.</summary>
    public void MarkNominated(bool isNominated, string actor, DateTimeOffset now, string? reason)
    {
        NominatedAt = isNominated ? now : null;
        Trail = [.. Trail, new TrailEntry(isNominated ? "nominate" : "withdrawNomination", Words.Camel(State), Words.Camel(State), actor, now, reason)];
    }

    private ApplicationState BeforeRanking() =>
        Enum.Parse<ApplicationState>(Trail.Last(t => t.Step == Words.Camel(ApplicationStep.Rank)).From, ignoreCase: true);

    /// <summary>Gives points, leaf by leaf; what isn't named stays.</summary>
    public Error? Score(IReadOnlyDictionary<string, ReviewScore> scores)
    {
        if (State is not (ApplicationState.DistrictAccepted or ApplicationState.DocumentReviewed or ApplicationState.OnSiteInspected or ApplicationState.Surveyed))
            return Refusal();
        var next = new Dictionary<string, ReviewScore>(Scores, StringComparer.Ordinal);
        foreach (var (leaf, score) in scores)
            next[leaf] = score;
        Scores = next;
        return null;
    }

    /// <summary>Takes the versions of its files that the ledger keeps at the recommendation.</summary>
    public void Freeze(IReadOnlyList<ApplicationFile> files) => Files = files;

    /// <summary>Keeps what it was ranked by.</summary>
    public void Keep(ApplicationRank ranking) => Ranking = ranking;

    /// <summary>The refusal of what the state doesn't allow.</summary>
    public ConflictError Refusal() => new("application.state", Words.Camel(State), [.. ApplicationSteps.AllowedIn(State).Select(s => Words.Camel(s))]);
}
