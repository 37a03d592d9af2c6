using DistrictUnion.Application.Common;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Evaluations;
using DistrictUnion.Domain.Rounds;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Rounds;

/// <summary>
/// Decides whether a round takes something from a school: open, the school in scope, and for the school's own people not yet
/// locked. The caller holds the scorecard's lock, so a round that closes waits or has closed.
/// </summary>
internal sealed class RoundGate(IUnionDb db, ITenantContext tenant, ReceiptClock clock)
{
    /// <summary>The refusal; null when the round takes it.</summary>
    public async Task<Error?> RefuseAsync(AssessmentRound round, SchoolId school, CancellationToken cancellationToken)
    {
        if (round.RefuseUnlessOpen() is { } refusal)
            return refusal;
        if (!await db.Scorecards.AnyAsync(c => c.RoundId == round.Id && c.SchoolId == school, cancellationToken))
            return new ConflictError("round.schoolOutsideScope", "outsideScope", []);
        var (_, closesAt) = await DeadlinesAsync(round, school, cancellationToken);
        return tenant.RequireCaller().IsOfSchool && closesAt is { } locked && await clock.NowAsync(cancellationToken) >= locked
            ? new ConflictError("round.locked", "locked", [])
            {
                Arguments = new Dictionary<string, object?> { ["at"] = BusinessTime.Local(locked) },
            }
            : null;
    }

    /// <summary>The refusal of facts that would count; besides <see cref="RefuseAsync"/>, the school's own people change nothing under the eyes of reviewers.</summary>
    public async Task<Error?> RefuseFactsAsync(AssessmentRound round, SchoolId school, CancellationToken cancellationToken)
    {
        if (await RefuseAsync(round, school, cancellationToken) is { } refusal)
            return refusal;
        var state = await db.SelfEvaluations.Where(e => e.RoundId == round.Id && e.SchoolId == school).Select(e => (EvaluationState?)e.State).SingleOrDefaultAsync(cancellationToken);
        return tenant.RequireCaller().IsOfSchool && state is EvaluationState.ZoneReviewed or EvaluationState.DistrictReviewed
            ? new ConflictError("report.schoolReviewed", Words.Camel(state.Value), [])
            : null;
    }

    /// <summary>First late instant and lock of a school, its extension included.</summary>
    public async Task<(DateTimeOffset DueAt, DateTimeOffset? ClosesAt)> DeadlinesAsync(
        AssessmentRound round, SchoolId school, CancellationToken cancellationToken)
    {
        var extension = await db.RoundExtensions.AsNoTracking()
            .SingleOrDefaultAsync(e => e.RoundId == round.Id && e.SchoolId == school, cancellationToken);
        return round.DeadlinesWith(extension?.DueAt, extension?.ClosesAt);
    }
}
