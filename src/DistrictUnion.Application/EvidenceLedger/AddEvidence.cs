using DistrictUnion.Application.Common;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Application.Results;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.EvidenceLedger;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.EvidenceLedger;

/// <summary>Notes a file that was kept as evidence; an upload that brought it is over.</summary>
public sealed record AddEvidence(RoundId Round, SchoolId School, KeptFile File, EvidencePurpose Purpose, EvidenceUploadId? Upload = null) : ICommand<EvidenceView>
{
    /// <summary>Difference hash of a picture, 16 hexadecimal digits; null: not told.</summary>
    public string? PictureHash { get; init; }
}

internal sealed class AddEvidenceValidator : AbstractValidator<AddEvidence>
{
    public AddEvidenceValidator()
    {
        RuleFor(c => c.Purpose.Nodes).Must(n => n.Count <= 200).WithErrorCode("list.tooLong");
        RuleFor(c => c.PictureHash).PictureHash(c => c.File);
    }
}

internal sealed class AddEvidenceHandler(IUnionDb db, ITenantContext tenant, EvidenceGate gate, EvidenceArrivals arrivals, ScorecardRollup rollup, ReceiptClock clock)
    : IHandler<AddEvidence, EvidenceView>
{
    public async Task<Result<EvidenceView>> Handle(AddEvidence request, CancellationToken cancellationToken)
    {
        await using var work = await rollup.BeginAcrossSchoolsAsync(request.Round, [request.School], cancellationToken);
        var round = await db.Rounds.AsNoTracking().SingleAsync(r => r.Id == request.Round, cancellationToken);
        if (await gate.RefuseChangeAsync(round, request.School, cancellationToken) is { } refusal)
            return refusal;
        if (await gate.CheckAsync(round, request.Purpose, cancellationToken) is { } wrong)
            return wrong;
        if (await gate.RefuseSizeAsync(request.Round, request.School, request.File.Size, cancellationToken) is { } noRoom)
            return noRoom;
        if (!await arrivals.EndAsync(request.Round, request.School, request.Upload, cancellationToken))
            return new NotFoundError();

        var caller = tenant.RequireCaller();
        var evidence = Evidence.Receive(
            caller.DistrictId, request.Round, request.School, request.File, PictureHash.Parse(request.PictureHash), request.Purpose, caller.UserName, await clock.NowAsync(cancellationToken));
        db.Evidence.Add(evidence);
        await db.SaveChangesAsync(cancellationToken);
        return EvidenceView.Of(evidence, await FileScans.StateOfAsync(db, evidence.Hash, cancellationToken), [], null);
    }
}
