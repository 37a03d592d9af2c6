using DistrictUnion.Application.Common;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Domain.Common;
using FluentValidation;

namespace DistrictUnion.Application.Congresses;

/// <summary>Calls something made public off, with a reason: it counts nowhere any more, and stays to be seen.</summary>
public sealed record CancelDisclosure(DisclosureId Disclosure, string Reason, Precondition Precondition) : ICommand<Tagged<DisclosureView>>;

internal sealed class CancelDisclosureValidator : AbstractValidator<CancelDisclosure>
{
    public CancelDisclosureValidator() => RuleFor(c => c.Reason).Reason();
}

internal sealed class CancelDisclosureHandler(DisclosureDesk desk) : IHandler<CancelDisclosure, Tagged<DisclosureView>>
{
    public Task<Result<Tagged<DisclosureView>>> Handle(CancelDisclosure request, CancellationToken cancellationToken) =>
        desk.StepAsync(request.Disclosure, request.Precondition, d => d.Cancel(request.Reason), false, cancellationToken);
}
