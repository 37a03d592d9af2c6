using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Jobs;

/// <summary>Asks a job to stop.</summary>
public sealed record CancelJob(JobId Job) : ICommand<Nothing>;

internal sealed class CancelJobValidator : AbstractValidator<CancelJob>
{
    public CancelJobValidator() => RuleFor(c => c.Job).NotEmpty().WithErrorCode("job.unknown");
}

internal sealed class CancelJobHandler(IUnionDb db, TimeProvider clock) : IHandler<CancelJob, Nothing>
{
    public async Task<Result<Nothing>> Handle(CancelJob request, CancellationToken cancellationToken)
    {
        var job = await db.Jobs.SingleAsync(j => j.Id == request.Job, cancellationToken);
        return job.Cancel(clock.GetUtcNow()) is { } refusal ? refusal : default(Nothing);
    }
}
