using DistrictUnion.Application.Common;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Congresses;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Congresses;

/// <summary>Adds a file to a congress; the same file sent twice is kept once.</summary>
public sealed record AddCongressFile(CongressId Congress, CongressFileKind Kind, Domain.EvidenceLedger.KeptFile File) : ICommand<Tagged<CongressView>>;

internal sealed class AddCongressFileValidator : AbstractValidator<AddCongressFile>
{
    public AddCongressFileValidator() => RuleFor(c => c.Kind).IsInEnum().WithErrorCode("congress.fileKind");
}

internal sealed class AddCongressFileHandler(IUnionDb db, ITenantContext tenant, CongressViews views, ReceiptClock clock) : IHandler<AddCongressFile, Tagged<CongressView>>
{
    public async Task<Result<Tagged<CongressView>>> Handle(AddCongressFile request, CancellationToken cancellationToken)
    {
        var congress = await db.Congresses.SingleAsync(c => c.Id == request.Congress, cancellationToken);
        if (congress.Files.Any(f => f.File.Hash == request.File.Hash && f.Kind == request.Kind))
            return await views.OfAsync(congress.Id, false, cancellationToken);
        if (congress.Add(new CongressFile(Guid.NewGuid(), request.Kind, request.File, tenant.RequireCaller().UserName, await clock.NowAsync(cancellationToken))) is { } refusal)
            return refusal;
        await db.SaveChangesAsync(cancellationToken);
        return await views.OfAsync(congress.Id, true, cancellationToken);
    }
}
