using System.Security.Cryptography;
using System.Text;
using DistrictUnion.Application.Common;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Application.Reports;
using DistrictUnion.Application.Results;
using DistrictUnion.Application.Rounds;
using DistrictUnion.Domain.Common;
using FluentValidation;

namespace DistrictUnion.Application.Evaluations;

/// <summary>A workbook that somebody filled in.</summary>
/// <param name="Sheets">Its sheets.</param>
/// <param name="OnBehalfReason">Why district staff send it for the school; only they give it.</param>
public sealed record EvaluationFormFile(IReadOnlyList<Sheet> Sheets, string? OnBehalfReason = null);

/// <summary>
/// Fills the draft of a self-evaluation from a workbook: the product's own form, or, once its effect was looked at in a dry run
/// and is confirmed, anybody's table whose headings are known. It takes what saving the draft takes, and nothing when anything
/// is wrong.
/// </summary>
/// <param name="Round">Round.</param>
/// <param name="School">School.</param>
/// <param name="Body">Workbook.</param>
/// <param name="DryRun">Only tell what it comes to.</param>
/// <param name="Confirm">What the dry run answered; a free form needs it, and where it is given the effect must still be the same.</param>
public sealed record ImportEvaluationForm(RoundId Round, SchoolId School, EvaluationFormFile Body, bool DryRun, string? Confirm)
    : ICommand<EvaluationFormReport>;

internal sealed class ImportEvaluationFormValidator : AbstractValidator<ImportEvaluationForm>
{
    public ImportEvaluationFormValidator() => RuleFor(c => c.Body.OnBehalfReason).OptionalReason();
}

internal sealed class ImportEvaluationFormHandler(
    ITenantContext tenant,
    EvaluationForms forms,
    EvaluationReader reader,
    RoundGate gate,
    ScorecardRollup rollup,
    ITransactionControl transaction,
    IHandler<WriteEvaluation, Tagged<EvaluationView>> write,
    IMessages messages)
    : IHandler<ImportEvaluationForm, EvaluationFormReport>
{
    public async Task<Result<EvaluationFormReport>> Handle(ImportEvaluationForm request, CancellationToken cancellationToken)
    {
        if (OnBehalf.Check(tenant.RequireCaller(), request.Body.OnBehalfReason) is { } behalf)
            return behalf;
        await using var work = await rollup.BeginAcrossSchoolsAsync(request.Round, [request.School], cancellationToken);
        var found = await forms.FindAsync(request.Round, request.School, cancellationToken);
        if (!found.IsSuccess)
            return found.As<EvaluationFormReport>();
        var basis = found.Value;
        var filled = EvaluationFormReader.IsForm(request.Body.Sheets)
            ? EvaluationFormReader.Read(request.Body.Sheets, basis)
            : FreeFormReader.Read(request.Body.Sheets, basis.Scheme);
        if (!filled.IsSuccess)
            return filled.As<EvaluationFormReport>();
        if (await gate.RefuseAsync(basis.Round, request.School, cancellationToken) is { } closed)
            return closed;
        if (basis.Evaluation?.RefuseUnlessEditable() is { } notEditable)
            return notEditable;

        var draft = new EvaluationFormDraft(basis.Scheme, basis.Content, filled.Value, messages);
        var (problems, warnings) = await CheckAsync(basis, draft, cancellationToken);
        var report = ReportOf(basis, filled.Value, draft, problems, warnings);
        if (request.DryRun)
            return Untouched(report);
        if (problems.Count > 0)
            return new ValidationError(problems);
        if (Unconfirmed(request, report) is { } unconfirmed)
            return unconfirmed;

        // A form that comes back as it went out writes nothing, unless it makes the evaluation somebody else's entry.
        if (report.Changes.Count == 0 && (basis.Evaluation is null || basis.Evaluation.OnBehalfReason == request.Body.OnBehalfReason))
            return Untouched(report);
        var precondition = basis.Evaluation is { } known ? new Precondition(Precondition.TagOf(known.Version), null) : default;
        var written = await write.Handle(
            new WriteEvaluation(request.Round, request.School, draft.Content with { OnBehalfReason = request.Body.OnBehalfReason }, precondition), cancellationToken);
        return written.IsSuccess ? report with { Stored = true } : written.As<EvaluationFormReport>();
    }

    /// <summary>What saving the draft would refuse, by cell. Where a cell can't be read there is no draft to judge yet.</summary>
    private async Task<(IReadOnlyList<FieldError> Problems, IReadOnlyList<ContentWarning> Warnings)> CheckAsync(
        EvaluationFormBasis basis, EvaluationFormDraft draft, CancellationToken cancellationToken)
    {
        var read = await reader.ReadAsync(basis.Round, draft.Content, cancellationToken);
        var refused = read.Error is ValidationError refusal ? refusal.Fields.Select(f => f with { Path = draft.PlaceOf(f.Path) }) : [];
        var unreadable = draft.Problems.Select(p => p.Path).ToHashSet(StringComparer.Ordinal);
        return ([.. draft.Problems, .. refused.Where(f => !unreadable.Contains(f.Path))], read.IsSuccess ? read.Value.Warnings : []);
    }

    private static EvaluationFormReport ReportOf(
        EvaluationFormBasis basis, FilledForm filled, EvaluationFormDraft draft, IReadOnlyList<FieldError> problems, IReadOnlyList<ContentWarning> warnings)
    {
        var effect = Json.Write(new { basis.Identity, basis.Version, draft.Content, Unmatched = filled.Unmatched.Select(u => u.Cell).ToList() });
        return new EvaluationFormReport(
            filled.Source,
            false,
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(effect)))[..32],
            filled.ChangedSinceDownload,
            draft.Changes,
            filled.Unmatched,
            [.. problems.Select(p => new FormRow(p.Path, null, p.Code, p.Arguments))],
            [.. warnings.Select(w => new FormRow(draft.PlaceOf(w.Path), null, w.Code, w.Arguments))]);
    }

    private static Error? Unconfirmed(ImportEvaluationForm request, EvaluationFormReport report) => request.Confirm switch
    {
        null => report.Source == FormSource.FreeForm ? ValidationError.Of("confirm", "form.confirmRequired") : null,
        var given => given == report.Confirm ? null : new ConflictError("form.confirmStale", "changed", ["dryRun"]),
    };

    private EvaluationFormReport Untouched(EvaluationFormReport report)
    {
        transaction.Discard();
        return report;
    }
}
