using DistrictUnion.Application.Common;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Application.Schemes;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Reviews;
using DistrictUnion.Domain.Rounds;
using DistrictUnion.Domain.Scorecards;
using DistrictUnion.Domain.Scoring;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Results;

/// <summary>A node of a scorecard; values the caller may not see yet are null.</summary>
public sealed record NodeView(
    string Code,
    string Name,
    decimal? Max,
    string? Parent,
    decimal? SelfScore,
    decimal? ReviewScore,
    decimal? FinalScore,
    IReadOnlyList<string> Flags,
    ExplanationView? Explanation);

/// <summary>Why a node has its values, as codes with parameters; the edge adds the words.</summary>
/// <param name="Rule">Type of the rule, in the words of the scheme file; null for inner nodes.</param>
/// <param name="Facts">Facts used, with their sources.</param>
/// <param name="Arithmetic">What was computed, step by step.</param>
/// <param name="Changes">Every reviewer change, oldest first.</param>
public sealed record ExplanationView(
    string? Rule, IReadOnlyList<FactTrace> Facts, IReadOnlyList<Statement> Arithmetic, IReadOnlyList<ReviewChangeView> Changes);

/// <summary>A change of a reviewer's score. Schools don't see the person.</summary>
public sealed record ReviewChangeView(ReviewLevel Level, decimal? OldScore, decimal NewScore, string Reason, string? Actor, DateTimeOffset At);

/// <summary>A school's result in a round, explained.</summary>
/// <param name="School">School code.</param>
/// <param name="State">State of the round.</param>
/// <param name="SelfTotal">What the school's own figures come to.</param>
/// <param name="Total">Total.</param>
/// <param name="Base">Base.</param>
/// <param name="Bonus">Bonus.</param>
/// <param name="Late">Points deducted for lateness.</param>
/// <param name="Outcome">Outcome.</param>
/// <param name="Grade">Grade code.</param>
/// <param name="Rank">Rank.</param>
/// <param name="Ties">Number of schools that share the rank.</param>
/// <param name="Vetoes">Vetoes that were triggered.</param>
/// <param name="Flags">All flags of its nodes.</param>
/// <param name="Explanation">How the total came about.</param>
/// <param name="Nodes">Nodes in document order, bonus nodes last.</param>
public sealed record ScorecardView(
    string School,
    RoundState State,
    decimal? SelfTotal,
    decimal? Total,
    decimal? Base,
    decimal? Bonus,
    decimal? Late,
    Outcome? Outcome,
    string? Grade,
    long? Rank,
    int? Ties,
    IReadOnlyList<string>? Vetoes,
    IReadOnlyList<string> Flags,
    IReadOnlyList<Statement>? Explanation,
    IReadOnlyList<NodeView> Nodes);

/// <summary>The scorecard of a school. Before publication a school sees its own scores only.</summary>
public sealed record GetScorecard(RoundId Round, SchoolId School) : IQuery<ScorecardView>;

