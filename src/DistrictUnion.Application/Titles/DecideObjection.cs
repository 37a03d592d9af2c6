using DistrictUnion.Application.Common;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Titles;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Titles;

/// <summary>What was found.</summary>
/// <param name="IsUpheld">Whether the objection holds.</param>
/// <param name="Finding">What was found; who objects can read it.</param>
public sealed record FindingInput(bool IsUpheld, string Finding);

/// <summary>What a decision about an objection did.</summary>
/// <param name="State">State of the objection.</param>
/// <param name="Application">Where the application stands.</param>
/// <param name="Promoted">Codes of applications that got a free place; they are made public anew.</param>
public sealed record ObjectionDecided(ObjectionState State, ApplicationState Application, IReadOnlyList<string> Promoted);

/// <summary>Decides an objection: upheld, it disqualifies and the next in reserve gets the place; dismissed with no other open, the publicity goes on.</summary>
public sealed record DecideObjection(ObjectionId Objection, FindingInput Body, Precondition Precondition) : ICommand<ObjectionDecided>;

internal sealed class DecideObjectionValidator : AbstractValidator<DecideObjection>
{
    public DecideObjectionValidator() => RuleFor(c => c.Body.Finding).Reason();
}

internal sealed class DecideObjectionHandler(IUnionDb db, ITenantContext tenant, CampaignSelection selection, IMessages messages, TimeProvider clock) : IHandler<DecideObjection, ObjectionDecided>
{
    public async Task<Result<ObjectionDecided>> Handle(DecideObjection request, CancellationToken cancellationToken)
    {
        var objection = await db.Objections.SingleAsync(o => o.Id == request.Objection, cancellationToken);
        if (request.Precondition.Against(objection) is { } precondition)
            return precondition;
        var (actor, now) = (tenant.RequireCaller().UserName, clock.GetUtcNow());
        await db.PublicityNotices.Where(n => n.Id == objection.NoticeId).ExecuteUpdateAsync(n => n.SetProperty(x => x.ObjectionsTaken, x => x.ObjectionsTaken), cancellationToken);
        if (objection.Decide(request.Body.IsUpheld, request.Body.Finding, actor) is { } decided)
            return decided;
        var campaign = await db.TitleCampaigns.SingleAsync(c => db.PublicityNotices.Any(n => n.Id == objection.NoticeId && n.CampaignId == c.Id), cancellationToken);
        var application = await db.TitleApplications.SingleAsync(a => a.CampaignId == campaign.Id && a.Code == objection.Application, cancellationToken);
        IReadOnlyList<string> promoted = [];
        if (request.Body.IsUpheld && application.State == ApplicationState.Objected)
        {
            application.Take(ApplicationStep.UpholdObjection, actor, now, request.Body.Finding);
            promoted = await selection.FillPlacesAcrossSchoolsAsync(campaign, actor, now, messages.Of("application.placeFree"), cancellationToken);
        }
        else if (application.State == ApplicationState.Objected && !await OthersOpenAsync(objection, cancellationToken))
        {
            application.Take(ApplicationStep.DismissObjection, actor, now, request.Body.Finding);
        }

        await db.SaveChangesAsync(cancellationToken);
        return new ObjectionDecided(objection.State, application.State, promoted);
    }

    private Task<bool> OthersOpenAsync(Objection decided, CancellationToken cancellationToken) =>
        db.Objections.AnyAsync(o => o.NoticeId == decided.NoticeId && o.Application == decided.Application && o.Id != decided.Id && o.State == ObjectionState.Open, cancellationToken);
}
