using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Titles;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Titles;

/// <summary>The certificate of a title that is held.</summary>
/// <param name="Title">Title.</param>
/// <param name="Site">Address of this installation, to which public pages belong.</param>
public sealed record ExportCertificate(HeldTitleId Title, string Site) : IQuery<ExportedFile>;

/// <summary>The certificates of a campaign, a page each; those of titles that ended since are left out.</summary>
/// <param name="Campaign">Campaign.</param>
/// <param name="Site">Address of this installation, to which public pages belong.</param>
public sealed record ExportCertificates(TitleCampaignId Campaign, string Site) : IQuery<ExportedFile>;

internal sealed class ExportCertificateHandler(IUnionDb db, TitlePapers papers, IMessages messages) : IHandler<ExportCertificate, ExportedFile>
{
    public async Task<Result<ExportedFile>> Handle(ExportCertificate request, CancellationToken cancellationToken)
    {
        var found = await db.HeldTitles.AsNoTracking().Where(t => t.Id == request.Title).Join(db.Schools, t => t.SchoolId, s => s.Id, (t, s) => new { Title = t, s.Name }).SingleAsync(cancellationToken);
        if (!found.Title.IsHeld)
            return found.Title.Refusal();
        var name = messages.Of("file.certificate", ("number", found.Title.Number));
        return await CertificateFiles.MakeAsync(papers, [(found.Title, found.Name)], request.Site, name, $"certificate-{found.Title.Number}", cancellationToken);
    }
}

internal sealed class ExportCertificatesHandler(IUnionDb db, TitlePapers papers, IMessages messages) : IHandler<ExportCertificates, ExportedFile>
{
    public async Task<Result<ExportedFile>> Handle(ExportCertificates request, CancellationToken cancellationToken)
    {
        var campaign = await db.TitleCampaigns.AsNoTracking().SingleAsync(c => c.Id == request.Campaign, cancellationToken);
        var held = (await AwardedTitles.OfAsync(db, campaign.Id, cancellationToken)).Where(a => a.Title.IsHeld).Select(a => (a.Title, a.School)).ToList();
        if (held.Count == 0)
            return new ConflictError("award.none", Words.Camel(campaign.State), ["award"]);
        var name = messages.Of("file.certificates", ("campaign", campaign.Code));
        return await CertificateFiles.MakeAsync(papers, held, request.Site, name, $"certificates-{campaign.Code}", cancellationToken);
    }
}

/// <summary>Lays certificates out.</summary>
internal static class CertificateFiles
{
    /// <summary>A page for each title.</summary>
    public static async Task<Result<ExportedFile>> MakeAsync(
        TitlePapers papers, IReadOnlyList<(HeldTitle Title, string School)> titles, string site, string name, string plainName, CancellationToken cancellationToken)
    {
        var issuer = await papers.IssuerAsync(cancellationToken);
        var pages = titles.Select(t => papers.Certificate(
            TitlePapers.Holder(t.Title.UnitName, t.School),
            t.Title.Title,
            t.Title.Number,
            papers.Day(t.Title.AwardedOn),
            issuer,
            $"{site}/public/certificates/{Uri.EscapeDataString(t.Title.Number)}")).ToList();
        return await papers.FileAsync(
            DocumentKind.Certificate, name, plainName, new TextDocument([.. pages.Select(p => p.Page)], PageLayout.Certificate), [.. pages.Select(p => p.Values)], cancellationToken);
    }
}
