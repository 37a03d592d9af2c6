using DistrictUnion.Domain.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace DistrictUnion.Infrastructure.Identity;

/// <summary>Identity's manager with the product's clock: the original locks accounts by the machine's.</summary>
internal sealed class ClockedUserManager(
    IUserStore<UserAccount> store,
    IOptions<IdentityOptions> options,
    IPasswordHasher<UserAccount> hasher,
    IEnumerable<IUserValidator<UserAccount>> userValidators,
    IEnumerable<IPasswordValidator<UserAccount>> passwordValidators,
    ILookupNormalizer normalizer,
    IdentityErrorDescriber errors,
    IServiceProvider services,
    ILogger<UserManager<UserAccount>> logger,
    TimeProvider clock)
    : UserManager<UserAccount>(store, options, hasher, userValidators, passwordValidators, normalizer, errors, services, logger)
{
    /// <inheritdoc/>
    public override Task<bool> IsLockedOutAsync(UserAccount user) => Task.FromResult(user.LockoutEnd > clock.GetUtcNow());

    /// <inheritdoc/>
    public override Task<IdentityResult> AccessFailedAsync(UserAccount user)
    {
        user.AccessFailedCount++;
        if (user.AccessFailedCount >= Options.Lockout.MaxFailedAccessAttempts)
            (user.AccessFailedCount, user.LockoutEnd) = (0, clock.GetUtcNow() + Options.Lockout.DefaultLockoutTimeSpan);
        return Task.FromResult(IdentityResult.Success);
    }
}
