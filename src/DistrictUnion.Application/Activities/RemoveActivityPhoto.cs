using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Activities;

/// <summary>Takes a photo of an activity away.</summary>
public sealed record RemoveActivityPhoto(ActivityId Activity, string Photo) : ICommand<Nothing>;

internal sealed class RemoveActivityPhotoValidator : AbstractValidator<RemoveActivityPhoto>
{
    public RemoveActivityPhotoValidator() => RuleFor(c => c.Photo).NotEmpty().WithErrorCode("notFound");
}

internal sealed class RemoveActivityPhotoHandler(IUnionDb db, ActivityDesk desk) : IHandler<RemoveActivityPhoto, Nothing>
{
    public async Task<Result<Nothing>> Handle(RemoveActivityPhoto request, CancellationToken cancellationToken)
    {
        var activity = await db.Activities.SingleAsync(a => a.Id == request.Activity, cancellationToken);
        if (await desk.RefuseWriterAsync(activity, cancellationToken) is { } notTheirs)
            return notTheirs;
        if (!Guid.TryParse(request.Photo, out var id) || activity.Photos.FirstOrDefault(p => p.Id == id) is not { } photo)
            return new NotFoundError();
        return activity.Remove(photo) is { } refusal ? refusal : default(Nothing);
    }
}
