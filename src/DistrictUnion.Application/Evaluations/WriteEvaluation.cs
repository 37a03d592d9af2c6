using DistrictUnion.Application.Common;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Application.Reports;
using DistrictUnion.Application.Results;
using DistrictUnion.Application.Rounds;
using DistrictUnion.Application.Schemes;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Evaluations;
using DistrictUnion.Domain.Rounds;
using DistrictUnion.Domain.Schemes;
using DistrictUnion.Domain.Scoring;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Evaluations;

/// <summary>Saves what a school typed; nothing counts before it is submitted.</summary>
public sealed record WriteEvaluation(RoundId Round, SchoolId School, EvaluationContent Body, Precondition Precondition) : ICommand<Tagged<EvaluationView>>;

internal sealed class WriteEvaluationValidator : AbstractValidator<WriteEvaluation>
{
    public WriteEvaluationValidator()
    {
        RuleFor(c => c.Body.Facts).Must(f => f is null || f.Count <= FactContent.MaxEntries).WithErrorCode("list.tooLong");
        RuleFor(c => c.Body.Claims).Must(f => f is null || f.Count <= FactContent.MaxEntries).WithErrorCode("list.tooLong");
        RuleFor(c => c.Body.NotApplicable).Must(f => f is null || f.Count <= FactContent.MaxEntries).WithErrorCode("list.tooLong");
        RuleFor(c => c.Body.OnBehalfReason).OptionalReason();
    }
}

internal sealed class WriteEvaluationHandler(
    IUnionDb db, ITenantContext tenant, RoundGate gate, EvaluationReader reader, EvaluationViews views, ScorecardRollup rollup)
    : IHandler<WriteEvaluation, Tagged<EvaluationView>>
{
    public async Task<Result<Tagged<EvaluationView>>> Handle(WriteEvaluation request, CancellationToken cancellationToken)
    {
        if (OnBehalf.Check(tenant.RequireCaller(), request.Body.OnBehalfReason) is { } behalf)
            return behalf;
        await using var work = await rollup.BeginAcrossSchoolsAsync(request.Round, [request.School], cancellationToken);
        var round = await db.Rounds.AsNoTracking().SingleAsync(r => r.Id == request.Round, cancellationToken);
        var read = await reader.ReadAsync(round, request.Body, cancellationToken);
        if (!read.IsSuccess)
            return read.As<Tagged<EvaluationView>>();
        var evaluation = await db.SelfEvaluations.SingleOrDefaultAsync(
            e => e.RoundId == request.Round && e.SchoolId == request.School, cancellationToken);
        if (request.Precondition.Against(evaluation) is { } precondition)
            return precondition;
        if (await gate.RefuseAsync(round, request.School, cancellationToken) is { } closed)
            return closed;

        var content = Json.Write(request.Body with { OnBehalfReason = null });
        var created = evaluation is null;
        if (evaluation is null)
        {
            evaluation = SelfEvaluation.Start(tenant.RequireCaller().DistrictId, request.Round, request.School, content, request.Body.OnBehalfReason);
            db.SelfEvaluations.Add(evaluation);
        }
        else if (evaluation.Write(content, request.Body.OnBehalfReason) is { } refusal)
        {
            return refusal;
        }
        else
        {
            evaluation.Trace(AnswerOrigins.After(evaluation.Origins, request.Body));
        }

        await db.SaveChangesAsync(cancellationToken);
        return await views.OfAsync(round, evaluation, read.Value.Warnings, created, cancellationToken);
    }
}

/// <summary>Checks self-evaluations against the scheme of their round.</summary>
internal sealed class EvaluationReader(SchemeCatalogue schemes)
{
    /// <summary>Reads an evaluation; a round that pins no scheme yet refuses with its state.</summary>
    public async Task<Result<CheckedFacts>> ReadAsync(AssessmentRound round, EvaluationContent content, CancellationToken cancellationToken)
    {
        if (round.SchemeVersionId is not { } version)
            return round.Refusal("round.notOpen");
        var scheme = await schemes.GetAsync(version, cancellationToken);
        var facts = FactContent.Read(scheme, l => l == FactLevel.School, content.Facts, content.Notes);
        List<FieldError> errors = [.. facts.Errors];
        foreach (var (node, claim) in content.Claims ?? [])
        {
            if (scheme.LeafOf(node) is not { } leaf)
                errors.Add(FieldError.Of($"claims.{node}", "node.unknown", ("node", node)));
            else if (leaf.Rule is not ManualRule)
                errors.Add(FieldError.Of($"claims.{node}", "claim.notManual", ("node", leaf.Name)));
            else if (PointsRules.Check(claim, leaf.Max!.Value, $"claims.{node}") is { } wrong)
                errors.Add(wrong);
        }

        errors.AddRange(PointsRules.CheckLeaves(scheme, content.NotApplicable, "notApplicable"));
        foreach (var node in content.Comments?.Keys.Where(n => scheme.IndexOf(n) < 0) ?? [])
            errors.Add(FieldError.Of($"comments.{node}", "node.unknown", ("node", node)));
        return errors.Count > 0 ? new ValidationError(errors) : facts;
    }
}

/// <summary>Rules for points and leaves that people enter.</summary>
internal static class PointsRules
{
    /// <summary>Points lie in 0…max with at most two decimals.</summary>
    public static FieldError? Check(decimal points, decimal max, string path) =>
        points < 0 || points > max ? FieldError.Of(path, "points.outOfRange", ("max", max))
        : decimal.Round(points, 2) != points ? FieldError.Of(path, "points.twoDecimals")
        : null;

    /// <summary>Every listed node is a leaf of the scheme.</summary>
    public static IEnumerable<FieldError> CheckLeaves(CompiledScheme scheme, IReadOnlyList<string>? nodes, string path)
    {
        for (var i = 0; i < (nodes?.Count ?? 0); i++)
        {
            if (scheme.LeafOf(nodes![i]) is null)
                yield return FieldError.Of($"{path}[{i}]", "node.unknown", ("node", nodes[i]));
        }
    }
}
