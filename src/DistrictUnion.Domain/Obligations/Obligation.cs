using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Rounds;

namespace DistrictUnion.Domain.Obligations;

/// <summary>Where an obligation stands on a day.</summary>
public enum ObligationState
{
    /// <summary>Its time hasn't come.</summary>
    NotStarted,

    /// <summary>Its time has come.</summary>
    InProgress,

    /// <summary>Fulfilled in time.</summary>
    Fulfilled,

    /// <summary>Fulfilled after it was due.</summary>
    FulfilledLate,

    /// <summary>Due and not fulfilled.</summary>
    Overdue,

    /// <summary>Waived with a reason.</summary>
    Waived,
}

/// <summary>Something that happened to an obligation.</summary>
/// <param name="Step">What: <c>fulfil</c>, <c>reopen</c>, <c>waive</c>, <c>unwaive</c>, <c>move</c>.</param>
/// <param name="Actor">Who.</param>
/// <param name="At">When (UTC).</param>
/// <param name="Note">Why, or what was said.</param>
public sealed record ObligationStep(string Step, string Actor, DateTimeOffset At, string? Note);

/// <summary>A file of the evidence ledger by which an obligation was handed in.</summary>
/// <param name="Round">Code of the round that keeps it.</param>
/// <param name="Evidence">Public identifier of the file.</param>
/// <param name="Name">Name when it was handed in.</param>
public sealed record ObligationFile(string Round, Guid Evidence, string Name);

/// <summary>The unit whose obligation it is.</summary>
/// <param name="Level">Level.</param>
/// <param name="Code">Code.</param>
/// <param name="SchoolId">School, of a school or a branch.</param>
/// <param name="BranchId">Branch.</param>
/// <param name="ZoneId">Zone, of a zone.</param>
public sealed record ObligationUnit(UnitLevel Level, string Code, SchoolId? SchoolId = null, BranchId? BranchId = null, ZoneId? ZoneId = null);

/// <summary>When and for what an obligation is due.</summary>
/// <param name="Period">Period, or the event's own stretch of days.</param>
/// <param name="OpensOn">First day of work.</param>
/// <param name="Basis">What the due day is counted from.</param>
/// <param name="DueOn">Due day; null: the working days of its year aren't known yet.</param>
/// <param name="Source">What it stems from, a round or a title or an event by its code; null: a period.</param>
public sealed record ObligationTerm(DuePeriod Period, DateOnly OpensOn, DueBasis Basis, DateOnly? DueOn, string? Source = null);

/// <summary>How an obligation was fulfilled.</summary>
/// <param name="On">Business day.</param>
/// <param name="By">User name of who did it, or whose evidence it was.</param>
/// <param name="Reference">The evidence that arrived; null: it was handed in.</param>
/// <param name="Note">Note of who handed it in.</param>
/// <param name="Files">Files.</param>
public sealed record ObligationProof(DateOnly On, string By, string? Reference = null, string? Note = null, IReadOnlyList<ObligationFile>? Files = null)
{
    /// <summary>Whether it was late by a finer measure than days; null: by the due day.</summary>
    public bool? IsLate { get; init; }
}

/// <summary>
/// One obligation of one unit in one period. What it says of itself was copied from its template when it was made. Whether it is overdue
/// is told by its due day and today, whether or not any job has run.
/// </summary>
public sealed class Obligation : AggregateRoot, IUnitOwned
{
    private Obligation()
    {
    }

    /// <inheritdoc/>
    public DistrictId DistrictId { get; private set; }

    /// <summary>Identifier.</summary>
    public ObligationId Id { get; private set; }

    /// <summary>Public code: template, period, unit.</summary>
    public string Code { get; private set; } = "";

    /// <summary>Template.</summary>
    public ObligationTemplateId TemplateId { get; private set; }

    /// <summary>Code of the template.</summary>
    public string Template { get; private set; } = "";

    /// <summary>What the template said then, by its count.</summary>
    public int TemplateRevision { get; private set; }

    /// <summary>Level of the unit.</summary>
    public UnitLevel Level { get; private set; }

    /// <summary>Code of the unit.</summary>
    public string Unit { get; private set; } = "";

    /// <inheritdoc/>
    public SchoolId? SchoolId { get; private set; }

    /// <summary>Branch, of a branch's obligation.</summary>
    public BranchId? BranchId { get; private set; }

    /// <summary>Zone, of a zone's obligation.</summary>
    public ZoneId? ZoneId { get; private set; }

    /// <summary>Key of the period.</summary>
    public string Period { get; private set; } = "";

