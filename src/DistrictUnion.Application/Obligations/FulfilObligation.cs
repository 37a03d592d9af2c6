using DistrictUnion.Application.Common;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Obligations;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Obligations;

/// <summary>How an obligation is handed in.</summary>
/// <param name="On">Day on which it was done; null: today. Handed in by the unit itself, it is in time by its receipt, not by this day.</param>
/// <param name="Note">What was done.</param>
/// <param name="Files">Identifiers of files of the unit's evidence ledger.</param>
public sealed record FulfilmentInput(DateOnly? On = null, string? Note = null, IReadOnlyList<Guid>? Files = null);

/// <summary>Hands an obligation in. Who acts on a unit's behalf says why; what evidence fulfils by itself isn't handed in.</summary>
public sealed record FulfilObligation(ObligationId Obligation, FulfilmentInput Body, Precondition Precondition) : ICommand<Tagged<ObligationView>>;

internal sealed class FulfilObligationValidator : AbstractValidator<FulfilObligation>
{
    private const int MostFiles = 50;

    public FulfilObligationValidator()
    {
        RuleFor(c => c.Body.Note).OptionalReason();
        RuleFor(c => c.Body.Files).Must(f => f is null || (f.Count <= MostFiles && f.Distinct().Count() == f.Count)).WithErrorCode("list.tooLong");
    }
}

internal sealed class FulfilObligationHandler(IUnionDb db, ITenantContext tenant, ObligationDesk desk, ObligationViews views, ReceiptClock clock) : IHandler<FulfilObligation, Tagged<ObligationView>>
{
    public async Task<Result<Tagged<ObligationView>>> Handle(FulfilObligation request, CancellationToken cancellationToken)
    {
        var (obligation, body, now) = (await db.Obligations.SingleAsync(o => o.Id == request.Obligation, cancellationToken), request.Body, await clock.NowAsync(cancellationToken));
        var today = BusinessTime.DateOf(now);
        if (desk.RefuseFulfilment(obligation) is { } notTheirs)
            return notTheirs;
        var needsProof = await db.ObligationTemplates.Where(t => t.Id == obligation.TemplateId).Select(t => t.Definition).SingleAsync(cancellationToken) is { NeedsProof: true };
        if (body.On > today)
            return ValidationError.Of("on", "date.future");
        if (body.On < obligation.PeriodFrom)
            return ValidationError.Of("on", "obligation.beforePeriod", ("from", obligation.PeriodFrom));
        if (body.Note is null && (!desk.IsOwn(obligation) || (needsProof && body.Files is not { Count: > 0 })))
            return ValidationError.Of("note", desk.IsOwn(obligation) ? "obligation.proofNeeded" : "obligation.onBehalf");
        var files = await FilesAsync(obligation, body.Files ?? [], cancellationToken);
        if (!files.IsSuccess)
            return files.As<Tagged<ObligationView>>();
        if (request.Precondition.Against(obligation) is { } precondition)
            return precondition;
        if (obligation.Evidence == EvidenceKind.EvaluationSubmitted)
            return new ConflictError("obligation.bySubmission", Words.Camel(obligation.StateOn(today)), []);
        if (obligation.Evidence == EvidenceKind.CareVisited)
            return new ConflictError("obligation.byCareRecord", Words.Camel(obligation.StateOn(today)), []);

        // What a unit says of its own past day is kept, but whether it was in time is told by the receipt; who acts on its behalf answers for the day.
        var proof = new ObligationProof(body.On ?? today, tenant.RequireCaller().UserName, null, body.Note, files.Value) { IsLate = desk.IsOwn(obligation) ? today > obligation.DueOn : null };
        if (obligation.Fulfil(proof, now, today) is { } refusal)
            return refusal;
        await db.SaveChangesAsync(cancellationToken);
        return await views.OfAsync(obligation.Id, cancellationToken);
    }

    private async Task<Result<IReadOnlyList<ObligationFile>>> FilesAsync(Obligation obligation, IReadOnlyList<Guid> wanted, CancellationToken cancellationToken)
    {
        if (wanted.Count == 0)
            return Array.Empty<ObligationFile>();
        var ids = wanted.Select(w => new EvidenceId(w)).ToList();
        var found = await db.Evidence.AsNoTracking().Where(e => e.SchoolId == obligation.SchoolId && ids.Contains(e.Id) && e.ReplacedAt == null && e.RemovedAt == null)
            .Join(db.Rounds, e => e.RoundId, r => r.Id, (e, r) => new { e.Id, e.Name, r.Code }).ToDictionaryAsync(e => e.Id, cancellationToken);
        for (var i = 0; i < ids.Count; i++)
        {
            if (!found.ContainsKey(ids[i]))
                return ValidationError.Of($"files[{i}]", "obligation.fileUnknown");
        }

        return ids.ConvertAll(id => new ObligationFile(found[id].Code, id.Value, found[id].Name));
    }
}
