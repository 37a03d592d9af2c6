using System.Text.Json;
using DistrictUnion.Domain.EvidenceLedger;

namespace DistrictUnion.Domain.Visits;

/// <summary>Where an on-site inspection stands.</summary>
public enum VisitState
{
    /// <summary>Planned; nothing is written yet.</summary>
    Planned,

    /// <summary>The inspectors write.</summary>
    InProgress,

    /// <summary>An inspector confirmed; the school's chair is to answer.</summary>
    Inspected,

    /// <summary>The chair confirmed too.</summary>
    Confirmed,

    /// <summary>The chair sent it back; the inspectors write again.</summary>
    Disputed,

    /// <summary>It doesn't take place.</summary>
    Cancelled,
}

/// <summary>What happened to an inspection.</summary>
public enum VisitStep
{
    /// <summary>It was planned, or planned anew.</summary>
    Plan,

    /// <summary>An inspector confirmed what was found.</summary>
    Complete,

    /// <summary>The chair confirmed.</summary>
    Confirm,

    /// <summary>The chair sent it back.</summary>
    Return,

    /// <summary>It was called off.</summary>
    Cancel,

    /// <summary>The observed scores became a level's review.</summary>
    Adopt,
}

/// <summary>One field that an inspector wrote.</summary>
/// <param name="Value">Text, number or yes/no, as JSON.</param>
/// <param name="Actor">User name of who wrote it.</param>
/// <param name="At">Server receipt (UTC).</param>
/// <param name="RecordedAt">When it was written by the device's own clock (UTC); only told, never judged by.</param>
public sealed record VisitAnswer(JsonElement Value, string Actor, DateTimeOffset At, DateTimeOffset? RecordedAt);

/// <summary>A photo of the inspection.</summary>
/// <param name="Id">Public identifier, chosen by the device so that a repeat has one effect.</param>
/// <param name="Node">Leaf that it shows; null: the whole.</param>
/// <param name="File">The file.</param>
/// <param name="Actor">User name of who took it.</param>
/// <param name="At">Server receipt (UTC).</param>
/// <param name="RecordedAt">When it was taken by the device's own clock (UTC).</param>
public sealed record VisitPhoto(Guid Id, string? Node, KeptFile File, string Actor, DateTimeOffset At, DateTimeOffset? RecordedAt);

/// <summary>A step with its person and time; none is ever taken away.</summary>
/// <param name="Step">What happened.</param>
/// <param name="Actor">User name.</param>
/// <param name="At">Server receipt (UTC).</param>
/// <param name="Reason">Why; null where none is asked for.</param>
public sealed record VisitEvent(VisitStep Step, string Actor, DateTimeOffset At, string? Reason);

/// <summary>What an inspector confirmed, as the school sees it.</summary>
/// <param name="Answers">Fields by path.</param>
/// <param name="Photos">Photos.</param>
public sealed record VisitReport(IReadOnlyDictionary<string, VisitAnswer> Answers, IReadOnlyList<VisitPhoto> Photos);

/// <summary>What a visit is to be.</summary>
/// <param name="On">Day.</param>
/// <param name="Inspectors">User names.</param>
/// <param name="Leaves">Codes of the leaves to look at.</param>
public sealed record VisitPlan(DateOnly On, IReadOnlyList<string> Inspectors, IReadOnlyList<string> Leaves);
