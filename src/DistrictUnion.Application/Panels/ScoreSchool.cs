using DistrictUnion.Application.Common;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Application.Schemes;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Panels;
using FluentValidation;

namespace DistrictUnion.Application.Panels;

/// <summary>A judge's score.</summary>
/// <param name="Score">Score.</param>
/// <param name="Comment">A note for the district; the school never sees it.</param>
public sealed record ScoreInput(decimal Score, string? Comment = null);

/// <summary>Where a judge is with a school.</summary>
/// <param name="Score">Score.</param>
/// <param name="Comment">Note.</param>
/// <param name="State">State.</param>
public sealed record SeatStateView(decimal? Score, string? Comment, SeatState State)
{
    internal static Tagged<SeatStateView> Of(PanelSeat seat) => new(new SeatStateView(seat.Score, seat.Comment, seat.State), seat.Version);
}

/// <summary>Scores a school, or changes the score before it is handed in. Each change is kept.</summary>
public sealed record ScoreSchool(RoundId Round, PanelId Panel, SchoolId School, ScoreInput Body, Precondition Precondition) : ICommand<Tagged<SeatStateView>>;

internal sealed class ScoreSchoolValidator : AbstractValidator<ScoreSchool>
{
    public ScoreSchoolValidator() => RuleFor(c => c.Body.Comment).OptionalReason();
}

internal sealed class ScoreSchoolHandler(IUnionDb db, OwnSeats seats, SchemeCatalogue schemes, TimeProvider clock) : IHandler<ScoreSchool, Tagged<SeatStateView>>
{
    public async Task<Result<Tagged<SeatStateView>>> Handle(ScoreSchool request, CancellationToken cancellationToken)
    {
        await using var own = await seats.FindAsync(request.Round, request.Panel, request.School, cancellationToken);
        if (own is null)
            return new NotFoundError();
        var (fact, rule) = (await schemes.GetAsync(own.Scheme, cancellationToken)).PanelOf(own.Panel.Fact);
        if (fact is not null && Check(request.Body.Score, ScoreScale.Of(fact, rule!)) is { } wrong)
            return wrong;
        if ((request.Precondition.Against(own.Seat.Version) ?? own.Refusal) is { } refusal)
            return refusal;
        var given = own.Seat.Give(request.Body.Score, request.Body.Comment, clock.GetUtcNow());
        if (!given.IsSuccess)
            return given.As<Tagged<SeatStateView>>();
        if (given.Value is { } change)
            db.PanelScoreChanges.Add(change);
        await db.SaveChangesAsync(cancellationToken);
        return SeatStateView.Of(own.Seat);
    }

    private static ValidationError? Check(decimal score, ScoreScale scale) =>
        score < scale.Min || score > scale.Max ? ValidationError.Of("score", "panel.scoreRange", ("min", scale.Min), ("max", scale.Max))
        : decimal.Round(score, 2) != score ? ValidationError.Of("score", "points.twoDecimals")
        : null;
}
