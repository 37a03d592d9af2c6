using DistrictUnion.Domain.Common;

namespace DistrictUnion.Domain.Care;

/// <summary>What is told of a person, each text encrypted by itself; null: nothing is told.</summary>
/// <param name="Person">Who it is.</param>
/// <param name="Circumstances">What happened.</param>
/// <param name="Visitors">Who visits.</param>
/// <param name="Outcome">What came of it.</param>
/// <param name="Amount">Money.</param>
/// <param name="Grounds">Why it was waived.</param>
public sealed record SealedCare(byte[]? Person, byte[]? Circumstances, byte[]? Visitors, byte[]? Outcome, byte[]? Amount, byte[]? Grounds);

/// <summary>
/// One case of care for a member: a visit, a hardship file, or a claim from mutual aid. What may be counted stands in plain columns: kind,
/// category, days, state. Whatever tells of the person is encrypted before it gets here, and can be erased without the record.
/// </summary>
public sealed class CareRecord : AggregateRoot, ISchoolOwned, IKeepsOwnHistory
{
    private CareRecord()
    {
    }

    /// <inheritdoc/>
    public DistrictId DistrictId { get; private set; }

    /// <summary>Identifier; ciphertexts are bound to it.</summary>
    public CareRecordId Id { get; private set; }

    /// <inheritdoc/>
    public SchoolId SchoolId { get; private set; }

    /// <summary>Public code, random: it tells nothing.</summary>
    public string Code { get; private set; } = "";

    /// <summary>Kind.</summary>
    public CareKind Kind { get; private set; }

    /// <summary>Category.</summary>
    public CareCategory Category { get; private set; }

    /// <summary>Day on which it happened; a visit's obligation is counted from it.</summary>
    public DateOnly EventOn { get; private set; }

    /// <summary>Where it stands.</summary>
    public CareState State { get; private set; }

    /// <summary>Day that a visit is planned for.</summary>
    public DateOnly? ScheduledOn { get; private set; }

    /// <summary>Day on which it was done or closed.</summary>
    public DateOnly? DoneOn { get; private set; }

    /// <summary>Server receipt (UTC).</summary>
    public DateTimeOffset RecordedAt { get; private set; }

    /// <summary>When it was done, closed or waived (UTC), from which its time to be kept is counted; null: it is open.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>When what tells of the person was erased (UTC); null: it is kept.</summary>
    public DateTimeOffset? ErasedAt { get; private set; }

    /// <summary>Who it is, encrypted.</summary>
    public byte[]? Person { get; private set; }

    /// <summary>What happened, encrypted.</summary>
    public byte[]? Circumstances { get; private set; }

    /// <summary>Who visits, encrypted.</summary>
    public byte[]? Visitors { get; private set; }

    /// <summary>What came of it, encrypted.</summary>
    public byte[]? Outcome { get; private set; }

    /// <summary>Money, encrypted.</summary>
    public byte[]? Amount { get; private set; }

    /// <summary>Why it was waived, encrypted.</summary>
    public byte[]? Grounds { get; private set; }

    /// <summary>Whether neither done nor waived.</summary>
    public bool IsOpen => EndedAt is null;

    /// <summary>Everything that is encrypted.</summary>
    public SealedCare Sealed => new(Person, Circumstances, Visitors, Outcome, Amount, Grounds);

    /// <summary>What can be done with it as it stands, in the API's words.</summary>
    public IReadOnlyList<string> Allowed => (State, Kind) switch
    {
        _ when ErasedAt is not null => [],
        (CareState.Done, _) => ["reopen", "erase"],
        (CareState.Waived, _) => ["unwaive", "erase"],
        (CareState.Scheduled, _) => ["change", "schedule", "unschedule", "complete", "waive"],
        (_, CareKind.Visit) => ["change", "schedule", "complete", "waive"],
        _ => ["change", "complete", "waive"],
    };

