using DistrictUnion.Application.Common;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using FluentValidation;

namespace DistrictUnion.Application.Congresses;

/// <summary>What is decided about a congress.</summary>
public enum CongressDecision
{
    /// <summary>The minutes are confirmed and locked.</summary>
    Confirm,

    /// <summary>Confirmed minutes are opened again; needs a reason.</summary>
    Reopen,

    /// <summary>It wasn't held after all; needs a reason.</summary>
    Unhold,

    /// <summary>It is called off; needs a reason.</summary>
    Cancel,

    /// <summary>It is planned after all.</summary>
    Restore,
}

/// <summary>Decides about a congress.</summary>
public sealed record DecideCongress(CongressId Congress, CongressDecision Decision, string? Reason, Precondition Precondition) : ICommand<Tagged<CongressView>>;

internal sealed class DecideCongressValidator : AbstractValidator<DecideCongress>
{
    public DecideCongressValidator() => RuleFor(c => c.Reason!).Reason().When(c => c.Decision is CongressDecision.Reopen or CongressDecision.Unhold or CongressDecision.Cancel);
}

internal sealed class DecideCongressHandler(ITenantContext tenant, CongressDesk desk, ReceiptClock clock) : IHandler<DecideCongress, Tagged<CongressView>>
{
    public async Task<Result<Tagged<CongressView>>> Handle(DecideCongress request, CancellationToken cancellationToken)
    {
        var (actor, now) = (tenant.RequireCaller().UserName, await clock.NowAsync(cancellationToken));
        return await desk.StepAsync(
            request.Congress,
            request.Precondition,
            congress => request.Decision switch
            {
                CongressDecision.Confirm => congress.Confirm(actor, now),
                CongressDecision.Reopen => congress.Reopen(request.Reason!, actor, now),
                CongressDecision.Unhold => congress.Unhold(request.Reason!, actor, now),
                CongressDecision.Cancel => congress.Cancel(request.Reason!, actor, now),
                _ => congress.Restore(actor, now),
            },
            cancellationToken);
    }
}
