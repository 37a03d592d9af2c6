using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using FluentValidation;

namespace DistrictUnion.Application.Panels;

/// <summary>Steps of a judge with a school.</summary>
public enum SheetStep
{
    /// <summary>Hand the score in.</summary>
    Submit,

    /// <summary>Take it back, to change it.</summary>
    Withdraw,
}

/// <summary>Hands the score of a school in, or takes it back while the panel is open.</summary>
public sealed record DecideSheet(RoundId Round, PanelId Panel, SchoolId School, SheetStep Step, Precondition Precondition) : ICommand<Tagged<SeatStateView>>;

internal sealed class DecideSheetValidator : AbstractValidator<DecideSheet>
{
    public DecideSheetValidator() => RuleFor(c => c.Panel).NotEmpty().WithErrorCode("panel.notScoring");
}

internal sealed class DecideSheetHandler(IUnionDb db, OwnSeats seats, TimeProvider clock) : IHandler<DecideSheet, Tagged<SeatStateView>>
{
    public async Task<Result<Tagged<SeatStateView>>> Handle(DecideSheet request, CancellationToken cancellationToken)
    {
        await using var own = await seats.FindAsync(request.Round, request.Panel, request.School, cancellationToken);
        if (own is null)
            return new NotFoundError();
        var refusal = request.Precondition.Against(own.Seat.Version) ?? own.Refusal
            ?? (request.Step == SheetStep.Submit ? own.Seat.HandIn(clock.GetUtcNow()) : own.Seat.TakeBack());
        if (refusal is not null)
            return refusal;
        await db.SaveChangesAsync(cancellationToken);
        return SeatStateView.Of(own.Seat);
    }
}