    private CareState OpenState => ScheduledOn is null ? CareState.Triggered : CareState.Scheduled;

    /// <summary>Makes a record. Its identifier comes from outside, because what is encrypted is bound to it.</summary>
    public static CareRecord Open(
        (DistrictId District, SchoolId School, CareRecordId Id) identity, string code, CareKind kind, CareCategory category, DateOnly eventOn, SealedCare told, DateTimeOffset now)
    {
        var record = new CareRecord
        {
            DistrictId = identity.District,
            SchoolId = identity.School,
            Id = identity.Id,
            Code = code,
            Kind = kind,
            RecordedAt = now,
        };
        record.Tell(category, eventOn, told);
        return record;
    }

    /// <summary>Tells anew what happened.</summary>
    public Error? Change(CareCategory category, DateOnly eventOn, SealedCare told)
    {
        if (Refuse("change") is { } refusal)
            return refusal;
        Tell(category, eventOn, told);
        return null;
    }

    /// <summary>Sets the day of a visit and who goes.</summary>
    public Error? Schedule(DateOnly on, byte[]? visitors)
    {
        if (Refuse("schedule") is { } refusal)
            return refusal;
        (State, ScheduledOn, Visitors) = (CareState.Scheduled, on, visitors);
        return null;
    }

    /// <summary>Takes the day of a visit back.</summary>
    public Error? Unschedule()
    {
        if (Refuse("unschedule") is { } refusal)
            return refusal;
        (State, ScheduledOn) = (CareState.Triggered, null);
        return null;
    }

    /// <summary>The visit was made; the file or the claim is closed.</summary>
    /// <param name="on">Day.</param>
    /// <param name="told">Everything that is told of it now.</param>
    /// <param name="now">Server receipt.</param>
    public Error? Complete(DateOnly on, SealedCare told, DateTimeOffset now)
    {
        if (Refuse("complete") is { } refusal)
            return refusal;
        (State, DoneOn, EndedAt) = (CareState.Done, on, now);
        Take(told);
        return null;
    }

    /// <summary>It isn't done after all, or is open again.</summary>
    public Error? Reopen()
    {
        if (Refuse("reopen") is { } refusal)
            return refusal;
        (State, DoneOn, EndedAt) = (OpenState, null, null);
        return null;
    }

    /// <summary>Nothing will be done.</summary>
    public Error? Waive(byte[] grounds, DateTimeOffset now)
    {
        if (Refuse("waive") is { } refusal)
            return refusal;
        (State, Grounds, EndedAt) = (CareState.Waived, grounds, now);
        return null;
    }

    /// <summary>Something is to be done after all.</summary>
    public Error? Unwaive()
    {
        if (Refuse("unwaive") is { } refusal)
            return refusal;
        (State, Grounds, EndedAt) = (OpenState, null, null);
        return null;
    }

    /// <summary>Erases whatever tells of the person. Kind, category, days and state stay, and with them every total.</summary>
    public Error? Erase(DateTimeOffset now)
    {
        if (Refuse("erase") is { } refusal)
            return refusal;
        Take(new SealedCare(null, null, null, null, null, null));
        ErasedAt = now;
        return null;
    }

    /// <summary>Takes the same texts encrypted anew.</summary>
    public void Reseal(SealedCare told) => Take(told);

    private ConflictError? Refuse(string step) => Allowed.Contains(step, StringComparer.Ordinal) ? null
        : new ConflictError(ErasedAt is null ? "care.state" : "care.erased", ErasedAt is null ? Words.Camel(State) : "erased", Allowed);

    private void Tell(CareCategory category, DateOnly eventOn, SealedCare told)
    {
        (Category, EventOn) = (category, eventOn);
        Take(told);
    }

    private void Take(SealedCare told) =>
        (Person, Circumstances, Visitors, Outcome, Amount, Grounds) = (told.Person, told.Circumstances, told.Visitors, told.Outcome, told.Amount, told.Grounds);
}
