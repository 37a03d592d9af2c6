using System.Globalization;
using DistrictUnion.Application.Common;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.EvidenceLedger;
using DistrictUnion.Domain.Visits;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Visits;

/// <summary>What a photo shows, as the device told it.</summary>
/// <param name="Id">Identifier that the device chose; a repeat has one effect.</param>
/// <param name="Node">Leaf; null: the whole.</param>
/// <param name="RecordedAt">When it was taken by the device's own clock, RFC 3339; null: not told.</param>
public sealed record VisitPhotoInput(string? Id, string? Node, string? RecordedAt);

/// <summary>Adds a photo to an inspection.</summary>
public sealed record AddVisitPhoto(RoundId Round, VisitId Visit, VisitPhotoInput Body, KeptFile File) : ICommand<Tagged<VisitView>>;

internal sealed class AddVisitPhotoValidator : AbstractValidator<AddVisitPhoto>
{
    public AddVisitPhotoValidator()
    {
        RuleFor(c => c.File.MediaType).Must(m => m.StartsWith("image/", StringComparison.Ordinal)).WithErrorCode("visit.photoKind").OverridePropertyName("file");
        RuleFor(c => c.Body.Id).Must(id => Guid.TryParse(id, out _)).WithErrorCode("visit.photoId");
        RuleFor(c => c.Body.RecordedAt)
            .Must(at => at is null || DateTimeOffset.TryParse(at, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _)).WithErrorCode("query.instant");
    }
}

internal sealed class AddVisitPhotoHandler(IUnionDb db, ITenantContext tenant, VisitDesk desk, VisitViews views, ReceiptClock clock) : IHandler<AddVisitPhoto, Tagged<VisitView>>
{
    /// <summary>Photos of one visit.</summary>
    private const int MaxPhotos = 200;

    public async Task<Result<Tagged<VisitView>>> Handle(AddVisitPhoto request, CancellationToken cancellationToken)
    {
        var visit = await db.Visits.SingleAsync(v => v.Id == request.Visit, cancellationToken);
        if (await desk.RefuseWriterAsync(visit, cancellationToken) is { } notTheirs)
            return notTheirs;
        var id = Guid.Parse(request.Body.Id!);
        if (visit.Photos.Any(p => p.Id == id))
            return await views.OfAsync(visit, false, cancellationToken);
        if (request.Body.Node is { } node && !visit.Leaves.Contains(node, StringComparer.Ordinal))
            return ValidationError.Of("node", "node.unknown", ("node", node));
        if (visit.Photos.Count >= MaxPhotos)
            return ValidationError.Of("file", "list.tooLong");
        var round = await db.Rounds.AsNoTracking().SingleAsync(r => r.Id == request.Round, cancellationToken);
        if (round.RefuseUnlessOpen() is { } closed)
            return closed;
        if (!visit.IsOpen)
            return visit.Refusal("visit.notOpen");
        DateTimeOffset? recorded = request.Body.RecordedAt is { } at ? DateTimeOffset.Parse(at, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal).ToUniversalTime() : null;
        visit.Add(new VisitPhoto(id, request.Body.Node, request.File, tenant.RequireCaller().UserName, await clock.NowAsync(cancellationToken), recorded));
        await db.SaveChangesAsync(cancellationToken);
        return await views.OfAsync(visit, true, cancellationToken);
    }
}
