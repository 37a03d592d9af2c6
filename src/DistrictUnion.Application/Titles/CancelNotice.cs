using DistrictUnion.Application.Common;
using DistrictUnion.Application.Obligations;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Obligations;
using DistrictUnion.Domain.Titles;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Titles;

/// <summary>Calls a notice off: its units are chosen and not public again.</summary>
public sealed record CancelNotice(PublicityNoticeId Notice, string Reason, Precondition Precondition) : ICommand<Tagged<NoticeView>>;

internal sealed class CancelNoticeValidator : AbstractValidator<CancelNotice>
{
    public CancelNoticeValidator() => RuleFor(c => c.Reason).Reason();
}

internal sealed class CancelNoticeHandler(IUnionDb db, ITenantContext tenant, ObligationLedger obligations, TimeProvider clock) : IHandler<CancelNotice, Tagged<NoticeView>>
{
    public async Task<Result<Tagged<NoticeView>>> Handle(CancelNotice request, CancellationToken cancellationToken)
    {
        var notice = await db.PublicityNotices.SingleAsync(n => n.Id == request.Notice, cancellationToken);
        if (request.Precondition.Against(notice) is { } precondition)
            return precondition;
        var codes = notice.Units.Select(u => u.Application).ToList();
        var applications = await db.TitleApplications.Where(a => a.CampaignId == notice.CampaignId && codes.Contains(a.Code)).ToListAsync(cancellationToken);
        if (notice.CancelledFor is not null || applications.Exists(a => a.State is ApplicationState.Objected or ApplicationState.Awarded))
            return new ConflictError("notice.notCancellable", notice.CancelledFor is null ? "standing" : "cancelled", []);
        var caller = tenant.RequireCaller();
        foreach (var application in applications.Where(a => a.State == ApplicationState.InPublicity))
            application.Take(ApplicationStep.CancelPublicity, caller.UserName, clock.GetUtcNow(), request.Reason);
        notice.Cancel(request.Reason);

        // Another notice of the campaign that stands is publicity still.
        if (!await db.PublicityNotices.AnyAsync(n => n.CampaignId == notice.CampaignId && n.Id != notice.Id && n.CancelledFor == null, cancellationToken))
        {
            var campaign = await db.TitleCampaigns.Where(c => c.Id == notice.CampaignId).Select(c => c.Code).SingleAsync(cancellationToken);
            await obligations.ReopenAsync(EvidenceKind.PublicityPutUp, UnitKey.District, campaign, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
        return new Tagged<NoticeView>(NoticeView.Of(notice, caller.DistrictCode, clock.Today()), notice.Version);
    }
}
