using System.Text.Json;
using DistrictUnion.Application.Common;
using DistrictUnion.Application.Evaluations;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Application.Schemes;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Panels;
using DistrictUnion.Domain.Scoring;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Panels;

/// <summary>An indicator that the scores decide.</summary>
/// <param name="Code">Code.</param>
/// <param name="Name">Name.</param>
/// <param name="Comment">What the school says of it.</param>
public sealed record SheetLeaf(string Code, string Name, string? Comment);

/// <summary>What the school reported.</summary>
/// <param name="Name">Name.</param>
/// <param name="Value">Value.</param>
public sealed record SheetFact(string Name, JsonElement Value);

/// <summary>A file that the school handed in.</summary>
/// <param name="Id">Identifier.</param>
/// <param name="Name">Name.</param>
/// <param name="MediaType">What it is by its content.</param>
/// <param name="Size">Bytes.</param>
public sealed record SheetFile(Guid Id, string Name, string MediaType, long Size);

/// <summary>
/// A judge's scoring sheet of a school: what the school handed in and the judge's own score; neither what the school claims nor what
/// anybody else gave.
/// </summary>
/// <param name="RoundName">Round.</param>
/// <param name="PanelName">Panel.</param>
/// <param name="SchoolName">School.</param>
/// <param name="Leaves">Indicators that the scores decide.</param>
/// <param name="Scale">Bounds of a score.</param>
/// <param name="HasHandedIn">Whether the school has handed in.</param>
/// <param name="Facts">What the school reported.</param>
/// <param name="Files">Evidence for these indicators.</param>
/// <param name="Score">The judge's own score.</param>
/// <param name="Comment">The judge's own note for the district; the school never sees it.</param>
/// <param name="State">Where the judge is.</param>
/// <param name="IsOpen">Whether the panel takes scores.</param>
public sealed record SheetView(
    string RoundName,
    string PanelName,
    string SchoolName,
    IReadOnlyList<SheetLeaf> Leaves,
    ScoreScale Scale,
    bool HasHandedIn,
    IReadOnlyList<SheetFact> Facts,
    IReadOnlyList<SheetFile> Files,
    decimal? Score,
    string? Comment,
    SeatState State,
    bool IsOpen);

/// <summary>The caller's sheet of a school.</summary>
public sealed record GetSheet(PanelId Panel, SchoolId School) : IQuery<Tagged<SheetView>>;

internal sealed class GetSheetHandler(IUnionDb db, ITenantContext tenant, SchemeCatalogue schemes) : IHandler<GetSheet, Tagged<SheetView>>
{
    public async Task<Result<Tagged<SheetView>>> Handle(GetSheet request, CancellationToken cancellationToken)
    {
        var judge = tenant.RequireCaller().UserName;
        var found = await db.PanelSeats.AsNoTracking()
            .Where(s => s.PanelId == request.Panel && s.SchoolId == request.School && s.Judge == judge && s.Ending == null)
            .Join(db.Panels.Where(p => p.State == PanelState.Scoring || p.State == PanelState.Closed), s => s.PanelId, p => p.Id, (seat, panel) => new { Seat = seat, Panel = panel })
            .Join(db.Rounds, x => x.Panel.RoundId, r => r.Id, (x, r) => new { x.Seat, x.Panel, Round = r })
            .Join(db.Schools, x => x.Seat.SchoolId, s => s.Id, (x, s) => new { x.Seat, x.Panel, RoundName = x.Round.Name, x.Round.SchemeVersionId, SchoolName = s.Name })
            .SingleOrDefaultAsync(cancellationToken);
        if (found is null)
            return new NotFoundError();
        var scheme = await schemes.GetAsync(found.SchemeVersionId!.Value, cancellationToken);
        var (fact, rule) = scheme.PanelOf(found.Panel.Fact);
        var leaves = SheetLeaves.Of(scheme, found.Panel.Fact);
        var handedIn = await db.SelfEvaluations.AsNoTracking().Where(e => e.RoundId == found.Panel.RoundId && e.SchoolId == request.School)
            .Select(e => e.HandedIn).SingleOrDefaultAsync(cancellationToken);
        var content = handedIn is null ? new EvaluationContent() : Json.Read<EvaluationContent>(handedIn);
        var files = await SheetLeaves.FilesOf(db, found.Panel.RoundId, request.School).OrderBy(f => f.ReceivedAt).ThenBy(f => f.Id).ToListAsync(cancellationToken);
        return new Tagged<SheetView>(
            new SheetView(
                found.RoundName,
                found.Panel.Name,
                found.SchoolName,
                [.. leaves.Select(l => new SheetLeaf(l.Code, l.Name, content.Comments?.GetValueOrDefault(l.Code)))],
                fact is null ? new ScoreScale(0, 0) : ScoreScale.Of(fact, rule!),
                handedIn is not null,
                [.. (content.Facts ?? []).Select(f => (Fact: scheme.FactOf(f.Key), f.Value)).Where(f => f.Fact is not null)
                    .OrderBy(f => f.Fact!.Code, StringComparer.Ordinal).Select(f => new SheetFact(f.Fact!.Name, f.Value))],
                [.. files.Where(f => leaves.Any(l => f.Nodes.Contains(l.Code, StringComparer.Ordinal))).Select(f => new SheetFile(f.Id.Value, f.Name, f.MediaType, f.Size))],
                found.Seat.Score,
                found.Seat.Comment,
                found.Seat.State,
                found.Panel.State == PanelState.Scoring),
            found.Seat.Version);
    }
}

/// <summary>What a judge may look at.</summary>
internal static class SheetLeaves
{
    /// <summary>The indicators that a panel's scores decide.</summary>
    public static IReadOnlyList<CompiledNode> Of(CompiledScheme scheme, string fact) => [.. scheme.Nodes.Where(n => n.Kind == NodeKind.Leaf && n.Facts.Contains(fact, StringComparer.Ordinal))];

    /// <summary>Files that a school handed in.</summary>
    public static IQueryable<Domain.EvidenceLedger.Evidence> FilesOf(IUnionDb db, RoundId round, SchoolId school) =>
        db.Evidence.AsNoTracking().Where(e => e.RoundId == round && e.SchoolId == school && e.HandedIn);
}
