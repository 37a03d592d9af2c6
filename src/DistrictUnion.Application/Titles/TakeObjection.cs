using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Titles;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Titles;

/// <summary>What somebody says against a unit.</summary>
/// <param name="Application">Code of the application, from the notice.</param>
/// <param name="Text">What is said, at most 2,000 characters. Who says it isn't asked.</param>
public sealed record ObjectionInput(string Application, string Text);

/// <summary>What who objects takes home.</summary>
/// <param name="Receipt">By which they can read what was found; shown once.</param>
/// <param name="State">Open, or complaint when it came after the last day.</param>
public sealed record ObjectionReceipt(string Receipt, ObjectionState State);

/// <summary>Takes an objection by anybody. No audit entry is written: who objects is protected.</summary>
public sealed record TakeObjection(string Address, ObjectionInput Body) : ICommand<ObjectionReceipt>, IOwnTransactions;

internal sealed class TakeObjectionValidator : AbstractValidator<TakeObjection>
{
    private const int MostText = 2000;

    public TakeObjectionValidator() =>
        RuleFor(c => c.Body.Text).Must(t => !string.IsNullOrWhiteSpace(t)).WithErrorCode("objection.empty").Must(t => t is null || t.Length <= MostText).WithErrorCode("text.tooLong");
}

internal sealed class TakeObjectionHandler(PublicAccess access, IUnitOfWork unitOfWork, IUnionDb db, TimeProvider clock) : IHandler<TakeObjection, ObjectionReceipt>
{
    private const string Anybody = "public";

    public async Task<Result<ObjectionReceipt>> Handle(TakeObjection request, CancellationToken cancellationToken)
    {
        return PublicAccess.NoticeOf(request.Address) is { } id && await access.EnterByNoticeAsync(id, cancellationToken) is not null
            ? await unitOfWork.WriteUnauditedAsync(() => PutAsync(id, request.Body, cancellationToken), cancellationToken)
            : new PublicPageUnknown();
    }

    private async Task<Result<ObjectionReceipt>> PutAsync(PublicityNoticeId id, ObjectionInput body, CancellationToken cancellationToken)
    {
        await db.PublicityNotices.Where(n => n.Id == id).ExecuteUpdateAsync(n => n.SetProperty(x => x.ObjectionsTaken, x => x.ObjectionsTaken + 1), cancellationToken);
        var (now, notice) = (clock.GetUtcNow(), await db.PublicityNotices.AsNoTracking().SingleAsync(n => n.Id == id, cancellationToken));
        if (notice.StartOn > BusinessTime.DateOf(now))
            return new PublicPageUnknown();
        if (notice.Units.All(u => u.Application != body.Application))
            return ValidationError.Of("application", "objection.unit");
        if (notice.CancelledFor is not null)
            return new ConflictError("objection.cancelled", "cancelled", []);
        var application = await db.TitleApplications.SingleAsync(a => a.CampaignId == notice.CampaignId && a.Code == body.Application, cancellationToken);
        var inTime = notice.TakesObjectionsOn(BusinessTime.DateOf(now)) && application.Take(ApplicationStep.TakeObjection, Anybody, now) is null;
        var receipt = PublicAccess.NewReceipt();
        db.Objections.Add(Objection.Take(notice, body.Application, body.Text, PublicAccess.Hash(receipt), now, inTime));
        await db.SaveChangesAsync(cancellationToken);
        return new ObjectionReceipt(receipt, inTime ? ObjectionState.Open : ObjectionState.Complaint);
    }
}
