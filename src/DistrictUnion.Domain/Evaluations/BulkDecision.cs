using DistrictUnion.Domain.Common;

namespace DistrictUnion.Domain.Evaluations;

/// <summary>One evaluation of a bulk decision.</summary>
/// <param name="School">School.</param>
/// <param name="Before">State that the evaluation had.</param>
/// <param name="Version">Its version after the decision; another one means that somebody dealt with it since.</param>
public sealed record DecidedEvaluation(Guid School, EvaluationState Before, long Version);

/// <summary>Many evaluations accepted or returned at once, kept so that a slip can be undone for a short while.</summary>
public sealed class BulkDecision : ITenantOwned
{
    /// <summary>How long a bulk decision can be undone.</summary>
    public static readonly TimeSpan UndoableFor = TimeSpan.FromMinutes(10);

    private BulkDecision()
    {
    }

    /// <inheritdoc/>
    public DistrictId DistrictId { get; private set; }

    /// <summary>Public identifier.</summary>
    public BulkDecisionId Id { get; private set; }

    /// <summary>Round.</summary>
    public RoundId RoundId { get; private set; }

    /// <summary>Whether the evaluations were returned; accepted otherwise.</summary>
    public bool Returned { get; private set; }

    /// <summary>User name of who decided.</summary>
    public string Actor { get; private set; } = "";

    /// <summary>When (UTC).</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>When it was undone (UTC); null: it holds.</summary>
    public DateTimeOffset? UndoneAt { get; private set; }

    /// <summary>The evaluations.</summary>
    public IReadOnlyList<DecidedEvaluation> Evaluations { get; private set; } = [];

    /// <summary>The first moment at which it can be undone no longer (UTC).</summary>
    public DateTimeOffset UndoableUntil => At + UndoableFor;

    /// <summary>Records a decision.</summary>
    public static BulkDecision Record(
        DistrictId district, RoundId round, bool returned, string actor, DateTimeOffset now, IReadOnlyList<DecidedEvaluation> evaluations) =>
        new()
        {
            DistrictId = district,
            Id = BulkDecisionId.New(),
            RoundId = round,
            Returned = returned,
            Actor = actor,
            At = now,
            Evaluations = evaluations,
        };

    /// <summary>Undoes it, once and in time.</summary>
    public Error? Undo(DateTimeOffset now)
    {
        if (UndoneAt is not null)
            return new ConflictError("decision.undone", "undone", []);
        if (now >= UndoableUntil)
            return new ConflictError("decision.tooLate", "final", []);
        UndoneAt = now;
        return null;
    }
}
