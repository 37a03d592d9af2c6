using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.EvidenceLedger;

namespace DistrictUnion.Domain.Papers;

/// <summary>What is printed, signed and sealed.</summary>
public enum PaperKind
{
    /// <summary>自评表: the self-evaluation as it was handed in.</summary>
    SelfEvaluation,

    /// <summary>考评表: what the reviewers say of it.</summary>
    ReviewSheet,
}

/// <summary>A scan of a signed and sealed paper, bound to what was printed.</summary>
/// <param name="Id">Public identifier.</param>
/// <param name="Digest">Digest of what the paper shows; it stands on the paper.</param>
/// <param name="File">The file.</param>
/// <param name="Actor">User name of who uploaded it.</param>
/// <param name="At">Server receipt (UTC).</param>
public sealed record PaperScan(Guid Id, string Digest, KeptFile File, string Actor, DateTimeOffset At);

/// <summary>Where the paper itself is kept.</summary>
/// <param name="Place">Place, for example the number of a folder.</param>
/// <param name="ReceivedOn">Day on which it arrived.</param>
/// <param name="Actor">User name of who registered it.</param>
public sealed record PaperOriginal(string Place, DateOnly ReceivedOn, string Actor);

/// <summary>The paper of one kind of a school in a round: its scans, and where the original is.</summary>
public sealed class EvaluationPaper : AggregateRoot, ISchoolOwned
{
    private EvaluationPaper()
    {
    }

    /// <inheritdoc/>
    public DistrictId DistrictId { get; private set; }

    /// <summary>Round.</summary>
    public RoundId RoundId { get; private set; }

    /// <inheritdoc/>
    public SchoolId SchoolId { get; private set; }

    /// <summary>Kind.</summary>
    public PaperKind Kind { get; private set; }

    /// <summary>Scans, the oldest first; none is ever taken away.</summary>
    public IReadOnlyList<PaperScan> Scans { get; private set; } = [];

    /// <summary>Where the original is; null: not registered.</summary>
    public PaperOriginal? Original { get; private set; }

    /// <summary>A paper of which nothing is known yet.</summary>
    public static EvaluationPaper For(DistrictId district, RoundId round, SchoolId school, PaperKind kind) =>
        new() { DistrictId = district, RoundId = round, SchoolId = school, Kind = kind };

    /// <summary>Binds a scan.</summary>
    public void Bind(PaperScan scan) => Scans = [.. Scans, scan];

    /// <summary>Registers the original.</summary>
    public void Register(PaperOriginal original) => Original = original;
}
