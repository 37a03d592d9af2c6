using DistrictUnion.Application.Common;
using DistrictUnion.Application.Ports;
using DistrictUnion.Application.Schemes;
using DistrictUnion.Domain.Ranking;
using DistrictUnion.Domain.Rounds;
using DistrictUnion.Domain.Scoring;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Results;

/// <summary>
/// Closing a round keeps, beside each result, what it was computed from, so that an explanation read years later tells of the
/// numbers that were decided on.
/// </summary>
public sealed class ScorecardFreeze(IUnionDb db, SchemeCatalogue schemes, ScoringInputs inputs)
{
    /// <summary>Schools read at a time.</summary>
    private const int Portion = 500;

    /// <summary>Freezes every scorecard of a round; the caller holds their locks.</summary>
    public async Task FreezeAcrossSchoolsAsync(AssessmentRound round, CancellationToken cancellationToken)
    {
        var scheme = await schemes.GetAsync(round.SchemeVersionId!.Value, cancellationToken);
        var cards = await db.Scorecards.Where(c => c.RoundId == round.Id).OrderBy(c => c.SchoolId).ToListAsync(cancellationToken);
        foreach (var portion in cards.Chunk(Portion))
        {
            var byId = portion.ToDictionary(c => c.SchoolId);
            foreach (var (school, input) in await inputs.LoadAcrossSchoolsAsync(round, scheme, [.. byId.Keys], cancellationToken))
            {
                var result = ScoringEngine.Score(scheme, input);
                byId[school.Id].Take(result, TieKey.Encode(result.TieValues), school);
                byId[school.Id].Freeze(Json.Write(input));
            }
        }
    }

    /// <summary>Lets the results of a reopened round follow the facts again, and catches up with what changed meanwhile.</summary>
    public async Task ThawAcrossSchoolsAsync(AssessmentRound round, CancellationToken cancellationToken)
    {
        await FreezeAcrossSchoolsAsync(round, cancellationToken);
        foreach (var card in db.Scorecards.Local.Where(c => c.RoundId == round.Id))
            card.Thaw();
    }
}
