using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Accounts;
using DistrictUnion.Domain.Common;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Accounts;

/// <summary>Whom to invite: an account that is there already.</summary>
public sealed record InvitationInput(string UserName);

/// <summary>An invitation as others see it.</summary>
/// <param name="Id">Public identifier.</param>
/// <param name="UserName">Whose account.</param>
/// <param name="DisplayName">Name shown to people.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="CreatedBy">Who made it.</param>
/// <param name="ExpiresAt">From when it is refused.</param>
/// <param name="UsedAt">When it was used.</param>
/// <param name="Token">The token for the link; null but for the answer that makes it.</param>
public sealed record InvitationView(
    Guid Id, string UserName, string DisplayName, DateTimeOffset CreatedAt, string CreatedBy, DateTimeOffset ExpiresAt, DateTimeOffset? UsedAt, string? Token = null);

/// <summary>Makes a one-time link by which a person chooses the own password. Earlier links of the account end.</summary>
public sealed record InvitePerson(InvitationInput Body) : ICommand<InvitationView>;

internal sealed class InvitePersonValidator : AbstractValidator<InvitePerson>
{
    public InvitePersonValidator() => RuleFor(c => c.Body.UserName).Must(n => n is { Length: > 0 and <= 256 }).WithErrorCode("userName.required");
}

internal sealed class InvitePersonHandler(IUnionDb db, ITenantContext tenant, TimeProvider clock) : IHandler<InvitePerson, InvitationView>
{
    /// <summary>How long a link works.</summary>
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    public async Task<Result<InvitationView>> Handle(InvitePerson request, CancellationToken cancellationToken)
    {
        var name = UserAccount.Normalize(request.Body.UserName);
        var user = await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.NormalizedUserName == name, cancellationToken);
        if (user is null)
            return ValidationError.Of("userName", "user.unknown", ("userName", request.Body.UserName));
        var now = clock.GetUtcNow();
        foreach (var earlier in await db.Invitations.Where(i => i.UserId == user.Id && i.UsedAt == null && i.RevokedAt == null).ToListAsync(cancellationToken))
            earlier.Revoke(now);
        var token = SessionTokens.New();
        var invitation = Invitation.Make(user, SessionTokens.Hash(token), tenant.RequireCaller().UserName, now, Lifetime);
        db.Invitations.Add(invitation);
        return new InvitationView(
            invitation.Id.Value, user.UserName, user.DisplayName, BusinessTime.Local(now), invitation.CreatedBy, BusinessTime.Local(invitation.ExpiresAt), null, token);
    }
}
