using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Rounds;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Bundles;

/// <summary>
/// Hands out what a published round was computed from, so that anybody can compute it again. A command, because the audit trail tells
/// who took it along; it reads in a transaction of its own, so that nobody reopens the round between two statements.
/// </summary>
public sealed record ExportRoundBundle(RoundId Round) : ICommand<ExportedFile>, IOwnTransactions;

internal sealed class ExportRoundBundleValidator : AbstractValidator<ExportRoundBundle>;

internal sealed class ExportRoundBundleHandler(IUnionDb db, RoundBundles bundles, BundleFiles files, IUnitOfWork unitOfWork) : IHandler<ExportRoundBundle, ExportedFile>
{
    public Task<Result<ExportedFile>> Handle(ExportRoundBundle request, CancellationToken cancellationToken) =>
        unitOfWork.ReadThenRecordAsync(nameof(ExportRoundBundle), request, () => WriteAcrossSchoolsAsync(request.Round, cancellationToken), cancellationToken);

    private async Task<Result<ExportedFile>> WriteAcrossSchoolsAsync(RoundId id, CancellationToken cancellationToken)
    {
        var round = await db.Rounds.AsNoTracking().SingleAsync(r => r.Id == id, cancellationToken);
        if (round.State != RoundState.Published)
            return round.Refusal("bundle.notPublished");
        var publication = await db.RoundPublications.AsNoTracking().Where(p => p.RoundId == id).OrderByDescending(p => p.Number).FirstAsync(cancellationToken);
        return await files.MakeAsync(round.Code, publication.At, async target =>
        {
            if (await bundles.WriteAcrossSchoolsAsync(round, publication, target, cancellationToken) is not { } manifest)
                return round.Refusal("bundle.inputMissing");
            return publication.BundleHead is null || publication.BundleHead == manifest.Head ? null : round.Refusal("bundle.changed");
        });
    }
}
