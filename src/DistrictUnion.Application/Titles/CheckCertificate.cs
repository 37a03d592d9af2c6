using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Titles;

/// <summary>What a certificate says, for everybody who holds its number.</summary>
/// <param name="Number">Number.</param>
/// <param name="District">Name of the district's union.</param>
/// <param name="Title">Name of the title.</param>
/// <param name="UnitName">Unit.</param>
/// <param name="SchoolName">Its school.</param>
/// <param name="AwardedOn">First day.</param>
/// <param name="IsHeld">Whether it is held today.</param>
/// <param name="EndedOn">Last day on which it was held; null: still held.</param>
public sealed record CertificateView(string Number, string District, string Title, string UnitName, string SchoolName, DateOnly AwardedOn, bool IsHeld, DateOnly? EndedOn);

/// <summary>Checks a certificate by its number.</summary>
public sealed record CheckCertificate(string Number) : IQuery<CertificateView>, IOwnTransactions;

internal sealed class CheckCertificateHandler(PublicAccess access, IUnitOfWork unitOfWork, IUnionDb db) : IHandler<CheckCertificate, CertificateView>
{
    public async Task<Result<CertificateView>> Handle(CheckCertificate request, CancellationToken cancellationToken) =>
        await access.EnterByCertificateAsync(request.Number, cancellationToken) is { } district
            ? await unitOfWork.ReadAsync(() => FindAsync(request.Number, district, cancellationToken), cancellationToken)
            : new PublicPageUnknown();

    private async Task<Result<CertificateView>> FindAsync(string number, string district, CancellationToken cancellationToken)
    {
        var found = await db.HeldTitles.AsNoTracking().Where(t => t.Number == number)
            .Join(db.Schools, t => t.SchoolId, s => s.Id, (t, s) => new { Title = t, s.Name }).SingleAsync(cancellationToken);
        var name = await db.Districts.Where(d => d.Code == district).Select(d => d.Name).SingleAsync(cancellationToken);
        return new CertificateView(number, name, found.Title.Title, found.Title.UnitName, found.Name, found.Title.AwardedOn, found.Title.IsHeld, found.Title.EndedOn);
    }
}
