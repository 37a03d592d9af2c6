using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Accounts;

/// <summary>Invitations that were not withdrawn, the latest first.</summary>
public sealed record ListInvitations(PageRequest Page) : IQuery<Page<InvitationView>>;

internal sealed class ListInvitationsHandler(IUnionDb db) : IHandler<ListInvitations, Page<InvitationView>>
{
    public async Task<Result<Page<InvitationView>>> Handle(ListInvitations request, CancellationToken cancellationToken)
    {
        var invitations = db.Invitations.AsNoTracking().Where(i => i.RevokedAt == null);
        var total = await invitations.CountAsync(cancellationToken);
        var rows = await invitations.OrderByDescending(i => i.CreatedAt).ThenBy(i => i.Id).Skip(request.Page.Skip).Take(request.Page.Size)
            .Join(db.Users, i => i.UserId, u => u.Id, (i, u) => new { Invitation = i, u.UserName, u.DisplayName })
            .ToListAsync(cancellationToken);
        return new Page<InvitationView>(
            [.. rows.OrderByDescending(r => r.Invitation.CreatedAt).ThenBy(r => r.Invitation.Id.Value).Select(r => new InvitationView(
                r.Invitation.Id.Value,
                r.UserName,
                r.DisplayName,
                BusinessTime.Local(r.Invitation.CreatedAt),
                r.Invitation.CreatedBy,
                BusinessTime.Local(r.Invitation.ExpiresAt),
                BusinessTime.Local(r.Invitation.UsedAt)))],
            request.Page.Number,
            request.Page.Size,
            total);
    }
}
