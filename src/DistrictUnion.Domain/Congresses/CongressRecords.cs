using DistrictUnion.Domain.EvidenceLedger;

namespace DistrictUnion.Domain.Congresses;

/// <summary>Who meets.</summary>
public enum CongressKind
{
    /// <summary>Elected delegates (教职工代表大会).</summary>
    Congress,

    /// <summary>All staff of a small school (全体教职工大会).</summary>
    AllStaffMeeting,
}

/// <summary>Where a congress stands.</summary>
public enum CongressState
{
    /// <summary>Its day is set.</summary>
    Planned,

    /// <summary>It was held with enough people present.</summary>
    Held,

    /// <summary>Too few came: it isn't valid and may be held again.</summary>
    Inquorate,

    /// <summary>The chair confirmed the minutes: they can't be changed any more.</summary>
    Confirmed,

    /// <summary>It isn't held.</summary>
    Cancelled,
}

/// <summary>Of whom a resolution needs the majority.</summary>
public enum MajorityBase
{
    /// <summary>Of those present.</summary>
    Present,

    /// <summary>Of all who are entitled.</summary>
    Delegates,
}

/// <summary>What a file of a congress is.</summary>
public enum CongressFileKind
{
    /// <summary>Notice of the meeting (会议通知).</summary>
    Notice,

    /// <summary>Attendance roll (签到表).</summary>
    Roll,

    /// <summary>Minutes (会议记录).</summary>
    Minutes,

    /// <summary>Signed resolution or count of ballots (决议、计票).</summary>
    Resolution,

    /// <summary>Anything else.</summary>
    Other,
}

/// <summary>By which rules a congress is held; it keeps those of the day on which it was planned.</summary>
/// <param name="CoSigners">Least co-signers of a proposal.</param>
/// <param name="DeadlineDays">Days before the congress by which proposals are handed in.</param>
/// <param name="Majority">Of whom a resolution needs the majority.</param>
/// <param name="AllStaffBelow">Schools with fewer members than this may let all staff meet.</param>
public sealed record CongressTerms(int CoSigners, int DeadlineDays, MajorityBase Majority, int AllStaffBelow)
{
    /// <summary>What holds where a district said nothing else.</summary>
    public static CongressTerms Default { get; } = new(2, 15, MajorityBase.Present, 80);
}

/// <summary>What is planned.</summary>
/// <param name="Kind">Who meets.</param>
/// <param name="PlannedOn">Day.</param>
/// <param name="Delegates">People entitled to take part.</param>
/// <param name="Agenda">Agenda; null: not told.</param>
public sealed record CongressPlan(CongressKind Kind, DateOnly PlannedOn, int Delegates, string? Agenda);

/// <summary>A resolution that was put to the vote.</summary>
/// <param name="Subject">What was decided.</param>
/// <param name="For">Votes for it.</param>
/// <param name="Against">Votes against it.</param>
/// <param name="Abstained">Abstentions.</param>
/// <param name="IsSecret">Whether the ballot was secret.</param>
public sealed record CongressResolution(string Subject, int For, int Against, int Abstained, bool IsSecret);

/// <summary>A file of a congress.</summary>
/// <param name="Id">Public identifier.</param>
/// <param name="Kind">What it is.</param>
/// <param name="File">The file.</param>
/// <param name="Actor">User name of who added it.</param>
/// <param name="At">Server receipt (UTC).</param>
public sealed record CongressFile(Guid Id, CongressFileKind Kind, KeptFile File, string Actor, DateTimeOffset At);

/// <summary>A step that a congress or a proposal took.</summary>
/// <param name="Step">Which.</param>
/// <param name="Actor">User name of who took it.</param>
/// <param name="At">Server receipt (UTC).</param>
/// <param name="Note">Why.</param>
public sealed record CongressStep(string Step, string Actor, DateTimeOffset At, string? Note);
