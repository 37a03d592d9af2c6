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

/// <summary>Ranks, derived whenever they are read; the statements are the same on every engine.</summary>
internal sealed class RankingReader(UnionDbContext context) : IRankingReader
{
    /// <summary>Outcomes from here on are ranked.</summary>
    private const int FirstRanked = (int)Outcome.NotQualified;

    /// <summary>Ranked schools first, by total and tie chain; the others last, by code.</summary>
    private const string Order =
        "r.unranked, CASE WHEN r.unranked = 0 THEN r.total END DESC, CASE WHEN r.unranked = 0 THEN r.tie_key END DESC, "
        + "CASE WHEN r.unranked = 0 THEN COALESCE(r.tie_position, 2147483647) END, r.school_code";

    public Task<(IReadOnlyList<RankedRow> Rows, int Total)> ReadAcrossSchoolsAsync(RankingSlice slice, CancellationToken cancellationToken) =>
        slice is { GroupBy: RankingGroup.None, Group: null, Zone: null, School: null, Take: not null }
            ? ReadPageAcrossSchoolsAsync(slice, cancellationToken)
            : ReadByWindowAcrossSchoolsAsync(slice, cancellationToken);

    /// <summary>
    /// A page of the ungrouped ranking: its rows by a plain top-n, its ranks from their places in the order. Only the first and the
    /// last total of the page may reach beyond it, so one more statement counts those, and all rows.
    /// </summary>
    private async Task<(IReadOnlyList<RankedRow> Rows, int Total)> ReadPageAcrossSchoolsAsync(RankingSlice slice, CancellationToken cancellationToken)
    {
        await using var command = Command(slice);
        command.CommandText = $"""
            SELECT 0, r.school_code, s.name, z.code, '', r.total, r.grade, r.outcome, 0
            FROM (SELECT r.* FROM (SELECT c.school_id, c.school_code, c.zone_id, c.total, c.grade, c.outcome, c.tie_key, c.tie_position,
                                          CASE WHEN c.outcome >= @ranked THEN 0 ELSE 1 END AS unranked
                                   FROM scorecards c WHERE c.district_id = @district AND c.round_id = @round) r
                  ORDER BY {Order} {PageOf(slice)}) r
            JOIN schools s ON s.district_id = @district AND s.id = r.school_id
            JOIN zones z ON z.district_id = @district AND z.id = r.zone_id
            ORDER BY {Order}
            """;
        var rows = await ReadAsync(command, RankingGroup.None, cancellationToken);
        var (first, last) = (rows.FirstOrDefault()?.Total ?? 0, rows.LastOrDefault(r => IsRanked(r.Outcome))?.Total ?? 0);
        Add(command, "first", first);
        Add(command, "last", last);
        command.CommandText =
            """
            SELECT COALESCE(SUM(CASE WHEN outcome >= @ranked AND total > @first THEN 1 ELSE 0 END), 0),
                   COALESCE(SUM(CASE WHEN outcome >= @ranked AND total = @first THEN 1 ELSE 0 END), 0),
                   COALESCE(SUM(CASE WHEN outcome >= @ranked AND total = @last THEN 1 ELSE 0 END), 0), COUNT(*)
            FROM scorecards WHERE district_id = @district AND round_id = @round
            """;
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        var (higher, ofFirst, ofLast, total) = (reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2), (int)reader.GetInt64(3));
        var inPage = rows.Where(r => IsRanked(r.Outcome)).GroupBy(r => r.Total).ToDictionary(g => g.Key, g => g.Count());
        var place = 0L;
        long? previous = null;
        for (var i = 0; i < rows.Count; i++)
        {
            var row = rows[i];
            if (!IsRanked(row.Outcome))
                continue;
            if (previous != row.Total)
                place = row.Total == first ? higher + 1 : slice.Skip + i + 1;
            previous = row.Total;
            var ties = row.Total == first ? ofFirst : row.Total == last ? ofLast : inPage[row.Total];
            rows[i] = row with { Rank = place, Ties = (int)ties };
        }

