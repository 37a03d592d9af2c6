using DistrictUnion.Application.Ports;
using DistrictUnion.Application.Schemes;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Organisation;
using DistrictUnion.Domain.Schemes;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Results;

/// <summary>What codes in results are called, for papers that people read. None of it is a result: every role may know it.</summary>
/// <param name="Round">Code of the round.</param>
/// <param name="RoundName">Its name.</param>
/// <param name="Scheme">The scheme it pins.</param>
/// <param name="Zones">Zone names by code.</param>
internal sealed record ResultNames(string Round, string RoundName, SchemeDefinition Scheme, IReadOnlyDictionary<string, string> Zones)
{
    /// <summary>Reads the names of a round that is at work: two statements, and one for the scheme the first time.</summary>
    public static async Task<ResultNames> LoadAsync(IUnionDb db, SchemeCatalogue schemes, RoundId id, CancellationToken cancellationToken)
    {
        var round = await db.Rounds.AsNoTracking().Where(r => r.Id == id).Select(r => new { r.Code, r.Name, r.SchemeVersionId }).SingleAsync(cancellationToken);
        var zones = await db.Zones.AsNoTracking().ToDictionaryAsync(z => z.Code, z => z.Name, StringComparer.Ordinal, cancellationToken);
        return new ResultNames(round.Code, round.Name, (await schemes.GetAsync(round.SchemeVersionId!.Value, cancellationToken)).Definition, zones);
    }

    /// <summary>Name of a zone.</summary>
    public string Zone(string code) => Zones.GetValueOrDefault(code, code);

    /// <summary>Name of a grade; nothing for none.</summary>
    public string? Grade(string? code) => code is null ? null : Scheme.Grades.FirstOrDefault(g => g.Code == code)?.Name ?? code;

    /// <summary>Name of a group that ranks count in; nothing for none.</summary>
    public string? Group(string? group, IMessages messages)
    {
        if (group is null || Scheme.Ranking.GroupBy == RankingGroup.Zone)
            return group is null ? null : Zone(group);
        foreach (var stage in Enum.GetValues<SchoolStage>())
        {
            if (Words.Camel(stage) == group)
                return messages.Word("stage", stage);
        }

        return group;
    }
}
