using DistrictUnion.Application.Common;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using FluentValidation;

namespace DistrictUnion.Application.Congresses;

/// <summary>Who came.</summary>
/// <param name="HeldOn">Day, not in the future.</param>
/// <param name="Delegates">People entitled to take part.</param>
/// <param name="Present">Those of them who were present.</param>
public sealed record AttendanceInput(DateOnly HeldOn, int Delegates, int Present);

/// <summary>Records that a congress was held. With fewer than two thirds present it isn't valid and may be held again.</summary>
public sealed record HoldCongress(CongressId Congress, AttendanceInput Body, Precondition Precondition) : ICommand<Tagged<CongressView>>;

internal sealed class HoldCongressValidator : AbstractValidator<HoldCongress>
{
    public HoldCongressValidator(TimeProvider clock)
    {
        RuleFor(c => c.Body.HeldOn).Must(d => d <= clock.Today()).WithErrorCode("date.future");
        RuleFor(c => c.Body.HeldOn).Must(d => d.Year >= 2000).WithErrorCode("calendar.yearRange");
        RuleFor(c => c.Body.Delegates).InclusiveBetween(1, CongressPeople.Most).WithErrorCode("congress.people");
        RuleFor(c => c.Body.Present).Must((c, present) => present >= 0 && present <= c.Body.Delegates).WithErrorCode("congress.present");
    }
}

internal sealed class HoldCongressHandler(ITenantContext tenant, CongressDesk desk, ReceiptClock clock) : IHandler<HoldCongress, Tagged<CongressView>>
{
    public async Task<Result<Tagged<CongressView>>> Handle(HoldCongress request, CancellationToken cancellationToken)
    {
        var (body, now) = (request.Body, await clock.NowAsync(cancellationToken));
        return await desk.StepAsync(
            request.Congress, request.Precondition, congress => congress.Hold(body.HeldOn, body.Delegates, body.Present, tenant.RequireCaller().UserName, now), cancellationToken);
    }
}
