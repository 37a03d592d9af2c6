using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Congresses;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Congresses;

/// <summary>What every step of a proposal has in common: the scorecards' locks first, then the step, then its place, obligations and scores follow.</summary>
internal sealed class ProposalSteps(IUnionDb db, CongressDesk congresses, ProposalDesk desk, CongressObligations obligations, ProposalViews views)
{
    /// <summary>Takes a step.</summary>
    public async Task<Result<Tagged<ProposalView>>> TakeAsync(
        ProposalId id, Precondition precondition, Func<Proposal, CancellationToken, Task<Error?>> step, CancellationToken cancellationToken)
    {
        var school = await db.Proposals.Where(p => p.Id == id).Select(p => p.SchoolId).SingleAsync(cancellationToken);
        await using var work = await congresses.BeginAcrossSchoolsAsync(school, cancellationToken);
        var proposal = await db.Proposals.SingleAsync(p => p.Id == id, cancellationToken);
        if (await desk.RefuseWriterAsync(proposal, cancellationToken) is { } notTheirs)
            return notTheirs;
        if (precondition.Against(proposal) is { } stale)
            return stale;
        var before = proposal.CongressId;
        if (await step(proposal, cancellationToken) is { } refusal)
            return refusal;
        await desk.PlaceAsync(school, cancellationToken);
        foreach (var touched in new[] { before, proposal.CongressId }.OfType<CongressId>().Distinct())
            await obligations.FollowProposalsAsync(await db.Congresses.SingleAsync(c => c.Id == touched, cancellationToken), cancellationToken);
        await congresses.ScoreAsync(work, school, cancellationToken);
        return await views.OfAsync(id, false, cancellationToken);
    }
}
