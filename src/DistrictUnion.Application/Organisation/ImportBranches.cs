using DistrictUnion.Application.Common;
using DistrictUnion.Application.Imports;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Application.Results;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Organisation;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Organisation;

/// <summary>A branch to import: what it is, and from when it belongs to a school.</summary>
public sealed record BranchRow(string School, string Code, string Name, BranchKind Kind, DateOnly From, DateOnly? To = null);

/// <summary>
/// Takes branches in bulk, row after row: a row that names another school than the branch's latest moves it there. A row that
/// says what is known of an earlier school changes nothing, so that a file of all moves can be imported again. An unknown
/// school refuses the whole request in both modes; any other problem is its row's.
/// </summary>
public sealed record ImportBranches(IReadOnlyList<ImportLine<BranchRow>> Rows, ImportMode Mode, bool DryRun) : ICommand<ImportReport>;

internal sealed class ImportBranchesValidator : AbstractValidator<ImportBranches>
{
    /// <summary>Rows of one request.</summary>
    private const int MaxRows = 50_000;

    public ImportBranchesValidator()
    {
        RuleFor(c => c.Mode).IsInEnum().WithErrorCode("import.mode");
        RuleFor(c => c.Rows).Must(r => r.Count <= MaxRows).WithErrorCode("list.tooLong");
    }
}

internal sealed class ImportBranchesHandler(IUnionDb db, ITenantContext tenant, ScorecardRollup rollup, ITransactionControl transaction)
    : IHandler<ImportBranches, ImportReport>
{
    private static readonly BranchRowValidator Validator = new();

    public async Task<Result<ImportReport>> Handle(ImportBranches request, CancellationToken cancellationToken)
    {
        var named = request.Rows.Select(l => l.Row).OfType<BranchRow>().ToList();
        var schoolCodes = named.Select(r => r.School).Distinct(StringComparer.Ordinal).ToList();
        var schools = await db.Schools.AsNoTracking().Where(s => schoolCodes.Contains(s.Code))
            .ToDictionaryAsync(s => s.Code, s => s.Id, StringComparer.Ordinal, cancellationToken);
        var foreign = request.Rows.Where(l => l.Row is { } row && !schools.ContainsKey(row.School))
            .Select(l => FieldError.Of(l.PathOf("school"), "school.unknown", ("school", l.Row!.School))).ToList();
        if (foreign.Count > 0)
            return new ValidationError(foreign);

        var codes = named.Select(r => r.Code).Distinct(StringComparer.Ordinal).ToList();
        await using var work = await rollup.BeginBranchesAcrossSchoolsAsync(codes, schools.Values, cancellationToken);
        var branches = await db.Branches.Include(b => b.Affiliations).AsSplitQuery().Where(b => codes.Contains(b.Code))
            .ToDictionaryAsync(b => b.Code, StringComparer.Ordinal, cancellationToken);
        List<ImportRow> rows = new(request.Rows.Count);
        foreach (var line in request.Rows)
            rows.Add(line.Row is { } row ? Take(line.Number, row, schools[row.School], branches) : ImportRow.Unreadable(line));

        var stored = !request.DryRun && (request.Mode == ImportMode.PerRow || rows.TrueForAll(r => r.Status != ImportRowStatus.Rejected));
        if (stored)
            await work.RecomputeAsync(cancellationToken);
        else
            transaction.Discard();
        return ImportReport.Of(rows, stored);
    }

    private ImportRow Take(int number, BranchRow row, SchoolId school, Dictionary<string, Branch> branches)
    {
        if (Validator.Validate(row).Errors is [var error, ..])
            return ImportRow.Rejected(number, row.Code, FieldError.Of(Paths.OfProperty(error.PropertyName), error.ErrorCode));
        if (!branches.TryGetValue(row.Code, out var branch))
        {
            branches[row.Code] = Branch.Create(tenant.RequireCaller().DistrictId, row.Code, row.Name, row.Kind, school, row.From, row.To);
            db.Branches.Add(branches[row.Code]);
            return ImportRow.Taken(number, row.Code, true);
        }

        if (branch.WasAt(school, row.From, row.To))
            return ImportRow.Taken(number, row.Code, null);
        var (changed, refusal) = branch.Place(row.Name, row.Kind, school, row.From, row.To);
        return refusal is ValidationError { Fields: [var field, ..] } ? ImportRow.Rejected(number, row.Code, field)
            : refusal is { } other ? ImportRow.Rejected(number, row.Code, new FieldError("code", other.Code, other.Arguments))
            : ImportRow.Taken(number, row.Code, changed ? false : null);
    }

    private sealed class BranchRowValidator : AbstractValidator<BranchRow>
    {
        public BranchRowValidator()
        {
            RuleFor(r => r.Code).BusinessCode();
            RuleFor(r => r.Name).PersonalOrBusinessName();
            RuleFor(r => r.Kind).IsInEnum().WithErrorCode("branch.kind");
            RuleFor(r => r.To).Must((r, to) => to is null || to > r.From).WithErrorCode("range.endNotAfterStart");
        }
    }
}
