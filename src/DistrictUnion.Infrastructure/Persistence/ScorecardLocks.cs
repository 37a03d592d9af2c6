using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Infrastructure.Persistence;

/// <summary>Row locks on scorecards, taken in the order of round and school so that two writers never wait for each other.</summary>
internal sealed class ScorecardLocks(UnionDbContext context, IAcrossSchools acrossSchools, ITenantContext tenant) : IScorecardLocks
{
    public async Task<IReadOnlyList<ScorecardKey>> LockAcrossSchoolsAsync(
        IReadOnlyCollection<RoundId> rounds, IReadOnlyCollection<SchoolId> schools, CancellationToken cancellationToken)
    {
        if (rounds.Count == 0 || schools.Count == 0)
            return [];
        await using var reach = await acrossSchools.BeginAsync(cancellationToken);
        var district = tenant.RequireCaller().DistrictId.Value;
        var roundIds = rounds.Select(r => r.Value).ToArray();
        var schoolIds = schools.Select(s => s.Value).ToArray();

        // The rows come along: whoever locks them is about to recompute them.
        var locked = await context.Scorecards.FromSql(
            $"""
            SELECT * FROM scorecards WHERE district_id = {district} AND round_id = ANY({roundIds}) AND school_id = ANY({schoolIds})
            ORDER BY round_id, school_id FOR UPDATE
            """).ToListAsync(cancellationToken);
        return [.. locked.Select(c => new ScorecardKey(c.RoundId, c.SchoolId))];
    }

    public async Task LockRoundAcrossSchoolsAsync(RoundId round, CancellationToken cancellationToken)
    {
        await using var reach = await acrossSchools.BeginAsync(cancellationToken);
        var district = tenant.RequireCaller().DistrictId.Value;
        await context.Database.SqlQuery<Guid>(
            $"""
            SELECT school_id AS "Value" FROM scorecards WHERE district_id = {district} AND round_id = {round.Value}
            ORDER BY round_id, school_id FOR UPDATE
            """).ToListAsync(cancellationToken);
        await context.Database.SqlQuery<Guid>(
            $"""SELECT id AS "Value" FROM rounds WHERE district_id = {district} AND id = {round.Value} FOR UPDATE""").ToListAsync(cancellationToken);
    }
}
