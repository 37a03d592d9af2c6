using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Accounts;

/// <summary>The token of a link and, to use it, the password that the person chooses.</summary>
public sealed record RedeemInput(string Token, string? Password = null);

/// <summary>Whose account a link is for.</summary>
public sealed record InvitedView(string UserName, string DisplayName, string DistrictName);

/// <summary>
/// Looks a link up, or uses it: sets the password that the person chose, ends the account's sessions and any lock. It begins
/// its own transaction, because the tenant is only known once the token is found.
/// </summary>
public sealed record RedeemInvitation(RedeemInput Body) : ICommand<InvitedView>, IOwnTransactions;

/// <summary>An unknown, used, withdrawn or expired link: they answer alike.</summary>
public sealed record InvitationRefused() : Error("invitation.refused");

internal sealed class RedeemInvitationValidator : AbstractValidator<RedeemInvitation>
{
    public RedeemInvitationValidator()
    {
        RuleFor(c => c.Body.Token).Must(t => t is { Length: > 0 and <= 256 }).WithErrorCode("invitation.token");
        RuleFor(c => c.Body.Password).Must(p => p is null or { Length: >= 10 and <= 256 }).WithErrorCode("password.length");
    }
}

internal sealed class RedeemInvitationHandler(
    ITenantDirectory directory, ITenantContext tenant, IUnitOfWork unitOfWork, IUnionDb db, IAccountSecurity security, TimeProvider clock)
    : IHandler<RedeemInvitation, InvitedView>
{
    public async Task<Result<InvitedView>> Handle(RedeemInvitation request, CancellationToken cancellationToken)
    {
        var hash = SessionTokens.Hash(request.Body.Token);
        if (await directory.FindByInvitationAsync(hash, cancellationToken) is not { } district)
            return new InvitationRefused();
        tenant.Enter(new Caller(district.Id, district.Code, null, "invited", "invited", null, null));
        return request.Body.Password is { } password
            ? await unitOfWork.WriteAsync(nameof(RedeemInvitation), new { }, () => SetPasswordAsync(hash, password, cancellationToken), cancellationToken)
            : await unitOfWork.ReadAsync(() => FindAsync(hash, cancellationToken), cancellationToken);
    }

    private async Task<Result<InvitedView>> FindAsync(byte[] hash, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var found = await db.Invitations.AsNoTracking().Where(i => i.TokenHash == hash && i.UsedAt == null && i.RevokedAt == null && i.ExpiresAt > now)
            .Join(db.Users, i => i.UserId, u => u.Id, (i, u) => new { u.UserName, u.DisplayName, i.DistrictId })
            .Join(db.Districts, u => u.DistrictId, d => d.Id, (u, d) => new InvitedView(u.UserName, u.DisplayName, d.Name))
            .SingleOrDefaultAsync(cancellationToken);
        return found is null ? new InvitationRefused() : found;
    }

    private async Task<Result<InvitedView>> SetPasswordAsync(byte[] hash, string password, CancellationToken cancellationToken)
    {
        var invited = await FindAsync(hash, cancellationToken);
        if (!invited.IsSuccess)
            return invited;

        // The account's row is held, so that of two uses of one link the second finds it used.
        var name = Domain.Accounts.UserAccount.Normalize(invited.Value.UserName);
        await security.LockAsync(name, cancellationToken);
        var invitation = await db.Invitations.SingleAsync(i => i.TokenHash == hash, cancellationToken);
        if (!invitation.IsOpenAt(clock.GetUtcNow()))
            return new InvitationRefused();
        var user = await db.Users.SingleAsync(u => u.Id == invitation.UserId, cancellationToken);
        invitation.Use(clock.GetUtcNow());
        user.PasswordHash = security.Hash(user, password);
        user.SecurityStamp = Guid.NewGuid().ToString("N");
        (user.AccessFailedCount, user.LockoutEnd) = (0, null);
        return invited;
    }
}
