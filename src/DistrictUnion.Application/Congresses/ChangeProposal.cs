using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Congresses;

/// <summary>Writes a draft of a proposal anew.</summary>
public sealed record ChangeProposal(ProposalId Proposal, ProposalInput Body, Precondition Precondition) : ICommand<Tagged<ProposalView>>;

internal sealed class ChangeProposalValidator : AbstractValidator<ChangeProposal>
{
    public ChangeProposalValidator() => RuleFor(c => c.Body).SetValidator(new ProposalInputValidator());
}

internal sealed class ChangeProposalHandler(IUnionDb db, ProposalDesk desk, ProposalViews views) : IHandler<ChangeProposal, Tagged<ProposalView>>
{
    public async Task<Result<Tagged<ProposalView>>> Handle(ChangeProposal request, CancellationToken cancellationToken)
    {
        var proposal = await db.Proposals.SingleAsync(p => p.Id == request.Proposal, cancellationToken);
        if (await desk.RefuseWriterAsync(proposal, cancellationToken) is { } notTheirs)
            return notTheirs;
        var text = await desk.ReadAsync(proposal.SchoolId, request.Body, cancellationToken);
        if (!text.IsSuccess)
            return text.As<Tagged<ProposalView>>();
        if (request.Precondition.Against(proposal) is { } precondition)
            return precondition;
        if (proposal.Change(text.Value) is { } refusal)
            return refusal;
        await db.SaveChangesAsync(cancellationToken);
        return await views.OfAsync(proposal.Id, false, cancellationToken);
    }
}
