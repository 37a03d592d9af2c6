using DistrictUnion.Application.Ports;
using DistrictUnion.Application.Schemes;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Ranking;
using DistrictUnion.Domain.Rounds;
using DistrictUnion.Domain.Scoring;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Results;

/// <summary>
/// Keeps stored scorecards equal to what the facts say: whoever changes what scores first locks the scorecards of the schools
/// concerned, then reads and writes, then recomputes just these schools, all in one transaction.
/// </summary>
public sealed class ScorecardRollup(
    IUnionDb db, IAcrossSchools acrossSchools, IScorecardLocks locks, SchemeCatalogue schemes, ScoringInputs inputs)
{
    /// <summary>Schools whose inputs are held in memory at once.</summary>
    private const int Portion = 200;

    /// <summary>Locks the scorecards of schools in one round.</summary>
    public async Task<RollupWork> BeginAcrossSchoolsAsync(RoundId round, IReadOnlyCollection<SchoolId> schools, CancellationToken cancellationToken)
    {
        var reach = await acrossSchools.BeginAsync(cancellationToken);
        return new RollupWork(this, reach, await locks.LockAcrossSchoolsAsync([round], schools, cancellationToken));
    }

    /// <summary>Locks the scorecards of schools in every open round.</summary>
    public async Task<RollupWork> BeginOpenRoundsAcrossSchoolsAsync(IReadOnlyCollection<SchoolId> schools, CancellationToken cancellationToken)
    {
        var reach = await acrossSchools.BeginAsync(cancellationToken);
        if (schools.Count == 0)
            return new RollupWork(this, reach, []);
        var rounds = await db.Rounds.AsNoTracking().Where(r => r.State == RoundState.Open).Select(r => r.Id).ToListAsync(cancellationToken);
        return new RollupWork(this, reach, await locks.LockAcrossSchoolsAsync(rounds, schools, cancellationToken));
    }

    /// <summary>Locks, in every open round, the scorecards of all schools that a branch belonged to, and of others it is to move to.</summary>
    public Task<RollupWork> BeginBranchAcrossSchoolsAsync(string branch, IReadOnlyCollection<SchoolId> targets, CancellationToken cancellationToken) =>
        BeginBranchesAcrossSchoolsAsync([branch], targets, cancellationToken);

    /// <summary>Locks, in every open round, the scorecards of all schools that branches belonged to, and of others they are to move to.</summary>
    public async Task<RollupWork> BeginBranchesAcrossSchoolsAsync(
        IReadOnlyList<string> branches, IReadOnlyCollection<SchoolId> targets, CancellationToken cancellationToken)
    {
        await using var reach = await acrossSchools.BeginAsync(cancellationToken);
        var schools = await db.Branches.AsNoTracking().Where(b => branches.Contains(b.Code))
            .Join(db.BranchAffiliations, b => b.Id, a => a.BranchId, (_, a) => a.SchoolId)
            .Distinct().ToListAsync(cancellationToken);
        return await BeginOpenRoundsAcrossSchoolsAsync([.. schools.Union(targets)], cancellationToken);
    }

    /// <summary>Locks the scorecards of every school that a branch belonged to within a round's window.</summary>
    public async Task<RollupWork> BeginReportAcrossSchoolsAsync(RoundId round, BranchId branch, CancellationToken cancellationToken)
    {
        await using var reach = await acrossSchools.BeginAsync(cancellationToken);
        var schools = await SchoolsWithinWindowAcrossSchoolsAsync(round, [branch], cancellationToken);
        return await BeginAcrossSchoolsAsync(round, schools, cancellationToken);
    }

    /// <summary>The schools that branches belonged to on some day of a round's window.</summary>
    public async Task<IReadOnlyList<SchoolId>> SchoolsWithinWindowAcrossSchoolsAsync(
        RoundId round, IReadOnlyCollection<BranchId> branches, CancellationToken cancellationToken)
    {
        var ids = branches.ToList();
        return await db.Rounds.AsNoTracking().Where(r => r.Id == round)
            .SelectMany(r => db.BranchAffiliations.Where(a => ids.Contains(a.BranchId) && a.From <= r.WindowTo && (a.To == null || a.To > r.WindowFrom)))
            .Select(a => a.SchoolId).Distinct().ToListAsync(cancellationToken);
    }

    /// <summary>Recomputes scorecards that exist; the caller holds their locks. Returns the names of those that changed.</summary>
    internal async Task<IReadOnlyList<ScorecardKey>> RecomputeAcrossSchoolsAsync(IReadOnlyCollection<ScorecardKey> keys, CancellationToken cancellationToken)
    {
        await db.SaveChangesAsync(cancellationToken);
        List<ScorecardKey> changed = [];
        foreach (var ofRound in keys.GroupBy(k => k.Round))
        {
            var round = db.Rounds.Local.FirstOrDefault(r => r.Id == ofRound.Key)
                ?? await db.Rounds.FirstAsync(r => r.Id == ofRound.Key, cancellationToken);
            if (round is not { State: RoundState.Open, SchemeVersionId: { } version })
                continue;
            var scheme = await schemes.GetAsync(version, cancellationToken);
            var ids = ofRound.Select(k => k.School).ToList();
            var cards = db.Scorecards.Local.Where(c => c.RoundId == round.Id).ToDictionary(c => c.SchoolId);
            if (ids.Exists(id => !cards.ContainsKey(id)))
                cards = await db.Scorecards.Where(c => c.RoundId == round.Id && ids.Contains(c.SchoolId)).ToDictionaryAsync(c => c.SchoolId, cancellationToken);
            foreach (var portion in ids.Chunk(Portion))
            {
                foreach (var (school, input) in await inputs.LoadAcrossSchoolsAsync(round, scheme, portion, cancellationToken))
                {
                    var result = ScoringEngine.Score(scheme, input);
                    if (cards[school.Id].Take(result, TieKey.Encode(result.TieValues), school))
                        changed.Add(new ScorecardKey(round.Id, school.Id));
                }

                // A portion at a time: the statements of thousands of changed rows weigh more than the rows.
                await db.SaveChangesAsync(cancellationToken);
            }
        }

        return changed;
    }
}

/// <summary>Scorecards that are locked, to be recomputed once the change is made.</summary>
public sealed class RollupWork : IAsyncDisposable
{
    private readonly ScorecardRollup rollup;
    private readonly IAsyncDisposable reach;

    internal RollupWork(ScorecardRollup rollup, IAsyncDisposable reach, IReadOnlyList<ScorecardKey> keys) =>
        (this.rollup, this.reach, Keys) = (rollup, reach, keys);

    /// <summary>The scorecards that exist and are locked.</summary>
    public IReadOnlyList<ScorecardKey> Keys { get; }

    /// <summary>Saves the change and recomputes.</summary>
    public Task<IReadOnlyList<ScorecardKey>> RecomputeAsync(CancellationToken cancellationToken) =>
        rollup.RecomputeAcrossSchoolsAsync(Keys, cancellationToken);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => reach.DisposeAsync();
}
