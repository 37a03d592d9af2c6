using DistrictUnion.Application.Common;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Congresses;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Congresses;

/// <summary>Steps of a proposal that need nothing more to be said; each has its counter-step.</summary>
public enum ProposalMove
{
    /// <summary>Hands it in.</summary>
    Submit,

    /// <summary>Takes it back to write on.</summary>
    Withdraw,

    /// <summary>Takes the screening back.</summary>
    Unscreen,

    /// <summary>Takes the assignment back.</summary>
    Unassign,

    /// <summary>Takes the reply back.</summary>
    RetractReply,

    /// <summary>Takes the rating back.</summary>
    Unrate,

    /// <summary>Gives it back for another reply, once.</summary>
    Reopen,

    /// <summary>Takes back that it was given back.</summary>
    Close,
}

/// <summary>Moves a proposal on, or back.</summary>
public sealed record MoveProposal(ProposalId Proposal, ProposalMove Move, Precondition Precondition) : ICommand<Tagged<ProposalView>>;

internal sealed class MoveProposalValidator : AbstractValidator<MoveProposal>
{
    public MoveProposalValidator() => RuleFor(c => c.Move).IsInEnum().WithErrorCode("notFound");
}

internal sealed class MoveProposalHandler(IUnionDb db, ITenantContext tenant, CongressDesk congresses, ProposalDesk desk, ProposalSteps steps, ReceiptClock clock)
    : IHandler<MoveProposal, Tagged<ProposalView>>
{
    public async Task<Result<Tagged<ProposalView>>> Handle(MoveProposal request, CancellationToken cancellationToken)
    {
        var (actor, now) = (tenant.RequireCaller().UserName, await clock.NowAsync(cancellationToken));
        return await steps.TakeAsync(
            request.Proposal,
            request.Precondition,
            async (proposal, cancel) => request.Move switch
            {
                ProposalMove.Submit => await SubmitAsync(proposal, actor, now, cancel),
                ProposalMove.Withdraw => proposal.Withdraw(actor, now),
                ProposalMove.Unscreen => await db.Proposals.AnyAsync(p => p.MergedInto == proposal.Id, cancel)
                    ? new ConflictError("proposal.hasMerged", Words.Camel(proposal.State), proposal.Allowed())
                    : proposal.Unscreen(actor, now),
                ProposalMove.Unassign => proposal.Unassign(actor, now),
                ProposalMove.RetractReply => proposal.RetractReply(actor, now),
                ProposalMove.Unrate => proposal.Unrate(actor, now),
                ProposalMove.Reopen => proposal.Reopen(actor, now),
                _ => proposal.Close(actor, now),
            },
            cancellationToken);
    }

    // The congress that will deal with it says how many sign; while none is planned, the district does.
    private async Task<Error?> SubmitAsync(Proposal proposal, string actor, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var on = BusinessTime.DateOf(now);
        var congress = (await desk.PlannedAsync(proposal.SchoolId, cancellationToken)).Find(c => on <= c.ProposalsUntil);
        return proposal.Submit(on, (congress?.Terms ?? await congresses.TermsAsync(cancellationToken)).CoSigners, actor, now);
    }
}
