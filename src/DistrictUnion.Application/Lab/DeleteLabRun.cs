using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Lab;

/// <summary>Deletes a trial with its rows.</summary>
public sealed record DeleteLabRun(LabRunId Run, Precondition Precondition) : ICommand<Nothing>;

internal sealed class DeleteLabRunValidator : AbstractValidator<DeleteLabRun>;

internal sealed class DeleteLabRunHandler(IUnionDb db) : IHandler<DeleteLabRun, Nothing>
{
    public async Task<Result<Nothing>> Handle(DeleteLabRun request, CancellationToken cancellationToken)
    {
        var run = await db.LabRuns.SingleAsync(r => r.Id == request.Run, cancellationToken);
        if (request.Precondition.Against(run) is { } precondition)
            return precondition;
        db.LabRuns.Remove(run);
        return default(Nothing);
    }
}
