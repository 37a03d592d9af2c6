using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Congresses;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Congresses;

/// <summary>A proposal.</summary>
/// <param name="Id">Identifier.</param>
/// <param name="Congress">Code of the congress that deals with it; null: it waits for the next one.</param>
/// <param name="Number">Number there.</param>
/// <param name="Title">What it is about.</param>
/// <param name="Grounds">Why.</param>
/// <param name="Suggestion">What should be done.</param>
/// <param name="Proposer">Who proposes.</param>
/// <param name="CoSigners">Who signs with them.</param>
/// <param name="State">Where it stands.</param>
/// <param name="SubmittedOn">Business day on which it was handed in.</param>
/// <param name="Opinion">Opinion of the screening.</param>
/// <param name="MergedInto">Proposal that took it up.</param>
/// <param name="MergedNumber">Its number.</param>
/// <param name="Assignment">Who is to reply.</param>
/// <param name="Replies">Replies, the oldest first.</param>
/// <param name="Rating">What the proposer thinks of the reply that stands.</param>
/// <param name="IsReopened">Whether it was given back once.</param>
/// <param name="Trail">What happened.</param>
/// <param name="Allowed">What may be done next.</param>
public sealed record ProposalView(
    Guid Id,
    string? Congress,
    int? Number,
    string Title,
    string Grounds,
    string Suggestion,
    ProposalSigner Proposer,
    IReadOnlyList<ProposalSigner> CoSigners,
    ProposalState State,
    DateOnly? SubmittedOn,
    string? Opinion,
    Guid? MergedInto,
    int? MergedNumber,
    ProposalTask? Assignment,
    IReadOnlyList<ProposalReply> Replies,
    ProposalRating? Rating,
    bool IsReopened,
    IReadOnlyList<CongressStepView> Trail,
    IReadOnlyList<string> Allowed);

/// <summary>Reads proposals.</summary>
internal sealed class ProposalViews(IUnionDb db)
{
    /// <summary>One proposal, as it is stored.</summary>
    public async Task<Tagged<ProposalView>> OfAsync(ProposalId id, bool created, CancellationToken cancellationToken)
    {
        var row = await Rows(db.Proposals.AsNoTracking().Where(p => p.Id == id)).SingleAsync(cancellationToken);
        return new Tagged<ProposalView>(ViewOf(row), row.Proposal.Version, created);
    }

    /// <summary>Proposals with what they name.</summary>
    public IQueryable<ProposalRow> Rows(IQueryable<Proposal> proposals) => proposals.Select(p => new ProposalRow
    {
        Proposal = p,
        Congress = db.Congresses.Where(c => c.Id == p.CongressId).Select(c => c.Code).FirstOrDefault(),
        MergedNumber = db.Proposals.Where(o => o.Id == p.MergedInto).Select(o => o.Number).FirstOrDefault(),
    });

    /// <summary>View of a row.</summary>
    public static ProposalView ViewOf(ProposalRow row)
    {
        var p = row.Proposal;
        return new ProposalView(
            p.Id.Value,
            row.Congress,
            p.Number,
            p.Heading,
            p.Grounds,
            p.Suggestion,
            p.Proposer,
            p.CoSigners,
            p.State,
            p.SubmittedOn,
            p.Opinion,
            p.MergedInto?.Value,
            row.MergedNumber,
            p.Assignment,
            p.Replies,
            p.Rating,
            p.IsReopened,
            CongressStepView.Of(p.Trail),
            p.Allowed());
    }

    /// <summary>A proposal with what it names.</summary>
    internal sealed class ProposalRow
    {
        public required Proposal Proposal { get; init; }

        public string? Congress { get; init; }

        public int? MergedNumber { get; init; }
    }
}
