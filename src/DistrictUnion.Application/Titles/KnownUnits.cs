using DistrictUnion.Application.Ports;
using DistrictUnion.Application.Schemes;
using DistrictUnion.Domain.Organisation;
using DistrictUnion.Domain.Rounds;
using DistrictUnion.Domain.Scorecards;
using DistrictUnion.Domain.Scoring;
using DistrictUnion.Domain.Titles;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Titles;

/// <summary>What the district knows of a unit that applies, so that nobody types it again.</summary>
/// <param name="Members">Members of the school.</param>
/// <param name="Stage">Stage of the school.</param>
/// <param name="Ownership">Ownership of the school.</param>
/// <param name="Setting">Setting of the school.</param>
/// <param name="Zone">Name of its zone.</param>
/// <param name="Titles">Titles that the unit was given, the last one first; ended ones too.</param>
/// <param name="Results">The school's last published results, at most three, the last one first.</param>
public sealed record KnownUnit(
    int Members, SchoolStage Stage, SchoolOwnership Ownership, SchoolSetting Setting, string Zone, IReadOnlyList<KnownTitle> Titles, IReadOnlyList<KnownResult> Results);

/// <summary>A title that a unit was given.</summary>
/// <param name="Number">Number of the certificate.</param>
/// <param name="Title">Name of the title.</param>
/// <param name="AwardedOn">Day of the award.</param>
/// <param name="EndedOn">Day on which it ended; null: it is held.</param>
public sealed record KnownTitle(string Number, string Title, DateOnly AwardedOn, DateOnly? EndedOn);

/// <summary>A published result of a school.</summary>
/// <param name="Round">Code of the round.</param>
/// <param name="RoundName">Its name.</param>
/// <param name="Total">Total, in points.</param>
/// <param name="Outcome">Outcome.</param>
/// <param name="GradeName">Name of the grade; null: none.</param>
public sealed record KnownResult(string Round, string RoundName, decimal Total, Outcome Outcome, string? GradeName);

/// <summary>Reads what is known of applicants.</summary>
internal sealed class KnownUnits(IUnionDb db, SchemeCatalogue schemes)
{
    private const int MostResults = 3;

    /// <summary>What is known of the unit of an application.</summary>
    public async Task<KnownUnit> OfAsync(TitleApplication application, CancellationToken cancellationToken)
    {
        var school = await db.Schools.AsNoTracking().Where(s => s.Id == application.SchoolId)
            .Join(db.Zones, s => s.ZoneId, z => z.Id, (s, z) => new { s.Members, s.Stage, s.Ownership, s.Setting, Zone = z.Name }).SingleAsync(cancellationToken);
        var titles = await db.HeldTitles.AsNoTracking().Where(t => t.SchoolId == application.SchoolId && t.Unit == application.Unit)
            .OrderByDescending(t => t.AwardedOn).Select(t => new KnownTitle(t.Number, t.Title, t.AwardedOn, t.EndedOn)).ToListAsync(cancellationToken);
        var cards = await db.Scorecards.AsNoTracking().Where(c => c.SchoolId == application.SchoolId)
            .Join(db.Rounds.Where(r => r.State == RoundState.Published), c => c.RoundId, r => r.Id, (c, r) => new { c.Total, c.Outcome, c.Grade, r.Code, r.Name, r.WindowTo, Version = r.SchemeVersionId!.Value })
            .OrderByDescending(c => c.WindowTo).ThenByDescending(c => c.Code).Take(MostResults).ToListAsync(cancellationToken);
        List<KnownResult> results = [];
        foreach (var card in cards)
            results.Add(new KnownResult(card.Code, card.Name, Scorecard.Points(card.Total), card.Outcome, (await schemes.GetAsync(card.Version, cancellationToken)).GradeName(card.Grade)));
        return new KnownUnit(school.Members, school.Stage, school.Ownership, school.Setting, school.Zone, titles, results);
    }
}
