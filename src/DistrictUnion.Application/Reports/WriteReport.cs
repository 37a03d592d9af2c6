using DistrictUnion.Application.Common;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Application.Results;
using DistrictUnion.Application.Rounds;
using DistrictUnion.Application.Schemes;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Reports;
using DistrictUnion.Domain.Rounds;
using DistrictUnion.Domain.Schemes;
using DistrictUnion.Domain.Scoring;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Reports;

/// <summary>Saves what a branch typed; nothing counts before it is submitted.</summary>
public sealed record WriteReport(RoundId Round, SchoolId School, BranchId Branch, ReportContent Body, Precondition Precondition)
    : ICommand<Tagged<ReportView>>;

internal sealed class WriteReportValidator : AbstractValidator<WriteReport>
{
    public WriteReportValidator()
    {
        RuleFor(c => c.Body.Facts).Must(f => f is null || f.Count <= FactContent.MaxEntries).WithErrorCode("list.tooLong");
        RuleFor(c => c.Body.Events).Must(e => e is null || e.Count <= FactContent.MaxEntries).WithErrorCode("list.tooLong");
        RuleForEach(c => c.Body.Events).ChildRules(e => e.RuleFor(x => x.Code).BusinessCode());
        RuleFor(c => c.Body.OnBehalfReason).OptionalReason();
    }
}

internal sealed class WriteReportHandler(IUnionDb db, ITenantContext tenant, RoundGate gate, ReportReader reader, ScorecardRollup rollup)
    : IHandler<WriteReport, Tagged<ReportView>>
{
    public async Task<Result<Tagged<ReportView>>> Handle(WriteReport request, CancellationToken cancellationToken)
    {
        if (OnBehalf.Check(tenant.RequireCaller(), request.Body.OnBehalfReason) is { } behalf)
            return behalf;
        await using var work = await rollup.BeginReportAcrossSchoolsAsync(request.Round, request.Branch, cancellationToken);
        var round = await db.Rounds.SingleAsync(r => r.Id == request.Round, cancellationToken);
        var read = await reader.ReadAcrossSchoolsAsync(round, request.Branch, request.Body, cancellationToken);
        if (!read.IsSuccess)
            return read.As<Tagged<ReportView>>();
        var report = await db.BranchReports.SingleOrDefaultAsync(r => r.RoundId == request.Round && r.BranchId == request.Branch, cancellationToken);
        if (request.Precondition.Against(report) is { } precondition)
            return precondition;
        if (await gate.RefuseAsync(round, request.School, cancellationToken) is { } closed)
            return closed;

        var content = Json.Write(request.Body with { OnBehalfReason = null });
        var created = report is null;
        if (report is null)
        {
            report = BranchReport.Start(tenant.RequireCaller().DistrictId, request.Round, request.Branch, content, request.Body.OnBehalfReason);
            db.BranchReports.Add(report);
        }
        else if (report.Write(content, request.Body.OnBehalfReason) is { } refusal)
        {
            return refusal;
        }

        await db.SaveChangesAsync(cancellationToken);
        return ReportViews.Of(report, read.Value.Warnings, created);
    }
}

/// <summary>What a report says, checked against its round.</summary>
internal sealed record CheckedReport(IReadOnlyList<CheckedFact> Facts, IReadOnlyList<CheckedEvent> Events, IReadOnlyList<ContentWarning> Warnings);

/// <summary>Checks reports against the scheme and window of their round.</summary>
internal sealed class ReportReader(IUnionDb db, SchemeCatalogue schemes)
{
    /// <summary>Reads a report; a round that pins no scheme yet refuses with its state.</summary>
    public async Task<Result<CheckedReport>> ReadAcrossSchoolsAsync(
        AssessmentRound round, BranchId branchId, ReportContent content, CancellationToken cancellationToken)
    {
        if (round.SchemeVersionId is not { } version)
            return round.Refusal("round.notOpen");
        var scheme = await schemes.GetAsync(version, cancellationToken);
        var branch = await db.Branches.AsNoTracking().Include(b => b.Affiliations).SingleAsync(b => b.Id == branchId, cancellationToken);
        if (branch.SchoolsWithin(round.WindowFrom, round.WindowTo).Count == 0)
            return new ConflictError("branch.notInWindow", "notInWindow", []);

        var facts = FactContent.Read(scheme, l => l == FactLevel.Branch, content.Facts, content.Notes);
        List<FieldError> errors = [.. facts.Errors];
        List<CheckedEvent> events = [];
        HashSet<(string, string)> seen = [];
        for (var i = 0; i < (content.Events?.Count ?? 0); i++)
        {
            var e = content.Events![i];
            if (EventRules.Check(scheme, round, FactLevel.Branch, e.Fact, e.Date, e.Value, $"events[{i}].", branch.SchoolOn(e.Date) is not null) is { } wrong)
                errors.Add(wrong);
            else if (!seen.Add((e.Code, e.Fact)))
                errors.Add(FieldError.Of($"events[{i}].code", "event.twice", ("code", e.Code)));
            else
                events.Add(new CheckedEvent(e.Code, e.Fact, e.Date, e.Value, e.Note));
        }

        return errors.Count > 0 ? new ValidationError(errors) : new CheckedReport(facts.Facts, events, facts.Warnings);
    }
}

/// <summary>What a dated event must satisfy.</summary>
internal static class EventRules
{
    public static FieldError? Check(
        CompiledScheme scheme, AssessmentRound round, FactLevel level, string fact, DateOnly date, decimal value, string path, bool belonged)
    {
        if (scheme.FactOf(fact) is not { } definition)
            return FieldError.Of($"{path}fact", "fact.unknown", ("fact", fact));
        if (definition.Level != level)
            return FieldError.Of($"{path}fact", "fact.otherLevel", ("fact", definition.Name), ("level", Words.Camel(definition.Level)));
        if (definition.Type is not (FactType.Integer or FactType.Decimal) || definition.Rollup is not (null or FactRollup.Sum))
            return FieldError.Of($"{path}fact", "event.factNotSummed", ("fact", definition.Name));
        if (date < round.WindowFrom || date > round.WindowTo)
            return FieldError.Of($"{path}date", "event.outsideWindow", ("date", date), ("from", round.WindowFrom), ("to", round.WindowTo));
        if (!belonged)
            return FieldError.Of($"{path}date", "event.noSchoolThatDay", ("date", date));
        if (value < 0 || (definition.Type == FactType.Integer && value != decimal.Truncate(value)))
            return FieldError.Of($"{path}value", "fact.integer", ("fact", definition.Name));
        return null;
    }
}
