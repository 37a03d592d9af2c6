using System.Text.Json;
using DistrictUnion.Application.Evaluations;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Results;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Organisation;
using DistrictUnion.Domain.Schemes;
using DistrictUnion.Domain.Scoring;
using FluentValidation;

namespace DistrictUnion.Application.Schemes;

/// <summary>A scheme and the facts of a school that doesn't exist.</summary>
/// <param name="Definition">The whole scheme, or one with the rule in question only.</param>
/// <param name="Facts">Facts by code; those of branches come from one branch that belonged to the school all the time.</param>
/// <param name="Claims">Points claimed for manual leaves, by node code.</param>
/// <param name="DaysLate">Days late.</param>
/// <param name="HeldGrades">Grades that the school holds.</param>
public sealed record SchemeTrial(
    JsonElement Definition,
    Dictionary<string, JsonElement>? Facts = null,
    Dictionary<string, decimal>? Claims = null,
    int DaysLate = 0,
    List<string>? HeldGrades = null);

/// <summary>A node's points and how they came about.</summary>
public sealed record TriedNode(string Code, string Name, decimal? Max, decimal? Points, IReadOnlyList<string> Flags, IReadOnlyList<Statement> Arithmetic);

/// <summary>What the facts come to.</summary>
public sealed record SchemeTrialResult(
    decimal Total, decimal Base, decimal Bonus, decimal Late, Outcome Outcome, string? Grade, IReadOnlyList<Statement> Explanation, IReadOnlyList<TriedNode> Nodes);

/// <summary>Facts in, points out: scores a pretended school by a scheme that is being designed. Nothing is stored.</summary>
public sealed record TryScheme(SchemeTrial Body) : IQuery<SchemeTrialResult>;

internal sealed class TrySchemeValidator : AbstractValidator<TryScheme>
{
    /// <summary>A year and a day.</summary>
    private const int MaxDays = 366;

    public TrySchemeValidator() => RuleFor(c => c.Body.DaysLate).InclusiveBetween(0, MaxDays).WithErrorCode("scheme.trial.daysLate");
}

internal sealed class TrySchemeHandler(TimeProvider clock) : IHandler<TryScheme, SchemeTrialResult>
{
    public Task<Result<SchemeTrialResult>> Handle(TryScheme request, CancellationToken cancellationToken) => Task.FromResult(Try(request.Body));

    private Result<SchemeTrialResult> Try(SchemeTrial trial)
    {
        var parsed = SchemeDocument.Parse(trial.Definition);
        IReadOnlyList<SchemeProblem> problems = parsed.Definition is { } readable ? SchemeChecks.Check(readable) : parsed.Problems;
        if (problems.Count > 0)
            return new UnprocessableError("scheme.unpublishable", [.. problems.Select(p => new FieldError(p.Path, p.Message.Code, p.Message.Arguments))]);
        var scheme = CompiledScheme.Compile(parsed.Definition!);
        List<FieldError> errors = [];
        List<RecordedEvent> events = [];
        var (ofBranch, ofSchool) = (new Dictionary<string, RecordedFact>(StringComparer.Ordinal), new Dictionary<string, RecordedFact>(StringComparer.Ordinal));
        var source = new FactSource(FactRoute.Evaluation, "", clock.GetUtcNow());
        foreach (var (code, value) in trial.Facts ?? [])
        {
            if (scheme.FactOf(code) is not { } definition)
            {
                errors.Add(FieldError.Of($"facts.{code}", "fact.unknown", ("fact", code)));
                continue;
            }

            var read = FactValueReader.Read(definition, value, $"facts.{code}");
            errors.AddRange(read.Problems.Select(p => new FieldError(p.Path, p.Message.Code, p.Message.Arguments)));
            if (definition.CountedBy is { } ledger && read.Value is NumberValue sum)
                events.Add(new RecordedEvent(code, code, clock.Today(), sum.Value, null, source with { Route = ledger }));
            else if (read.Value is { } known)
                (definition.Level == FactLevel.Branch ? ofBranch : ofSchool)[code] = new RecordedFact(known, source);
        }

        foreach (var (code, points) in trial.Claims ?? [])
        {
            if (scheme.LeafOf(code) is not { } leaf)
                errors.Add(FieldError.Of($"claims.{code}", "node.unknown", ("node", code)));
            else if (PointsRules.Check(points, leaf.Max!.Value, $"claims.{code}") is { } wrong)
                errors.Add(wrong);
        }

        return errors.Count > 0 ? new ValidationError(errors) : Score(scheme, trial, ofBranch, ofSchool, events);
    }

    private SchemeTrialResult Score(
        CompiledScheme scheme, SchemeTrial trial, Dictionary<string, RecordedFact> ofBranch, Dictionary<string, RecordedFact> ofSchool, List<RecordedEvent> events)
    {
        var today = clock.Today();
        var explanation = ScoringEngine.Explain(scheme, new ScoringInput
        {
            WindowFrom = today.AddYears(-1),
            WindowTo = today,
            CountingKind = BranchKind.UnionGroup,
            HeldGrades = trial.HeldGrades ?? [],
            Evaluation = new EvaluationInput { DaysLate = trial.DaysLate, Claims = trial.Claims ?? [] },
            Branches =
            [
                new BranchInput
                {
                    Code = "branch",
                    Kind = BranchKind.UnionGroup,
                    Affiliations = [new AffiliationSpan(today.AddYears(-1), null, true)],
                    Facts = ofBranch,
                },
            ],
            Facts = ofSchool,
            Events = events,
        });
        var result = explanation.Result;
        return new SchemeTrialResult(
            result.Total,
            result.Base,
            result.Bonus,
            result.Late,
            result.Outcome,
            result.Grade,
            explanation.Total,
            [.. explanation.Nodes.Select(n => new TriedNode(n.Node.Code, n.Node.Name, n.Node.Max, n.Score.Final, FlagWords.Of(n.Score.Flags), n.Arithmetic))]);
    }
}
