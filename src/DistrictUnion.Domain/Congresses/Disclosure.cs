using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.EvidenceLedger;

namespace DistrictUnion.Domain.Congresses;

/// <summary>What schools make public (校务公开) each semester.</summary>
public enum DisclosureCategory
{
    /// <summary>Finance (财务).</summary>
    Finance,

    /// <summary>Fees (收费).</summary>
    Fees,

    /// <summary>Construction and purchases (基建).</summary>
    Construction,

    /// <summary>Rewards (评优).</summary>
    Rewards,

    /// <summary>Professional titles (职称).</summary>
    Titles,

    /// <summary>Admission (招生).</summary>
    Admission,

    /// <summary>Major decisions (重大决策).</summary>
    MajorDecisions,
}

/// <summary>What was made public, as people tell it.</summary>
/// <param name="Category">What it is about.</param>
/// <param name="Title">What was made public; of <paramref name="IsNothing"/>: that there was nothing.</param>
/// <param name="PostedOn">Day; it counts for the semester that holds it.</param>
/// <param name="Place">Where it hangs; null: not told.</param>
/// <param name="Link">Where it can be read; null: nowhere.</param>
/// <param name="IsNothing">Whether the semester brought nothing of the category.</param>
public sealed record DisclosureAccount(DisclosureCategory Category, string Title, DateOnly PostedOn, string? Place, string? Link, bool IsNothing);

/// <summary>A photo or file that proves it.</summary>
/// <param name="Id">Public identifier.</param>
/// <param name="File">The file.</param>
/// <param name="Actor">User name of who added it.</param>
/// <param name="At">Server receipt (UTC).</param>
public sealed record DisclosureProof(Guid Id, KeptFile File, string Actor, DateTimeOffset At);

/// <summary>
/// Something that a school made public. It counts on its day once there is a proof of it, a file or a link; that a semester brought nothing
/// of a category needs none. One that was called off counts nowhere and stays.
/// </summary>
public sealed class Disclosure : AggregateRoot, ISchoolOwned
{
    /// <summary>Files of one item.</summary>
    public const int MostProofs = 20;

    private Disclosure()
    {
    }

    /// <inheritdoc/>
    public DistrictId DistrictId { get; private set; }

    /// <summary>Public identifier.</summary>
    public DisclosureId Id { get; private set; }

    /// <inheritdoc/>
    public SchoolId SchoolId { get; private set; }

    /// <summary>What it is about.</summary>
    public DisclosureCategory Category { get; private set; }

    /// <summary>What was made public.</summary>
    public string Title { get; private set; } = "";

    /// <summary>Day.</summary>
    public DateOnly PostedOn { get; private set; }

    /// <summary>Where it hangs.</summary>
    public string? Place { get; private set; }

    /// <summary>Where it can be read.</summary>
    public string? Link { get; private set; }

    /// <summary>Whether the semester brought nothing of the category.</summary>
    public bool IsNothing { get; private set; }

    /// <summary>Proofs, the oldest first.</summary>
    public IReadOnlyList<DisclosureProof> Proofs { get; private set; } = [];

    /// <summary>Whether it counts: it is proven and wasn't called off.</summary>
    public bool Counts { get; private set; }

    /// <summary>Why it was called off; null: it wasn't.</summary>
    public string? CancelledFor { get; private set; }

    /// <summary>User name of who recorded it.</summary>
    public string Actor { get; private set; } = "";

    /// <summary>Server receipt (UTC).</summary>
    public DateTimeOffset RecordedAt { get; private set; }

    /// <summary>Names an item as a source of facts.</summary>
    public static string ReferenceOf(DisclosureId id) => $"disclosure:{id.Value}";

    /// <summary>Records an item.</summary>
    public static Disclosure Record(DistrictId district, SchoolId school, DisclosureAccount account, string actor, DateTimeOffset now)
    {
        var disclosure = new Disclosure { DistrictId = district, Id = DisclosureId.New(), SchoolId = school, Actor = actor, RecordedAt = now };
        disclosure.Tell(account);
        return disclosure;
    }

    /// <summary>Tells it anew.</summary>
    public Error? Change(DisclosureAccount account)
    {
        if (RefuseCancelled() is { } refusal)
            return refusal;
        Tell(account);
        return null;
    }

    /// <summary>Calls it off, with a reason.</summary>
    public Error? Cancel(string reason)
    {
        if (RefuseCancelled() is { } refusal)
            return refusal;
        CancelledFor = reason;
        Weigh();
        return null;
    }

    /// <summary>Adds a proof.</summary>
    public Error? Add(DisclosureProof proof)
    {
        if (RefuseCancelled() is { } refusal)
            return refusal;
        if (Proofs.Count >= MostProofs)
            return ValidationError.Of("file", "disclosure.proofs", ("most", MostProofs));
        Proofs = [.. Proofs, proof];
        Weigh();
        return null;
    }

    /// <summary>Takes a proof away.</summary>
    public Error? Remove(DisclosureProof proof)
    {
        if (RefuseCancelled() is { } refusal)
            return refusal;
        Proofs = [.. Proofs.Where(p => p.Id != proof.Id)];
        Weigh();
        return null;
    }

    private ConflictError? RefuseCancelled() => CancelledFor is null ? null : new ConflictError("disclosure.cancelled", "cancelled", []);

    private void Tell(DisclosureAccount account)
    {
        ArgumentNullException.ThrowIfNull(account);
        (Category, Title, PostedOn, Place, Link, IsNothing) = (account.Category, account.Title, account.PostedOn, account.Place, account.Link, account.IsNothing);
        Weigh();
    }

    private void Weigh() => Counts = CancelledFor is null && (IsNothing || Link is not null || Proofs.Count > 0);
}
