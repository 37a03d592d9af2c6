using System.Text.Json;
using DistrictUnion.Application.Common;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Application.Reports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Evaluations;
using FluentValidation;

namespace DistrictUnion.Application.Evaluations;

/// <summary>One answer that changes.</summary>
/// <param name="Path"><c>facts.</c>, <c>notes.</c> and a fact's code, or <c>claims.</c>, <c>comments.</c>, <c>notApplicable.</c> and a leaf's.</param>
/// <param name="Value">The new answer; null or left out: none.</param>
/// <param name="Was">The answer that the caller knew; it tells, when somebody else saved in between, whether they touched the same answer.</param>
public sealed record AnswerChange(string Path, JsonElement? Value = null, JsonElement? Was = null) : IFieldChange;

/// <summary>Answers that change.</summary>
/// <param name="Changes">Answers.</param>
/// <param name="Confirm">Paths of inherited answers that still hold.</param>
/// <param name="OnBehalfReason">Why district staff enter it for the school; only they give it.</param>
public sealed record EvaluationPatch(List<AnswerChange>? Changes = null, List<string>? Confirm = null, string? OnBehalfReason = null);

/// <summary>
/// Saves single answers of a draft. What isn't named stays, so that two people fill in one form side by side; when the form
/// changed in between, the refusal tells which of the answers somebody else gave otherwise, and nothing is stored.
/// </summary>
public sealed record PatchEvaluation(RoundId Round, SchoolId School, EvaluationPatch Body, Precondition Precondition) : ICommand<Tagged<EvaluationView>>;

internal sealed class PatchEvaluationValidator : AbstractValidator<PatchEvaluation>
{
    public PatchEvaluationValidator()
    {
        RuleFor(c => c.Body.Changes).Must(c => c is null || c.Count <= FactContent.MaxEntries).WithErrorCode("list.tooLong");
        RuleFor(c => c.Body.Confirm).Must(c => c is null || c.Count <= FactContent.MaxEntries).WithErrorCode("list.tooLong");
        RuleForEach(c => c.Body.Changes).ChildRules(change =>
        {
            change.RuleFor(c => c.Path).Must(p => EvaluationFields.Parse(p) is not null).WithErrorCode("answer.unknown");
            change.RuleFor(c => c.Value).Must((c, value) => EvaluationFields.Parse(c.Path) is not { } field || EvaluationFields.Fits(field.Part, value)).WithErrorCode("answer.type");
        });
        RuleFor(c => c.Body.OnBehalfReason).OptionalReason();
    }
}

internal sealed class PatchEvaluationHandler(IUnionDb db, ITenantContext tenant, EvaluationFolder folder, EvaluationReader reader, EvaluationViews views)
    : IHandler<PatchEvaluation, Tagged<EvaluationView>>
{
    public async Task<Result<Tagged<EvaluationView>>> Handle(PatchEvaluation request, CancellationToken cancellationToken)
    {
        var (caller, body) = (tenant.RequireCaller(), request.Body);
        if (OnBehalf.Check(caller, body.OnBehalfReason) is { } behalf)
            return behalf;
        var form = await folder.OpenAsync(request.Round, request.School, cancellationToken);
        if (form.Evaluation is { } begun && OnBehalf.CheckDecision(caller, begun.OnBehalfReason) is { } schoolsOwn)
            return schoolsOwn;
        var stored = form.Evaluation is { } known ? Json.Read<EvaluationContent>(known.Content) : new EvaluationContent();
        var content = (body.Changes ?? []).Aggregate(stored, (next, change) =>
        {
            var (part, code) = EvaluationFields.Parse(change.Path)!.Value;
            return EvaluationFields.With(next, part, code, change.Value);
        });
        var read = await reader.ReadAsync(form.Round, content, cancellationToken);
        var problems = (read.Error as ValidationError)?.Fields ?? [];
        if (!read.IsSuccess && problems.Count == 0)
            return read.As<Tagged<EvaluationView>>();

        // What was wrong before can't keep the rest from being saved; handing in asks for it.
        var touched = (body.Changes ?? []).Select(c => c.Path).ToHashSet(StringComparer.Ordinal);
        if (problems.Where(p => touched.Any(t => IsWithin(p.Path, t))).ToList() is { Count: > 0 } refused)
            return new ValidationError(refused);
        if (request.Precondition.Against(form.Evaluation) is { } precondition)
            return precondition is PreconditionFailedError failed ? failed with { Conflicts = ConflictsOf(stored, body) } : precondition;
        if (form.RefuseChange(caller) is { } closed)
            return closed;

        var evaluation = form.Evaluation;
        var text = Json.Write(content with { OnBehalfReason = null });
        if (evaluation is null)
        {
            evaluation = SelfEvaluation.Start(caller.DistrictId, request.Round, request.School, text, body.OnBehalfReason);
            db.SelfEvaluations.Add(evaluation);
        }
        else
        {
            evaluation.Write(text, body.OnBehalfReason);
            evaluation.Trace(AnswerOrigins.After(evaluation.Origins, content, body.Confirm));
        }

        await db.SaveChangesAsync(cancellationToken);
        List<ContentWarning> warnings =
        [
            .. problems.Select(p => new ContentWarning(p.Path, p.Code, p.Arguments)),
            .. read.IsSuccess ? read.Value.Warnings : [],
        ];
        return views.Of(form.Round, evaluation, form.DueAt, form.ClosesAt, warnings, form.Evaluation is null);
    }

    private static bool IsWithin(string path, string field) =>
        path == field || (path.StartsWith(field, StringComparison.Ordinal) && path[field.Length] is '.' or '[');

    private static IReadOnlyList<AnswerConflict> ConflictsOf(EvaluationContent stored, EvaluationPatch body) => FieldConflicts.Of(
        body.Changes ?? [],
        path => EvaluationFields.Parse(path) is var (part, code) ? EvaluationFields.Read(stored, part, code) : null,
        (path, value) => EvaluationFields.Given(EvaluationFields.Parse(path)!.Value.Part, value));
}
