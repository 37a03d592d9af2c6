using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Evaluations;
using DistrictUnion.Domain.Rounds;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Evaluations;

/// <summary>A school's form of a round with all that decides whether it takes a change.</summary>
/// <param name="Round">Round.</param>
/// <param name="Evaluation">The form; null before anything was typed. It is followed for changes.</param>
/// <param name="IsInScope">Whether the round expects the school.</param>
/// <param name="DueAt">First late instant for this school.</param>
/// <param name="ClosesAt">From when the school can type nothing more.</param>
/// <param name="ReceivedAt">The server's receipt of this request.</param>
internal sealed record EvaluationAtHand(
    AssessmentRound Round, SelfEvaluation? Evaluation, bool IsInScope, DateTimeOffset DueAt, DateTimeOffset? ClosesAt, DateTimeOffset ReceivedAt)
{
    /// <summary>The refusal of a change to what was typed; null when it is taken.</summary>
    public Error? RefuseChange(Caller caller)
    {
        if (Round.RefuseUnlessOpen() is { } refusal)
            return refusal;
        if (!IsInScope)
            return new ConflictError("round.schoolOutsideScope", "outsideScope", []);
        if (caller.IsOfSchool && ClosesAt is { } locked && ReceivedAt >= locked)
        {
            return new ConflictError("round.locked", "locked", [])
            {
                Arguments = new Dictionary<string, object?> { ["at"] = BusinessTime.Local(locked) },
            };
        }

        return Evaluation?.RefuseUnlessEditable();
    }
}

/// <summary>
/// Opens a school's form in one statement. Nothing is locked: a draft doesn't score, and of two writers the second is told by
/// the version.
/// </summary>
internal sealed class EvaluationFolder(IUnionDb db, ITenantContext tenant, TimeProvider clock)
{
    /// <summary>The form of a school in a round.</summary>
    public async Task<EvaluationAtHand> OpenAsync(RoundId round, SchoolId school, CancellationToken cancellationToken)
    {
        // A server clock that steps back reopens nothing: time never lies before the latest thing that the audit trail tells of.
        var found = await db.Rounds.Where(r => r.Id == round).Select(r => new
        {
            Round = r,
            Evaluation = db.SelfEvaluations.FirstOrDefault(e => e.RoundId == round && e.SchoolId == school),
            Extension = db.RoundExtensions.Where(e => e.RoundId == round && e.SchoolId == school).Select(e => new { e.DueAt, e.ClosesAt }).FirstOrDefault(),
            IsInScope = db.Scorecards.Any(c => c.RoundId == round && c.SchoolId == school),
            LatestAudit = db.AuditEntries.Max(a => (DateTimeOffset?)a.At),
        }).SingleAsync(cancellationToken);
        var (dueAt, closesAt) = found.Round.DeadlinesWith(found.Extension?.DueAt, found.Extension?.ClosesAt);
        var now = clock.GetUtcNow();
        var received = tenant.RequireCaller().SessionId is not null && found.LatestAudit > now ? found.LatestAudit.Value : now;
        return new EvaluationAtHand(found.Round, found.Evaluation, found.IsInScope, dueAt, closesAt, received);
    }
}
