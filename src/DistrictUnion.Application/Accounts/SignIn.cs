using System.Security.Cryptography;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Accounts;
using DistrictUnion.Domain.Common;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Accounts;

/// <summary>A new session: its token, once, its lifetime in seconds, and whose it is.</summary>
public sealed record SignedIn(string AccessToken, int ExpiresIn, UserView User);

/// <summary>Signs a person in. It begins its own transaction, because the tenant is only known once the name is found.</summary>
public sealed record SignIn(string UserName, string Password) : ICommand<SignedIn>, IOwnTransactions;

/// <summary>The wrong name, password, or a locked account: the three answer alike.</summary>
public sealed record SignInRefused() : Error("auth.refused");

internal sealed class SignInValidator : AbstractValidator<SignIn>
{
    public SignInValidator()
    {
        RuleFor(c => c.UserName).Must(n => n is { Length: > 0 and <= 256 }).WithErrorCode("userName.required");
        RuleFor(c => c.Password).Must(p => p is { Length: > 0 and <= 256 }).WithErrorCode("password.required");
    }
}

internal sealed class SignInHandler(
    ITenantDirectory directory,
    ITenantContext tenant,
    IUnitOfWork unitOfWork,
    IUnionDb db,
    UserViews views,
    IAccountSecurity security,
    TimeProvider clock)
    : IHandler<SignIn, SignedIn>
{
    /// <summary>How long a session lasts without being ended.</summary>
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    public async Task<Result<SignedIn>> Handle(SignIn request, CancellationToken cancellationToken)
    {
        var district = await directory.FindByUserNameAsync(UserAccount.Normalize(request.UserName), cancellationToken);
        if (district is not { } found)
        {
            security.VerifyNobody(request.Password);
            return new SignInRefused();
        }

        tenant.Enter(new Caller(found.Id, found.Code, null, request.UserName, request.UserName, null, null));

        // A failed attempt is a fact worth keeping, so the count is saved by a command that succeeds and answers "no".
        var outcome = await unitOfWork.WriteAsync(
            nameof(SignIn), new { request.UserName }, () => BeginSessionAsync(request, cancellationToken), cancellationToken);
        return outcome.IsSuccess && outcome.Value is { } signedIn ? signedIn : new SignInRefused();
    }

    private async Task<Result<SignedIn?>> BeginSessionAsync(SignIn request, CancellationToken cancellationToken)
    {
        var name = UserAccount.Normalize(request.UserName);
        await security.LockAsync(name, cancellationToken);
        var user = await db.Users.Include(u => u.Posts).SingleOrDefaultAsync(u => u.NormalizedUserName == name, cancellationToken);
        if (user is null || !await security.VerifyAsync(user, request.Password, cancellationToken))
            return (SignedIn?)null;

        var now = clock.GetUtcNow();
        var token = SessionTokens.New();
        var post = user.Posts.Where(p => p.IsHeldOn(clock.Today())).OrderBy(p => p.Role).ThenBy(p => p.From).FirstOrDefault();
        db.Sessions.Add(Session.Begin(user, SessionTokens.Hash(token), post?.Id, now, Lifetime));
        return new SignedIn(token, (int)Lifetime.TotalSeconds, await views.OfAsync(user, post?.Id, cancellationToken));
    }
}

/// <summary>Opaque session tokens: random, stored as a hash only.</summary>
public static class SessionTokens
{
    /// <summary>A new token of 256 random bits.</summary>
    public static string New() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    /// <summary>What is stored.</summary>
    public static byte[] Hash(string token) => SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(token));
}
