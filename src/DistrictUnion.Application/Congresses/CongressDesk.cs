using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Application.Reports;
using DistrictUnion.Application.Results;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Congresses;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Congresses;

/// <summary>What every step of a congress has in common: the scorecards' locks first, then the step, then obligations and scores follow.</summary>
internal sealed class CongressDesk(IUnionDb db, ITenantContext tenant, ScorecardRollup rollup, LedgerCredits credits, CongressObligations obligations, ProposalDesk proposals, CongressViews views)
{
    /// <summary>The caller's own school; null: the caller belongs to none.</summary>
    public SchoolId? OwnSchool => tenant.RequireCaller() is { IsOfSchool: true, Post.SchoolId: { } school } ? school : null;

    /// <summary>By which rules a congress that is planned now is held.</summary>
    public async Task<CongressTerms> TermsAsync(CancellationToken cancellationToken) =>
        (await db.CongressRules.AsNoTracking().SingleOrDefaultAsync(cancellationToken))?.Terms ?? CongressTerms.Default;

    /// <summary>Locks what a school's congresses may score for.</summary>
    public Task<RollupWork> BeginAcrossSchoolsAsync(SchoolId school, CancellationToken cancellationToken) => rollup.BeginOpenRoundsAcrossSchoolsAsync([school], cancellationToken);

    /// <summary>Takes a step of a congress.</summary>
    public async Task<Result<Tagged<CongressView>>> StepAsync(CongressId id, Precondition precondition, Func<Congress, Error?> step, CancellationToken cancellationToken)
    {
        var school = await db.Congresses.Where(c => c.Id == id).Select(c => c.SchoolId).SingleAsync(cancellationToken);
        await using var work = await BeginAcrossSchoolsAsync(school, cancellationToken);
        var congress = await db.Congresses.SingleAsync(c => c.Id == id, cancellationToken);
        if (precondition.Against(congress) is { } stale)
            return stale;
        var (basis, state) = (congress.BasisOn, congress.State);
        if (step(congress) is { } refusal)
            return refusal;
        await FollowAsync(work, congress, basis, state, cancellationToken);
        return await views.OfAsync(id, false, cancellationToken);
    }

    /// <summary>Lets everything follow a congress that was written.</summary>
    /// <param name="work">Locks.</param>
    /// <param name="congress">The congress.</param>
    /// <param name="basis">Day that obligations counted from before; null: it is new.</param>
    /// <param name="state">Where it stood before.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task FollowAsync(RollupWork work, Congress congress, DateOnly? basis, CongressState? state, CancellationToken cancellationToken)
    {
        if (congress.State == CongressState.Cancelled)
            await obligations.CallOffAsync(congress, cancellationToken);
        else if (basis != congress.BasisOn || state == CongressState.Cancelled)
            await obligations.DateAsync(congress, cancellationToken);
        if (congress.State == CongressState.Cancelled)
            await proposals.ReleaseAsync(congress.Id, cancellationToken);
        await proposals.PlaceAsync(congress.SchoolId, cancellationToken);
        await obligations.FollowHeldAsync(congress, cancellationToken);
        await obligations.FollowProposalsAsync(congress, cancellationToken);
        await ScoreAsync(work, congress.SchoolId, cancellationToken);
    }

    /// <summary>Saves and lets facts, and with them scores, follow.</summary>
    public async Task ScoreAsync(RollupWork work, SchoolId school, CancellationToken cancellationToken)
    {
        await db.SaveChangesAsync(cancellationToken);
        await credits.CreditAcrossSchoolsAsync(school, [.. work.Keys.Select(k => k.Round).Distinct()], cancellationToken);
        await work.RecomputeAsync(cancellationToken);
    }
}
