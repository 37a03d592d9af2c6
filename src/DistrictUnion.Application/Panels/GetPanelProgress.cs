using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Application.Schemes;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Panels;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Panels;

/// <summary>How far a judge is.</summary>
/// <param name="UserName">User name.</param>
/// <param name="DisplayName">Name.</param>
/// <param name="Seats">Schools.</param>
/// <param name="Scored">Of them scored, not handed in.</param>
/// <param name="HandedIn">Of them handed in.</param>
public sealed record JudgeProgress(string UserName, string DisplayName, int Seats, int Scored, int HandedIn);

/// <summary>How far a school is.</summary>
/// <param name="School">Code.</param>
/// <param name="Name">Name.</param>
/// <param name="Expected">Scores that it is to get.</param>
/// <param name="Given">Scores that count.</param>
/// <param name="Vacant">Places without a judge.</param>
/// <param name="BelowMinimum">Whether the scores so far are too few for a result.</param>
public sealed record SchoolProgress(string School, string Name, int Expected, int Given, int Vacant, bool BelowMinimum);

/// <summary>A seat, in force or ended.</summary>
/// <param name="School">School code.</param>
/// <param name="Judge">User name.</param>
/// <param name="State">State.</param>
/// <param name="Ending">How it ended; null while it is in force.</param>
/// <param name="Reason">Why.</param>
/// <param name="By">User name of who ended it.</param>
/// <param name="At">When.</param>
/// <param name="Score">Score; null until the panel is closed.</param>
/// <param name="Comment">What the judge noted; null until the panel is closed.</param>
public sealed record SeatView(
    string School, string Judge, SeatState State, SeatEnding? Ending, string? Reason, string? By, DateTimeOffset? At, decimal? Score, string? Comment);

/// <summary>How far a panel is. Scores stay hidden from the district, too, until the panel is closed.</summary>
/// <param name="Expected">Scores that all schools are to get.</param>
/// <param name="Given">Scores that count.</param>
/// <param name="Vacant">Places without a judge.</param>
/// <param name="Judges">Judges with seats or on the panel, by user name.</param>
/// <param name="Schools">Schools by code.</param>
/// <param name="Seats">Seats by school and judge.</param>
public sealed record PanelProgress(
    int Expected, int Given, int Vacant, IReadOnlyList<JudgeProgress> Judges, IReadOnlyList<SchoolProgress> Schools, IReadOnlyList<SeatView> Seats);

/// <summary>The progress of a panel.</summary>
public sealed record GetPanelProgress(PanelId Panel) : IQuery<PanelProgress>;

internal sealed class GetPanelProgressHandler(IUnionDb db, PanelDesk desk, PanelViews views, SchemeCatalogue schemes) : IHandler<GetPanelProgress, PanelProgress>
{
    public async Task<Result<PanelProgress>> Handle(GetPanelProgress request, CancellationToken cancellationToken)
    {
        var (panel, version) = await db.Panels.AsNoTracking().Where(p => p.Id == request.Panel)
            .Join(db.Rounds, p => p.RoundId, r => r.Id, (p, r) => new ValueTuple<Panel, SchemeVersionId>(p, r.SchemeVersionId!.Value)).SingleAsync(cancellationToken);
        var seats = await db.PanelSeats.AsNoTracking().Where(s => s.PanelId == panel.Id).ToListAsync(cancellationToken);
        var schools = await desk.SchoolsAsync(panel.RoundId, panel.Schools, cancellationToken);
        var people = panel.Judges.Union(seats.Select(s => s.Judge), StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var names = await views.NamesAsync(people, cancellationToken);
        var minimum = (await schemes.GetAsync(version, cancellationToken)).PanelOf(panel.Fact).Rule?.Minimum ?? 0;
        var (bySchool, byJudge) = (seats.ToLookup(s => s.SchoolId), seats.Where(s => s.IsInForce).ToLookup(s => s.Judge, StringComparer.Ordinal));
        List<SchoolProgress> progress = [.. schools.Select(school =>
        {
            var given = bySchool[school.Id].Count(s => s.Counts);
            return new SchoolProgress(
                school.Code, school.Name, panel.JudgesPerSchool, given, Math.Max(0, panel.JudgesPerSchool - bySchool[school.Id].Count(s => s.FillsPlace)), given < minimum);
        })];
        var isOpen = panel.State == PanelState.Closed;
        return new PanelProgress(
            progress.Sum(s => s.Expected),
            progress.Sum(s => s.Given),
            progress.Sum(s => s.Vacant),
            [.. people.Select(p => new JudgeProgress(
                p, names.GetValueOrDefault(p, p), byJudge[p].Count(), byJudge[p].Count(s => s.State == SeatState.Scored), byJudge[p].Count(s => s.State == SeatState.HandedIn)))],
            progress,
            [.. schools.SelectMany(school => bySchool[school.Id].OrderBy(s => s.Judge, StringComparer.Ordinal).Select(s => new SeatView(
                school.Code, s.Judge, s.State, s.Ending, s.EndReason, s.EndedBy, BusinessTime.Local(s.EndedAt), isOpen ? s.Score : null, isOpen ? s.Comment : null)))]);
    }
}
