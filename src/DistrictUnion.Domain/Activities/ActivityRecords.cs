using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.EvidenceLedger;

namespace DistrictUnion.Domain.Activities;

/// <summary>What an activity is about. The same everywhere, because schemes that count them travel between districts.</summary>
public enum ActivityKind
{
    /// <summary>Culture and art (文化活动).</summary>
    Culture,

    /// <summary>Sport (体育活动).</summary>
    Sport,

    /// <summary>Care for members (慰问关爱).</summary>
    Care,

    /// <summary>Training and study (学习培训).</summary>
    Training,

    /// <summary>Skills contests (技能竞赛).</summary>
    Skills,

    /// <summary>Democratic management (民主管理).</summary>
    Democratic,

    /// <summary>Publicity (宣传).</summary>
    Publicity,

    /// <summary>Volunteering (志愿服务).</summary>
    Volunteering,

    /// <summary>Women's activities (女职工活动).</summary>
    Women,

    /// <summary>Anything else.</summary>
    Other,
}

/// <summary>What people say of an activity.</summary>
/// <param name="Title">Title.</param>
/// <param name="Kind">What it is about.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day, inclusive.</param>
/// <param name="Place">Where; null: not told.</param>
/// <param name="Branches">Codes of the branches that held it; none: the school union itself.</param>
/// <param name="Members">Members who took part.</param>
/// <param name="Others">Others who took part.</param>
/// <param name="Description">What was done; null: not told.</param>
/// <param name="PlanItemId">Item of the work plan that it carries out; null: none.</param>
public sealed record ActivityAccount(
    string Title,
    ActivityKind Kind,
    DateOnly From,
    DateOnly To,
    string? Place,
    IReadOnlyList<string> Branches,
    int Members,
    int Others,
    string? Description,
    PlanItemId? PlanItemId);

/// <summary>A photo of an activity.</summary>
/// <param name="Id">Public identifier.</param>
/// <param name="File">The file.</param>
/// <param name="Actor">User name of who added it.</param>
/// <param name="At">Server receipt (UTC).</param>
public sealed record ActivityPhoto(Guid Id, KeptFile File, string Actor, DateTimeOffset At);
