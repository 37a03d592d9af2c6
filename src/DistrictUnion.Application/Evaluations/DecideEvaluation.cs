using DistrictUnion.Application.Common;
using DistrictUnion.Application.EvidenceLedger;
using DistrictUnion.Application.Obligations;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Application.Reports;
using DistrictUnion.Application.Results;
using DistrictUnion.Application.Reviews;
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

/// <summary>Steps of a self-evaluation's life.</summary>
public enum EvaluationStep
{
    /// <summary>Hand in.</summary>
    Submit,

    /// <summary>Take back.</summary>
    Withdraw,

    /// <summary>Send back.</summary>
    Return,
}

/// <summary>Why an evaluation is returned.</summary>
/// <param name="Reason">Reason for the whole.</param>
/// <param name="Leaves">What is wanted of single leaves, by their codes.</param>
public sealed record ReturnInput(string Reason, IReadOnlyDictionary<string, string>? Leaves = null);

/// <summary>Hands in, withdraws or returns a self-evaluation; scorecards follow at once.</summary>
public sealed record DecideEvaluation(
    RoundId Round, SchoolId School, EvaluationStep Step, string? Reason, Precondition Precondition, IReadOnlyDictionary<string, string>? Leaves = null)
    : ICommand<Tagged<EvaluationView>>;

internal sealed class DecideEvaluationValidator : AbstractValidator<DecideEvaluation>
{
    public DecideEvaluationValidator()
    {
        RuleFor(c => c.Reason!).Reason().When(c => c.Step == EvaluationStep.Return);
        RuleFor(c => c.Reason).OptionalReason();
        RuleFor(c => c.Leaves).Must(l => l is null || l.Count <= FactContent.MaxEntries).WithErrorCode("list.tooLong");
        RuleForEach(c => c.Leaves).Must(l => !string.IsNullOrWhiteSpace(l.Value) && l.Value.Length <= 1000).WithErrorCode("reason.required");
    }
}

