using DistrictUnion.Application.Communities;
using DistrictUnion.Application.Ports;
using DistrictUnion.Application.Results;
using DistrictUnion.Application.Reviews;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Panels;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Panels;

/// <summary>A seat of the caller, locked for a change, with what decides whether it may change.</summary>
internal sealed record OwnSeat(PanelSeat Seat, Panel Panel, SchemeVersionId Scheme, Error? Refusal) : IAsyncDisposable
{
    /// <summary>The lock of the school's scorecard.</summary>
    public required RollupWork Work { get; init; }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Work.DisposeAsync();
}

/// <summary>Finds the caller's own seats: no other seat is ever read on a judge's behalf.</summary>
internal sealed class OwnSeats(IUnionDb db, ITenantContext tenant, ScorecardRollup rollup, OwnSchools ownSchools, CommunityBonds bonds)
{
    /// <summary>The caller's seat at a school, under the scorecard's lock, so that a panel that closes waits or has closed; null when there is none.</summary>
    public async Task<OwnSeat?> FindAsync(RoundId round, PanelId panelId, SchoolId school, CancellationToken cancellationToken)
    {
        var caller = tenant.RequireCaller();
        var work = await rollup.BeginAcrossSchoolsAsync(round, [school], cancellationToken);
        var found = await db.PanelSeats.Where(s => s.PanelId == panelId && s.SchoolId == school && s.Judge == caller.UserName && s.Ending == null)
            .Join(db.Panels.Where(p => p.State == PanelState.Scoring || p.State == PanelState.Closed), s => s.PanelId, p => p.Id, (seat, panel) => new { Seat = seat, Panel = panel })
            .Join(db.Rounds, x => x.Panel.RoundId, r => r.Id, (x, r) => new { x.Seat, x.Panel, Round = r }).SingleOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            await work.DisposeAsync();
            return null;
        }

        var own = await ownSchools.OfAsync(caller, cancellationToken);
        var isPartner = (await bonds.DuringAsync(round, own, cancellationToken)).Any(partners => partners.Contains(school));
        return new OwnSeat(
            found.Seat,
            found.Panel,
            found.Round.SchemeVersionId!.Value,
            own.Contains(school) ? new ForbiddenError("panel.ownSchool") : isPartner ? new ForbiddenError("panel.ownCommunity") : found.Round.RefuseUnlessOpen() ?? found.Panel.RefuseUnlessScoring())
        {
            Work = work,
        };
    }
}
