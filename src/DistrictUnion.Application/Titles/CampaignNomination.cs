using DistrictUnion.Application.Common;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Titles;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Titles;

/// <summary>Nominates a campaign's best to the next level: in the order of the ranking, as many as the level gives places, once the publicity of all is over.</summary>
internal sealed class CampaignNomination(IUnionDb db, TimeProvider clock)
{
    private static readonly ApplicationState[] Chosen = [ApplicationState.Shortlisted, ApplicationState.InPublicity, ApplicationState.Objected, ApplicationState.Awarded];

    /// <summary>Nominates.</summary>
    public async Task<Error?> NominateAsync(TitleCampaign campaign, string actor, string? reason, CancellationToken cancellationToken)
    {
        if (campaign.State != CampaignState.Decided)
            return campaign.Refusal();
        if (Json.Read<ProgrammeDefinition>(campaign.Definition!).Nomination is not { } rule)
            return new ConflictError("nomination.noRule", Words.Camel(campaign.State), []);
        var applications = await db.TitleApplications.Where(a => a.CampaignId == campaign.Id && (Chosen.Contains(a.State) || a.NominatedAt != null)).ToListAsync(cancellationToken);
        if (applications.Exists(a => a.NominatedAt is not null))
            return new ConflictError("nomination.made", Words.Camel(campaign.State), ["withdrawNomination"]);
        if (applications.Count == 0)
            return new ConflictError("nomination.nobody", Words.Camel(campaign.State), []);
        if (await RefuseUnfinishedAsync(campaign, applications, cancellationToken) is { } unfinished)
            return unfinished;
        var line = LineOf(applications);
        if (IsTorn(campaign, line, rule.Places))
            return new ConflictError("nomination.tie", Words.Camel(campaign.State), ["resolveTie"]);
        var now = clock.GetUtcNow();
        foreach (var application in line.Take(rule.Places))
            application.MarkNominated(true, actor, now, reason);
        return campaign.MarkNominated(true, actor, now, reason);
    }

    /// <summary>Whether nobody is nominated yet and a tie nobody decided lies across the line of the nomination.</summary>
    public async Task<bool> AwaitsOrderAsync(TitleCampaign campaign, CancellationToken cancellationToken)
    {
        if (Json.Read<ProgrammeDefinition>(campaign.Definition!).Nomination is not { } rule)
            return false;
        var applications = await db.TitleApplications.AsNoTracking().Where(a => a.CampaignId == campaign.Id && (Chosen.Contains(a.State) || a.NominatedAt != null)).ToListAsync(cancellationToken);
        return !applications.Exists(a => a.NominatedAt is not null) && IsTorn(campaign, LineOf(applications), rule.Places);
    }

    /// <summary>Takes the nomination back.</summary>
    public async Task<Error?> WithdrawAsync(TitleCampaign campaign, string actor, string reason, CancellationToken cancellationToken)
    {
        if (campaign.State != CampaignState.Decided)
            return campaign.Refusal();
        var nominated = await db.TitleApplications.Where(a => a.CampaignId == campaign.Id && a.NominatedAt != null).ToListAsync(cancellationToken);
        if (nominated.Count == 0)
            return new ConflictError("nomination.notMade", Words.Camel(campaign.State), ["nominate"]);
        var now = clock.GetUtcNow();
        foreach (var application in nominated)
            application.MarkNominated(false, actor, now, reason);
        return campaign.MarkNominated(false, actor, now, reason);
    }

    /// <summary>The refusal while somebody chosen isn't public yet, is still public, or is objected to; null when all are through.</summary>
    public async Task<ConflictError?> RefuseUnfinishedAsync(TitleCampaign campaign, IReadOnlyCollection<TitleApplication> applications, CancellationToken cancellationToken)
    {
        if (applications.Any(a => a.State == ApplicationState.Objected))
            return new ConflictError("nomination.objected", Words.Camel(campaign.State), ["decideObjections"]);
        if (applications.Any(a => a.State == ApplicationState.Shortlisted))
            return new ConflictError("nomination.notPublic", Words.Camel(campaign.State), ["publicise"]);
        if (applications.Any(a => !Chosen.Contains(a.State)))
            return new ConflictError("nomination.changed", Words.Camel(campaign.State), ["withdrawNomination"]);
        var today = clock.Today();
        var running = (await db.PublicityNotices.AsNoTracking().Where(n => n.CampaignId == campaign.Id && n.CancelledFor == null && n.EndOn >= today).Select(n => n.Units).ToListAsync(cancellationToken))
            .SelectMany(units => units).Select(u => u.Application).ToHashSet(StringComparer.Ordinal);
        return applications.Any(a => running.Contains(a.Code)) ? new ConflictError("nomination.publicityOpen", Words.Camel(campaign.State), ["wait"]) : null;
    }

    private static List<TitleApplication> LineOf(IEnumerable<TitleApplication> applications) =>
        [.. applications.OrderBy(a => a.Ranking?.Position ?? int.MaxValue).ThenBy(a => a.Code, StringComparer.Ordinal)];

    /// <summary>Whether the last place is between units that share a rank and whose order nobody decided.</summary>
    private static bool IsTorn(TitleCampaign campaign, List<TitleApplication> line, int places)
    {
        if (places < 1 || places >= line.Count || line[places - 1].Ranking?.Rank != line[places].Ranking?.Rank)
            return false;
        var resolved = Json.Read<RankedFrom>(campaign.RankedFrom!).Units.Where(u => u.Resolved is not null).Select(u => u.Application).ToHashSet(StringComparer.Ordinal);
        return !resolved.Contains(line[places - 1].Code) || !resolved.Contains(line[places].Code);
    }
}
