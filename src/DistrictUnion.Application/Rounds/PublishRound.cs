using DistrictUnion.Application.Bundles;
using DistrictUnion.Application.Common;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Application.Results;
using DistrictUnion.Application.Schemes;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Rounds;
using DistrictUnion.Domain.Schemes;
using DistrictUnion.Domain.Scorecards;
using DistrictUnion.Domain.Scoring;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Rounds;

/// <summary>What schools are to see, and by what they are ranked.</summary>
/// <param name="Visibility">Who sees what.</param>
/// <param name="Top">How many of the ranking, with <c>top</c>.</param>
/// <param name="NormaliseZones">Whether ranks count by totals that are evened out between zones; totals stay.</param>
public sealed record PublishInput(RoundVisibility Visibility = RoundVisibility.OwnCard, int? Top = null, bool NormaliseZones = false);

/// <summary>Publishes a closed round: ranking and summary are frozen.</summary>
public sealed record PublishRound(RoundId Round, PublishInput Body, Precondition Precondition) : ICommand<Tagged<RoundView>>;

internal sealed class PublishRoundValidator : AbstractValidator<PublishRound>
{
    public PublishRoundValidator()
    {
        RuleFor(c => c.Body.Visibility).IsInEnum().WithErrorCode("round.visibility");
        RuleFor(c => c.Body.Top).Must((c, top) => (c.Body.Visibility == RoundVisibility.Top) == (top is > 0)).WithErrorCode("round.top");
    }
}

