using DistrictUnion.Application.Common;
using DistrictUnion.Application.Imports;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Accounts;
using DistrictUnion.Domain.Common;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Accounts;

/// <summary>A post to add to an account; a person with several posts has several rows.</summary>
public sealed record UserRow(
    string UserName, string DisplayName, Role Role, DateOnly From, string? Zone = null, string? School = null, string? Branch = null, DateOnly? To = null);

/// <summary>
/// Adds posts to accounts in bulk. New accounts get no password: nobody signs in before being invited. An unknown zone, school
/// or branch refuses the whole request in both modes; any other problem is its row's.
/// </summary>
public sealed record ImportUsers(IReadOnlyList<ImportLine<UserRow>> Rows, ImportMode Mode, bool DryRun) : ICommand<ImportReport>;

internal sealed class ImportUsersValidator : AbstractValidator<ImportUsers>
{
    /// <summary>Rows of one request.</summary>
    private const int MaxRows = 50_000;

    public ImportUsersValidator()
    {
        RuleFor(c => c.Mode).IsInEnum().WithErrorCode("import.mode");
        RuleFor(c => c.Rows).Must(r => r.Count <= MaxRows).WithErrorCode("list.tooLong");
    }
}

internal sealed class ImportUsersHandler(IUnionDb db, ITenantContext tenant, IUserNames userNames, ITransactionControl transaction)
    : IHandler<ImportUsers, ImportReport>
{
    public async Task<Result<ImportReport>> Handle(ImportUsers request, CancellationToken cancellationToken)
    {
        var named = request.Rows.Select(l => l.Row).OfType<UserRow>().ToList();
        var scopes = await ImportScopes.LoadAsync(db, named, cancellationToken);
        var foreign = request.Rows.SelectMany(scopes.Foreign).ToList();
        if (foreign.Count > 0)
            return new ValidationError(foreign);

        var names = named.Select(r => UserAccount.Normalize(r.UserName)).Distinct(StringComparer.Ordinal).ToList();
        var users = await db.Users.Include(u => u.Posts).AsSplitQuery().Where(u => names.Contains(u.NormalizedUserName))
            .ToDictionaryAsync(u => u.NormalizedUserName, StringComparer.Ordinal, cancellationToken);
        var taken = await userNames.FindTakenAsync([.. names.Where(n => !users.ContainsKey(n))], cancellationToken);
        var run = new UserImportRun(tenant.RequireCaller().DistrictId, scopes, users, taken);
        List<ImportRow> rows = new(request.Rows.Count);
        foreach (var line in request.Rows)
            rows.Add(line.Row is { } row ? run.Take(line.Number, row) : ImportRow.Unreadable(line));

        db.Users.AddRange(run.Created);
        var stored = !request.DryRun && (request.Mode == ImportMode.PerRow || rows.TrueForAll(r => r.Status != ImportRowStatus.Rejected));
        if (!stored)
            transaction.Discard();
        return ImportReport.Of(rows, stored);
    }
}

/// <summary>What the codes of an import stand for: three statements.</summary>
internal sealed class ImportScopes
{
    private readonly Dictionary<string, ZoneId> zones;
    private readonly Dictionary<string, SchoolId> schools;
    private readonly Dictionary<string, BranchId> branches;

    private ImportScopes(Dictionary<string, ZoneId> zones, Dictionary<string, SchoolId> schools, Dictionary<string, BranchId> branches) =>
        (this.zones, this.schools, this.branches) = (zones, schools, branches);

    public static async Task<ImportScopes> LoadAsync(IUnionDb db, IReadOnlyCollection<UserRow> rows, CancellationToken cancellationToken)
    {
        var zoneCodes = rows.Select(r => r.Zone).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var schoolCodes = rows.Select(r => r.School).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var branchCodes = rows.Select(r => r.Branch).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        return new ImportScopes(
            await db.Zones.AsNoTracking().Where(z => zoneCodes.Contains(z.Code)).ToDictionaryAsync(z => z.Code, z => z.Id, StringComparer.Ordinal, cancellationToken),
            await db.Schools.AsNoTracking().Where(s => schoolCodes.Contains(s.Code)).ToDictionaryAsync(s => s.Code, s => s.Id, StringComparer.Ordinal, cancellationToken),
            await db.Branches.AsNoTracking().Where(b => branchCodes.Contains(b.Code)).ToDictionaryAsync(b => b.Code, b => b.Id, StringComparer.Ordinal, cancellationToken));
    }

