using System.Data.Common;
using System.Globalization;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Organisation;
using DistrictUnion.Domain.Schemes;
using DistrictUnion.Domain.Scoring;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace DistrictUnion.Infrastructure.Persistence;

/// <summary>Ranks by one window query, the same on every engine; the page's total is a separate count.</summary>
internal sealed class RankingReader(UnionDbContext context) : IRankingReader
{
    /// <summary>Outcomes from here on are ranked.</summary>
    private const int FirstRanked = (int)Outcome.NotQualified;

    public async Task<(IReadOnlyList<RankedRow> Rows, int Total)> ReadAcrossSchoolsAsync(RankingSlice slice, CancellationToken cancellationToken)
    {
        var group = slice.GroupBy switch
        {
            RankingGroup.Zone => "z.code",
            RankingGroup.Stage => "CAST(c.stage AS varchar(10))",
            _ => "''",
        };
        await using var command = context.Database.GetDbConnection().CreateCommand();
        command.Transaction = context.Database.CurrentTransaction?.GetDbTransaction();
        Add(command, "district", slice.DistrictId.Value);
        Add(command, "round", slice.RoundId.Value);
        Add(command, "ranked", FirstRanked);
        var shown = "1 = 1";
        if (slice.Group is { } wanted)
        {
            shown += " AND r.grp = @grp";
            Add(command, "grp", slice.GroupBy == RankingGroup.Stage && Enum.TryParse<SchoolStage>(wanted, ignoreCase: true, out var stage)
                ? ((int)stage).ToString(CultureInfo.InvariantCulture)
                : wanted);
        }

        if (slice.Zone is { } zone)
        {
            shown += " AND r.zone_id = @zone";
            Add(command, "zone", zone.Value);
        }

        if (slice.School is { } school)
        {
            shown += " AND r.school_id = @school";
            Add(command, "school", school.Value);
        }

        var ranked = $"""
            SELECT c.school_id, c.zone_id, z.code AS zone, {group} AS grp, c.total, c.grade, c.outcome, c.tie_key, c.tie_position,
                   CASE WHEN c.outcome >= @ranked THEN 0 ELSE 1 END AS unranked,
                   RANK() OVER (PARTITION BY {group}, CASE WHEN c.outcome >= @ranked THEN 0 ELSE 1 END ORDER BY c.total DESC) AS place,
                   COUNT(*) OVER (PARTITION BY {group}, CASE WHEN c.outcome >= @ranked THEN 0 ELSE 1 END, c.total) AS ties
            FROM scorecards c JOIN zones z ON z.district_id = c.district_id AND z.id = c.zone_id
            WHERE c.district_id = @district AND c.round_id = @round
            """;
        var page = slice.Take is { } take ? string.Create(CultureInfo.InvariantCulture, $"OFFSET {slice.Skip} ROWS FETCH NEXT {take} ROWS ONLY") : "";
        command.CommandText = $"""
            SELECT r.place, s.code, s.name, r.zone, r.grp, r.total, r.grade, r.outcome, r.ties
            FROM ({ranked}) r JOIN schools s ON s.district_id = @district AND s.id = r.school_id
            WHERE {shown}
            ORDER BY r.grp, r.unranked, CASE WHEN r.unranked = 0 THEN r.total END DESC, CASE WHEN r.unranked = 0 THEN r.tie_key END DESC,
                     CASE WHEN r.unranked = 0 THEN COALESCE(r.tie_position, 2147483647) END, s.code {page}
            """;
        List<RankedRow> rows = [];
        await using (var reader = await command.ExecuteReaderAsync(cancellationToken))
        {
            while (await reader.ReadAsync(cancellationToken))
                rows.Add(Read(reader, slice.GroupBy));
        }

        if (slice.Take is null || (slice.School is not null && slice.Skip == 0))
            return (rows, rows.Count);
        command.CommandText = $"SELECT COUNT(*) FROM ({ranked}) r WHERE {shown}";
        return (rows, Convert.ToInt32(await command.ExecuteScalarAsync(cancellationToken), CultureInfo.InvariantCulture));
    }

    public async Task<IReadOnlyList<ZoneSums>> SumAcrossSchoolsAsync(RoundId round, ZoneId? zone, CancellationToken cancellationToken)
    {
        var sums = await context.Scorecards.AsNoTracking().Where(c => c.RoundId == round && (zone == null || c.ZoneId == zone))
            .Join(context.Zones, c => c.ZoneId, z => z.Id, (c, z) => new { Zone = z.Code, c.Outcome, c.Total, c.Members })
            .GroupBy(c => c.Zone)
            .Select(g => new
            {
                Zone = g.Key,
                InScope = g.Count(),
                Submitted = g.Count(c => c.Outcome != Outcome.NotSubmitted),
                Total = g.Sum(c => (decimal)c.Total),
                Members = g.Sum(c => c.Outcome != Outcome.NotSubmitted ? (decimal)c.Members : 0m),
                Weighted = g.Sum(c => c.Outcome != Outcome.NotSubmitted ? (decimal)c.Members * c.Total : 0m),
            })
            .OrderBy(g => g.Zone)
            .ToListAsync(cancellationToken);
        return [.. sums.Select(s => new ZoneSums(s.Zone, s.InScope, s.Submitted, s.Total, s.Members, s.Weighted))];
    }

    private static RankedRow Read(DbDataReader reader, RankingGroup groupBy)
    {
        var outcome = (Outcome)reader.GetInt32(7);
        var isRanked = (int)outcome >= FirstRanked;
        var group = reader.GetString(4);
        return new RankedRow(
            isRanked ? reader.GetInt64(0) : null,
            reader.GetString(1),
            reader.GetString(2),
            reader.GetString(3),
            groupBy == RankingGroup.Stage ? Words.Camel((SchoolStage)int.Parse(group, CultureInfo.InvariantCulture)) : group,
            reader.GetInt64(5),
            reader.IsDBNull(6) ? null : reader.GetString(6),
            outcome,
            isRanked ? (int)reader.GetInt64(8) : 0);
    }

    private static void Add(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
    }
}