internal sealed class PublishRoundHandler(IUnionDb db, IScorecardLocks locks, IRankingReader reader, SchemeCatalogue schemes, RoundBundles bundles, TimeProvider clock)
    : IHandler<PublishRound, Tagged<RoundView>>
{
    public async Task<Result<Tagged<RoundView>>> Handle(PublishRound request, CancellationToken cancellationToken)
    {
        await locks.LockRoundAcrossSchoolsAsync(request.Round, cancellationToken);
        var round = await db.Rounds.SingleAsync(r => r.Id == request.Round, cancellationToken);
        if (request.Precondition.Against(round.Version) is { } precondition)
            return precondition;
        if (round.State != RoundState.Closed)
            return round.Refusal("round.notClosed");
        var scheme = await schemes.GetAsync(round.SchemeVersionId!.Value, cancellationToken);
        if (await FindUnreviewedAcrossSchoolsAsync(round, scheme, cancellationToken) is { Count: > 0 } unreviewed)
            return new UnprocessableError("round.unreviewed", unreviewed);
        if (await FindUnconfirmedAcrossSchoolsAsync(round, scheme, cancellationToken) is { Count: > 0 } unconfirmed)
            return new UnprocessableError("round.unconfirmed", unconfirmed);
        if (round.Publish(request.Body.Visibility, request.Body.Top, clock.GetUtcNow()) is { } refusal)
            return refusal;

        var all = new RankingSlice(round.DistrictId, round.Id, scheme.Definition.Ranking.GroupBy, null, null, 0, null);
        var (rows, _) = await reader.ReadAcrossSchoolsAsync(all, cancellationToken);
        var sums = await reader.SumAcrossSchoolsAsync(round.Id, null, cancellationToken);
        var number = await db.RoundPublications.CountAsync(p => p.RoundId == round.Id, cancellationToken) + 1;
        var published = request.Body.NormaliseZones ? await NormaliseAcrossSchoolsAsync(round, scheme, rows, cancellationToken) : rows.Select(RankingRow.Of).ToList();
        var publication = RoundPublication.Freeze(round, number, round.PublishedAt!.Value, Json.Write(published), Json.Write(SummaryView.Of(sums)), request.Body.NormaliseZones);

        // The hash becomes public with the result, so nobody can hand out another input for it later.
        if (await bundles.WriteAcrossSchoolsAsync(round, publication, Stream.Null, cancellationToken) is { } bundle)
            publication.Seal(bundle.Head, RoundBundles.Product);
        db.RoundPublications.Add(publication);
        await db.SaveChangesAsync(cancellationToken);
        return await RoundViews.LoadAsync(db, round.Id, false, cancellationToken);
    }

    private async Task<List<RankingRow>> NormaliseAcrossSchoolsAsync(
        AssessmentRound round, CompiledScheme scheme, IReadOnlyList<RankedRow> rows, CancellationToken cancellationToken)
    {
        var ties = await db.Scorecards.AsNoTracking().Where(c => c.RoundId == round.Id)
            .ToDictionaryAsync(c => c.SchoolCode, c => new TieOrder(c.TieKey, c.TiePosition), StringComparer.Ordinal, cancellationToken);
        return NormalisedRanking.Of(rows, ties, scheme.Nodes.Where(n => n is { Parent: < 0, Kind: not NodeKind.Bonus }).Sum(n => n.Max ?? 0));
    }

    /// <summary>Leaves that an amendment clamped and that no reviewer confirmed, of schools that handed in.</summary>
    private async Task<IReadOnlyList<FieldError>> FindUnconfirmedAcrossSchoolsAsync(
        AssessmentRound round, CompiledScheme scheme, CancellationToken cancellationToken)
    {
        if (!await db.RoundAmendments.AnyAsync(a => a.RoundId == round.Id && a.SchemeVersion != null, cancellationToken))
            return [];
        var cards = await db.Scorecards.AsNoTracking().Where(c => c.RoundId == round.Id && c.Outcome != Outcome.NotSubmitted)
            .Join(db.Schools, c => c.SchoolId, s => s.Id, (c, s) => new { s.Code, c.Nodes })
            .OrderBy(c => c.Code).ToListAsync(cancellationToken);
        return
        [
            .. cards.SelectMany(card => NodeValues.Read(card.Nodes).Select((value, i) => (value, node: scheme.Nodes[i]))
                .Where(n => n.node.Kind == NodeKind.Leaf && n.value.Flags.HasFlag(NodeFlags.Clamped))
                .Select(n => FieldError.Of($"{card.Code}.{n.node.Code}", "round.leafClamped", ("school", card.Code), ("node", n.node.Name), ("max", n.node.Max)))),
        ];
    }

    /// <summary>Leaves that must be reviewed and aren't, of schools that handed in.</summary>
    private async Task<IReadOnlyList<FieldError>> FindUnreviewedAcrossSchoolsAsync(
        AssessmentRound round, CompiledScheme scheme, CancellationToken cancellationToken)
    {
        var required = scheme.Nodes.Where(n => n is { Kind: NodeKind.Leaf, Review: ReviewPolicy.Required }).ToList();
        if (required.Count == 0)
            return [];
        var cards = await db.Scorecards.AsNoTracking().Where(c => c.RoundId == round.Id && c.Outcome != Outcome.NotSubmitted)
            .Join(db.Schools, c => c.SchoolId, s => s.Id, (c, s) => new { s.Code, c.SchoolId, c.Nodes })
            .OrderBy(c => c.Code).ToListAsync(cancellationToken);
        var reviews = (await db.SchoolReviews.AsNoTracking().Where(r => r.RoundId == round.Id).ToListAsync(cancellationToken)).ToLookup(r => r.SchoolId);
        List<FieldError> missing = [];
        foreach (var card in cards)
        {
            var values = NodeValues.Read(card.Nodes);
            var scored = reviews[card.SchoolId].SelectMany(r => r.Scores.Keys).ToHashSet(StringComparer.Ordinal);
            missing.AddRange(required
                .Where(n => !values[n.Index].Flags.HasFlag(NodeFlags.NotApplicable) && !scored.Contains(n.Code))
                .Select(n => FieldError.Of($"{card.Code}.{n.Code}", "round.leafUnreviewed", ("school", card.Code), ("node", n.Name))));
        }

        return missing;
    }
}
