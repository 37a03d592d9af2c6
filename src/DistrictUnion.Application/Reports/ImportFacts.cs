using System.Globalization;
using System.Text.Json;
using DistrictUnion.Application.Common;
using DistrictUnion.Application.Imports;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Application.Results;
using DistrictUnion.Application.Schemes;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Organisation;
using DistrictUnion.Domain.Reports;
using DistrictUnion.Domain.Rounds;
using DistrictUnion.Domain.Schemes;
using DistrictUnion.Domain.Scoring;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Reports;

/// <summary>A fact from another system; with a date it is that day's event.</summary>
public sealed record FactRow(string School, string Fact, JsonElement Value, string? Branch = null, DateOnly? Date = null, string? Note = null);

/// <summary>
/// Takes facts in bulk; they count at once. A code that the district doesn't have refuses the whole request in both modes;
/// any other problem is its row's.
/// </summary>
public sealed record ImportFacts(RoundId Round, IReadOnlyList<ImportLine<FactRow>> Rows, ImportMode Mode, bool DryRun) : ICommand<ImportReport>;

internal sealed class ImportFactsValidator : AbstractValidator<ImportFacts>
{
    /// <summary>Rows of one request.</summary>
    private const int MaxRows = 200_000;

    public ImportFactsValidator()
    {
        RuleFor(c => c.Mode).IsInEnum().WithErrorCode("import.mode");
        RuleFor(c => c.Rows).Must(r => r.Count <= MaxRows).WithErrorCode("list.tooLong");
    }
}

internal sealed class ImportFactsHandler(
    IUnionDb db, FactLedger ledger, SchemeCatalogue schemes, ScorecardRollup rollup, IBulkWriter bulk, ITransactionControl transaction)
    : IHandler<ImportFacts, ImportReport>
{
    /// <summary>Up to so many rows cost less when they are followed one by one.</summary>
    private const int FewRows = 200;

    /// <summary>From so many rows on, what reading them and the file before left behind is given back first: the runtime would rather grow by a third of the service.</summary>
    private const int ManyRows = 20_000;

    /// <summary>Rows whose facts are held in memory at once.</summary>
    private const int Portion = 2_500;

    public async Task<Result<ImportReport>> Handle(ImportFacts request, CancellationToken cancellationToken)
    {
        var named = await ResolveAsync(request.Rows, cancellationToken);
        if (!named.IsSuccess)
            return named.As<ImportReport>();
        var (schools, branches) = named.Value;
        var ofBranches = branches.Count == 0
            ? []
            : await rollup.SchoolsWithinWindowAcrossSchoolsAsync(request.Round, [.. branches.Values.Select(b => b.Id)], cancellationToken);
        await using var work = await rollup.BeginAcrossSchoolsAsync(
            request.Round, [.. schools.Values.Union(ofBranches)], cancellationToken);
        var round = await db.Rounds.SingleAsync(r => r.Id == request.Round, cancellationToken);
        if (round.RefuseUnlessOpen() is { } refusal)
            return refusal;

        var scheme = await schemes.GetAsync(round.SchemeVersionId!.Value, cancellationToken);
        var run = new ImportRun(ledger, round, scheme, schools, branches, work.Keys.Select(k => k.School).ToHashSet());

        // Two rows of another system are followed like anybody's; a whole file is written in bulk, a portion at a time, and the
        // next portion reads what the one before wrote. A dry run writes too, and takes it all back.
        var gathered = request.Rows.Count > FewRows ? ledger.Gather() : null;
        if (request.Rows.Count > ManyRows)
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive);
        var outcomes = new ImportOutcomes<FactRow>(request.Rows, KeyOf);
        foreach (var portion in request.Rows.Chunk(Portion))
        {
            await run.LoadAsync(db, portion, gathered is null, cancellationToken);
            foreach (var line in portion)
                Take(run, line, outcomes);
            if (gathered is not null)
                await gathered.WriteAsync(bulk, cancellationToken);
        }

        run.Forget();
        var stored = !request.DryRun && (request.Mode == ImportMode.PerRow || outcomes.AreAllTaken);
        if (!stored)
        {
            transaction.Discard();
            return ImportReport.Of(outcomes, stored);
        }

        await work.RecomputeAsync(cancellationToken);
        return ImportReport.Of(outcomes, stored);
    }

    private static void Take(ImportRun run, ImportLine<FactRow> line, ImportOutcomes<FactRow> outcomes)
    {
        var (created, error) = line.Row is { } row ? run.Take(row) : (null, line.Problem);
        if (error is not null)
            outcomes.Refuse(error);
        else
            outcomes.Take(created);
    }

    private static string KeyOf(FactRow row) =>
        string.Join('/', new[] { row.School, row.Branch, row.Fact, row.Date?.ToString("O", CultureInfo.InvariantCulture) }.OfType<string>());

    private async Task<Result<(Dictionary<string, SchoolId> Schools, Dictionary<string, Branch> Branches)>> ResolveAsync(
        IReadOnlyList<ImportLine<FactRow>> lines, CancellationToken cancellationToken)
    {
        var schoolCodes = lines.Select(l => l.Row?.School).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var branchCodes = lines.Select(l => l.Row?.Branch).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var schools = await db.Schools.AsNoTracking().Where(s => schoolCodes.Contains(s.Code))
            .ToDictionaryAsync(s => s.Code, s => s.Id, StringComparer.Ordinal, cancellationToken);
        var branches = branchCodes.Count == 0 ? [] : await db.Branches.AsNoTracking().Where(b => branchCodes.Contains(b.Code)).Include(b => b.Affiliations)
            .ToDictionaryAsync(b => b.Code, StringComparer.Ordinal, cancellationToken);
        List<FieldError> foreign = [];
        foreach (var line in lines)
        {
            if (line.Row is not { } row)
                continue;
            if (!schools.ContainsKey(row.School))
                foreign.Add(FieldError.Of(line.PathOf("school"), "school.unknown", ("school", row.School)));
            if (row.Branch is { } code && !branches.ContainsKey(code))
                foreign.Add(FieldError.Of(line.PathOf("branch"), "branch.unknown", ("branch", code)));
        }

        return foreign.Count > 0 ? new ValidationError(foreign) : (schools, branches);
    }
}