        return (rows, total);
    }

    /// <summary>Any other part of a ranking, by window functions over the whole round.</summary>
    private async Task<(IReadOnlyList<RankedRow> Rows, int Total)> ReadByWindowAcrossSchoolsAsync(RankingSlice slice, CancellationToken cancellationToken)
    {
        var group = slice.GroupBy switch
        {
            RankingGroup.Zone => "z.code",
            RankingGroup.Stage => "CAST(c.stage AS varchar(10))",
            _ => "''",
        };
        await using var command = Command(slice);
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

        var scorecards = $"""
            SELECT c.school_id, c.school_code, c.zone_id, z.code AS zone, {group} AS grp, c.total, c.grade, c.outcome, c.tie_key, c.tie_position,
                   CASE WHEN c.outcome >= @ranked THEN 0 ELSE 1 END AS unranked
            FROM scorecards c JOIN zones z ON z.district_id = c.district_id AND z.id = c.zone_id
            WHERE c.district_id = @district AND c.round_id = @round
            """;
        command.CommandText = $"""
            SELECT r.place, r.school_code, s.name, r.zone, r.grp, r.total, r.grade, r.outcome, r.ties
            FROM (SELECT c.*, RANK() OVER (PARTITION BY c.grp, c.unranked ORDER BY c.total DESC) AS place,
                         COUNT(*) OVER (PARTITION BY c.grp, c.unranked, c.total) AS ties
                  FROM ({scorecards}) c) r
            JOIN schools s ON s.district_id = @district AND s.id = r.school_id
            WHERE {shown}
            ORDER BY r.grp, {Order} {PageOf(slice)}
            """;
        var rows = await ReadAsync(command, slice.GroupBy, cancellationToken);
        if (slice.Take is null || slice.School is not null)
            return (rows, rows.Count);
        command.CommandText = $"SELECT COUNT(*) FROM ({scorecards}) r WHERE {shown}";
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

    private static string PageOf(RankingSlice slice) => slice.Take is { } take
        ? string.Create(CultureInfo.InvariantCulture, $"OFFSET {slice.Skip} ROWS FETCH NEXT {take} ROWS ONLY")
        : "";

    private static bool IsRanked(Outcome outcome) => (int)outcome >= FirstRanked;

    private static async Task<List<RankedRow>> ReadAsync(DbCommand command, RankingGroup groupBy, CancellationToken cancellationToken)
    {
        List<RankedRow> rows = [];
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            rows.Add(Read(reader, groupBy));
        return rows;
    }

    private static RankedRow Read(DbDataReader reader, RankingGroup groupBy)
    {
        var outcome = (Outcome)reader.GetInt32(7);
        var group = reader.GetString(4);
        return new RankedRow(
            IsRanked(outcome) ? Convert.ToInt64(reader.GetValue(0), CultureInfo.InvariantCulture) : null,
            reader.GetString(1),
            reader.GetString(2),
            reader.GetString(3),
            groupBy == RankingGroup.Stage ? Words.Camel((SchoolStage)int.Parse(group, CultureInfo.InvariantCulture)) : group,
            reader.GetInt64(5),
            reader.IsDBNull(6) ? null : reader.GetString(6),
            outcome,
            IsRanked(outcome) ? Convert.ToInt32(reader.GetValue(8), CultureInfo.InvariantCulture) : 0);
    }

    private DbCommand Command(RankingSlice slice)
    {
        var command = context.Database.GetDbConnection().CreateCommand();
        command.Transaction = context.Database.CurrentTransaction?.GetDbTransaction();
        Add(command, "district", slice.DistrictId.Value);
        Add(command, "round", slice.RoundId.Value);
        Add(command, "ranked", FirstRanked);
        return command;
    }

    private static void Add(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
    }
}
