using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Communities;

/// <summary>Deletes a community that was put down by mistake; one that has ended is made inactive instead, so that its days stay known.</summary>
public sealed record DropCommunity(CommunityId Community, Precondition Precondition) : ICommand<Nothing>;

internal sealed class DropCommunityValidator : AbstractValidator<DropCommunity>
{
    public DropCommunityValidator() => RuleFor(c => c.Community).NotEmpty().WithErrorCode("community.empty");
}

internal sealed class DropCommunityHandler(IUnionDb db) : IHandler<DropCommunity, Nothing>
{
    public async Task<Result<Nothing>> Handle(DropCommunity request, CancellationToken cancellationToken)
    {
        var community = await db.Communities.Include(c => c.Memberships).SingleOrDefaultAsync(c => c.Id == request.Community, cancellationToken);
        if (community is null)
            return new NotFoundError();
        if (request.Precondition.Against(community) is { } refusal)
            return refusal;
        db.Communities.Remove(community);
        await db.SaveChangesAsync(cancellationToken);
        return default(Nothing);
    }
}