    /// <summary>First day whose evidence counts.</summary>
    public DateOnly PeriodFrom { get; private set; }

    /// <summary>Last day whose evidence counts for this period before the next begins.</summary>
    public DateOnly PeriodTo { get; private set; }

    /// <summary>What it stems from; null: a period.</summary>
    public string? Source { get; private set; }

    /// <summary>First day of work.</summary>
    public DateOnly OpensOn { get; private set; }

    /// <summary>The due day before any shift, or the first day that may count as a working day.</summary>
    public DateOnly BasisOn { get; private set; }

    /// <summary>Working days counted from there.</summary>
    public int? WorkingDays { get; private set; }

    /// <summary>What a due day that isn't worked does.</summary>
    public DueShift Shift { get; private set; }

    /// <summary>Due day; null: the working days of its year aren't known yet.</summary>
    public DateOnly? DueOn { get; private set; }

    /// <summary>What fulfils it.</summary>
    public EvidenceKind Evidence { get; private set; }

    /// <summary>Business day on which it was fulfilled; null: it wasn't.</summary>
    public DateOnly? FulfilledOn { get; private set; }

    /// <summary>Whether it was fulfilled late.</summary>
    public bool IsLate { get; private set; }

    /// <summary>User name of who fulfilled it.</summary>
    public string? FulfilledBy { get; private set; }

    /// <summary>The evidence that fulfilled it; null: it was handed in.</summary>
    public string? Reference { get; private set; }

    /// <summary>Note of who handed it in.</summary>
    public string? Note { get; private set; }

    /// <summary>Files by which it was handed in.</summary>
    public IReadOnlyList<ObligationFile> Files { get; private set; } = [];

    /// <summary>Why it was waived; null: it wasn't.</summary>
    public string? WaivedFor { get; private set; }

    /// <summary>Day on which somebody was told that it is overdue; null: nobody was.</summary>
    public DateOnly? OverdueNotedOn { get; private set; }

    /// <summary>What happened, oldest first.</summary>
    public IReadOnlyList<ObligationStep> Trail { get; private set; } = [];

    /// <summary>What the due day is counted from.</summary>
    public DueBasis Basis => new(BasisOn, WorkingDays, Shift);

    /// <summary>Whether neither fulfilled nor waived.</summary>
    public bool IsOpen => FulfilledOn is null && WaivedFor is null;

    /// <summary>Makes an obligation.</summary>
    public static Obligation Open(ObligationTemplate template, ObligationUnit unit, ObligationTerm term, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(template);
        ArgumentNullException.ThrowIfNull(unit);
        ArgumentNullException.ThrowIfNull(term);
        var obligation = new Obligation
        {
            DistrictId = template.DistrictId,
            Id = ObligationId.New(),
            Code = CodeOf(template.Code, term.Period.Key, unit.Code),
            TemplateId = template.Id,
            Template = template.Code,
            TemplateRevision = template.Revision,
            Level = unit.Level,
            Unit = unit.Code,
            SchoolId = unit.SchoolId,
            BranchId = unit.BranchId,
            ZoneId = unit.ZoneId,
            Period = term.Period.Key,
            PeriodFrom = term.Period.From,
            PeriodTo = term.Period.To,
            Source = term.Source,
            OpensOn = term.OpensOn,
            BasisOn = term.Basis.On,
            WorkingDays = term.Basis.WorkingDays,
            Shift = term.Basis.Shift,
            DueOn = term.DueOn,
            Evidence = template.Definition.Evidence,
        };
        obligation.MarkCreated(now);
        return obligation;
    }

    /// <summary>The code of a template's obligation.</summary>
    public static string CodeOf(string template, string period, string unit) => $"{template}.{period}.{unit}";

    /// <summary>Tells that it began.</summary>
    public void Announce() => Publish(new ObligationOpened(Code, Template, Unit, DueOn));

    /// <inheritdoc/>
    public override bool IsPartOfVersion(string property) => property != nameof(OverdueNotedOn);

    /// <summary>Where it stands on a day.</summary>
    public ObligationState StateOn(DateOnly today) => WaivedFor is not null ? ObligationState.Waived
        : FulfilledOn is not null ? IsLate ? ObligationState.FulfilledLate : ObligationState.Fulfilled
        : DueOn < today ? ObligationState.Overdue
        : OpensOn > today ? ObligationState.NotStarted
        : ObligationState.InProgress;

    /// <summary>Whether evidence of a kind counts: the one it stems from, or that of a day of its period.</summary>
    public bool Takes(EvidenceKind kind, string reference, DateOnly on) =>
        Evidence == kind && IsOpen && (Source is null ? PeriodFrom <= on && on <= PeriodTo : Source == reference);

