using DistrictUnion.Application.Common;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using FluentValidation;

namespace DistrictUnion.Application.Congresses;

/// <summary>A reply.</summary>
/// <param name="Text">Reply.</param>
/// <param name="On">Day, not in the future; null: today.</param>
public sealed record ReplyInput(string Text, DateOnly? On = null);

/// <summary>Records the reply to a proposal.</summary>
public sealed record ReplyToProposal(ProposalId Proposal, ReplyInput Body, Precondition Precondition) : ICommand<Tagged<ProposalView>>;

internal sealed class ReplyToProposalValidator : AbstractValidator<ReplyToProposal>
{
    public ReplyToProposalValidator(TimeProvider clock)
    {
        RuleFor(c => c.Body.Text).PersonalOrBusinessName(5000);
        RuleFor(c => c.Body.On).Must(d => d is null || (d <= clock.Today() && d.Value.Year >= 2000)).WithErrorCode("date.future");
    }
}

internal sealed class ReplyToProposalHandler(ITenantContext tenant, ProposalSteps steps, ReceiptClock clock) : IHandler<ReplyToProposal, Tagged<ProposalView>>
{
    public async Task<Result<Tagged<ProposalView>>> Handle(ReplyToProposal request, CancellationToken cancellationToken)
    {
        var now = await clock.NowAsync(cancellationToken);
        var on = request.Body.On ?? BusinessTime.DateOf(now);
        return await steps.TakeAsync(
            request.Proposal, request.Precondition, (proposal, _) => Task.FromResult(proposal.Reply(request.Body.Text.Trim(), on, tenant.RequireCaller().UserName, now)), cancellationToken);
    }
}
