using DistrictUnion.Application.Pipeline;
using DistrictUnion.Domain.Common;
using FluentValidation;

namespace DistrictUnion.Application.Congresses;

/// <summary>Tells anew what was made public.</summary>
public sealed record ChangeDisclosure(DisclosureId Disclosure, DisclosureInput Body, Precondition Precondition) : ICommand<Tagged<DisclosureView>>;

internal sealed class ChangeDisclosureValidator : AbstractValidator<ChangeDisclosure>
{
    public ChangeDisclosureValidator(TimeProvider clock) => RuleFor(c => c.Body).SetValidator(new DisclosureInputValidator(clock));
}

internal sealed class ChangeDisclosureHandler(DisclosureDesk desk) : IHandler<ChangeDisclosure, Tagged<DisclosureView>>
{
    public Task<Result<Tagged<DisclosureView>>> Handle(ChangeDisclosure request, CancellationToken cancellationToken) =>
        desk.StepAsync(request.Disclosure, request.Precondition, d => d.Change(request.Body.Account()), false, cancellationToken);
}
