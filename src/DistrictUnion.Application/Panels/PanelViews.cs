using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Application.Schemes;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Panels;
using DistrictUnion.Domain.Schemes;
using DistrictUnion.Domain.Scoring;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Panels;

/// <summary>A judge.</summary>
/// <param name="UserName">User name.</param>
/// <param name="DisplayName">Name shown to people.</param>
public sealed record JudgeView(string UserName, string DisplayName);

/// <summary>A judge may not score a school.</summary>
/// <param name="Judge">User name.</param>
/// <param name="School">School code.</param>
/// <param name="Kind">Why: <c>community</c>, <c>kinship</c> or <c>other</c>; own schools and recusals come by themselves.</param>
/// <param name="Reason">In words.</param>
public sealed record PanelBanView(string Judge, string School, PanelBanKind Kind, string Reason);

/// <summary>A panel as the district sees it.</summary>
/// <param name="Code">Code.</param>
/// <param name="Name">Name.</param>
/// <param name="Fact">Code of the fact that the scores become.</param>
/// <param name="FactName">Its name.</param>
/// <param name="Scale">Bounds of a score.</param>
/// <param name="Minimum">Fewest scores that make a result; below it the school's leaf stays missing.</param>
/// <param name="State">State.</param>
/// <param name="JudgesPerSchool">How many judges score each school.</param>
/// <param name="MostPerJudge">Schools that a judge takes at most; null: any number.</param>
/// <param name="Schools">Codes of the schools; null: all of the round.</param>
/// <param name="Judges">Judges by user name.</param>
/// <param name="Bans">Bans that people put down.</param>
/// <param name="ClosedAt">When it was closed.</param>
/// <param name="ClosedWithout">Why it was closed although scores were missing.</param>
/// <param name="ReopenedFor">Why it was reopened last.</param>
public sealed record PanelView(
    string Code,
    string Name,
    string Fact,
    string FactName,
    ScoreScale Scale,
    int Minimum,
    PanelState State,
    int JudgesPerSchool,
    int? MostPerJudge,
    IReadOnlyList<string>? Schools,
    IReadOnlyList<JudgeView> Judges,
    IReadOnlyList<PanelBanView> Bans,
    DateTimeOffset? ClosedAt,
    string? ClosedWithout,
    string? ReopenedFor);

/// <summary>Bounds of a score, inclusive.</summary>
public sealed record ScoreScale(decimal Min, decimal Max)
{
    /// <summary>The bounds of a fact; a fact without any counts up to what its rule divides by.</summary>
    internal static ScoreScale Of(FactDefinition fact, PanelRule rule) => new(fact.Range?.From ?? 0, fact.Range?.To ?? rule.OutOf);
}

/// <summary>Makes views of panels.</summary>
internal sealed class PanelViews(IUnionDb db, SchemeCatalogue schemes)
{
    /// <summary>The view of a panel: one statement for the names, whatever the number of judges.</summary>
    public async Task<Tagged<PanelView>> OfAsync(Panel panel, SchemeVersionId scheme, bool created, CancellationToken cancellationToken)
    {
        var (fact, rule) = (await schemes.GetAsync(scheme, cancellationToken)).PanelOf(panel.Fact);
        var names = await NamesAsync(panel.Judges, cancellationToken);
        return new Tagged<PanelView>(
            new PanelView(
                panel.Code,
                panel.Name,
                panel.Fact,
                fact?.Name ?? panel.Fact,
                fact is null ? new ScoreScale(0, 0) : ScoreScale.Of(fact, rule!),
                rule?.Minimum ?? 0,
                panel.State,
                panel.JudgesPerSchool,
                panel.MostPerJudge,
                panel.Schools,
                [.. panel.Judges.Order(StringComparer.Ordinal).Select(j => new JudgeView(j, names.GetValueOrDefault(j, j)))],
                [.. panel.Bans.Select(b => new PanelBanView(b.Judge, b.School, b.Kind, b.Reason))],
                BusinessTime.Local(panel.ClosedAt),
                panel.ClosedWithout,
                panel.ReopenedFor),
            panel.Version,
            created);
    }

    /// <summary>Display names by user name.</summary>
    public async Task<Dictionary<string, string>> NamesAsync(IEnumerable<string> userNames, CancellationToken cancellationToken)
    {
        var wanted = userNames.Distinct(StringComparer.Ordinal).ToList();
        return await db.Users.AsNoTracking().Where(u => wanted.Contains(u.UserName)).Select(u => new { u.UserName, u.DisplayName })
            .ToDictionaryAsync(u => u.UserName, u => u.DisplayName, StringComparer.Ordinal, cancellationToken);
    }
}

/// <summary>What a scheme says of panels.</summary>
internal static class PanelSchemes
{
    /// <summary>The fact that judges' scores become, and the rule that reads it; nulls when the scheme has no such fact.</summary>
    public static (FactDefinition? Fact, PanelRule? Rule) PanelOf(this CompiledScheme scheme, string fact)
    {
        var rule = scheme.Nodes.Select(n => n.Rule).OfType<PanelRule>().FirstOrDefault(r => r.Scores == fact);
        var definition = scheme.FactOf(fact);
        return rule is not null && definition is { Type: FactType.Scores, Level: FactLevel.District } ? (definition, rule) : (null, null);
    }
}
