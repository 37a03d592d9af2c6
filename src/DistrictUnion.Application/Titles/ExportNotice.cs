using DistrictUnion.Application.Common;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Titles;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Titles;

/// <summary>A notice as a document to print and post.</summary>
/// <param name="Notice">Notice.</param>
/// <param name="Site">Address of this installation, to which public pages belong.</param>
public sealed record ExportNotice(PublicityNoticeId Notice, string Site) : IQuery<ExportedFile>;

internal sealed class ExportNoticeHandler(IUnionDb db, ITenantContext tenant, TitlePapers papers, IMessages messages, TimeProvider clock) : IHandler<ExportNotice, ExportedFile>
{
    public async Task<Result<ExportedFile>> Handle(ExportNotice request, CancellationToken cancellationToken)
    {
        var notice = await db.PublicityNotices.AsNoTracking().SingleAsync(n => n.Id == request.Notice, cancellationToken);
        if (!NoticeView.IsSeenBy(tenant.RequireCaller(), notice, clock.Today()))
            return new NotFoundError();
        if (notice.CancelledFor is not null)
            return new ConflictError("notice.cancelled", "cancelled", []);
        var campaign = await db.TitleCampaigns.AsNoTracking().SingleAsync(c => c.Id == notice.CampaignId, cancellationToken);
        var definition = Json.Read<ProgrammeDefinition>(campaign.Definition!);
        var (document, values) = papers.Notice(
            new PaperFrame(notice.Title, notice.TierName, campaign.Name, definition.Basis ?? messages.Of("paper.ownBasis", ("programme", definition.Name)), TitlePapers.Text(notice.Units.Count), papers.Day(notice.StartOn)),
            await papers.IssuerAsync(cancellationToken),
            (papers.Day(notice.StartOn), papers.Day(notice.EndOn), TitlePapers.Text(definition.PublicityDays)),
            $"{request.Site}/public/notices/{notice.Id.Value}",
            [.. notice.Units.Select(u => new PaperUnit(u.Unit, u.School, u.Reason))]);
        var (name, plainName) = (messages.Of("file.notice", ("campaign", campaign.Code), ("number", notice.Number)), $"notice-{campaign.Code}-{notice.Number}");
        return await papers.FileAsync(DocumentKind.PublicityNotice, name, plainName, document, [values], cancellationToken);
    }
}
