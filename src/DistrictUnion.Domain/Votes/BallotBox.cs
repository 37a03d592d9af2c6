using DistrictUnion.Domain.Common;

namespace DistrictUnion.Domain.Votes;

/// <summary>
/// All ballots of a vote as one row of sums: how often each option was chosen, and the sorted hashes of the receipts. There is no row a
/// ballot, no time and no order, so that the stored data ties no choice to a voter, a link or a receipt.
/// </summary>
public sealed class BallotBox : ISchoolOwned, ISecretBallot
{
    private BallotBox()
    {
    }

    /// <inheritdoc/>
    public DistrictId DistrictId { get; private set; }

    /// <summary>Vote.</summary>
    public VoteId VoteId { get; private set; }

    /// <inheritdoc/>
    public SchoolId SchoolId { get; private set; }

    /// <summary>Ballots cast, abstentions included.</summary>
    public int Cast { get; private set; }

    /// <summary>Ballots by option; an abstention is in none.</summary>
    public IReadOnlyDictionary<string, long> Counts { get; private set; } = new SortedDictionary<string, long>(StringComparer.Ordinal);

    /// <summary>Hashes of the receipts, hexadecimal, sorted.</summary>
    public IReadOnlyList<string> Receipts { get; private set; } = [];

    /// <summary>The empty box of a vote, with every option of it.</summary>
    public static BallotBox For(DemocraticVote vote) => new()
    {
        DistrictId = vote.DistrictId,
        VoteId = vote.Id,
        SchoolId = vote.SchoolId,
    };

    /// <summary>Puts a ballot in; <see cref="Cast"/> was counted when the box was locked.</summary>
    /// <param name="option">What was chosen; null: an abstention.</param>
    /// <param name="receipt">Hash of the receipt.</param>
    public void Put(string? option, string receipt)
    {
        if (option is not null)
            Counts = new SortedDictionary<string, long>(Counts.ToDictionary(), StringComparer.Ordinal) { [option] = Counts.GetValueOrDefault(option) + 1 };
        Receipts = [.. Receipts.Append(receipt).Order(StringComparer.Ordinal)];
    }

    /// <summary>Forgets what was chosen: of a vote that was called off, or too small to show a result. That somebody's ballot arrived stays provable.</summary>
    public void ForgetChoices() => Counts = new SortedDictionary<string, long>(StringComparer.Ordinal);
}

/// <summary>
/// A link that nobody has used yet; only its hash is stored. Using it deletes it, because a deleted row has neither a time nor an order
/// that could be laid beside a choice.
/// </summary>
public sealed class BallotLink : ISchoolOwned, ISecretBallot
{
    private BallotLink()
    {
    }

    /// <inheritdoc/>
    public DistrictId DistrictId { get; private set; }

    /// <summary>Hash of the token.</summary>
    public byte[] TokenHash { get; private set; } = [];

    /// <summary>Vote.</summary>
    public VoteId VoteId { get; private set; }

    /// <inheritdoc/>
    public SchoolId SchoolId { get; private set; }

    /// <summary>A new link of a vote.</summary>
    public static BallotLink For(DemocraticVote vote, byte[] tokenHash) => new()
    {
        DistrictId = vote.DistrictId,
        TokenHash = tokenHash,
        VoteId = vote.Id,
        SchoolId = vote.SchoolId,
    };
}
