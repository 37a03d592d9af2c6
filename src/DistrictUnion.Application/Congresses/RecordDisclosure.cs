using DistrictUnion.Application.Common;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Domain.Common;
using FluentValidation;

namespace DistrictUnion.Application.Congresses;

/// <summary>Records something that the caller's school made public.</summary>
public sealed record RecordDisclosure(DisclosureInput Body) : ICommand<Tagged<DisclosureView>>;

internal sealed class RecordDisclosureValidator : AbstractValidator<RecordDisclosure>
{
    public RecordDisclosureValidator(TimeProvider clock) => RuleFor(c => c.Body).SetValidator(new DisclosureInputValidator(clock));
}

internal sealed class RecordDisclosureHandler(DisclosureDesk desk, ReceiptClock clock) : IHandler<RecordDisclosure, Tagged<DisclosureView>>
{
    public async Task<Result<Tagged<DisclosureView>>> Handle(RecordDisclosure request, CancellationToken cancellationToken) =>
        await desk.RecordAsync(request.Body, await clock.NowAsync(cancellationToken), cancellationToken);
}
