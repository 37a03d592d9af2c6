using DistrictUnion.Application.Common;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Application.Reports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Evaluations;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Evaluations;

/// <summary>Which round to begin from.</summary>
/// <param name="From">Code of an earlier round in which the school handed in.</param>
/// <param name="OnBehalfReason">Why district staff enter it for the school; only they give it.</param>
public sealed record InheritInput(string From, string? OnBehalfReason = null);

/// <summary>
/// Begins a self-evaluation with the school's answers of an earlier round. Only what is empty is filled, and only with what the
/// present scheme takes; each answer is marked, and has to be confirmed or changed before the form can be handed in.
/// </summary>
public sealed record InheritEvaluation(RoundId Round, SchoolId School, InheritInput Body, Precondition Precondition) : ICommand<Tagged<EvaluationView>>;

internal sealed class InheritEvaluationValidator : AbstractValidator<InheritEvaluation>
{
    public InheritEvaluationValidator()
    {
        RuleFor(c => c.Body.From).NotEmpty().WithErrorCode("evaluation.nothingToInherit");
        RuleFor(c => c.Body.OnBehalfReason).OptionalReason();
    }
}

internal sealed class InheritEvaluationHandler(IUnionDb db, ITenantContext tenant, EvaluationFolder folder, EvaluationReader reader, EvaluationViews views)
    : IHandler<InheritEvaluation, Tagged<EvaluationView>>
{
    public async Task<Result<Tagged<EvaluationView>>> Handle(InheritEvaluation request, CancellationToken cancellationToken)
    {
        var caller = tenant.RequireCaller();
        if (OnBehalf.Check(caller, request.Body.OnBehalfReason) is { } behalf)
            return behalf;
        var form = await folder.OpenAsync(request.Round, request.School, cancellationToken);
        if (form.Evaluation is { } begun && OnBehalf.CheckDecision(caller, begun.OnBehalfReason) is { } schoolsOwn)
            return schoolsOwn;
        var earlier = await EarlierEvaluations.Of(db, form.Round, request.School).Where(e => e.Round.Code == request.Body.From)
            .Select(e => e.Evaluation.HandedIn).SingleOrDefaultAsync(cancellationToken);
        if (earlier is null)
            return ValidationError.Of("from", "evaluation.nothingToInherit");
        if (request.Precondition.Against(form.Evaluation) is { } precondition)
            return precondition;
        if (form.RefuseChange(caller) is { } closed)
            return closed;

        var stored = form.Evaluation is { } known ? Json.Read<EvaluationContent>(known.Content) : new EvaluationContent();
        var taken = await TakeAsync(form.Round, stored, Json.Read<EvaluationContent>(earlier), cancellationToken);
        if (!taken.IsSuccess)
            return taken.As<Tagged<EvaluationView>>();
        var (content, paths) = taken.Value;
        var evaluation = form.Evaluation;
        var text = Json.Write(content with { OnBehalfReason = null });
        if (evaluation is null)
        {
            evaluation = SelfEvaluation.Start(caller.DistrictId, request.Round, request.School, text, request.Body.OnBehalfReason);
            db.SelfEvaluations.Add(evaluation);
        }
        else
        {
            evaluation.Write(text, request.Body.OnBehalfReason);
        }

        var origins = new Dictionary<string, AnswerOrigin>(evaluation.Origins ?? new Dictionary<string, AnswerOrigin>(), StringComparer.Ordinal);
        foreach (var path in paths)
        {
            var (part, code) = EvaluationFields.Parse(path)!.Value;
            origins[path] = new AnswerOrigin(request.Body.From, EvaluationFields.Read(content, part, code)!.Value.GetRawText(), AnswerMark.Inherited);
        }

        evaluation.Trace(origins);
        await db.SaveChangesAsync(cancellationToken);
        return views.Of(form.Round, evaluation, form.DueAt, form.ClosesAt, [], form.Evaluation is null);
    }

    /// <summary>The content with every earlier answer that fills a gap and that the scheme takes, and the paths of these.</summary>
    private async Task<Result<Taken>> TakeAsync(
        Domain.Rounds.AssessmentRound round, EvaluationContent stored, EvaluationContent earlier, CancellationToken cancellationToken)
    {
        var offered = EvaluationFields.Lasting(earlier).Where(path =>
        {
            var (part, code) = EvaluationFields.Parse(path)!.Value;
            return EvaluationFields.Read(stored, part, code) is null;
        }).ToList();
        while (true)
        {
            var content = offered.Aggregate(stored, (next, path) =>
            {
                var (part, code) = EvaluationFields.Parse(path)!.Value;
                return EvaluationFields.With(next, part, code, EvaluationFields.Read(earlier, part, code));
            });
            var read = await reader.ReadAsync(round, content, cancellationToken);
            if (read.IsSuccess)
                return new Taken(content, offered);
            if (read.Error is not ValidationError refused)
                return read.As<Taken>();

            // An answer that the present scheme doesn't take is left behind, with what hangs on it; what the school typed itself stays.
            var remaining = offered.Where(path => !refused.Fields.Any(f => f.Path == path || f.Path.StartsWith($"{path}.", StringComparison.Ordinal) || f.Path.StartsWith($"{path}[", StringComparison.Ordinal))).ToList();
            if (remaining.Count == offered.Count)
                return new Taken(content, offered);
            offered = remaining;
        }
    }

    private sealed record Taken(EvaluationContent Content, IReadOnlyList<string> Paths);
}
