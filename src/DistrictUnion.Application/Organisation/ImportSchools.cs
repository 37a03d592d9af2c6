using DistrictUnion.Application.Common;
using DistrictUnion.Application.Imports;
using DistrictUnion.Application.Obligations;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Application.Results;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Organisation;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Organisation;

/// <summary>A school to import.</summary>
public sealed record SchoolRow(
    string Code,
    string Name,
    string Zone,
    SchoolStage Stage,
    SchoolOwnership Ownership,
    SchoolSetting Setting,
    int Members,
    BranchKind? CountingKind = null,
    IReadOnlyList<string>? Titles = null,
    DateOnly? From = null,
    DateOnly? To = null,
    DateOnly? TermStartsOn = null,
    DateOnly? TermEndsOn = null)
{
    internal SchoolInput Input => new(
        Name, Zone, Stage, Ownership, Setting, Members, CountingKind, Titles, From, To, TermStartsOn is null && TermEndsOn is null ? null : new UnionTerm(TermStartsOn ?? DateOnly.MaxValue, TermEndsOn ?? DateOnly.MinValue));
}

/// <summary>Takes schools in bulk. An unknown zone refuses the whole request in both modes; any other problem is its row's.</summary>
public sealed record ImportSchools(IReadOnlyList<ImportLine<SchoolRow>> Rows, ImportMode Mode, bool DryRun) : ICommand<ImportReport>;

internal sealed class ImportSchoolsValidator : AbstractValidator<ImportSchools>
{
    /// <summary>Rows of one request.</summary>
    private const int MaxRows = 50_000;

    public ImportSchoolsValidator()
    {
        RuleFor(c => c.Mode).IsInEnum().WithErrorCode("import.mode");
        RuleFor(c => c.Rows).Must(r => r.Count <= MaxRows).WithErrorCode("list.tooLong");
    }
}

internal sealed class ImportSchoolsHandler(IUnionDb db, ITenantContext tenant, ScorecardRollup rollup, ObligationOpener obligations, ITransactionControl transaction)
    : IHandler<ImportSchools, ImportReport>
{
    private static readonly SchoolInputValidator Validator = new();

    private static readonly SchoolCodeValidator CodeValidator = new();

    public async Task<Result<ImportReport>> Handle(ImportSchools request, CancellationToken cancellationToken)
    {
        var zones = await db.Zones.AsNoTracking().ToDictionaryAsync(z => z.Code, z => z.Id, StringComparer.Ordinal, cancellationToken);
        var foreign = request.Rows.Where(l => l.Row is { } row && !zones.ContainsKey(row.Zone))
            .Select(l => FieldError.Of(l.PathOf("zone"), "zone.unknown", ("zone", l.Row!.Zone))).ToList();
        if (foreign.Count > 0)
            return new ValidationError(foreign);

        var codes = request.Rows.Select(l => l.Row?.Code).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var ids = await db.Schools.AsNoTracking().Where(s => codes.Contains(s.Code)).Select(s => s.Id).ToListAsync(cancellationToken);
        await using var work = await rollup.BeginOpenRoundsAcrossSchoolsAsync(ids, cancellationToken);
        var schools = await db.Schools.Where(s => codes.Contains(s.Code)).ToDictionaryAsync(s => s.Code, StringComparer.Ordinal, cancellationToken);
        List<ImportRow> rows = [];
        foreach (var line in request.Rows)
            rows.Add(line.Row is { } row ? Take(line.Number, row, zones, schools) : ImportRow.Unreadable(line));

        var stored = !request.DryRun && (request.Mode == ImportMode.PerRow || rows.TrueForAll(r => r.Status != ImportRowStatus.Rejected));
        if (stored)
        {
            await work.RecomputeAsync(cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            await obligations.OpenAsync(null, [.. schools.Values.Select(s => s.Id)], cancellationToken);
        }
        else
        {
            transaction.Discard();
        }

        return ImportReport.Of(rows, stored);
    }

    private ImportRow Take(int number, SchoolRow row, Dictionary<string, ZoneId> zones, Dictionary<string, School> schools)
    {
        var error = CodeValidator.Validate(row).Errors.Concat(Validator.Validate(row.Input).Errors).FirstOrDefault();
        if (error is not null)
            return ImportRow.Rejected(number, row.Code, FieldError.Of(Paths.OfProperty(error.PropertyName), error.ErrorCode));
        var profile = row.Input.ToProfile(zones[row.Zone]);
        if (schools.TryGetValue(row.Code, out var school))
            return ImportRow.Taken(number, row.Code, school.Apply(profile) ? false : null);
        schools[row.Code] = School.Create(tenant.RequireCaller().DistrictId, row.Code, profile);
        db.Schools.Add(schools[row.Code]);
        return ImportRow.Taken(number, row.Code, true);
    }

    private sealed class SchoolCodeValidator : AbstractValidator<SchoolRow>
    {
        public SchoolCodeValidator() => RuleFor(r => r.Code).BusinessCode();
    }
}
