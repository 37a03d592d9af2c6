using System.Globalization;
using DistrictUnion.Application.Common;
using DistrictUnion.Application.Communities;
using DistrictUnion.Application.Imports;
using DistrictUnion.Application.Organisation;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Accounts;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Communities;
using DistrictUnion.Domain.Organisation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DistrictUnion.Infrastructure.Seeding;

/// <summary>Loads zones, schools, branches, communities and people of a demo district.</summary>
internal sealed class OrganisationSeeder(SeedDistrict district)
{
    public async Task LoadAsync(string password, CancellationToken cancellationToken)
    {
        await LoadZonesAsync(cancellationToken);
        await LoadSchoolsAsync(cancellationToken);
        await LoadBranchesAsync(cancellationToken);
        await LoadCommunitiesAsync(cancellationToken);
        await LoadUsersAsync(password, cancellationToken);
    }

    private static void TakeAll(IReadOnlyList<SeedRow> rows, Result<ImportReport> result)
    {
        if (result.Error is ValidationError { Fields: [var field, ..] } && RowOf(rows, field.Path) is var (row, column))
            throw row.Wrong(column, $"was refused ({field.Code})");
        if (rows[0].Take(result).Rows.FirstOrDefault(r => r.Status == ImportRowStatus.Rejected) is { } refused)
            throw rows[refused.Row - 1].Wrong(refused.Field!, $"was refused ({refused.Code})");
    }

    /// <summary>The row and column of a path like <c>[7].school</c>.</summary>
    private static (SeedRow Row, string Column)? RowOf(IReadOnlyList<SeedRow> rows, string path) =>
        path.Split(["[", "]."], StringSplitOptions.None) is ["", var number, var column] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            ? (rows[index], column)
            : null;

    private async Task LoadZonesAsync(CancellationToken cancellationToken)
    {
        var known = await district.ReadAsync(db => db.Zones.Select(z => z.Code).ToListAsync(cancellationToken), cancellationToken);
        foreach (var row in district.Files.Read("zones.csv").Where(r => !known.Contains(r.Text("code"))))
        {
            row.Take(await district.SendAsync(
                district.System, new PutZone(row.Text("code"), null, new ZoneInput(row.Text("name")), default), cancellationToken));
        }
    }

    private async Task LoadSchoolsAsync(CancellationToken cancellationToken)
    {
        var rows = district.Files.Read("schools.csv");
        if (rows.Count == 0)
            throw new SeedException($"{district.Code}: schools.csv must have one row at least.");
        var schools = rows.Select(r => new SchoolRow(
            r.Text("code"),
            r.Text("name"),
            r.Text("zone"),
            r.Word<SchoolStage>("stage"),
            r.Word<SchoolOwnership>("ownership"),
            r.Word<SchoolSetting>("setting"),
            (int)r.Number("members"),
            r.OptionalWord<BranchKind>("countingKind"),
            r.List("titles"),
            TermStartsOn: r.OptionalDate("termStartsOn"),
            TermEndsOn: r.OptionalDate("termEndsOn"))).ToList();
        TakeAll(rows, await district.SendAsync(district.System, new ImportSchools(ImportLines.Of(schools), ImportMode.Atomic, false), cancellationToken));
    }

    private async Task LoadBranchesAsync(CancellationToken cancellationToken)
    {
        var known = (await district.ReadAsync(
            db => db.BranchAffiliations.Join(db.Branches, a => a.BranchId, b => b.Id, (a, b) => new { b.Code, a.SchoolId })
                .Join(db.Schools, a => a.SchoolId, s => s.Id, (a, s) => new { a.Code, School = s.Code }).ToListAsync(cancellationToken),
            cancellationToken)).ToHashSet();
        var rows = district.Files.Read("branches.csv").Where(r => !known.Contains(new { Code = r.Text("code"), School = r.Text("school") })).OrderBy(r => r.Date("from")).ToList();
        if (rows.Count == 0)
            return;
        var branches = rows.Select(r => new BranchRow(r.Text("school"), r.Text("code"), r.Text("name"), r.Word<BranchKind>("kind"), r.Date("from"), r.OptionalDate("to"))).ToList();
        TakeAll(rows, await district.SendAsync(district.System, new ImportBranches(ImportLines.Of(branches), ImportMode.Atomic, false), cancellationToken));
    }

    private async Task LoadCommunitiesAsync(CancellationToken cancellationToken)
    {
        var known = await district.ReadAsync(db => db.Communities.Select(c => c.Code).ToListAsync(cancellationToken), cancellationToken);
        foreach (var rows in district.Files.Read("communities.csv").Where(r => !known.Contains(r.Text("code"))).GroupBy(r => r.Text("code"), StringComparer.Ordinal))
        {
            var first = rows.First();
            var input = new CommunityInput(
                first.Text("name"),
                first.Word<CommunityType>("type"),
                [.. rows.Select(r => new CommunityMemberInput(r.Text("school"), r.Word<CommunityRole>("role"), r.Date("from")))]);
            first.Take(await district.SendAsync(district.System, new PutCommunity(rows.Key, null, input, default), cancellationToken));
        }
    }

    private Task LoadUsersAsync(string password, CancellationToken cancellationToken) => district.WriteAsync(
        "SeedUsers",
        async (services, db) =>
        {
            var security = services.GetRequiredService<IAccountSecurity>();
            var users = await db.Users.Include(u => u.Posts).ToDictionaryAsync(u => u.UserName, cancellationToken);
            var zones = await db.Zones.ToDictionaryAsync(z => z.Code, z => z.Id, cancellationToken);
            var schools = await db.Schools.ToDictionaryAsync(s => s.Code, s => s.Id, cancellationToken);
            var branches = await db.Branches.ToDictionaryAsync(b => b.Code, b => b.Id, cancellationToken);
            string? shared = null;
            foreach (var rows in district.Files.Read("users.csv").GroupBy(r => r.Text("userName"), StringComparer.Ordinal))
            {
                var first = rows.First();
                if (!users.TryGetValue(rows.Key, out var user))
                {
                    user = UserAccount.Create(district.Id, rows.Key, first.Text("displayName"));
                    user.SetPosts([.. rows.Select(r => TermsOf(r, zones, schools, branches))]);
                    db.Users.Add(user);
                }

                // One demo password for all: hashed once, and again only when another one is asked for.
                if (user.PasswordHash is not null && user.PasswordHash == shared)
                    continue;
                shared ??= user.PasswordHash is not null && await security.VerifyAsync(user, password, cancellationToken)
                    ? user.PasswordHash
                    : security.Hash(user, password);
                if (user.PasswordHash != shared)
                    user.PasswordHash = shared;
            }
        },
        cancellationToken);

    private static PostTerms TermsOf(
        SeedRow row, Dictionary<string, ZoneId> zones, Dictionary<string, SchoolId> schools, Dictionary<string, BranchId> branches)
    {
        T Find<T>(Dictionary<string, T> known)
            where T : struct => known.TryGetValue(row.Text("scope"), out var found) ? found : throw row.Wrong("scope", "is unknown");

        var kind = row.Word<ScopeKind>("scopeKind");
        return new PostTerms(
            row.Word<Role>("role"),
            kind == ScopeKind.Zone ? Find(zones) : null,
            kind == ScopeKind.School ? Find(schools) : null,
            kind == ScopeKind.Branch ? Find(branches) : null,
            row.Date("from"),
            row.OptionalDate("to"));
    }
}
