using DistrictUnion.Application.Common;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Congresses;
using FluentValidation;

namespace DistrictUnion.Application.Congresses;

/// <summary>Writes a draft of a proposal to the staff congress of the caller's school.</summary>
public sealed record WriteProposal(ProposalInput Body) : ICommand<Tagged<ProposalView>>;

internal sealed class WriteProposalValidator : AbstractValidator<WriteProposal>
{
    public WriteProposalValidator() => RuleFor(c => c.Body).SetValidator(new ProposalInputValidator());
}

internal sealed class WriteProposalHandler(IUnionDb db, ITenantContext tenant, CongressDesk congresses, ProposalDesk desk, ProposalViews views, ReceiptClock clock) : IHandler<WriteProposal, Tagged<ProposalView>>
{
    public async Task<Result<Tagged<ProposalView>>> Handle(WriteProposal request, CancellationToken cancellationToken)
    {
        var caller = tenant.RequireCaller();
        if (congresses.OwnSchool is not { } school)
            return new ForbiddenError();
        var text = await desk.ReadAsync(school, request.Body, cancellationToken);
        if (!text.IsSuccess)
            return text.As<Tagged<ProposalView>>();
        var proposal = Proposal.Write(caller.DistrictId, school, text.Value, caller.UserName, await clock.NowAsync(cancellationToken));
        db.Proposals.Add(proposal);
        await db.SaveChangesAsync(cancellationToken);
        return await views.OfAsync(proposal.Id, true, cancellationToken);
    }
}
