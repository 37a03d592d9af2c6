using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Scoring;
using DistrictUnion.Domain.Titles;

namespace DistrictUnion.Domain.Lab;

/// <summary>How an application came to the ranking.</summary>
public enum LabEntry
{
    /// <summary>It is in the running: rules and score decide.</summary>
    Running,

    /// <summary>It counts as given up.</summary>
    Forfeited,

    /// <summary>People ruled it out; another scheme would not change that.</summary>
    RuledOut,
}

/// <summary>An applicant with its figures by one set of rules.</summary>
/// <param name="Candidate">What rules of eligibility look at.</param>
/// <param name="Score">Its score; null: none.</param>
/// <param name="Vetoes">Vetoes that happened.</param>
public sealed record LabFigures(Candidate Candidate, LabScore? Score, IReadOnlyList<string> Vetoes);

/// <summary>An applicant of a campaign.</summary>
/// <param name="Application">Code of the application.</param>
/// <param name="UnitName">Name of the unit.</param>
/// <param name="School">Code of its school.</param>
/// <param name="Entry">How it came to the ranking.</param>
/// <param name="Marks">Marks that shares look at.</param>
/// <param name="Resolved">Place that people decided inside a tie; null: none.</param>
/// <param name="Before">By the scheme that the round pins.</param>
/// <param name="After">By the changed one.</param>
public sealed record LabApplicant(
    string Application, string UnitName, string School, LabEntry Entry, IReadOnlySet<string> Marks, int? Resolved, LabFigures Before, LabFigures After);

/// <summary>Rules of a campaign: who may apply and how many places there are.</summary>
/// <param name="Programme">Definition.</param>
/// <param name="Tier">Tier that the campaign confers.</param>
/// <param name="Day">Day by which rules are judged.</param>
/// <param name="InScope">Units that could have applied.</param>
public sealed record LabCampaignRules(ProgrammeDefinition Programme, string Tier, DateOnly Day, int InScope);

/// <summary>Judges, ranks and selects the applicants of a campaign by two sets of rules, as the ranking of a campaign does.</summary>
public static class LabSelection
{
    /// <summary>Whether a verdict gives a place.</summary>
    public static bool HasPlace(LabVerdict verdict)
    {
        ArgumentNullException.ThrowIfNull(verdict);
        return verdict.Verdict == SelectionVerdict.Selected;
    }

    /// <summary>The applicants before and after, those that cross the line first.</summary>
    public static IReadOnlyList<LabApplication> Rows(IReadOnlyCollection<LabApplicant> applicants, LabCampaignRules before, LabCampaignRules after)
    {
        ArgumentNullException.ThrowIfNull(applicants);
        var then = Select(applicants, before, a => a.Before, a => a.Resolved);
        var now = Select(
            applicants,
            after,
            a => a.After,
            a => a.Before.Score is { } b && a.After.Score is { } s && b.Total == s.Total && b.TieValues.SequenceEqual(s.TieValues) ? a.Resolved : null);
        return
        [
            .. applicants.Select(a => new LabApplication(a.Application, a.UnitName, a.School, then[a.Application], now[a.Application], CrossingOf(then[a.Application], now[a.Application])))
                .OrderByDescending(a => a.Crossing is not null)
                .ThenBy(a => a.After.Rank ?? int.MaxValue)
                .ThenBy(a => a.Application, StringComparer.Ordinal),
        ];
    }

    private static LabCrossing? CrossingOf(LabVerdict before, LabVerdict after) => before.Verdict == after.Verdict
        ? null
        : new(LabLineKind.Selection, Words.Camel(before.Verdict), Words.Camel(after.Verdict), Order(after.Verdict) < Order(before.Verdict));

    private static int Order(SelectionVerdict verdict) => verdict switch
    {
        SelectionVerdict.Selected => 0,
        SelectionVerdict.Undecided => 1,
        SelectionVerdict.Reserve => 2,
        _ => 3,
    };

    private static Dictionary<string, LabVerdict> Select(
        IReadOnlyCollection<LabApplicant> applicants, LabCampaignRules rules, Func<LabApplicant, LabFigures> figuresOf, Func<LabApplicant, int?> resolvedOf)
    {
        var judged = applicants.ToDictionary(a => a.Application, a => (Figures: figuresOf(a), Verdict: Judge(a, figuresOf(a), rules)), StringComparer.Ordinal);
        var candidates = applicants.Select(a =>
        {
            var (figures, (outcome, _)) = judged[a.Application];
            return new SelectionCandidate(new(a.Application, figures.Score?.Total ?? 0, outcome, figures.Score?.TieValues ?? [], "", resolvedOf(a)), a.Marks);
        }).ToList();
        return SelectionRules.Select(candidates, rules.Programme.Places, rules.InScope).Lines.ToDictionary(
            line => line.Code,
            line => new LabVerdict(line.Verdict, judged[line.Code].Verdict.Refusal ?? line.Reason, line.Rank, judged[line.Code].Figures.Score?.Total ?? 0),
            StringComparer.Ordinal);
    }

    /// <summary>The outcome that the ranking counts with, and the reason of one that has no rank.</summary>
    private static (Outcome Outcome, Statement? Refusal) Judge(LabApplicant applicant, LabFigures figures, LabCampaignRules rules)
    {
        if (applicant.Entry == LabEntry.Forfeited)
            return (Outcome.Forfeited, Statement.Of("application.notAccepted"));
        if (applicant.Entry == LabEntry.RuledOut)
            return (Outcome.Disqualified, Statement.Of("lab.ruledOut"));
        if (figures.Score is not { Outcome: not (Outcome.NotSubmitted or Outcome.Forfeited) } score)
            return (Outcome.Disqualified, Statement.Of("application.noResult"));
        var refused = EligibilityRules.Judge(rules.Programme, figures.Candidate, rules.Tier, rules.Day).Where(f => !f.IsMet).ToList();
        if (score.Outcome == Outcome.Disqualified || refused.Exists(f => f.Disqualifies))
            return (Outcome.Disqualified, Statement.Of("application.vetoed", ("vetoes", figures.Vetoes)));
        if (score.Outcome == Outcome.NotQualified)
            return (Outcome.Disqualified, Statement.Of("application.notQualified"));
        return refused is [var first, ..]
            ? (Outcome.Disqualified, Statement.Of("application.refusedBy", ("document", first.Clause.Document), ("article", first.Clause.Article), ("text", first.Clause.Text)))
            : (score.Outcome, null);
    }
}
