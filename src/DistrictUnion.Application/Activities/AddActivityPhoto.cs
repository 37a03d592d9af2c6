using DistrictUnion.Application.Common;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Activities;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.EvidenceLedger;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Activities;

/// <summary>Adds a photo to an activity; the same picture sent twice is kept once.</summary>
public sealed record AddActivityPhoto(ActivityId Activity, KeptFile File) : ICommand<Tagged<ActivityView>>;

internal sealed class AddActivityPhotoValidator : AbstractValidator<AddActivityPhoto>
{
    public AddActivityPhotoValidator() =>
        RuleFor(c => c.File.MediaType).Must(m => m.StartsWith("image/", StringComparison.Ordinal)).WithErrorCode("visit.photoKind").OverridePropertyName("file");
}

internal sealed class AddActivityPhotoHandler(IUnionDb db, ITenantContext tenant, ActivityDesk desk, ActivityViews views, ReceiptClock clock) : IHandler<AddActivityPhoto, Tagged<ActivityView>>
{
    public async Task<Result<Tagged<ActivityView>>> Handle(AddActivityPhoto request, CancellationToken cancellationToken)
    {
        var activity = await db.Activities.SingleAsync(a => a.Id == request.Activity, cancellationToken);
        if (await desk.RefuseWriterAsync(activity, cancellationToken) is { } notTheirs)
            return notTheirs;
        if (activity.Photos.Any(p => p.File.Hash == request.File.Hash))
            return await views.OfAsync(activity.Id, false, cancellationToken);
        if (activity.Add(new ActivityPhoto(Guid.NewGuid(), request.File, tenant.RequireCaller().UserName, await clock.NowAsync(cancellationToken))) is { } refusal)
            return refusal;
        await db.SaveChangesAsync(cancellationToken);
        return await views.OfAsync(activity.Id, true, cancellationToken);
    }
}
