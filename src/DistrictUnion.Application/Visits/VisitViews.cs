using System.Text.Json;
using DistrictUnion.Application.Common;
using DistrictUnion.Application.Evaluations;
using DistrictUnion.Application.EvidenceLedger;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Application.Schemes;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Scoring;
using DistrictUnion.Domain.Visits;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Visits;

/// <summary>A person of an inspection.</summary>
/// <param name="UserName">User name.</param>
/// <param name="Name">Name shown to people.</param>
public sealed record VisitPerson(string UserName, string Name);

/// <summary>A leaf of the checklist, with what the school handed in about it.</summary>
/// <param name="Code">Code.</param>
/// <param name="Name">Name.</param>
/// <param name="Section">Name of the top section.</param>
/// <param name="Max">Highest score.</param>
/// <param name="Rule">The rule in words.</param>
/// <param name="Claim">Points that the school claims; null: none.</param>
/// <param name="Comment">What the school says of it.</param>
/// <param name="Evidence">Files that the school handed in for it.</param>
public sealed record VisitLeaf(string Code, string Name, string Section, decimal Max, string Rule, decimal? Claim, string? Comment, int Evidence);

/// <summary>One field that an inspector wrote.</summary>
/// <param name="Path">Path.</param>
/// <param name="Value">Text, number or yes/no.</param>
/// <param name="Actor">Who wrote it.</param>
/// <param name="At">Server receipt.</param>
/// <param name="RecordedAt">The device's own time; null: not told.</param>
public sealed record VisitAnswerView(string Path, JsonElement Value, string Actor, DateTimeOffset At, DateTimeOffset? RecordedAt);

/// <summary>A photo.</summary>
/// <param name="Id">Identifier.</param>
/// <param name="Node">Leaf that it shows; null: the whole.</param>
/// <param name="Name">File name.</param>
/// <param name="Actor">Who took it.</param>
/// <param name="At">Server receipt.</param>
/// <param name="RecordedAt">The device's own time; null: not told.</param>
public sealed record VisitPhotoView(Guid Id, string? Node, string Name, string Actor, DateTimeOffset At, DateTimeOffset? RecordedAt);

/// <summary>A step with its person.</summary>
public sealed record VisitEventView(VisitStep Step, string Actor, string Name, DateTimeOffset At, string? Reason);

/// <summary>An on-site inspection.</summary>
/// <param name="Id">Identifier.</param>
/// <param name="Round">Code of the round.</param>
/// <param name="RoundName">Name of the round.</param>
/// <param name="School">Code of the school.</param>
/// <param name="SchoolName">Name of the school.</param>
/// <param name="PlannedOn">Day.</param>
/// <param name="State">State.</param>
/// <param name="Inspectors">Inspectors.</param>
/// <param name="Checklist">Leaves to look at.</param>
/// <param name="Answers">What was written; for the school what was confirmed last.</param>
/// <param name="Photos">Photos; for the school those that were confirmed last.</param>
/// <param name="Trail">What happened, the oldest first.</param>
/// <param name="CanWrite">Whether the caller writes findings now.</param>
/// <param name="Adopted">Whether the observed scores became a review.</param>
public sealed record VisitView(
    Guid Id,
    string Round,
    string RoundName,
    string School,
    string SchoolName,
    DateOnly PlannedOn,
    VisitState State,
    IReadOnlyList<VisitPerson> Inspectors,
    IReadOnlyList<VisitLeaf> Checklist,
    IReadOnlyList<VisitAnswerView> Answers,
    IReadOnlyList<VisitPhotoView> Photos,
    IReadOnlyList<VisitEventView> Trail,
    bool CanWrite,
    bool Adopted);

