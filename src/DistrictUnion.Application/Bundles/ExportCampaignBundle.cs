using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Bundles;

/// <summary>Hands out what a decided title campaign was selected from, so that anybody can select again; recorded as a round's bundle is.</summary>
public sealed record ExportCampaignBundle(TitleCampaignId Campaign) : ICommand<ExportedFile>, IOwnTransactions;

internal sealed class ExportCampaignBundleValidator : AbstractValidator<ExportCampaignBundle>;

internal sealed class ExportCampaignBundleHandler(IUnionDb db, CampaignBundles bundles, BundleFiles files, IUnitOfWork unitOfWork) : IHandler<ExportCampaignBundle, ExportedFile>
{
    public Task<Result<ExportedFile>> Handle(ExportCampaignBundle request, CancellationToken cancellationToken) =>
        unitOfWork.ReadThenRecordAsync(nameof(ExportCampaignBundle), request, () => WriteAcrossSchoolsAsync(request.Campaign, cancellationToken), cancellationToken);

    private async Task<Result<ExportedFile>> WriteAcrossSchoolsAsync(TitleCampaignId id, CancellationToken cancellationToken)
    {
        var campaign = await db.TitleCampaigns.AsNoTracking().SingleAsync(c => c.Id == id, cancellationToken);
        if (campaign.Decision is not { } decision)
            return campaign.Refusal() with { Code = "bundle.notDecided" };
        return await files.MakeAsync(campaign.Code, decision.At, async target =>
        {
            await bundles.WriteAcrossSchoolsAsync(campaign, target, cancellationToken);
            return null;
        });
    }
}
