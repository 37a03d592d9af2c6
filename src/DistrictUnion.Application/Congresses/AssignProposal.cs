using DistrictUnion.Application.Common;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Congresses;
using FluentValidation;

namespace DistrictUnion.Application.Congresses;

/// <summary>Says who is to reply to a proposal, and by when.</summary>
public sealed record AssignProposal(ProposalId Proposal, ProposalTask Body, Precondition Precondition) : ICommand<Tagged<ProposalView>>;

internal sealed class AssignProposalValidator : AbstractValidator<AssignProposal>
{
    public AssignProposalValidator()
    {
        RuleFor(c => c.Body.Department).PersonalOrBusinessName();
        RuleFor(c => c.Body.Person!).PersonalOrBusinessName().When(c => c.Body.Person is not null);
        RuleFor(c => c.Body.DueOn).Must(d => d.Year is >= 2000 and <= 2100).WithErrorCode("calendar.yearRange");
    }
}

internal sealed class AssignProposalHandler(ITenantContext tenant, ProposalSteps steps, ReceiptClock clock) : IHandler<AssignProposal, Tagged<ProposalView>>
{
    public async Task<Result<Tagged<ProposalView>>> Handle(AssignProposal request, CancellationToken cancellationToken)
    {
        var now = await clock.NowAsync(cancellationToken);
        return await steps.TakeAsync(
            request.Proposal, request.Precondition, (proposal, _) => Task.FromResult(proposal.Assign(request.Body, tenant.RequireCaller().UserName, now)), cancellationToken);
    }
}
