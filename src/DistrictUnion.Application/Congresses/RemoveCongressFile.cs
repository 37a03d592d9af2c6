using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Congresses;

/// <summary>Takes a file of a congress away.</summary>
public sealed record RemoveCongressFile(CongressId Congress, string File) : ICommand<Nothing>;

internal sealed class RemoveCongressFileValidator : AbstractValidator<RemoveCongressFile>
{
    public RemoveCongressFileValidator() => RuleFor(c => c.File).NotEmpty().WithErrorCode("notFound");
}

internal sealed class RemoveCongressFileHandler(IUnionDb db) : IHandler<RemoveCongressFile, Nothing>
{
    public async Task<Result<Nothing>> Handle(RemoveCongressFile request, CancellationToken cancellationToken)
    {
        var congress = await db.Congresses.SingleAsync(c => c.Id == request.Congress, cancellationToken);
        if (!Guid.TryParse(request.File, out var id) || congress.Files.FirstOrDefault(f => f.Id == id) is not { } found)
            return new NotFoundError();
        return congress.Remove(found) is { } refusal ? refusal : default(Nothing);
    }
}
