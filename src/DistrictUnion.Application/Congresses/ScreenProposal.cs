using DistrictUnion.Application.Common;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Congresses;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Congresses;

/// <summary>What screening decided.</summary>
/// <param name="Decision">Decision.</param>
/// <param name="Opinion">Opinion; needed where it isn't accepted or becomes a suggestion.</param>
/// <param name="Into">Accepted proposal of the same congress that takes it up, where it is merged.</param>
public sealed record ScreeningInput(ProposalDecision Decision, string? Opinion = null, Guid? Into = null);

/// <summary>Screens a proposal.</summary>
public sealed record ScreenProposal(ProposalId Proposal, ScreeningInput Body, Precondition Precondition) : ICommand<Tagged<ProposalView>>;

internal sealed class ScreenProposalValidator : AbstractValidator<ScreenProposal>
{
    public ScreenProposalValidator()
    {
        RuleFor(c => c.Body.Decision).IsInEnum().WithErrorCode("proposal.decision");
        RuleFor(c => c.Body.Opinion!).Reason().When(c => c.Body.Decision is ProposalDecision.NotAccepted or ProposalDecision.Suggestion);
        RuleFor(c => c.Body.Opinion).OptionalReason();
        RuleFor(c => c.Body.Into).Must((c, into) => into is null != (c.Body.Decision == ProposalDecision.Merged)).WithErrorCode("proposal.into");
    }
}

internal sealed class ScreenProposalHandler(IUnionDb db, ITenantContext tenant, ProposalSteps steps, ReceiptClock clock) : IHandler<ScreenProposal, Tagged<ProposalView>>
{
    public async Task<Result<Tagged<ProposalView>>> Handle(ScreenProposal request, CancellationToken cancellationToken)
    {
        var (body, now) = (request.Body, await clock.NowAsync(cancellationToken));
        ProposalId? into = body.Into is { } id ? new ProposalId(id) : null;
        return await steps.TakeAsync(
            request.Proposal,
            request.Precondition,
            async (proposal, cancel) =>
            {
                if (into is not null && await RefuseTargetAsync(proposal, into.Value, cancel) is { } unfit)
                    return unfit;
                return proposal.Screen(body.Decision, PlainWords.Of(body.Opinion), into, tenant.RequireCaller().UserName, now);
            },
            cancellationToken);
    }

    private async Task<Error?> RefuseTargetAsync(Proposal proposal, ProposalId into, CancellationToken cancellationToken)
    {
        var target = await db.Proposals.AsNoTracking().Where(p => p.Id == into && p.SchoolId == proposal.SchoolId).SingleOrDefaultAsync(cancellationToken);
        return target is null || target.Id == proposal.Id || target.CongressId != proposal.CongressId || !CongressFigures.IsAccepted(target.State) ? ValidationError.Of("into", "proposal.into") : null;
    }
}
