using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Accounts;

/// <summary>Ends a link that nobody used.</summary>
public sealed record WithdrawInvitation(InvitationId Invitation) : ICommand<Nothing>;

internal sealed class WithdrawInvitationValidator : AbstractValidator<WithdrawInvitation>
{
    public WithdrawInvitationValidator() => RuleFor(c => c.Invitation).NotEmpty().WithErrorCode("invitation.unknown");
}

internal sealed class WithdrawInvitationHandler(IUnionDb db, TimeProvider clock) : IHandler<WithdrawInvitation, Nothing>
{
    public async Task<Result<Nothing>> Handle(WithdrawInvitation request, CancellationToken cancellationToken)
    {
        (await db.Invitations.SingleAsync(i => i.Id == request.Invitation, cancellationToken)).Revoke(clock.GetUtcNow());
        return default(Nothing);
    }
}
