using DistrictUnion.Domain.Common;

namespace DistrictUnion.Domain.Reminders;

/// <summary>That somebody was reminded of an obligation: kept, so that nobody is reminded twice and everybody sees who was told when.</summary>
public sealed class Reminder : ITenantOwned, IKeepsOwnHistory
{
    private Reminder()
    {
    }

    /// <inheritdoc/>
    public DistrictId DistrictId { get; private set; }

    /// <summary>Obligation.</summary>
    public ObligationId ObligationId { get; private set; }

    /// <summary>Who was reminded.</summary>
    public UserId UserId { get; private set; }

    /// <summary>Due day that was told; another due day is told of anew.</summary>
    public DateOnly DueOn { get; private set; }

    /// <summary>Days before the due day that the reminder belongs to; negative: after it.</summary>
    public int Lead { get; private set; }

    /// <summary>Whether it was told to the level above, because its owner is late.</summary>
    public bool IsEscalation { get; private set; }

    /// <summary>Business day on which it was told.</summary>
    public DateOnly SentOn { get; private set; }

    /// <summary>Notes a reminder.</summary>
    public static Reminder Note(DistrictId district, ObligationId obligation, UserId user, DateOnly dueOn, int lead, bool isEscalation, DateOnly sentOn) => new()
    {
        DistrictId = district,
        ObligationId = obligation,
        UserId = user,
        DueOn = dueOn,
        Lead = lead,
        IsEscalation = isEscalation,
        SentOn = sentOn,
    };
}

/// <summary>That a school was asked for what it hasn't handed in to a round (催办).</summary>
public sealed class Nudge : ISchoolOwned, IKeepsOwnHistory
{
    private Nudge()
    {
    }

    /// <inheritdoc/>
    public DistrictId DistrictId { get; private set; }

    /// <summary>Identifier, in time order.</summary>
    public Guid Id { get; private set; }

    /// <summary>Round.</summary>
    public RoundId RoundId { get; private set; }

    /// <inheritdoc/>
    public SchoolId SchoolId { get; private set; }

    /// <summary>User name of who asked.</summary>
    public string Actor { get; private set; } = "";

    /// <summary>When (UTC).</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>How many people of the school were told.</summary>
    public int People { get; private set; }

    /// <summary>Notes that a school was asked.</summary>
    public static Nudge Note(DistrictId district, RoundId round, SchoolId school, string actor, DateTimeOffset at, int people) => new()
    {
        DistrictId = district,
        Id = Guid.CreateVersion7(),
        RoundId = round,
        SchoolId = school,
        Actor = actor,
        At = at,
        People = people,
    };
}
