using System.Collections.Concurrent;
using DistrictUnion.Application.Accounts;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Accounts;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Organisation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DistrictUnion.IntegrationTests.Hosting;

/// <summary>
/// What a district starts with, stored by the product's own model in a transaction each: a request for every zone, school, branch, account
/// and sign-in would be a third of all that the tests ask for. Requests that a test is about are its own.
/// </summary>
internal sealed class DistrictSetup
{
    private static readonly TimeSpan SessionLifetime = TimeSpan.FromHours(12);

    private readonly TestService service;
    private readonly DistrictId district;
    private readonly string code;
    private readonly ConcurrentDictionary<string, ZoneId> zones = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, SchoolId> schools = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> branches = new(StringComparer.Ordinal);

    private DistrictSetup(TestService service, DistrictId district, string code) => (this.service, this.district, this.code) = (service, district, code);

    /// <summary>Makes a district that has nothing but its administrator.</summary>
    public static async Task<DistrictSetup> FoundAsync(TestService service, string code, string administrator)
    {
        var founded = District.Found(code, $"第{code}区");
        var setup = new DistrictSetup(service, founded.Id, code);
        await setup.StoreAsync((services, db) =>
        {
            db.Districts.Add(founded);
            var today = services.GetRequiredService<TimeProvider>().Today();
            db.Users.Add(NewUser(services, founded.Id, administrator, administrator, new PostTerms(Role.DistrictAdmin, null, null, null, today, null)));
            return Task.CompletedTask;
        });
        return setup;
    }

    /// <summary>Adds a zone; false: it is there already.</summary>
    public async Task<bool> AddZoneAsync(string zone, string name)
    {
        var made = Zone.Create(district, zone, name);
        return zones.TryAdd(zone, made.Id) && await StoreAsync((_, db) =>
        {
            db.Zones.Add(made);
            return Task.CompletedTask;
        });
    }

    /// <summary>Adds a school of a zone that was added; false: it is there already, or the zone isn't.</summary>
    public async Task<bool> AddSchoolAsync(string school, string zone, Func<ZoneId, SchoolProfile> profile)
    {
        if (!zones.TryGetValue(zone, out var zoneId))
            return false;
        var made = School.Create(district, school, profile(zoneId));
        return schools.TryAdd(school, made.Id) && await StoreAsync((_, db) =>
        {
            db.Schools.Add(made);
            return Task.CompletedTask;
        });
    }

    /// <summary>Adds branches of a school that was added; false: one is there already, or the school isn't.</summary>
    public async Task<bool> AddBranchesAsync(string school, IReadOnlyList<string> codes, Func<string, string> name, BranchKind kind, DateOnly from, DateOnly? to)
    {
        if (!schools.TryGetValue(school, out var schoolId) || codes.Any(branches.ContainsKey))
            return false;
        foreach (var branch in codes)
            branches[branch] = school;
        return codes.Count == 0 || await StoreAsync((_, db) =>
        {
            foreach (var branch in codes)
                db.Branches.Add(Branch.Create(district, branch, name(branch), kind, schoolId, from, to));
            return Task.CompletedTask;
        });
    }

    /// <summary>Adds an account with one post; false: the account is there already, or what the post is over isn't.</summary>
    public Task<bool> AddUserAsync(string userName, string displayName, Role role, string? zone, string? school, string? branch, DateOnly from, DateOnly? to) =>
        StoreAsync(async (services, db) =>
        {
            var normalized = UserAccount.Normalize(userName);
            if (await db.Users.AnyAsync(u => u.NormalizedUserName == normalized))
                return false;
            var zoneId = zone is null ? null : await db.Zones.Where(z => z.Code == zone).Select(z => (ZoneId?)z.Id).SingleOrDefaultAsync();
            var schoolId = school is null ? null : await db.Schools.Where(s => s.Code == school).Select(s => (SchoolId?)s.Id).SingleOrDefaultAsync();
            var branchId = branch is null ? null : await db.Branches.Where(b => b.Code == branch).Select(b => (BranchId?)b.Id).SingleOrDefaultAsync();
            if ((zone, school, branch) != (zoneId is null ? null : zone, schoolId is null ? null : school, branchId is null ? null : branch))
                return false;
            db.Users.Add(NewUser(services, district, userName, displayName, new PostTerms(role, zoneId, schoolId, branchId, from, to)));
            return true;
        });

    /// <summary>Begins a session of somebody who holds exactly one post today, so that none has to be chosen; null: somebody else's way is the sign-in.</summary>
    /// <returns>The bearer token.</returns>
    public async Task<string?> BeginSessionAsync(string userName)
    {
        var token = SessionTokens.New();
        return await StoreAsync(async (services, db) =>
        {
            var (normalized, clock) = (UserAccount.Normalize(userName), services.GetRequiredService<TimeProvider>());
            var user = await db.Users.AsNoTracking().Include(u => u.Posts).SingleOrDefaultAsync(u => u.NormalizedUserName == normalized);
            if (user is not { PasswordHash: not null, LockoutEnd: null, Posts: [var post] } || !post.IsHeldOn(clock.Today()))
                return false;
            db.Sessions.Add(Session.Begin(user, SessionTokens.Hash(token), post.Id, clock.GetUtcNow(), SessionLifetime));
            return true;
        })
            ? token
            : null;
    }

    private static UserAccount NewUser(IServiceProvider services, DistrictId district, string userName, string displayName, PostTerms post)
    {
        var user = UserAccount.Create(district, userName, displayName);
        user.SetPosts([post]);
        user.PasswordHash = services.GetRequiredService<IAccountSecurity>().Hash(user, UnionClient.Password);
        return user;
    }

    private Task<bool> StoreAsync(Func<IServiceProvider, IUnionDb, Task> add) => StoreAsync(async (services, db) =>
    {
        await add(services, db);
        return true;
    });

    private async Task<bool> StoreAsync(Func<IServiceProvider, IUnionDb, Task<bool>> add)
    {
        await using var scope = service.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ITenantContext>().Enter(Caller.System(district, code));
        var db = scope.ServiceProvider.GetRequiredService<IUnionDb>();
        var stored = await scope.ServiceProvider.GetRequiredService<IUnitOfWork>().WriteUnauditedAsync<Result<bool>>(async () => await add(scope.ServiceProvider, db), CancellationToken.None);
        return stored.Value;
    }
}
