using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Congresses;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Congresses;

/// <summary>A proof of something made public.</summary>
/// <param name="Id">Identifier.</param>
/// <param name="Name">File name.</param>
/// <param name="IsPicture">Whether it can be shown.</param>
/// <param name="At">Server receipt.</param>
public sealed record DisclosureProofView(Guid Id, string Name, bool IsPicture, DateTimeOffset At);

/// <summary>Something that a school made public.</summary>
/// <param name="Id">Identifier.</param>
/// <param name="School">Code of the school.</param>
/// <param name="SchoolName">Its name.</param>
/// <param name="Category">What it is about.</param>
/// <param name="Title">What was made public.</param>
/// <param name="PostedOn">Day.</param>
/// <param name="Semester">Semester that holds the day: the school year's first calendar year and 1 or 2.</param>
/// <param name="Place">Where it hangs.</param>
/// <param name="Link">Where it can be read.</param>
/// <param name="IsNothing">Whether the semester brought nothing of the category.</param>
/// <param name="Proofs">Proofs.</param>
/// <param name="Counts">Whether it counts: proven and not called off.</param>
/// <param name="CancelledFor">Why it was called off.</param>
/// <param name="Actor">User name of who recorded it.</param>
/// <param name="RecordedAt">Server receipt.</param>
public sealed record DisclosureView(
    Guid Id,
    string School,
    string SchoolName,
    DisclosureCategory Category,
    string Title,
    DateOnly PostedOn,
    string Semester,
    string? Place,
    string? Link,
    bool IsNothing,
    IReadOnlyList<DisclosureProofView> Proofs,
    bool Counts,
    string? CancelledFor,
    string Actor,
    DateTimeOffset RecordedAt);

/// <summary>Which disclosures a caller sees: a school its own, a zone lead the zone's, the district all.</summary>
internal static class DisclosureSight
{
    /// <summary>Those that the caller sees.</summary>
    public static IQueryable<Disclosure> Of(IUnionDb db, Caller caller) =>
        caller.OwnZone is { } zone ? db.Disclosures.Where(d => db.Schools.Any(s => s.Id == d.SchoolId && s.ZoneId == zone)) : db.Disclosures;
}

/// <summary>Reads disclosures with their schools.</summary>
internal sealed class DisclosureViews(IUnionDb db)
{
    /// <summary>One, as it is stored.</summary>
    public async Task<Tagged<DisclosureView>> OfAsync(DisclosureId id, bool created, CancellationToken cancellationToken)
    {
        var row = await Rows(db.Disclosures.AsNoTracking().Where(d => d.Id == id)).SingleAsync(cancellationToken);
        return new Tagged<DisclosureView>(ViewOf(row), row.Disclosure.Version, created);
    }

    /// <summary>Disclosures with their schools.</summary>
    public IQueryable<DisclosureRow> Rows(IQueryable<Disclosure> disclosures) =>
        disclosures.Join(db.Schools, d => d.SchoolId, s => s.Id, (d, s) => new DisclosureRow { Disclosure = d, School = s.Code, SchoolName = s.Name });

    /// <summary>View of a row.</summary>
    public static DisclosureView ViewOf(DisclosureRow row)
    {
        var d = row.Disclosure;
        return new DisclosureView(
            d.Id.Value,
            row.School,
            row.SchoolName,
            d.Category,
            d.Title,
            d.PostedOn,
            CongressFigures.SemesterOf(d.PostedOn).Key,
            d.Place,
            d.Link,
            d.IsNothing,
            [.. d.Proofs.Select(p => new DisclosureProofView(p.Id, p.File.Name, p.File.MediaType.StartsWith("image/", StringComparison.Ordinal), BusinessTime.Local(p.At)))],
            d.Counts,
            d.CancelledFor,
            d.Actor,
            BusinessTime.Local(d.RecordedAt));
    }

    /// <summary>Something made public with its school.</summary>
    internal sealed class DisclosureRow
    {
        public required Disclosure Disclosure { get; init; }

        public required string School { get; init; }

        public required string SchoolName { get; init; }
    }
}
