using DistrictUnion.Application.Jobs;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Results;

/// <summary>Starts a full roll-up of an open round. It proves; nothing has to wait for it.</summary>
public sealed record StartRollup(RoundId Round) : ICommand<JobView>;

internal sealed class StartRollupValidator : AbstractValidator<StartRollup>
{
    public StartRollupValidator() => RuleFor(c => c.Round).NotEmpty().WithErrorCode("round.unknown");
}

internal sealed class StartRollupHandler(IUnionDb db, JobQueue jobs, ITransactionControl transaction, IJobEngine engine) : IHandler<StartRollup, JobView>
{
    public async Task<Result<JobView>> Handle(StartRollup request, CancellationToken cancellationToken)
    {
        var round = await db.Rounds.AsNoTracking().SingleAsync(r => r.Id == request.Round, cancellationToken);
        if (round.RefuseUnlessOpen() is { } refusal)
            return refusal;
        var job = await jobs.QueueAsync(
            FullRollupJob.Name, new RollupPayload(round.Id.Value), $"{FullRollupJob.Name}:{round.Id.Value:N}:{Guid.NewGuid():N}", cancellationToken);
        transaction.AfterCommit(ct => engine.EnqueueAsync(job.DistrictId, job.Id, ct));
        return JobView.Of(job);
    }
}
