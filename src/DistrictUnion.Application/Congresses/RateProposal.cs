using DistrictUnion.Application.Common;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Congresses;
using FluentValidation;

namespace DistrictUnion.Application.Congresses;

/// <summary>What the proposer thinks of the reply.</summary>
/// <param name="Rating">Rating.</param>
/// <param name="Remark">What they add.</param>
public sealed record RatingInput(ProposalRating Rating, string? Remark = null);

/// <summary>Records how the proposer rates the reply.</summary>
public sealed record RateProposal(ProposalId Proposal, RatingInput Body, Precondition Precondition) : ICommand<Tagged<ProposalView>>;

internal sealed class RateProposalValidator : AbstractValidator<RateProposal>
{
    public RateProposalValidator()
    {
        RuleFor(c => c.Body.Rating).IsInEnum().WithErrorCode("proposal.rating");
        RuleFor(c => c.Body.Remark).OptionalReason();
    }
}

internal sealed class RateProposalHandler(ITenantContext tenant, ProposalSteps steps, ReceiptClock clock) : IHandler<RateProposal, Tagged<ProposalView>>
{
    public async Task<Result<Tagged<ProposalView>>> Handle(RateProposal request, CancellationToken cancellationToken)
    {
        var (body, now) = (request.Body, await clock.NowAsync(cancellationToken));
        return await steps.TakeAsync(
            request.Proposal, request.Precondition, (proposal, _) => Task.FromResult(proposal.Rate(body.Rating, PlainWords.Of(body.Remark), tenant.RequireCaller().UserName, now)), cancellationToken);
    }
}
