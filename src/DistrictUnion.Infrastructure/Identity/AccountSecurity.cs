using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Accounts;
using DistrictUnion.Infrastructure.Persistence;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Infrastructure.Identity;

/// <summary>Passwords by ASP.NET Core Identity; the account is locked for a quarter of an hour after ten failures.</summary>
internal sealed class AccountSecurity(
    UserManager<UserAccount> users, IPasswordHasher<UserAccount> hasher, UnionDbContext context, ITenantContext tenant) : IAccountSecurity
{
    private static readonly UserAccount Nobody = UserAccount.Create(default, "nobody", "nobody");
    private static readonly string NobodysHash = new PasswordHasher<UserAccount>().HashPassword(Nobody, Guid.NewGuid().ToString());

    public string Hash(UserAccount user, string password) => hasher.HashPassword(user, password);

    public async Task LockAsync(string normalizedName, CancellationToken cancellationToken)
    {
        var district = tenant.RequireCaller().DistrictId.Value;
        await context.Database.SqlQuery<Guid>(
            $"""SELECT id AS "Value" FROM users WHERE district_id = {district} AND normalized_user_name = {normalizedName} FOR UPDATE""")
            .ToListAsync(cancellationToken);
    }

    public async Task<bool> VerifyAsync(UserAccount user, string password, CancellationToken cancellationToken)
    {
        if (await users.IsLockedOutAsync(user) || user.PasswordHash is null)
        {
            VerifyNobody(password);
            return false;
        }

        var outcome = hasher.VerifyHashedPassword(user, user.PasswordHash, password);
        if (outcome == PasswordVerificationResult.Failed)
        {
            await users.AccessFailedAsync(user);
            return false;
        }

        if (outcome == PasswordVerificationResult.SuccessRehashNeeded)
            user.PasswordHash = Hash(user, password);
        await users.ResetAccessFailedCountAsync(user);
        return true;
    }

    public void VerifyNobody(string password) => hasher.VerifyHashedPassword(Nobody, NobodysHash, password);
}
