using DistrictUnion.Application.Common;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Titles;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Titles;

/// <summary>The circular that confers a campaign's titles, for those that its latest award named.</summary>
public sealed record ExportAwardCircular(TitleCampaignId Campaign) : IQuery<ExportedFile>;

internal sealed class ExportAwardCircularHandler(IUnionDb db, TitlePapers papers, IMessages messages) : IHandler<ExportAwardCircular, ExportedFile>
{
    public async Task<Result<ExportedFile>> Handle(ExportAwardCircular request, CancellationToken cancellationToken)
    {
        var campaign = await db.TitleCampaigns.AsNoTracking().SingleAsync(c => c.Id == request.Campaign, cancellationToken);
        var awarded = await AwardedTitles.OfAsync(db, campaign.Id, cancellationToken);
        if (awarded.Count == 0)
            return new ConflictError("award.none", Words.Camel(campaign.State), ["award"]);
        var latest = awarded.MaxBy(a => a.Award.At)!.Award.Reason;
        var named = awarded.Where(a => a.Award.Reason == latest).ToList();
        var definition = Json.Read<ProgrammeDefinition>(campaign.Definition!);
        var (issuer, award) = (await papers.IssuerAsync(cancellationToken), named[0].Title.Title);
        var (document, values) = papers.Circular(
            new PaperFrame(
                messages.Of("paper.awardTitle", ("issuer", issuer), ("award", award)),
                award,
                campaign.Name,
                definition.Basis ?? messages.Of("paper.ownBasis", ("programme", definition.Name)),
                TitlePapers.Text(named.Count),
                papers.Day(named[0].Title.AwardedOn)),
            issuer,
            TitlePapers.NumberOf(latest ?? ""),
            [.. named.Select(a => new PaperUnit(a.Title.UnitName, a.School, a.Title.Number))]);
        var (name, plainName) = (messages.Of("file.awardCircular", ("campaign", campaign.Code)), $"award-{campaign.Code}");
        return await papers.FileAsync(DocumentKind.AwardCircular, name, plainName, document, [values], cancellationToken);
    }
}

/// <summary>A title that a campaign conferred.</summary>
/// <param name="Title">Title.</param>
/// <param name="School">Name of its school.</param>
/// <param name="Award">The step that conferred it; its reason is the document.</param>
internal sealed record AwardedTitle(HeldTitle Title, string School, TrailEntry Award);

/// <summary>Reads the titles that a campaign conferred.</summary>
internal static class AwardedTitles
{
    /// <summary>Those of a campaign in the order of its ranking, ended ones too.</summary>
    public static async Task<List<AwardedTitle>> OfAsync(IUnionDb db, TitleCampaignId campaign, CancellationToken cancellationToken)
    {
        var found = await db.TitleApplications.AsNoTracking().Where(a => a.CampaignId == campaign && a.State == ApplicationState.Awarded)
            .Join(db.HeldTitles, a => a.Code, t => t.Application, (a, t) => new { Application = a, Title = t })
            .Join(db.Schools, t => t.Title.SchoolId, s => s.Id, (t, s) => new { t.Application, t.Title, School = s.Name })
            .ToListAsync(cancellationToken);
        return [.. found.OrderBy(f => f.Application.Ranking?.Position ?? int.MaxValue).Select(f => new AwardedTitle(f.Title, f.School, f.Application.Trail.Last(t => t.Step == Words.Camel(ApplicationStep.Award))))];
    }
}
