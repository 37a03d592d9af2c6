using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Feeds;

/// <summary>Revokes a calendar feed at once.</summary>
public sealed record RevokeFeed(CalendarFeedId Feed) : ICommand<Nothing>;

internal sealed class RevokeFeedValidator : AbstractValidator<RevokeFeed>
{
    public RevokeFeedValidator() => RuleFor(c => c.Feed).NotEmpty().WithErrorCode("notFound");
}

internal sealed class RevokeFeedHandler(IUnionDb db, TimeProvider clock) : IHandler<RevokeFeed, Nothing>
{
    public async Task<Result<Nothing>> Handle(RevokeFeed request, CancellationToken cancellationToken)
    {
        (await db.CalendarFeeds.SingleAsync(f => f.Id == request.Feed, cancellationToken)).Revoke(clock.GetUtcNow());
        return default(Nothing);
    }
}
