using System.Security.Cryptography;
using System.Text;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Activities;
using DistrictUnion.Domain.Common;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Feeds;

/// <summary>Whose days a calendar feed tells of.</summary>
public enum FeedScope
{
    /// <summary>The units of one's own posts, whichever they are when it is read.</summary>
    Person,

    /// <summary>The school of the post in use.</summary>
    School,
}

/// <summary>Which feed to make.</summary>
/// <param name="Scope">Whose days.</param>
public sealed record FeedInput(FeedScope Scope);

/// <summary>A calendar feed.</summary>
/// <param name="Id">Identifier.</param>
/// <param name="Scope">Whose days.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="Token">Its secret, shown this once; null afterwards. The address is <c>/api/v1/calendar/feed.ics?token=…</c>.</param>
public sealed record FeedView(Guid Id, FeedScope Scope, DateTimeOffset CreatedAt, string? Token)
{
    /// <summary>The view of a feed.</summary>
    internal static FeedView Of(CalendarFeed feed, string? token) => new(feed.Id.Value, feed.OfSchool is null ? FeedScope.Person : FeedScope.School, BusinessTime.Local(feed.CreatedAt), token);
}

/// <summary>Secrets of feeds.</summary>
internal static class FeedTokens
{
    private const int Bytes = 24;

    /// <summary>A new secret: 192 random bits.</summary>
    public static string New() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>What is stored of it.</summary>
    public static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}

/// <summary>Makes a calendar feed; its secret is in the answer and nowhere else.</summary>
public sealed record MakeFeed(FeedInput Body) : ICommand<FeedView>;

internal sealed class MakeFeedValidator : AbstractValidator<MakeFeed>
{
    public MakeFeedValidator() => RuleFor(c => c.Body.Scope).IsInEnum().WithErrorCode("json.wrongValue");
}

internal sealed class MakeFeedHandler(IUnionDb db, ITenantContext tenant, TimeProvider clock) : IHandler<MakeFeed, FeedView>
{
    /// <summary>Feeds of one person that are read.</summary>
    private const int Most = 10;

    public async Task<Result<FeedView>> Handle(MakeFeed request, CancellationToken cancellationToken)
    {
        var caller = tenant.RequireCaller();
        if (caller.UserId is not { } user || (request.Body.Scope == FeedScope.School && !caller.IsOfSchool))
            return new ForbiddenError();
        if (await db.CalendarFeeds.CountAsync(f => f.UserId == user && f.RevokedAt == null, cancellationToken) >= Most)
            return ValidationError.Of("scope", "feed.most", ("most", Most));
        var token = FeedTokens.New();
        var feed = CalendarFeed.Make(caller.DistrictId, user, request.Body.Scope == FeedScope.School ? caller.Post!.SchoolId : null, FeedTokens.Hash(token), clock.GetUtcNow());
        db.CalendarFeeds.Add(feed);
        return FeedView.Of(feed, token);
    }
}
