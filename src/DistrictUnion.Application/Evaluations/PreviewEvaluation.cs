using DistrictUnion.Application.Common;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Application.Results;
using DistrictUnion.Application.Schemes;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Evaluations;
using DistrictUnion.Domain.Rounds;
using DistrictUnion.Domain.Schemes;
using DistrictUnion.Domain.Scoring;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Evaluations;

/// <summary>What a draft would come to.</summary>
/// <param name="SelfTotal">The school's own total.</param>
/// <param name="Missing">Leaves that lack something the school or its branches report.</param>
/// <param name="Nodes">Own scores with their facts and arithmetic; what the district reports is left out.</param>
public sealed record EvaluationPreview(decimal? SelfTotal, IReadOnlyList<string> Missing, IReadOnlyList<NodeView> Nodes);

/// <summary>
/// Scores what a school has typed so far together with what its branches handed in. Reviews and facts of the district stay
/// out, so that nothing shows before it is published.
/// </summary>
public sealed record PreviewEvaluation(RoundId Round, SchoolId School) : IQuery<EvaluationPreview>;

internal sealed class PreviewEvaluationHandler(IUnionDb db, ITenantContext tenant, IAcrossSchools acrossSchools, SchemeCatalogue schemes, ScoringInputs inputs, TimeProvider clock)
    : IHandler<PreviewEvaluation, EvaluationPreview>
{
    public async Task<Result<EvaluationPreview>> Handle(PreviewEvaluation request, CancellationToken cancellationToken)
    {
        var round = await db.Rounds.AsNoTracking().SingleAsync(r => r.Id == request.Round, cancellationToken);
        if (round.SchemeVersionId is not { } version)
            return new NotFoundError();
        var evaluation = await db.SelfEvaluations.AsNoTracking()
            .SingleOrDefaultAsync(e => e.RoundId == request.Round && e.SchoolId == request.School, cancellationToken);
        if (!tenant.RequireCaller().IsOfSchool && evaluation?.OnBehalfReason is null)
            return new NotFoundError();
        var scheme = await schemes.GetAsync(version, cancellationToken);
        var input = await ReadAcrossSchoolsAsync(round, scheme, request.School, cancellationToken);
        return Compose(scheme, ScoringEngine.Explain(scheme, WithDraft(scheme, input, evaluation)));
    }

    /// <summary>A branch that moved away still counts with its days here.</summary>
    private async Task<ScoringInput> ReadAcrossSchoolsAsync(
        AssessmentRound round, CompiledScheme scheme, SchoolId school, CancellationToken cancellationToken)
    {
        await using var reach = await acrossSchools.BeginAsync(cancellationToken);
        return (await inputs.LoadAcrossSchoolsAsync(round, scheme, [school], cancellationToken))[0].Input;
    }

    private ScoringInput WithDraft(CompiledScheme scheme, ScoringInput input, SelfEvaluation? evaluation)
    {
        var content = Json.Read<EvaluationContent>(evaluation?.Content ?? "{}");
        var facts = input.Facts
            .Where(f => f.Value.Source.Route == FactRoute.Import && scheme.FactOf(f.Key)?.Level != FactLevel.District)
            .ToDictionary(f => f.Key, f => f.Value, StringComparer.Ordinal);
        var source = new FactSource(FactRoute.Evaluation, "", clock.GetUtcNow());
        foreach (var (code, value) in content.Facts ?? [])
        {
            if (scheme.FactOf(code) is { } definition && FactValueReader.Read(definition, value, code).Value is { } known)
                facts[code] = new RecordedFact(known, source);
        }

        return input with
        {
            Facts = facts,
            Evaluation = new EvaluationInput { DaysLate = 0, Claims = content.Claims ?? [] },
            ZoneReview = null,
            DistrictReview = null,
        };
    }

    private static EvaluationPreview Compose(CompiledScheme scheme, ScoreExplanation explanation)
    {
        var nodes = scheme.Nodes.Select(node =>
        {
            var reason = explanation.Nodes[node.Index];
            return new NodeView(
                node.Code,
                node.Name,
                node.Max,
                node.Parent >= 0 ? scheme.Nodes[node.Parent].Code : null,
                node.ReadsDistrictFact ? null : reason.Score.Self,
                null,
                null,
                node.ReadsDistrictFact ? [] : FlagWords.Of(reason.Score.Flags),
                node.ReadsDistrictFact
                    ? null
                    : new ExplanationView(node.Rule is { } rule ? SchemeRules.WordOf(rule) : null, reason.Facts, reason.Arithmetic, []));
        }).ToList();
        var missing = scheme.Nodes
            .Where(n => n is { Kind: NodeKind.Leaf, ReadsDistrictFact: false } && explanation.Nodes[n.Index].Score.Flags.HasFlag(NodeFlags.Missing))
            .Select(n => n.Code).ToList();
        return new EvaluationPreview(explanation.Result.SelfTotal, missing, nodes);
    }
}
