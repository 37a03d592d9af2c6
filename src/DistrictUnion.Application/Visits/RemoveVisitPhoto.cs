using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Visits;

/// <summary>Takes a photo away while inspectors still write.</summary>
public sealed record RemoveVisitPhoto(VisitId Visit, string Photo) : ICommand<Tagged<VisitView>>;

internal sealed class RemoveVisitPhotoValidator : AbstractValidator<RemoveVisitPhoto>
{
    public RemoveVisitPhotoValidator() => RuleFor(c => c.Photo).NotEmpty().WithErrorCode("notFound");
}

internal sealed class RemoveVisitPhotoHandler(IUnionDb db, VisitDesk desk, VisitViews views) : IHandler<RemoveVisitPhoto, Tagged<VisitView>>
{
    public async Task<Result<Tagged<VisitView>>> Handle(RemoveVisitPhoto request, CancellationToken cancellationToken)
    {
        var visit = await db.Visits.SingleAsync(v => v.Id == request.Visit, cancellationToken);
        if (await desk.RefuseWriterAsync(visit, cancellationToken) is { } notTheirs)
            return notTheirs;
        if (!Guid.TryParse(request.Photo, out var id) || visit.Photos.FirstOrDefault(p => p.Id == id) is not { } photo)
            return new NotFoundError();
        if (!visit.IsOpen)
            return visit.Refusal("visit.notOpen");
        visit.Remove(photo);
        await db.SaveChangesAsync(cancellationToken);
        return await views.OfAsync(visit, false, cancellationToken);
    }
}
