using DistrictUnion.Application.Obligations;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Congresses;
using DistrictUnion.Domain.Obligations;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Congresses;

/// <summary>What congresses, proposals and disclosures oblige to and fulfil: brought up to date after each step, whatever it was.</summary>
internal sealed class CongressObligations(IUnionDb db, ObligationLedger ledger)
{
    /// <summary>The day of a congress was set, or moved: what is counted from it and still open follows.</summary>
    public async Task DateAsync(Congress congress, CancellationToken cancellationToken)
    {
        await CallOffAsync(congress, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await ledger.OpenAsync(ObligationTrigger.CongressPlanned, UnitKey.Of(congress.SchoolId), congress.BasisOn, congress.Code, cancellationToken);
    }

    /// <summary>A congress was called off.</summary>
    public Task CallOffAsync(Congress congress, CancellationToken cancellationToken) =>
        ledger.DropAsync(ObligationTrigger.CongressPlanned, UnitKey.Of(congress.SchoolId), congress.Code, cancellationToken);

    /// <summary>A congress was held, or wasn't after all; then another one of the same period takes its place.</summary>
    public async Task FollowHeldAsync(Congress congress, CancellationToken cancellationToken)
    {
        var reopened = await SettleAsync(EvidenceKind.CongressHeld, congress.SchoolId, congress.IsValid ? congress.HeldOn : null, congress.Code, cancellationToken);
        if (!reopened || congress.IsValid)
            return;
        foreach (var heir in await db.Congresses.AsNoTracking()
            .Where(c => c.SchoolId == congress.SchoolId && c.Id != congress.Id && (c.State == CongressState.Held || c.State == CongressState.Confirmed)).OrderBy(c => c.HeldOn).ToListAsync(cancellationToken))
        {
            await ledger.FulfilAsync(EvidenceKind.CongressHeld, UnitKey.Of(heir.SchoolId), heir.HeldOn!.Value, heir.Code, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
        }
    }

    /// <summary>Proposals of a congress moved: all are answered once it was held and each is replied to or was screened out.</summary>
    public async Task FollowProposalsAsync(Congress congress, CancellationToken cancellationToken)
    {
        await db.SaveChangesAsync(cancellationToken);
        var id = congress.Id;
        var proposals = await db.Proposals.AsNoTracking().Where(p => p.CongressId == id).Select(p => new { p.State, p.RepliedOn }).ToListAsync(cancellationToken);
        var isOpen = proposals.Count == 0 || proposals.Exists(p => p.State is ProposalState.Submitted or ProposalState.Accepted or ProposalState.Assigned);
        DateOnly? on = congress.IsValid && !isOpen ? proposals.Select(p => p.RepliedOn).Append(congress.HeldOn).Max() : null;
        await SettleAsync(EvidenceKind.ProposalsReplied, congress.SchoolId, on, congress.Code, cancellationToken);
    }

    /// <summary>What a school made public moved, in the semesters that hold these days: all is done once every category is.</summary>
    public async Task FollowDisclosuresAsync(SchoolId school, IEnumerable<DateOnly> days, CancellationToken cancellationToken)
    {
        await db.SaveChangesAsync(cancellationToken);
        foreach (var semester in days.Select(CongressFigures.SemesterOf).Distinct())
        {
            var (from, to) = (semester.From, semester.To);
            var posted = await db.Disclosures.AsNoTracking().Where(d => d.SchoolId == school && d.Counts && d.PostedOn >= from && d.PostedOn <= to)
                .Select(d => new { d.Id, d.Category, d.PostedOn, d.IsNothing }).ToListAsync(cancellationToken);
            var on = CongressFigures.CompleteOn(posted.Select(d => new DisclosureStanding(d.Id.Value, d.Category, d.PostedOn, d.IsNothing)));
            await SettleAsync(EvidenceKind.DisclosurePosted, school, on, $"disclosure:{semester.Key}", cancellationToken);
        }
    }

    /// <summary>Lets evidence count from a day, or no more; whether something that it fulfilled was opened again.</summary>
    private async Task<bool> SettleAsync(EvidenceKind kind, SchoolId school, DateOnly? on, string reference, CancellationToken cancellationToken)
    {
        await db.SaveChangesAsync(cancellationToken);
        var reopens = await db.Obligations.AnyAsync(o => o.SchoolId == school && o.Level == UnitLevel.School && o.Evidence == kind && o.Reference == reference && o.FulfilledOn != on, cancellationToken);
        if (reopens)
        {
            await ledger.ReopenAsync(kind, UnitKey.Of(school), reference, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
        }

        if (on is { } day)
            await ledger.FulfilAsync(kind, UnitKey.Of(school), day, reference, cancellationToken);
        return reopens;
    }
}
