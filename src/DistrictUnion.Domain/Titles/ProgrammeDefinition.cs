namespace DistrictUnion.Domain.Titles;

/// <summary>Who confers a title.</summary>
public enum TitleLevel
{
    /// <summary>The district.</summary>
    District,

    /// <summary>The city.</summary>
    City,

    /// <summary>The province.</summary>
    Province,
}

/// <summary>Who holds a title.</summary>
public enum TitleSubject
{
    /// <summary>A school union (职工之家).</summary>
    School,

    /// <summary>A branch (职工小家, 工人先锋号).</summary>
    Branch,
}

/// <summary>What the school side does before an application goes to the district, in the order of the enumeration.</summary>
public enum ApprovalStep
{
    /// <summary>The unit's own people vote (会员评家, 小组评选).</summary>
    UnitVote,

    /// <summary>The school union examines (工会审查).</summary>
    UnionExamination,

    /// <summary>The school's party branch approves (党支部审批).</summary>
    PartyApproval,
}

/// <summary>What the district examines before it scores.</summary>
public enum ExaminationStep
{
    /// <summary>Scores against the ledger (材料审核).</summary>
    DocumentReview,

    /// <summary>A visit (实地考察).</summary>
    OnSiteInspection,

    /// <summary>A democratic vote (民主测评).</summary>
    Survey,
}

/// <summary>A tier of a title, the best first in its programme.</summary>
/// <param name="Code">Code; for a school the grade code that schemes ask for by <c>holds</c>.</param>
/// <param name="Name">Name shown to people.</param>
public sealed record TierDefinition(string Code, string Name);

/// <summary>How many places a campaign has; the first of the given rules that is set counts.</summary>
public sealed record PlaceRule
{
    /// <summary>A fixed number of places.</summary>
    public int? Places { get; init; }

    /// <summary>At most this share of the base, in percent, cut to whole places.</summary>
    public decimal? Percent { get; init; }

    /// <summary>What the share is of.</summary>
    public Ranking.QuotaBase Base { get; init; } = Ranking.QuotaBase.Submitted;

    /// <summary>Least shares of the places.</summary>
    public IReadOnlyList<ShareRule> AtLeast { get; init; } = [];

    /// <summary>Greatest shares of the places.</summary>
    public IReadOnlyList<ShareRule> AtMost { get; init; } = [];

    /// <summary>How many a school may send by its members, the first band met from the top; empty: any number.</summary>
    public IReadOnlyList<NominationBand> Nominations { get; init; } = [];
}

/// <summary>How many units of a school may be sent.</summary>
/// <param name="AtLeast">From this many members on.</param>
/// <param name="Count">Units.</param>
public sealed record NominationBand(int AtLeast, int Count);

/// <summary>How many holders a campaign may send on to the next level (向上推荐).</summary>
/// <param name="To">Level that asks for them; above the programme's own.</param>
/// <param name="Places">Places that it gives.</param>
public sealed record NominationRule(TitleLevel To, int Places);

/// <summary>A share of the places for units with a mark.</summary>
/// <param name="Name">Name shown to people.</param>
/// <param name="Percent">Share, in percent.</param>
/// <param name="Mark">Mark of the units it is for, such as <c>setting:rural</c>, <c>ownership:private</c>, <c>stage:primary</c>, <c>zone:north</c>, or one that applications carry, such as <c>frontline</c>.</param>
public sealed record ShareRule(string Name, decimal Percent, string Mark);

/// <summary>How a held title is looked at again.</summary>
/// <param name="RectificationDays">Days to mend what a re-inspection found.</param>
/// <param name="KeepFrom">Least points that keep the title.</param>
/// <param name="CycleYears">Years from the award, and from one re-inspection to the next; null: none.</param>
/// <param name="TermYears">Years after which it ends by itself (自然摘牌); null: never.</param>
/// <param name="DowngradeFrom">Least points that lead to <paramref name="DowngradeTo"/> after rectification; below: revoked.</param>
/// <param name="DowngradeTo">Tier below; null: revoked instead.</param>
/// <param name="EndingEvents">Named events that end it by themselves (自动摘牌); null: none.</param>
public sealed record ReinspectionRule(
    int RectificationDays,
    decimal KeepFrom,
    int? CycleYears = null,
    int? TermYears = null,
    decimal? DowngradeFrom = null,
    string? DowngradeTo = null,
    IReadOnlyList<string>? EndingEvents = null);

/// <summary>A title programme (评选项目) as data: who may apply, how one is chosen, what is held and for how long.</summary>
public sealed record ProgrammeDefinition
{
    /// <summary>Name shown to people.</summary>
    public required string Name { get; init; }

    /// <summary>Who confers it.</summary>
    public TitleLevel Level { get; init; }

    /// <summary>Who holds it.</summary>
    public TitleSubject Subject { get; init; }

    /// <summary>Document that it rests on.</summary>
    public string? Basis { get; init; }

    /// <summary>Tiers, the best first.</summary>
    public IReadOnlyList<TierDefinition> Tiers { get; init; } = [];

    /// <summary>Who may apply and who may be chosen.</summary>
    public IReadOnlyList<EligibilityRule> Rules { get; init; } = [];

    /// <summary>What the school side does first.</summary>
    public IReadOnlyList<ApprovalStep> Approvals { get; init; } = [];

    /// <summary>Least consent of those who voted in the unit, in percent; null: a majority isn't asked for.</summary>
    public decimal? ConsentPercent { get; init; }

    /// <summary>What the district examines.</summary>
    public IReadOnlyList<ExaminationStep> Examinations { get; init; } = [];

    /// <summary>Places.</summary>
    public PlaceRule Places { get; init; } = new();

    /// <summary>Working days of publicity, the first day counted.</summary>
    public int PublicityDays { get; init; } = 5;

    /// <summary>Re-inspection.</summary>
    public ReinspectionRule? Reinspection { get; init; }

    /// <summary>Nomination upward; null: none.</summary>
    public NominationRule? Nomination { get; init; }
}