internal sealed class DecideEvaluationHandler(
    IUnionDb db,
    ITenantContext tenant,
    RoundGate gate,
    EvaluationReader reader,
    EvaluationViews views,
    FactLedger ledger,
    ScorecardRollup rollup,
    MissingFacts missing,
    HandedInEvidence evidence,
    BarredSchools barred,
    SchemeCatalogue schemes,
    ObligationLedger obligations,
    LedgerCredits activities,
    ReceiptClock clock)
    : IHandler<DecideEvaluation, Tagged<EvaluationView>>
{
    public async Task<Result<Tagged<EvaluationView>>> Handle(DecideEvaluation request, CancellationToken cancellationToken)
    {
        await using var work = await rollup.BeginAcrossSchoolsAsync(request.Round, [request.School], cancellationToken);
        var evaluation = await db.SelfEvaluations.SingleOrDefaultAsync(
            e => e.RoundId == request.Round && e.SchoolId == request.School, cancellationToken);
        if (evaluation is null || (evaluation.HandedIn is null && !tenant.RequireCaller().IsOfSchool && evaluation.OnBehalfReason is null))
            return new NotFoundError();
        if (request.Step != EvaluationStep.Return && OnBehalf.CheckDecision(tenant.RequireCaller(), evaluation.OnBehalfReason) is { } notTheirs)
            return notTheirs;
        if (request.Step == EvaluationStep.Return && await barred.RefuseAsync(tenant.RequireCaller(), request.Round, request.School, cancellationToken) is { } staysOut)
            return staysOut;
        var round = await db.Rounds.SingleAsync(r => r.Id == request.Round, cancellationToken);
        if (request.Precondition.Against(evaluation.Version) is { } precondition)
            return precondition;
        if (await gate.RefuseAsync(round, request.School, cancellationToken) is { } closed)
            return closed;

        var warnings = (IReadOnlyList<ContentWarning>)[];
        switch (request.Step)
        {
            case EvaluationStep.Submit:
                var submitted = await SubmitAsync(round, evaluation, cancellationToken);
                if (!submitted.IsSuccess)
                    return submitted.As<Tagged<EvaluationView>>();
                await obligations.FulfilEvaluationsAsync(round.Id, [evaluation], cancellationToken);
                warnings = [.. submitted.Value.Warnings, .. await evidence.HandInAsync(await schemes.GetAsync(round.SchemeVersionId!.Value, cancellationToken), evaluation, cancellationToken)];
                break;
            case EvaluationStep.Withdraw when evaluation.Withdraw() is { } refusal:
                return refusal;
            case EvaluationStep.Return when await CheckLeavesAsync(round, request.Leaves, cancellationToken) is { } wrong:
                return wrong;
            case EvaluationStep.Return when evaluation.Return(request.Reason!, request.Leaves) is { } refusal:
                return refusal;
            default:
                if (request.Step == EvaluationStep.Withdraw)
                    await evidence.TakeBackAsync(round.Id, request.School, cancellationToken);
                await ledger.DropSchoolDocumentAsync(request.Round, request.School, cancellationToken);
                await obligations.ReopenEvaluationsAsync(round.Id, [request.School], cancellationToken);
                await db.SaveChangesAsync(cancellationToken);
                await activities.CreditAcrossSchoolsAsync(round, [request.School], cancellationToken);
                break;
        }

        await work.RecomputeAsync(cancellationToken);
        return await views.OfAsync(round, evaluation, warnings, false, cancellationToken);
    }

    private async Task<ValidationError?> CheckLeavesAsync(AssessmentRound round, IReadOnlyDictionary<string, string>? leaves, CancellationToken cancellationToken)
    {
        var scheme = await schemes.GetAsync(round.SchemeVersionId!.Value, cancellationToken);
        var unknown = (leaves?.Keys ?? []).Where(l => scheme.LeafOf(l) is null).Select(l => FieldError.Of($"leaves.{l}", "node.unknown", ("node", l))).ToList();
        return unknown.Count == 0 ? null : new ValidationError(unknown);
    }

    /// <summary>What was carried over and not looked at is nobody's word yet.</summary>
    private async Task<UnprocessableError?> UnconfirmedAsync(AssessmentRound round, SelfEvaluation evaluation, CancellationToken cancellationToken)
    {
        var open = (evaluation.Origins ?? new Dictionary<string, AnswerOrigin>()).Where(o => o.Value.Mark == AnswerMark.Inherited).Select(o => o.Key).ToList();
        if (open.Count == 0)
            return null;
        var scheme = await schemes.GetAsync(round.SchemeVersionId!.Value, cancellationToken);
        return new UnprocessableError("evaluation.unconfirmed", [.. open.Order(StringComparer.Ordinal).Select(path =>
        {
            var (_, code) = EvaluationFields.Parse(path)!.Value;
            return FieldError.Of(path, "evaluation.answerUnconfirmed", ("name", scheme.FactOf(code)?.Name ?? scheme.LeafOf(code)?.Name ?? code));
        })]);
    }

    private async Task<Result<CheckedFacts>> SubmitAsync(AssessmentRound round, SelfEvaluation evaluation, CancellationToken cancellationToken)
    {
        var read = await reader.ReadAsync(round, Json.Read<EvaluationContent>(evaluation.Content), cancellationToken);
        if (!read.IsSuccess)
            return read;
        if (await UnconfirmedAsync(round, evaluation, cancellationToken) is { } unconfirmed)
            return unconfirmed;
        var (dueAt, _) = await gate.DeadlinesAsync(round, evaluation.SchoolId, cancellationToken);
        if (evaluation.Submit(await clock.NowAsync(cancellationToken), dueAt) is { } refusal)
            return refusal;
        await ledger.TakeSchoolDocumentAsync(round.Id, evaluation.SchoolId, read.Value.Facts, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return await missing.RefuseAcrossSchoolsAsync(round, evaluation.SchoolId, cancellationToken) is { } incomplete ? incomplete : read;
    }
}

/// <summary>Refuses a submission that lacks facts, where the scheme says so.</summary>
internal sealed class MissingFacts(SchemeCatalogue schemes, ScoringInputs inputs)
{
    /// <summary>The refusal with every leaf that lacks something, or null. What was just submitted must be saved already.</summary>
    public async Task<Error?> RefuseAcrossSchoolsAsync(AssessmentRound round, SchoolId school, CancellationToken cancellationToken)
    {
        var scheme = await schemes.GetAsync(round.SchemeVersionId!.Value, cancellationToken);
        if (scheme.Definition.Missing != MissingPolicy.Block)
            return null;
        var input = (await inputs.LoadAcrossSchoolsAsync(round, scheme, [school], cancellationToken))[0].Input;
        var result = ScoringEngine.Score(scheme, input);
        var problems = scheme.Nodes.Select((node, i) => (node, result.Nodes[i]))
            .Where(n => n.node is { Kind: NodeKind.Leaf, ReadsDistrictFact: false } && n.Item2.Flags.HasFlag(NodeFlags.Missing))
            .Select(n => FieldError.Of(n.node.Code, "evaluation.leafMissing", ("node", n.node.Name)))
            .ToList();
        return problems.Count == 0 ? null : new UnprocessableError("evaluation.incomplete", problems);
    }
}
