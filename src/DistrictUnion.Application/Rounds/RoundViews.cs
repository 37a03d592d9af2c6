using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Rounds;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Rounds;

/// <summary>First and last day that count, both inclusive.</summary>
public sealed record WindowView(DateOnly From, DateOnly To);

/// <summary>A round as others see it.</summary>
/// <param name="Code">Code.</param>
/// <param name="Name">Name.</param>
/// <param name="Scheme">Scheme.</param>
/// <param name="Version">Version asked for, or pinned since it opened.</param>
/// <param name="State">State.</param>
/// <param name="Kind">What for.</param>
/// <param name="Window">Days that count.</param>
/// <param name="DueAt">First late instant, before any shift.</param>
/// <param name="EffectiveDueAt">First late instant after the shift; the one that counts.</param>
/// <param name="ClosesAt">From when a school can hand in nothing more.</param>
/// <param name="DueShift">What a non-working deadline day does.</param>
/// <param name="Scope">Who takes part.</param>
/// <param name="Visibility">What schools see once published.</param>
/// <param name="Top">How many ranks <c>top</c> shows.</param>
/// <param name="OpenedAt">When it opened.</param>
/// <param name="ClosedAt">When it closed.</param>
/// <param name="PublishedAt">When it was published.</param>
/// <param name="Publications">How many times it was published; each is kept as it was.</param>
/// <param name="BundleHead">Hash of everything that the published result was made of; null unless it is published.</param>
public sealed record RoundView(
    string Code,
    string Name,
    string Scheme,
    int? Version,
    RoundState State,
    RoundKind Kind,
    WindowView Window,
    DateTimeOffset DueAt,
    DateTimeOffset EffectiveDueAt,
    DateTimeOffset? ClosesAt,
    DueShift DueShift,
    RoundScope Scope,
    RoundVisibility? Visibility,
    int? Top,
    DateTimeOffset? OpenedAt,
    DateTimeOffset? ClosedAt,
    DateTimeOffset? PublishedAt,
    int Publications,
    string? BundleHead);

/// <summary>A round with the words for its scheme.</summary>
internal sealed class RoundWithScheme
{
    public required AssessmentRound Round { get; init; }

    public required string Scheme { get; init; }

    public int? Version { get; init; }

    public int Publications { get; init; }

    public string? BundleHead { get; init; }
}

/// <summary>Makes views of rounds.</summary>
internal static class RoundViews
{
    public static IQueryable<RoundWithScheme> WithScheme(IUnionDb db) => db.Rounds.AsNoTracking()
        .Select(r => new RoundWithScheme
        {
            Round = r,
            Scheme = db.Schemes.Where(s => s.Id == r.SchemeId).Select(s => s.Code).First(),
            Version = db.SchemeVersions.Where(v => v.Id == r.SchemeVersionId).Select(v => (int?)v.Number).FirstOrDefault(),
            Publications = db.RoundPublications.Count(p => p.RoundId == r.Id),
            BundleHead = r.State == RoundState.Published
                ? db.RoundPublications.Where(p => p.RoundId == r.Id).OrderByDescending(p => p.Number).Select(p => p.BundleHead).FirstOrDefault()
                : null,
        });

    /// <summary>The view of a round as it is stored now.</summary>
    public static async Task<Result<Tagged<RoundView>>> LoadAsync(IUnionDb db, RoundId id, bool created, CancellationToken cancellationToken)
    {
        var found = await WithScheme(db).SingleAsync(r => r.Round.Id == id, cancellationToken);
        return new Tagged<RoundView>(Of(found), found.Round.Version, created);
    }

    public static RoundView Of(RoundWithScheme found)
    {
        var round = found.Round;
        return new RoundView(
            round.Code,
            round.Name,
            found.Scheme,
            found.Version ?? round.RequestedVersion,
            round.State,
            round.Kind,
            new WindowView(round.WindowFrom, round.WindowTo),
            BusinessTime.Local(round.DueAt),
            BusinessTime.Local(round.EffectiveDueAt),
            BusinessTime.Local(round.ClosesAt),
            round.DueShift,
            round.Scope,
            round.Visibility,
            round.Top,
            BusinessTime.Local(round.OpenedAt),
            BusinessTime.Local(round.ClosedAt),
            BusinessTime.Local(round.PublishedAt),
            found.Publications,
            found.BundleHead);
    }
}
