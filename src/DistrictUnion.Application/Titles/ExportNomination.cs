using DistrictUnion.Application.Bundles;
using DistrictUnion.Application.Common;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Titles;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Titles;

/// <summary>Hands out what goes to the next level with a nomination; recorded as a bundle is, because it holds what schools wrote.</summary>
public sealed record ExportNomination(TitleCampaignId Campaign) : ICommand<ExportedFile>, IOwnTransactions;

internal sealed class ExportNominationValidator : AbstractValidator<ExportNomination>;

internal sealed class ExportNominationHandler(
    IUnionDb db, CampaignNomination nomination, NominationPackage package, ITemporaryFiles files, IUnitOfWork unitOfWork, IMessages messages) : IHandler<ExportNomination, ExportedFile>
{
    public Task<Result<ExportedFile>> Handle(ExportNomination request, CancellationToken cancellationToken) =>
        unitOfWork.ReadThenRecordAsync(nameof(ExportNomination), request, () => MakeAsync(request.Campaign, cancellationToken), cancellationToken);

    private async Task<Result<ExportedFile>> MakeAsync(TitleCampaignId id, CancellationToken cancellationToken)
    {
        var campaign = await db.TitleCampaigns.AsNoTracking().SingleAsync(c => c.Id == id, cancellationToken);
        var nominated = await db.TitleApplications.AsNoTracking().Where(a => a.CampaignId == id && a.NominatedAt != null).ToListAsync(cancellationToken);
        if (nominated.Count == 0 || Json.Read<ProgrammeDefinition>(campaign.Definition!).Nomination is not { } rule)
            return new ConflictError("nomination.notMade", Words.Camel(campaign.State), campaign.State == CampaignState.Decided ? ["nominate"] : []);
        if (await nomination.RefuseUnfinishedAsync(campaign, nominated, cancellationToken) is { } unfinished)
            return unfinished;
        var content = files.Create();
        try
        {
            await package.WriteAsync(campaign, rule, [.. nominated.OrderBy(a => a.Ranking?.Position ?? int.MaxValue).ThenBy(a => a.Code, StringComparer.Ordinal)], content, cancellationToken);
            content.Position = 0;
            var file = new ExportedBundle(messages.Of("file.nomination", ("campaign", campaign.Code)), $"nomination-{campaign.Code}", content);
            content = null;
            return file;
        }
        finally
        {
            if (content is not null)
                await content.DisposeAsync();
        }
    }
}
