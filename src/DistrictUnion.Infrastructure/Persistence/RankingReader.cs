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
        slice is { GroupBy: RankingGroup.None, Group: null, Zone: null, Take: { } take }
            ? ReadPageAcrossSchoolsAsync(slice, take, cancellationToken)
            : ReadByWindowAcrossSchoolsAsync(slice, cancellationToken);

    /// <summary>
    /// A page of the ungrouped ranking: the ranked in the order of the index of totals, its ranks from their places in the order. Only the
    /// first and the last total of the page may reach beyond it, so one more statement counts those, and all rows. Where the ranked end,
    /// the others follow by code.
    /// </summary>
    private async Task<(IReadOnlyList<RankedRow> Rows, int Total)> ReadPageAcrossSchoolsAsync(RankingSlice slice, int take, CancellationToken cancellationToken)
    {
        await using var command = Command(slice);
        command.CommandText = PageText(">=", "r.total DESC, r.tie_key DESC, COALESCE(r.tie_position, 2147483647), r.school_code", slice.Skip, take);
        var rows = await ReadAsync(command, RankingGroup.None, cancellationToken);
        var (first, last) = (rows.FirstOrDefault()?.Total ?? 0, rows.LastOrDefault()?.Total ?? 0);
        Add(command, "first", first);
        Add(command, "last", last);
        command.CommandText =
            """
            SELECT COALESCE(SUM(CASE WHEN outcome >= @ranked AND total > @first THEN 1 ELSE 0 END), 0),
                   COALESCE(SUM(CASE WHEN outcome >= @ranked AND total = @first THEN 1 ELSE 0 END), 0),
                   COALESCE(SUM(CASE WHEN outcome >= @ranked AND total = @last THEN 1 ELSE 0 END), 0),
                   COALESCE(SUM(CASE WHEN outcome >= @ranked THEN 1 ELSE 0 END), 0), COUNT(*)
            FROM scorecards WHERE district_id = @district AND round_id = @round
            """;
        var (higher, ofFirst, ofLast, ranked, total) = await ReadCountsAsync(command, cancellationToken);
        Rank(rows, slice.Skip, higher, ofFirst, ofLast);
        if (rows.Count < take && slice.Skip + rows.Count < total)
        {
            command.CommandText = PageText("<", "r.school_code", Math.Max(0, slice.Skip - ranked), take - rows.Count);
            rows.AddRange(await ReadAsync(command, RankingGroup.None, cancellationToken));
        }

        return (rows, total);
    }

    private static string PageText(string comparison, string order, int skip, int take) => string.Create(
        CultureInfo.InvariantCulture,
        $"""
         SELECT 0, r.school_code, s.name, z.code, '', r.total, r.grade, r.outcome, 0
         FROM (SELECT r.school_id, r.school_code, r.zone_id, r.total, r.grade, r.outcome, r.tie_key, r.tie_position
               FROM scorecards r WHERE r.district_id = @district AND r.round_id = @round AND r.outcome {comparison} @ranked
               ORDER BY {order} OFFSET {skip} ROWS FETCH NEXT {take} ROWS ONLY) r
         JOIN schools s ON s.district_id = @district AND s.id = r.school_id
         JOIN zones z ON z.district_id = @district AND z.id = r.zone_id
         ORDER BY {order}
         """);

    private static async Task<(int Higher, int OfFirst, int OfLast, int Ranked, int Total)> ReadCountsAsync(DbCommand command, CancellationToken cancellationToken)
    {
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        int CountAt(int column) => Convert.ToInt32(reader.GetValue(column), CultureInfo.InvariantCulture);
        return (CountAt(0), CountAt(1), CountAt(2), CountAt(3), CountAt(4));
    }

    /// <summary>Ranks a page of ranked rows by their places, ties by the page itself but for its first and last total.</summary>
    private static void Rank(List<RankedRow> rows, int skip, int higher, int ofFirst, int ofLast)
    {
        var inPage = rows.CountBy(r => r.Total).ToDictionary();
        var place = higher + 1L;
        for (var i = 0; i < rows.Count; i++)
        {
            var total = rows[i].Total;
            if (i > 0 && rows[i - 1].Total != total)
                place = skip + i + 1;
            rows[i] = rows[i] with { Rank = place, Ties = total == rows[0].Total ? ofFirst : total == rows[^1].Total ? ofLast : inPage[total] };
        }
    }

    public async Task<RankedRow?> FindAcrossSchoolsAsync(DistrictId district, RoundId round, RankingGroup groupBy, SchoolId school, CancellationToken cancellationToken)
    {
        // Higher and equal totals are counted, so that not the whole round is put in order for one school.
        var (group, isSameGroup) = groupBy switch
        {
            RankingGroup.Zone => ("z.code", "AND o.zone_id = c.zone_id"),
            RankingGroup.Stage => ("CAST(c.stage AS varchar(10))", "AND o.stage = c.stage"),
            _ => ("''", ""),
        };
        var others = $"SELECT COUNT(*) FROM scorecards o WHERE o.district_id = @district AND o.round_id = @round AND o.outcome >= @ranked {isSameGroup}";
        await using var command = Command(district, round);
        Add(command, "school", school.Value);
        command.CommandText = $"""
            SELECT ({others} AND o.total > c.total) + 1, c.school_code, s.name, z.code, {group}, c.total, c.grade, c.outcome, ({others} AND o.total = c.total)
            FROM scorecards c
            JOIN schools s ON s.district_id = @district AND s.id = c.school_id
            JOIN zones z ON z.district_id = @district AND z.id = c.zone_id
            WHERE c.district_id = @district AND c.round_id = @round AND c.school_id = @school
            """;
        return (await ReadAsync(command, groupBy, cancellationToken)).SingleOrDefault();
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
        if (slice.Take is null)
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

    private DbCommand Command(RankingSlice slice) => Command(slice.DistrictId, slice.RoundId);

    private DbCommand Command(DistrictId district, RoundId round)
    {
        var command = context.Database.GetDbConnection().CreateCommand();
        command.Transaction = context.Database.CurrentTransaction?.GetDbTransaction();
        Add(command, "district", district.Value);
        Add(command, "round", round.Value);
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
