using DistrictUnion.Application.Common;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Application.Results;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.EvidenceLedger;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.EvidenceLedger;

/// <summary>Puts another file into the place of one; the earlier one stays as a version, and what it proves goes on. The very same bytes change nothing.</summary>
public sealed record ReplaceEvidence(RoundId Round, SchoolId School, EvidenceId Evidence, KeptFile File, EvidenceUploadId? Upload = null) : ICommand<EvidenceView>
{
    /// <summary>Difference hash of a picture, 16 hexadecimal digits; null: not told.</summary>
    public string? PictureHash { get; init; }
}

internal sealed class ReplaceEvidenceValidator : AbstractValidator<ReplaceEvidence>
{
    public ReplaceEvidenceValidator()
    {
        RuleFor(c => c.Evidence).NotEmpty().WithErrorCode("evidence.unknown");
        RuleFor(c => c.PictureHash).PictureHash(c => c.File);
    }
}

internal sealed class ReplaceEvidenceHandler(IUnionDb db, ITenantContext tenant, EvidenceGate gate, EvidenceArrivals arrivals, ScorecardRollup rollup, ReceiptClock clock)
    : IHandler<ReplaceEvidence, EvidenceView>
{
    public async Task<Result<EvidenceView>> Handle(ReplaceEvidence request, CancellationToken cancellationToken)
    {
        await using var work = await rollup.BeginAcrossSchoolsAsync(request.Round, [request.School], cancellationToken);
        var round = await db.Rounds.AsNoTracking().SingleAsync(r => r.Id == request.Round, cancellationToken);
        var current = await db.Evidence.SingleOrDefaultAsync(EvidenceSight.Current(request.Round, request.School, request.Evidence), cancellationToken);
        if (current is null)
            return new NotFoundError();
        if (await gate.RefuseChangeAsync(round, request.School, cancellationToken) is { } refusal)
            return refusal;
        if (await gate.RefuseSizeAsync(request.Round, request.School, request.File.Size, cancellationToken) is { } noRoom)
            return noRoom;
        if (!await arrivals.EndAsync(request.Round, request.School, request.Upload, cancellationToken))
            return new NotFoundError();
        if (current.Hash != request.File.Hash)
        {
            current = current.Replace(request.File, PictureHash.Parse(request.PictureHash), tenant.RequireCaller().UserName, await clock.NowAsync(cancellationToken));
            db.Evidence.Add(current);
        }

        await db.SaveChangesAsync(cancellationToken);
        return EvidenceView.Of(current, await FileScans.StateOfAsync(db, current.Hash, cancellationToken), (await EvidenceSight.EarlierAsync(db, tenant, [current], cancellationToken))[current.Id], null);
    }
}
