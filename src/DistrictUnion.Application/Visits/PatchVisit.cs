using System.Text.Json;
using DistrictUnion.Application.Common;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Application.Reports;
using DistrictUnion.Application.Schemes;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Visits;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Visits;

/// <summary>One field that changes.</summary>
/// <param name="Path"><c>findings.</c>, <c>scores.</c> or <c>checked.</c> and a leaf's code, or <c>note</c>, <c>arrivedAt</c>, <c>leftAt</c>.</param>
/// <param name="Value">The new value; null or left out: none.</param>
/// <param name="Was">The value that the caller knew; it tells, when somebody else saved in between, whether they touched the same field.</param>
/// <param name="RecordedAt">When it was written by the device's own clock.</param>
public sealed record VisitChange(string Path, JsonElement? Value = null, JsonElement? Was = null, DateTimeOffset? RecordedAt = null) : IFieldChange;

/// <summary>Fields that change.</summary>
/// <param name="Changes">Fields.</param>
public sealed record VisitPatch(IReadOnlyList<VisitChange> Changes);

/// <summary>
/// Saves single fields of an inspection. What isn't named stays, so that several inspectors write side by side and a phone sends a
/// day's work at once; when the visit changed in between, the refusal tells both values of each contested field, and nothing is stored.
/// </summary>
public sealed record PatchVisit(RoundId Round, SchoolId School, VisitId Visit, VisitPatch Body, Precondition Precondition) : ICommand<Tagged<VisitView>>;

internal sealed class PatchVisitValidator : AbstractValidator<PatchVisit>
{
    public PatchVisitValidator()
    {
        RuleFor(c => c.Body.Changes).Must(c => c is not null && c.Count <= FactContent.MaxEntries).WithErrorCode("list.tooLong");
        RuleForEach(c => c.Body.Changes).ChildRules(change =>
        {
            change.RuleFor(c => c.Path).Must(p => VisitFields.LeafOf(p) is not null).WithErrorCode("answer.unknown");
            change.RuleFor(c => c.Value).Must((c, value) => VisitFields.LeafOf(c.Path) is null || VisitFields.Fits(c.Path, value)).WithErrorCode("answer.type");
        });
    }
}

internal sealed class PatchVisitHandler(IUnionDb db, ITenantContext tenant, SchemeCatalogue schemes, VisitDesk desk, VisitViews views, ReceiptClock clock)
    : IHandler<PatchVisit, Tagged<VisitView>>
{
    public async Task<Result<Tagged<VisitView>>> Handle(PatchVisit request, CancellationToken cancellationToken)
    {
        var visit = await db.Visits.SingleAsync(v => v.Id == request.Visit, cancellationToken);
        if (await desk.RefuseWriterAsync(visit, cancellationToken) is { } notTheirs)
            return notTheirs;
        var round = await db.Rounds.AsNoTracking().SingleAsync(r => r.Id == request.Round, cancellationToken);
        var scheme = await schemes.GetAsync(round.SchemeVersionId!.Value, cancellationToken);
        if (request.Body.Changes.Select(c => VisitFields.Check(visit, scheme, c.Path, c.Value)).OfType<FieldError>().ToList() is { Count: > 0 } problems)
            return new ValidationError(problems);
        if (request.Precondition.Against(visit) is { } precondition)
            return precondition is PreconditionFailedError failed ? failed with { Conflicts = FieldConflicts.Of(request.Body.Changes, path => ValueOf(visit, path), (_, value) => VisitFields.Given(value)) } : precondition;
        if (round.RefuseUnlessOpen() is { } closed)
            return closed;
        if (!visit.IsOpen)
            return visit.Refusal("visit.notOpen");
        var (actor, now) = (tenant.RequireCaller().UserName, await clock.NowAsync(cancellationToken));
        foreach (var change in request.Body.Changes.Where(c => !FieldConflicts.AreSame(VisitFields.Given(ValueOf(visit, c.Path)), VisitFields.Given(c.Value))))
            visit.Write(change.Path, VisitFields.Given(change.Value) is { } value ? new VisitAnswer(value.Clone(), actor, now, change.RecordedAt?.ToUniversalTime()) : null);
        await db.SaveChangesAsync(cancellationToken);
        return await views.OfAsync(visit, false, cancellationToken);
    }

    private static JsonElement? ValueOf(Visit visit, string path) => visit.Answers.GetValueOrDefault(path)?.Value;
}
