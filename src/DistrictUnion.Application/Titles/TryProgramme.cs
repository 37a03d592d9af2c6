using DistrictUnion.Application.Common;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Titles;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Titles;

/// <summary>What a problem of a programme is.</summary>
/// <param name="Path">Path in the definition.</param>
/// <param name="Problem">What is wrong.</param>
public sealed record ProgrammeProblem(string Path, Statement Problem);

/// <summary>An application for which a rule would come out otherwise.</summary>
/// <param name="Application">Code.</param>
/// <param name="Rule">Code of the rule.</param>
/// <param name="IsMetNow">What the programme says; null: it has no such rule.</param>
/// <param name="IsMetThen">What the change would say; null: it has no such rule.</param>
public sealed record TouchedApplication(string Application, string Rule, bool? IsMetNow, bool? IsMetThen);

/// <summary>What a changed programme would do.</summary>
/// <param name="Problems">What is wrong with it; contradicted examples too.</param>
/// <param name="Touched">Applications of campaigns that haven't ended for which a rule would come out otherwise. Open campaigns keep what they were opened with; this tells what the change would have meant.</param>
public sealed record ProgrammeTrial(IReadOnlyList<ProgrammeProblem> Problems, IReadOnlyList<TouchedApplication> Touched);

/// <summary>Tries a change of a programme on its examples and on the applications under way; nothing is stored.</summary>
public sealed record TryProgramme(TitleProgrammeId Programme, ProgrammeDefinition Body) : IQuery<ProgrammeTrial>;

internal sealed class TryProgrammeHandler(IUnionDb db, Candidates candidates) : IHandler<TryProgramme, ProgrammeTrial>
{
    public async Task<Result<ProgrammeTrial>> Handle(TryProgramme request, CancellationToken cancellationToken)
    {
        var problems = ProgrammeChecks.Check(request.Body).Select(p => new ProgrammeProblem(p.Path, new Statement(p.Code, p.Arguments))).ToList();
        var now = Json.Read<ProgrammeDefinition>(await db.TitleProgrammes.Where(p => p.Id == request.Programme).Select(p => p.Definition).SingleAsync(cancellationToken));
        if (problems.Exists(p => p.Problem.Code != "programme.exampleContradicted"))
            return new ProgrammeTrial(problems, []);
        var campaigns = await db.TitleCampaigns.AsNoTracking().Where(c => c.ProgrammeId == request.Programme && c.State != CampaignState.Planned && c.State != CampaignState.Ended).ToListAsync(cancellationToken);
        List<TouchedApplication> touched = [];
        foreach (var campaign in campaigns)
        {
            var applications = await db.TitleApplications.AsNoTracking().Where(a => a.CampaignId == campaign.Id).ToListAsync(cancellationToken);
            foreach (var unit in await candidates.LoadAsync(campaign, applications, cancellationToken))
                touched.AddRange(Compare(unit, campaign, now, request.Body));
        }

        return new ProgrammeTrial(problems, touched);
    }

    private static IEnumerable<TouchedApplication> Compare(CampaignUnit unit, TitleCampaign campaign, ProgrammeDefinition now, ProgrammeDefinition then)
    {
        var day = campaign.LastDay;
        var (before, after) = (Of(now), Of(then));
        return before.Keys.Union(after.Keys, StringComparer.Ordinal)
            .Select(rule => new TouchedApplication(
                unit.Application.Code, rule, before.TryGetValue(rule, out var b) ? b : null, after.TryGetValue(rule, out var a) ? a : null))
            .Where(t => (t.IsMetNow ?? true) != (t.IsMetThen ?? true));

        Dictionary<string, bool> Of(ProgrammeDefinition definition) =>
            EligibilityRules.Judge(definition, unit.Candidate, campaign.Tier, day, atEntry: unit.Result is null).ToDictionary(f => f.Rule, f => f.IsMet, StringComparer.Ordinal);
    }
}
