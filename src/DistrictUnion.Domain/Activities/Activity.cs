using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Schemes;

namespace DistrictUnion.Domain.Activities;

/// <summary>
/// Something that a school union or its branches did (活动台账). It counts on its first day: for data items of schemes that count
/// activities, for obligations, and for the item of the work plan that it carries out. One that is called off counts nowhere and stays.
/// </summary>
public sealed class Activity : AggregateRoot, ISchoolOwned
{
    /// <summary>Photos of one activity.</summary>
    public const int MostPhotos = 20;

    private Activity()
    {
    }

    /// <inheritdoc/>
    public DistrictId DistrictId { get; private set; }

    /// <summary>Public identifier.</summary>
    public ActivityId Id { get; private set; }

    /// <inheritdoc/>
    public SchoolId SchoolId { get; private set; }

    /// <summary>Title.</summary>
    public string Title { get; private set; } = "";

    /// <summary>What it is about.</summary>
    public ActivityKind Kind { get; private set; }

    /// <summary>First day.</summary>
    public DateOnly From { get; private set; }

    /// <summary>Last day, inclusive.</summary>
    public DateOnly To { get; private set; }

    /// <summary>Where; null: not told.</summary>
    public string? Place { get; private set; }

    /// <summary>Codes of the branches that held it; none: the school union itself.</summary>
    public IReadOnlyList<string> Branches { get; private set; } = [];

    /// <summary>Members who took part.</summary>
    public int Members { get; private set; }

    /// <summary>Others who took part.</summary>
    public int Others { get; private set; }

    /// <summary>What was done; null: not told.</summary>
    public string? Description { get; private set; }

    /// <summary>Item of the work plan that it carries out; null: none.</summary>
    public PlanItemId? PlanItemId { get; private set; }

    /// <summary>Photos, the oldest first.</summary>
    public IReadOnlyList<ActivityPhoto> Photos { get; private set; } = [];

    /// <summary>Why it was called off; null: it counts.</summary>
    public string? CancelledFor { get; private set; }

    /// <summary>User name of who recorded it.</summary>
    public string Actor { get; private set; } = "";

    /// <summary>Server receipt (UTC).</summary>
    public DateTimeOffset RecordedAt { get; private set; }

    /// <summary>The activity as evidence of facts and obligations.</summary>
    public string Reference => ReferenceOf(Id);

    /// <summary>Names an activity as evidence.</summary>
    public static string ReferenceOf(ActivityId id) => $"activity:{id.Value}";

    /// <summary>Records an activity.</summary>
    public static Activity Record(DistrictId district, SchoolId school, ActivityAccount account, string actor, DateTimeOffset now)
    {
        var activity = new Activity
        {
            DistrictId = district,
            Id = ActivityId.New(),
            SchoolId = school,
            Actor = actor,
            RecordedAt = now,
        };
        activity.Tell(account);
        return activity;
    }

    /// <summary>Says anew what was done.</summary>
    public Error? Change(ActivityAccount account)
    {
        if (RefuseCancelled() is { } refusal)
            return refusal;
        Tell(account);
        return null;
    }

    /// <summary>Calls it off, with a reason: it counts nowhere any more.</summary>
    public Error? Cancel(string reason)
    {
        if (RefuseCancelled() is { } refusal)
            return refusal;
        CancelledFor = reason;
        return null;
    }

    /// <summary>Adds a photo.</summary>
    public Error? Add(ActivityPhoto photo)
    {
        if (RefuseCancelled() is { } refusal)
            return refusal;
        if (Photos.Count >= MostPhotos)
            return ValidationError.Of("file", "activity.photos", ("most", MostPhotos));
        Photos = [.. Photos, photo];
        return null;
    }

    /// <summary>Takes a photo away.</summary>
    public Error? Remove(ActivityPhoto photo)
    {
        if (RefuseCancelled() is { } refusal)
            return refusal;
        Photos = [.. Photos.Where(p => p.Id != photo.Id)];
        return null;
    }

    /// <summary>What it adds to a number that counts activities; null: it isn't of a kind that counts there, or was called off.</summary>
    public decimal? Adds(ActivityCount count)
    {
        ArgumentNullException.ThrowIfNull(count);
        if (CancelledFor is not null || (count.Kinds.Count > 0 && !count.Kinds.Contains(Kind)))
            return null;
        return count.Measure switch
        {
            ActivityMeasure.Participants => (decimal)Members + Others,
            ActivityMeasure.Branches => Branches.Count,
            _ => 1,
        };
    }

    private ConflictError? RefuseCancelled() => CancelledFor is null ? null : new ConflictError("activity.cancelled", "cancelled", []);

    private void Tell(ActivityAccount account)
    {
        ArgumentNullException.ThrowIfNull(account);
        (Title, Kind, From, To, Place) = (account.Title, account.Kind, account.From, account.To, account.Place);
        (Branches, Members, Others, Description, PlanItemId) = (account.Branches, account.Members, account.Others, account.Description, account.PlanItemId);
    }
}