    /// <summary>Fulfils it.</summary>
    public Error? Fulfil(ObligationProof proof, DateTimeOffset now, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(proof);
        if (!IsOpen)
            return Refusal(today);
        (FulfilledOn, FulfilledBy, Reference, Note, Files) = (proof.On, proof.By, proof.Reference, proof.Note, proof.Files ?? []);
        IsLate = proof.IsLate ?? proof.On > DueOn;
        Go("fulfil", proof.By, now, proof.Note);
        Publish(new ObligationFulfilled(Code, Template, Unit, proof.On, IsLate));
        return null;
    }

    /// <summary>Takes the fulfilment back.</summary>
    public Error? Reopen(string actor, DateTimeOffset now, DateOnly today, string? reason)
    {
        if (FulfilledOn is null)
            return Refusal(today);
        (FulfilledOn, IsLate, FulfilledBy, Reference, Note, Files) = (null, false, null, null, null, []);
        Go("reopen", actor, now, reason);
        Publish(new ObligationReopened(Code, Template, Unit));
        return null;
    }

    /// <summary>Waives it.</summary>
    public Error? Waive(string reason, string actor, DateTimeOffset now, DateOnly today)
    {
        if (!IsOpen)
            return Refusal(today);
        WaivedFor = reason;
        Go("waive", actor, now, reason);
        Publish(new ObligationWaived(Code, Template, Unit, reason));
        return null;
    }

    /// <summary>Demands it again.</summary>
    public Error? Unwaive(string actor, DateTimeOffset now, DateOnly today, string? reason)
    {
        if (WaivedFor is null)
            return Refusal(today);
        WaivedFor = null;
        Go("unwaive", actor, now, reason);
        return null;
    }

    /// <summary>Gets the due day that its source gives it now.</summary>
    /// <param name="basis">What the due day is counted from.</param>
    /// <param name="dueOn">Due day.</param>
    /// <param name="isLate">Whether what was handed in is late now; null: by the due day.</param>
    public void Move(DueBasis basis, DateOnly? dueOn, bool? isLate = null)
    {
        if (DueOn != dueOn)
            OverdueNotedOn = null;
        (BasisOn, WorkingDays, Shift, DueOn) = (basis.On, basis.WorkingDays, basis.Shift, dueOn);
        if (FulfilledOn is { } on)
            IsLate = isLate ?? on > dueOn;
    }

    /// <summary>Tells once that it is overdue.</summary>
    public void NoteOverdue(DateOnly today)
    {
        if (OverdueNotedOn is not null || StateOn(today) != ObligationState.Overdue)
            return;
        OverdueNotedOn = today;
        Publish(new ObligationOverdue(Code, Template, Unit, DueOn!.Value));
    }

    /// <summary>The refusal of what the state doesn't allow.</summary>
    public ConflictError Refusal(DateOnly today)
    {
        var state = StateOn(today);
        return new ConflictError("obligation.state", Words.Camel(state), state switch
        {
            ObligationState.Fulfilled or ObligationState.FulfilledLate => ["reopen"],
            ObligationState.Waived => ["unwaive"],
            _ => ["fulfil", "waive"],
        });
    }

    /// <summary>That a school cares for one of its members is its own affair: neither other units nor other systems are told.</summary>
    private void Publish(IDomainEvent news)
    {
        if (Evidence != EvidenceKind.CareVisited)
            Raise(news);
    }

    private void Go(string step, string actor, DateTimeOffset now, string? note) => Trail = [.. Trail, new ObligationStep(step, actor, now, note)];
}

/// <summary>An obligation began with an event.</summary>
public sealed record ObligationOpened(string Obligation, string Template, string Unit, DateOnly? DueOn) : IDomainEvent;

/// <summary>Obligations of a template began for many units.</summary>
public sealed record ObligationsOpened(string Template, int Count) : IDomainEvent;

/// <summary>An obligation was fulfilled.</summary>
public sealed record ObligationFulfilled(string Obligation, string Template, string Unit, DateOnly On, bool IsLate) : IDomainEvent;

/// <summary>The evidence of an obligation was taken back.</summary>
public sealed record ObligationReopened(string Obligation, string Template, string Unit) : IDomainEvent;

/// <summary>An obligation is overdue; told once.</summary>
public sealed record ObligationOverdue(string Obligation, string Template, string Unit, DateOnly DueOn) : IDomainEvent;

/// <summary>An obligation was waived.</summary>
public sealed record ObligationWaived(string Obligation, string Template, string Unit, string Reason) : IDomainEvent;