/// <summary>One import at work: what is known already, and each row against it.</summary>
internal sealed class ImportRun(
    FactLedger ledger,
    AssessmentRound round,
    CompiledScheme scheme,
    Dictionary<string, SchoolId> schools,
    Dictionary<string, Branch> branches,
    HashSet<SchoolId> inScope)
{
    private readonly Dictionary<SchoolId, (List<SchoolFact> Facts, List<SchoolEvent> Events)> ofSchools = [];
    private readonly Dictionary<BranchId, (List<BranchFact> Facts, List<BranchEvent> Events)> ofBranches = [];

    /// <summary>Reads what is known of every owner that rows name: four statements. What was known before is let go of.</summary>
    public async Task LoadAsync(IUnionDb db, IReadOnlyCollection<ImportLine<FactRow>> lines, bool followed, CancellationToken cancellationToken)
    {
        Forget();
        var schoolIds = lines.Where(l => l.Row is { Branch: null }).Select(l => schools[l.Row!.School]).Distinct().ToList();
        var branchIds = lines.Where(l => l.Row is { Branch: not null }).Select(l => branches[l.Row!.Branch!].Id).Distinct().ToList();
        var schoolFacts = (await Of(db.SchoolFacts, followed).Where(f => f.RoundId == round.Id && schoolIds.Contains(f.SchoolId)).ToListAsync(cancellationToken)).ToLookup(f => f.SchoolId);
        var schoolEvents = (await Of(db.SchoolEvents, followed).Where(f => f.RoundId == round.Id && schoolIds.Contains(f.SchoolId)).ToListAsync(cancellationToken)).ToLookup(f => f.SchoolId);
        foreach (var id in schoolIds)
            ofSchools[id] = ([.. schoolFacts[id]], [.. schoolEvents[id]]);
        if (branchIds.Count == 0)
            return;
        var branchFacts = (await Of(db.BranchFacts, followed).Where(f => f.RoundId == round.Id && branchIds.Contains(f.BranchId)).ToListAsync(cancellationToken)).ToLookup(f => f.BranchId);
        var branchEvents = (await Of(db.BranchEvents, followed).Where(f => f.RoundId == round.Id && branchIds.Contains(f.BranchId)).ToListAsync(cancellationToken)).ToLookup(f => f.BranchId);
        foreach (var id in branchIds)
            ofBranches[id] = ([.. branchFacts[id]], [.. branchEvents[id]]);
    }

    /// <summary>Lets go of what was known; nothing is taken after that.</summary>
    public void Forget()
    {
        ofSchools.Clear();
        ofBranches.Clear();
    }

    /// <summary>Takes one row: whether it is new (null: as it was), or why it is refused.</summary>
    public (bool? Created, FieldError? Error) Take(FactRow row)
    {
        var school = schools[row.School];
        var branch = row.Branch is null ? null : branches[row.Branch];
        if (!inScope.Contains(school))
            return (null, FieldError.Of("school", "round.schoolOutsideScope", ("school", row.School)));
        if (scheme.FactOf(row.Fact) is not { } definition)
            return (null, FieldError.Of("fact", "fact.unknown", ("fact", row.Fact)));
        if (definition.CountedBy is { } ledger)
            return (null, FieldError.Of("fact", FactContent.CountedCode(ledger), ("fact", definition.Name)));
        if ((definition.Level == FactLevel.Branch) != (branch is not null))
            return (null, FieldError.Of("branch", "fact.otherLevel", ("fact", definition.Name), ("level", Words.Camel(definition.Level))));
        if (branch is not null && !branch.SchoolsWithin(round.WindowFrom, round.WindowTo).Contains(school))
            return (null, FieldError.Of("branch", "branch.notOfSchool", ("branch", branch.Code), ("school", row.School)));
        return row.Date is { } date ? ApplyEvent(row, definition, date, school, branch) : ApplyFact(row, definition, school, branch);
    }

    private static IQueryable<T> Of<T>(DbSet<T> set, bool followed)
        where T : class => followed ? set : set.AsNoTracking();

    private (bool?, FieldError?) ApplyFact(FactRow row, FactDefinition definition, SchoolId school, Branch? branch)
    {
        var read = FactValueReader.Read(definition, row.Value, "value");
        if (read.Value is not { } value)
            return (null, ErrorOf(read.Problems[0]));
        var fact = new CheckedFact(row.Fact, value, FactValueWriter.Write(value), row.Note);
        if (HeadCountError(fact, branch is null ? [.. ofSchools[school].Facts] : [.. ofBranches[branch.Id].Facts]) is { } problem)
            return (null, problem);
        return (branch is null
            ? ledger.AcceptSchool(ofSchools[school].Facts, round.Id, school, FactRoute.Import, fact)
            : ledger.AcceptBranch(ofBranches[branch.Id].Facts, round.Id, branch.Id, FactRoute.Import, fact), null);
    }

    private (bool?, FieldError?) ApplyEvent(FactRow row, FactDefinition definition, DateOnly date, SchoolId school, Branch? branch)
    {
        var read = FactValueReader.Read(definition, row.Value, "value");
        if (read.Value is not NumberValue number)
            return (null, read.Problems.Count > 0 ? ErrorOf(read.Problems[0]) : FieldError.Of("fact", "event.factNotSummed", ("fact", definition.Name)));
        var belonged = branch is null || branch.SchoolOn(date) is not null;
        if (EventRules.Check(scheme, round, definition.Level, row.Fact, date, number.Value, "", belonged) is { } wrong)
            return (null, wrong);

        // The day is the event; the owner's code keeps it apart from another branch's event of the same day.
        var e = new CheckedEvent(string.Create(CultureInfo.InvariantCulture, $"{branch?.Code ?? row.School}.{date:yyyy-MM-dd}"), row.Fact, date, number.Value, row.Note);
        return (branch is null
            ? ledger.AcceptSchool(ofSchools[school].Events, round.Id, school, FactRoute.Import, e)
            : ledger.AcceptBranch(ofBranches[branch.Id].Events, round.Id, branch.Id, FactRoute.Import, e), null);
    }

    /// <summary>Head counts are judged against what the same owner reported already.</summary>
    private FieldError? HeadCountError(CheckedFact fact, IReadOnlyList<FactEntry> known)
    {
        var pairs = scheme.RatePairs.Where(p => p.Of.Code == fact.Code || p.To.Code == fact.Code).ToList();
        if (pairs.Count == 0)
            return null;
        Dictionary<string, FactValue> values = new(StringComparer.Ordinal) { [fact.Code] = fact.Value };
        Dictionary<string, string> notes = new(StringComparer.Ordinal);
        if (!string.IsNullOrWhiteSpace(fact.Note))
            notes[fact.Code] = fact.Note;
        foreach (var other in pairs.SelectMany(p => new[] { p.Of, p.To }).Where(f => f.Code != fact.Code).DistinctBy(f => f.Code))
        {
            if (known.Where(k => k.Code == other.Code && k.Counts).MaxBy(k => k.Order) is not { } current)
                continue;
            using var document = JsonDocument.Parse(current.Value);
            if (FactValueReader.Read(other, document.RootElement, other.Code).Value is { } value)
                values[other.Code] = value;
            if (!string.IsNullOrWhiteSpace(current.Note))
                notes[other.Code] = current.Note;
        }

        var errors = HeadCountRules.Check(scheme, values, notes).Errors;
        return errors.Count == 0 ? null : new FieldError("value", errors[0].Message.Code, errors[0].Message.Arguments);
    }

    private static FieldError ErrorOf(FactProblem problem) => new(problem.Path, problem.Message.Code, problem.Message.Arguments);
}
