using System.Text.Json;
using DistrictUnion.Application.Common;
using DistrictUnion.Application.Evaluations;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Evaluations;
using DistrictUnion.Domain.Organisation;
using DistrictUnion.Domain.Reports;
using DistrictUnion.Domain.Reviews;
using DistrictUnion.Domain.Rounds;
using DistrictUnion.Domain.Scoring;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Results;

/// <summary>A school and what its scorecard is computed from.</summary>
public sealed record SchoolInput(School School, ScoringInput Input);

/// <summary>
/// Reads what scorecards are computed from: only what counts, in a fixed number of statements for any number of schools.
/// </summary>
public sealed class ScoringInputs(IUnionDb db)
{
    /// <summary>The inputs of schools in one round, in the order of the schools' identifiers.</summary>
    public async Task<IReadOnlyList<SchoolInput>> LoadAcrossSchoolsAsync(
        AssessmentRound round, CompiledScheme scheme, IReadOnlyCollection<SchoolId> schoolIds, CancellationToken cancellationToken)
    {
        var (ids, id, from, to) = (schoolIds.ToList(), round.Id, round.WindowFrom, round.WindowTo);
        var schools = await db.Schools.AsNoTracking().Where(s => ids.Contains(s.Id)).ToListAsync(cancellationToken);

        // All affiliations in the window of every branch that was at one of the schools: a branch that moved weighs by its days.
        var affiliations = await db.BranchAffiliations.AsNoTracking()
            .Where(a => a.From <= to && (a.To == null || a.To > from))
            .Where(a => db.BranchAffiliations.Any(h => h.BranchId == a.BranchId && ids.Contains(h.SchoolId) && h.From <= to && (h.To == null || h.To > from)))
            .Join(db.Branches, a => a.BranchId, b => b.Id, (a, b) => new { Affiliation = a, b.Code, b.Kind })
            .ToListAsync(cancellationToken);
        var branchIds = affiliations.Select(a => a.Affiliation.BranchId).Distinct().ToList();
        var branchFacts = await db.BranchFacts.AsNoTracking()
            .Where(f => f.RoundId == id && f.Counts && branchIds.Contains(f.BranchId)).ToListAsync(cancellationToken);
        var branchEvents = await db.BranchEvents.AsNoTracking()
            .Where(e => e.RoundId == id && e.Counts && branchIds.Contains(e.BranchId)).ToListAsync(cancellationToken);
        var schoolFacts = await db.SchoolFacts.AsNoTracking()
            .Where(f => f.RoundId == id && f.Counts && ids.Contains(f.SchoolId)).ToListAsync(cancellationToken);
        var schoolEvents = await db.SchoolEvents.AsNoTracking()
            .Where(e => e.RoundId == id && e.Counts && ids.Contains(e.SchoolId)).ToListAsync(cancellationToken);
        var evaluations = await db.SelfEvaluations.AsNoTracking()
            .Where(e => e.RoundId == id && e.State != EvaluationState.Draft && ids.Contains(e.SchoolId))
            .Select(e => new { e.SchoolId, e.DaysLate, e.HandedIn })
            .ToDictionaryAsync(e => e.SchoolId, cancellationToken);
        var reviews = (await db.SchoolReviews.AsNoTracking().Where(r => r.RoundId == id && ids.Contains(r.SchoolId)).ToListAsync(cancellationToken))
            .ToLookup(r => r.SchoolId);

        var facts = branchFacts.ToLookup(f => f.BranchId);
        var events = branchEvents.ToLookup(e => e.BranchId);
        var ownFacts = schoolFacts.ToLookup(f => f.SchoolId);
        var ownEvents = schoolEvents.ToLookup(e => e.SchoolId);
        var byBranch = affiliations.ToLookup(a => a.Affiliation.BranchId);
        var branchesOf = affiliations.ToLookup(a => a.Affiliation.SchoolId, a => a.Affiliation.BranchId);

        return [.. schools.OrderBy(s => s.Id.Value).Select(school => new SchoolInput(school, new ScoringInput
        {
            WindowFrom = from,
            WindowTo = to,
            CountingKind = school.CountingKind,
            HeldGrades = school.Titles,
            Evaluation = evaluations.GetValueOrDefault(school.Id) is { HandedIn: { } handedIn } evaluation
                ? new EvaluationInput { DaysLate = evaluation.DaysLate ?? 0, Claims = Json.Read<EvaluationContent>(handedIn).Claims ?? [] }
                : null,
            Branches = [.. branchesOf[school.Id].Distinct().Select(branch =>
            {
                var stays = byBranch[branch].OrderBy(a => a.Affiliation.Sequence).ToList();
                return new BranchInput
                {
                    Code = stays[0].Code,
                    Kind = stays[0].Kind,
                    Affiliations = [.. stays.Select(a => new AffiliationSpan(a.Affiliation.From, a.Affiliation.To, a.Affiliation.SchoolId == school.Id))],
                    Facts = CurrentFacts(scheme, facts[branch]),
                    Events = [.. events[branch].Select(RecordedOf)],
                };
            }).OrderBy(b => b.Code, StringComparer.Ordinal)],
            Facts = CurrentFacts(scheme, ownFacts[school.Id]),
            Events = [.. ownEvents[school.Id].Select(RecordedOf)],
            ZoneReview = InputOf(reviews[school.Id].FirstOrDefault(r => r.Level == ReviewLevel.Zone)),
            DistrictReview = InputOf(reviews[school.Id].FirstOrDefault(r => r.Level == ReviewLevel.District)),
        }))];
    }

    private static Dictionary<string, RecordedFact> CurrentFacts(CompiledScheme scheme, IEnumerable<FactEntry> entries)
    {
        Dictionary<string, RecordedFact> current = new(StringComparer.Ordinal);
        foreach (var entry in entries.GroupBy(e => e.Code, StringComparer.Ordinal).Select(g => g.MaxBy(e => e.Order)!))
        {
            // An amendment may pin a version that no longer has the fact; then nothing reads it.
            if (scheme.FactOf(entry.Code) is not { } definition)
                continue;
            using var value = JsonDocument.Parse(entry.Value);
            if (FactValueReader.Read(definition, value.RootElement, entry.Code).Value is { } read)
                current[entry.Code] = new RecordedFact(read, new FactSource(entry.Route, entry.Actor, entry.At));
        }

        return current;
    }

    private static RecordedEvent RecordedOf(EventEntry entry) =>
        new(entry.Code, entry.Fact, entry.Date, entry.Value, entry.Note, new FactSource(entry.Route, entry.Actor, entry.At));

    private static ReviewInput? InputOf(SchoolReview? review) =>
        review is null ? null : new ReviewInput { Scores = review.Scores, NotApplicable = review.NotApplicable };
}
