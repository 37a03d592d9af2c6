using DistrictUnion.Application.Common;
using DistrictUnion.Application.Ports;
using DistrictUnion.Application.Schemes;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Organisation;
using DistrictUnion.Domain.Scorecards;
using DistrictUnion.Domain.Scoring;
using DistrictUnion.Domain.Titles;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Titles;

/// <summary>A unit with all that rules of eligibility and the ranking ask of it.</summary>
/// <param name="Application">The application.</param>
/// <param name="School">Its school.</param>
/// <param name="Zone">Code of the school's zone.</param>
/// <param name="UnitName">Name of the unit.</param>
/// <param name="Candidate">What rules look at.</param>
/// <param name="Result">Its result in the round; null while there is none.</param>
internal sealed record CampaignUnit(TitleApplication Application, School School, string Zone, string UnitName, Candidate Candidate, ScoreResult? Result)
{
    /// <summary>What the shares of a programme look at.</summary>
    public IReadOnlyList<string> Marks =>
    [
        $"setting:{Words.Camel(School.Setting)}", $"ownership:{Words.Camel(School.Ownership)}", $"stage:{Words.Camel(School.Stage)}", $"zone:{Zone}", .. Application.Marks,
    ];
}

/// <summary>Reads what is known of applicants: titles held, members, and the frozen result of the campaign's round.</summary>
internal sealed class Candidates(IUnionDb db, SchemeCatalogue schemes)
{
    /// <summary>The units of applications, in the order of their codes, in a constant number of statements.</summary>
    public async Task<IReadOnlyList<CampaignUnit>> LoadAsync(TitleCampaign campaign, IReadOnlyCollection<TitleApplication> applications, CancellationToken cancellationToken)
    {
        var schoolIds = applications.Select(a => a.SchoolId).Distinct().ToList();
        var schools = await db.Schools.AsNoTracking().Where(s => schoolIds.Contains(s.Id))
            .Join(db.Zones, s => s.ZoneId, z => z.Id, (s, z) => new { School = s, Zone = z.Code }).ToDictionaryAsync(s => s.School.Id, cancellationToken);
        var branchIds = applications.Where(a => a.BranchId is not null).Select(a => a.BranchId!.Value).ToList();
        var branches = branchIds.Count == 0
            ? []
            : await db.Branches.AsNoTracking().Where(b => branchIds.Contains(b.Id)).ToDictionaryAsync(b => b.Id, b => b.Name, cancellationToken);
        var held = (await db.HeldTitles.AsNoTracking().Where(t => schoolIds.Contains(t.SchoolId) && t.EndedOn == null).Select(t => new { t.Unit, t.Tier, t.AwardedOn, t.ProgrammeId }).ToListAsync(cancellationToken))
            .ToLookup(t => t.Unit, StringComparer.Ordinal);
        var version = await db.Rounds.Where(r => r.Id == campaign.RoundId).Select(r => r.SchemeVersionId).SingleAsync(cancellationToken);
        var scheme = version is { } pinned ? await schemes.GetAsync(pinned, cancellationToken) : null;
        var cards = scheme is null
            ? []
            : await db.Scorecards.AsNoTracking().Where(c => c.RoundId == campaign.RoundId && schoolIds.Contains(c.SchoolId) && c.FrozenInput != null).ToDictionaryAsync(c => c.SchoolId, cancellationToken);
        return
        [
            .. applications.OrderBy(a => a.Code, StringComparer.Ordinal).Select(a =>
            {
                var found = schools[a.SchoolId];
                
                // A school's tiers are the grades that schemes ask for, whatever the programme; a branch's mean something in their own programme only.
                var titles = held[a.Unit].Where(t => a.BranchId is null || t.ProgrammeId == campaign.ProgrammeId).GroupBy(t => t.Tier, StringComparer.Ordinal).ToDictionary(t => t.Key, t => (DateOnly?)t.Min(x => x.AwardedOn), StringComparer.Ordinal);
                if (a.BranchId is null)
                {
                    foreach (var title in found.School.Titles)
                        titles.TryAdd(title, null);
                }

                var candidate = new Candidate { Titles = titles, Members = a.BranchId is null ? found.School.Members : null };
                var input = InputOf(a, cards.GetValueOrDefault(a.SchoolId));
                if (scheme is null || input is null)
                    return new CampaignUnit(a, found.School, found.Zone, NameOf(a), candidate, null);
                var result = ScoringEngine.Score(scheme, input);
                candidate = candidate with { Total = result.Total, Vetoes = result.Vetoes, Nodes = NodesOf(scheme, result), Facts = FactFigures.Of(scheme, input) };
                return new CampaignUnit(a, found.School, found.Zone, NameOf(a), candidate, result);
            }),
        ];

        string NameOf(TitleApplication a) => a.BranchId is { } branch ? $"{schools[a.SchoolId].School.Name} {branches[branch]}" : schools[a.SchoolId].School.Name;
    }

    /// <summary>What a unit is scored by: the school's frozen figures; for a branch its own reports and the points that the district gave it.</summary>
    private static ScoringInput? InputOf(TitleApplication application, Scorecard? card)
    {
        if (card?.FrozenInput is not { } frozen)
            return null;
        return UnitOf(application, Json.Read<ScoringInput>(frozen));
    }

    /// <summary>What a unit is scored by, out of its school's figures; null for a branch that nobody gave points.</summary>
    public static ScoringInput? UnitOf(TitleApplication application, ScoringInput input)
    {
        if (application.BranchId is null)
            return input;
        return application.Scores.Count == 0
            ? null
            : input with
            {
                Branches = [.. input.Branches.Where(b => b.Code == application.Unit)],
                Evaluation = new EvaluationInput(),
                Events = [],
                Facts = new Dictionary<string, RecordedFact>(),
                HeldGrades = [],
                ZoneReview = null,
                DistrictReview = new ReviewInput { Scores = application.Scores },
            };
    }

    /// <summary>Nodes of a result as rules of eligibility see them.</summary>
    public static List<CandidateNode> NodesOf(CompiledScheme scheme, ScoreResult result) =>
        [.. scheme.Nodes.Take(scheme.FirstBonus).Select((node, i) => new CandidateNode(node.Code, node.Depth, node.Max ?? 0, result.Nodes[i].Final))];
}