internal sealed class GetScorecardHandler(
    IUnionDb db, ITenantContext tenant, IAcrossSchools acrossSchools, SchemeCatalogue schemes, ScoringInputs inputs, IRankingReader ranking)
    : IHandler<GetScorecard, ScorecardView>
{
    public async Task<Result<ScorecardView>> Handle(GetScorecard request, CancellationToken cancellationToken)
    {
        var caller = tenant.RequireCaller();
        var card = await db.Scorecards.AsNoTracking()
            .Where(c => c.RoundId == request.Round && c.SchoolId == request.School)
            .Join(db.Rounds, c => c.RoundId, r => r.Id, (c, r) => new { Card = c, Round = r })
            .Join(db.Schools, c => c.Card.SchoolId, s => s.Id, (c, s) => new { c.Card, c.Round, School = s.Code })
            .SingleOrDefaultAsync(cancellationToken);
        if (card is null)
            return new NotFoundError();
        var full = !caller.IsOfSchool || card.Round.State == RoundState.Published;
        var scheme = await schemes.GetAsync(card.Round.SchemeVersionId!.Value, cancellationToken);
        var changes = full
            ? await db.ReviewChanges.AsNoTracking().Where(c => c.RoundId == request.Round && c.SchoolId == request.School)
                .OrderBy(c => c.Id).ToListAsync(cancellationToken)
            : [];
        var (explanation, rank) = await ReadAcrossSchoolsAsync(card.Card, card.Round, scheme, full, cancellationToken);
        return Compose(card.School, card.Card, card.Round, scheme, explanation, rank, changes.ToLookup(c => c.Node), full, caller.IsOfSchool);
    }

    /// <summary>Explains from the frozen input, or from the facts while they are at work; a school's own explanation needs branch rows that moved away.</summary>
    private async Task<(ScoreExplanation Explanation, RankedRow? Rank)> ReadAcrossSchoolsAsync(
        Scorecard card, AssessmentRound round, CompiledScheme scheme, bool full, CancellationToken cancellationToken)
    {
        await using var reach = await acrossSchools.BeginAsync(cancellationToken);
        var input = card.FrozenInput is { } frozen
            ? Json.Read<ScoringInput>(frozen)
            : (await inputs.LoadAcrossSchoolsAsync(round, scheme, [card.SchoolId], cancellationToken))[0].Input;
        RankedRow? row = null;
        if (full)
        {
            row = await ranking.FindAcrossSchoolsAsync(round.DistrictId, round.Id, scheme.Definition.Ranking.GroupBy, card.SchoolId, cancellationToken);
            if (row is not null && await NormalisedAsync(round, row.School, cancellationToken) is { } published)
                row = row with { Rank = published.Rank, Ties = published.Ties ?? 0 };
        }

        return (ScoringEngine.Explain(scheme, input), row);
    }

    /// <summary>The school's published row where ranks count by totals that are evened out between zones.</summary>
    private async Task<RankingRow?> NormalisedAsync(AssessmentRound round, string school, CancellationToken cancellationToken)
    {
        if (round.State != RoundState.Published)
            return null;
        var text = await db.RoundPublications.AsNoTracking().Where(p => p.RoundId == round.Id).OrderByDescending(p => p.Number)
            .Select(p => p.Normalised ? p.Ranking : null).FirstOrDefaultAsync(cancellationToken);
        return text is null ? null : Json.Read<List<RankingRow>>(text).Find(r => r.School == school);
    }

    private static ScorecardView Compose(
        string school,
        Scorecard card,
        AssessmentRound round,
        CompiledScheme scheme,
        ScoreExplanation explanation,
        RankedRow? rank,
        ILookup<string, ReviewChange> changes,
        bool full,
        bool hideReviewers)
    {
        var values = NodeValues.Read(card.Nodes);
        var nodes = scheme.Nodes.Select(node =>
        {
            var (value, reason) = (values[node.Index], explanation.Nodes[node.Index]);
            var hidden = !full && node.ReadsDistrictFact;
            return new NodeView(
                node.Code,
                node.Name,
                node.Max,
                node.Parent >= 0 ? scheme.Nodes[node.Parent].Code : null,
                value.Self,
                full ? value.Review : null,
                full ? value.Final : null,
                hidden ? [] : FlagWords.Of(value.Flags),
                hidden ? null : new ExplanationView(
                    node.Rule is { } rule ? SchemeRules.WordOf(rule) : null,
                    [.. reason.Facts.Select(f => hideReviewers ? WithoutDistrictPeople(f) : f)],
                    full ? reason.Arithmetic : [],
                    [.. changes[node.Code].Select(c => new ReviewChangeView(
                        c.Level, c.OldScore, c.NewScore, c.Reason, hideReviewers ? null : c.Actor, BusinessTime.Local(c.At)))]));
        }).ToList();
        var flags = nodes.SelectMany(n => n.Flags).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        return full
            ? new ScorecardView(
                school,
                round.State,
                card.SelfTotal is { } self ? Scorecard.Points(self) : null,
                Scorecard.Points(card.Total),
                Scorecard.Points(card.Base),
                Scorecard.Points(card.Bonus),
                Scorecard.Points(card.Late),
                card.Outcome,
                card.Grade,
                rank?.Rank,
                rank?.Ties,
                card.Vetoes,
                flags,
                explanation.Total,
                nodes)
            : new ScorecardView(
                school,
                round.State,
                card.SelfTotal is { } ownTotal ? Scorecard.Points(ownTotal) : null,
                null, null, null, null, null, null, null, null, null, flags, null, nodes);
    }

    /// <summary>A fact whose sources name no reviewer or judge.</summary>
    private static FactTrace WithoutDistrictPeople(FactTrace fact) => fact with
    {
        Parts = [.. fact.Parts.Select(p => p.Source.Route is FactRoute.Review or FactRoute.Import or FactRoute.Panel or FactRoute.Vote
            ? p with { Source = p.Source with { Actor = "" } }
            : p)],
    };
}
