using DistrictUnion.Application.Ports;
using DistrictUnion.Application.Reports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Scoring;
using DistrictUnion.Domain.Votes;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Votes;

/// <summary>Votes under way keep their fact from being typed in: it would be overwritten, or overwrite what people chose.</summary>
internal static class OpenVotes
{
    /// <summary>The refusal of the first fact that is being voted on; null when there is none.</summary>
    public static async Task<Error?> RefuseAsync(
        IUnionDb db, CompiledScheme scheme, RoundId round, SchoolId school, IReadOnlyList<CheckedFact> facts, CancellationToken cancellationToken)
    {
        var ballots = facts.Where(f => f.Value is BallotsValue).Select(f => f.Code).ToList();
        if (ballots.Count == 0)
            return null;
        var running = await db.Votes.AsNoTracking()
            .Where(v => v.RoundId == round && v.SchoolId == school && v.State == VoteState.Open && ballots.Contains(v.Fact))
            .Select(v => v.Fact).FirstOrDefaultAsync(cancellationToken);
        return running is null ? null : new ConflictError("vote.runs", "open", [])
        {
            Arguments = new Dictionary<string, object?> { ["fact"] = scheme.FactOf(running)!.Name },
        };
    }
}
