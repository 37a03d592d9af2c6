using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Congresses;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Congresses;

/// <summary>Throws a draft away; what was handed in once is withdrawn first.</summary>
public sealed record RemoveProposal(ProposalId Proposal, Precondition Precondition) : ICommand<Nothing>;

internal sealed class RemoveProposalValidator : AbstractValidator<RemoveProposal>
{
    public RemoveProposalValidator() => RuleFor(c => c.Proposal).NotEmpty().WithErrorCode("notFound");
}

internal sealed class RemoveProposalHandler(IUnionDb db, ProposalDesk desk) : IHandler<RemoveProposal, Nothing>
{
    public async Task<Result<Nothing>> Handle(RemoveProposal request, CancellationToken cancellationToken)
    {
        var proposal = await db.Proposals.SingleAsync(p => p.Id == request.Proposal, cancellationToken);
        if (await desk.RefuseWriterAsync(proposal, cancellationToken) is { } notTheirs)
            return notTheirs;
        if (request.Precondition.Against(proposal) is { } precondition)
            return precondition;
        if (proposal.State != ProposalState.Draft)
            return proposal.Refusal();
        db.Proposals.Remove(proposal);
        return default(Nothing);
    }
}