/// <summary>Puts an inspection beside its checklist.</summary>
internal sealed class VisitViews(IUnionDb db, ITenantContext tenant, SchemeCatalogue schemes, VisitDesk desk, IMessages messages)
{
    /// <summary>The view of a visit.</summary>
    public async Task<Tagged<VisitView>> OfAsync(Visit visit, bool created, CancellationToken cancellationToken)
    {
        var caller = tenant.RequireCaller();
        var about = await db.Schools.AsNoTracking().Where(s => s.Id == visit.SchoolId).Select(s => new
        {
            s.Code,
            s.Name,
            Round = db.Rounds.Where(r => r.Id == visit.RoundId).Select(r => new { r.Code, r.Name, r.SchemeVersionId }).First(),
            HandedIn = db.SelfEvaluations.Where(e => e.RoundId == visit.RoundId && e.SchoolId == visit.SchoolId).Select(e => e.HandedIn).FirstOrDefault(),
        }).SingleAsync(cancellationToken);
        var scheme = await schemes.GetAsync(about.Round.SchemeVersionId!.Value, cancellationToken);
        var names = visit.Inspectors.Concat(visit.Trail.Select(e => e.Actor)).Distinct(StringComparer.Ordinal).ToList();
        var people = await db.Users.AsNoTracking().Where(u => names.Contains(u.UserName))
            .ToDictionaryAsync(u => u.UserName, u => u.DisplayName, StringComparer.Ordinal, cancellationToken);
        var proven = await EvidenceSight.Of(db, tenant, visit.RoundId, visit.SchoolId).Select(e => e.Nodes).ToListAsync(cancellationToken);
        var content = about.HandedIn is null ? new EvaluationContent() : Json.Read<EvaluationContent>(about.HandedIn);
        var rules = new RuleTexts(scheme, messages);
        var (answers, photos) = caller.IsOfSchool && visit.Report is { } report ? (report.Answers, report.Photos) : (visit.Answers, visit.Photos);
        return new Tagged<VisitView>(
            new VisitView(
                visit.Id.Value,
                about.Round.Code,
                about.Round.Name,
                about.Code,
                about.Name,
                visit.PlannedOn,
                visit.State,
                [.. visit.Inspectors.Select(i => new VisitPerson(i, people.GetValueOrDefault(i, i)))],
                [.. visit.Leaves.Select(scheme.LeafOf).OfType<CompiledNode>().OrderBy(l => l.Index).Select(l => new VisitLeaf(
                    l.Code,
                    l.Name,
                    SectionOf(scheme, l),
                    l.Max!.Value,
                    l.Rule is { } rule ? rules.Of(rule, l.Max.Value) : "",
                    content.Claims?.TryGetValue(l.Code, out var claim) == true ? claim : null,
                    content.Comments?.GetValueOrDefault(l.Code),
                    proven.Count(nodes => nodes.Contains(l.Code, StringComparer.Ordinal))))],
                [.. answers.OrderBy(a => a.Key, StringComparer.Ordinal).Select(a => new VisitAnswerView(a.Key, a.Value.Value, a.Value.Actor, BusinessTime.Local(a.Value.At), Local(a.Value.RecordedAt)))],
                [.. photos.Select(p => new VisitPhotoView(p.Id, p.Node, p.File.Name, p.Actor, BusinessTime.Local(p.At), Local(p.RecordedAt)))],
                [.. visit.Trail.Select(e => new VisitEventView(e.Step, e.Actor, people.GetValueOrDefault(e.Actor, e.Actor), BusinessTime.Local(e.At), e.Reason))],
                visit.IsOpen && await desk.RefuseWriterAsync(visit, cancellationToken) is null,
                visit.IsAdopted),
            visit.Version,
            created);
    }

    private static string SectionOf(CompiledScheme scheme, CompiledNode node)
    {
        var at = node;
        while (at.Depth > 1)
            at = scheme.Nodes[at.Parent];
        return at.Name;
    }

    private static DateTimeOffset? Local(DateTimeOffset? at) => at is { } instant ? BusinessTime.Local(instant) : null;
}