    /// <summary>Codes of a row that the district doesn't have.</summary>
    public IEnumerable<FieldError> Foreign(ImportLine<UserRow> line)
    {
        if (line.Row is not { } row)
            yield break;
        if (row.Zone is { } zone && !zones.ContainsKey(zone))
            yield return FieldError.Of(line.PathOf("zone"), "zone.unknown", ("zone", zone));
        if (row.School is { } school && !schools.ContainsKey(school))
            yield return FieldError.Of(line.PathOf("school"), "school.unknown", ("school", school));
        if (row.Branch is { } branch && !branches.ContainsKey(branch))
            yield return FieldError.Of(line.PathOf("branch"), "branch.unknown", ("branch", branch));
    }

    /// <summary>The post of a row.</summary>
    public PostTerms TermsOf(UserRow row) => new(
        row.Role,
        row.Zone is null ? null : zones[row.Zone],
        row.School is null ? null : schools[row.School],
        row.Branch is null ? null : branches[row.Branch],
        row.From,
        row.To);
}

/// <summary>One import at work: the accounts so far, and each row against them.</summary>
internal sealed class UserImportRun(DistrictId district, ImportScopes scopes, Dictionary<string, UserAccount> users, IReadOnlySet<string> taken)
{
    private static readonly UserRowValidator Validator = new();
    private readonly Dictionary<UserAccount, string> named = [];
    private readonly HashSet<UserAccount> created = [];

    /// <summary>Accounts that didn't exist.</summary>
    public IReadOnlyCollection<UserAccount> Created => created;

    /// <summary>Takes one row.</summary>
    public ImportRow Take(int number, UserRow row)
    {
        if (Validator.Validate(row).Errors is [var error, ..])
            return ImportRow.Rejected(number, row.UserName, FieldError.Of(Paths.OfProperty(error.PropertyName), error.ErrorCode));
        var name = UserAccount.Normalize(row.UserName);
        if (taken.Contains(name))
            return ImportRow.Rejected(number, row.UserName, FieldError.Of("userName", "userName.taken"));
        if (!users.TryGetValue(name, out var user))
        {
            users[name] = user = UserAccount.Create(district, row.UserName, row.DisplayName);
            created.Add(user);
        }

        // Two names for one person in one file: which is right isn't for us to say.
        if (!named.TryAdd(user, row.DisplayName) && named[user] != row.DisplayName)
            return ImportRow.Rejected(number, row.UserName, FieldError.Of("displayName", "user.otherName", ("name", named[user])));
        var isNew = created.Contains(user) && user.Posts.Count == 0;
        var renamed = user.DisplayName != row.DisplayName;
        user.DisplayName = row.DisplayName;
        var held = user.Hold(scopes.TermsOf(row));

        // Sessions end when posts change.
        if (held is not null && !created.Contains(user))
            user.SecurityStamp = Guid.NewGuid().ToString("N");
        return ImportRow.Taken(number, row.UserName, held is null && !renamed ? null : isNew);
    }

    private sealed class UserRowValidator : AbstractValidator<UserRow>
    {
        public UserRowValidator()
        {
            RuleFor(r => r.UserName).BusinessCode();
            RuleFor(r => r.DisplayName).PersonalOrBusinessName();
            RuleFor(r => r.Role).IsInEnum().WithErrorCode("role.unknown");
            RuleFor(r => r.To).Must((r, to) => to is null || to > r.From).WithErrorCode("range.endNotAfterStart");
            RuleFor(r => r.Role).Must((r, role) => PutUserValidator.Fits(role, new ScopeView(r.Zone, r.School, r.Branch))).WithErrorCode("post.scopeDoesNotFitRole");
        }
    }
}
