using DistrictUnion.Application.Common;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Application.Reviews;
using DistrictUnion.Domain.Accounts;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Scoring;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Visits;

/// <summary>Why the observed scores are adopted although the chair didn't confirm.</summary>
/// <param name="Reason">Why; only where the chair's confirmation is missing.</param>
public sealed record AdoptInput(string? Reason = null);

/// <summary>Makes the observed scores the review of the caller's level, as if they had been typed there: with a reason, and the scorecard follows.</summary>
public sealed record AdoptVisit(RoundId Round, SchoolId School, VisitId Visit, AdoptInput Body, Precondition Precondition) : ICommand<Tagged<VisitView>>;

internal sealed class AdoptVisitValidator : AbstractValidator<AdoptVisit>
{
    public AdoptVisitValidator() => RuleFor(c => c.Body.Reason).OptionalReason();
}

internal sealed class AdoptVisitHandler(
    IUnionDb db, ITenantContext tenant, VisitDesk desk, VisitViews views, IHandler<ReviewSchool, Tagged<ReviewView>> reviews, IMessages messages, ReceiptClock clock)
    : IHandler<AdoptVisit, Tagged<VisitView>>
{
    private const int MostReason = 900;

    public async Task<Result<Tagged<VisitView>>> Handle(AdoptVisit request, CancellationToken cancellationToken)
    {
        var visit = await db.Visits.SingleAsync(v => v.Id == request.Visit, cancellationToken);
        if (await desk.RefuseWriterAsync(visit, cancellationToken) is { } notTheirs)
            return notTheirs;
        if (request.Precondition.Against(visit) is { } precondition)
            return precondition;
        var scores = VisitFields.ScoresOf(visit.Answers).ToList();
        if (scores.Count == 0)
            return visit.Refusal("visit.noScores");
        var caller = tenant.RequireCaller();
        if (visit.Adopt(caller.UserName, await clock.NowAsync(cancellationToken), request.Body.Reason) is { } refusal)
            return refusal;
        var input = new Reviews.ReviewInput(
            caller.Role == Role.ZoneLead ? ReviewLevel.Zone : ReviewLevel.District,
            [.. scores.Select(s => new LeafScoreInput(s.Leaf, s.Score, ReasonOf(s.Finding, visit.PlannedOn)))]);
        var review = await reviews.Handle(new ReviewSchool(request.Round, request.School, input, Precondition.Any), cancellationToken);
        if (!review.IsSuccess)
            return review.As<Tagged<VisitView>>();
        await db.SaveChangesAsync(cancellationToken);
        return await views.OfAsync(visit, false, cancellationToken);
    }

    private string ReasonOf(string? finding, DateOnly day) =>
        messages.Of("visit.adoptReason", ("day", day), ("finding", Shortened(finding ?? "")));

    /// <summary>The text up to what a reason takes, never within a character: rare ones are two code units long.</summary>
    private static string Shortened(string text) =>
        text.Length <= MostReason ? text : text[..(char.IsHighSurrogate(text[MostReason - 1]) ? MostReason - 1 : MostReason)];
}
