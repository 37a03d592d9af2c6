using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Jobs;

/// <summary>Gives a job that was given up or cancelled another chance.</summary>
public sealed record RetryJob(JobId Job) : ICommand<JobView>;

internal sealed class RetryJobValidator : AbstractValidator<RetryJob>
{
    public RetryJobValidator() => RuleFor(c => c.Job).NotEmpty().WithErrorCode("job.unknown");
}

internal sealed class RetryJobHandler(IUnionDb db, ITransactionControl transaction, IJobEngine engine, TimeProvider clock) : IHandler<RetryJob, JobView>
{
    public async Task<Result<JobView>> Handle(RetryJob request, CancellationToken cancellationToken)
    {
        var job = await db.Jobs.SingleAsync(j => j.Id == request.Job, cancellationToken);
        if (job.Retry(clock.GetUtcNow()) is { } refusal)
            return refusal;
        transaction.AfterCommit(cancel => engine.EnqueueAsync(job.DistrictId, job.Id, cancel));
        return JobView.Of(job);
    }
}
