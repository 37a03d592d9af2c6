using DistrictUnion.Application.Common;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Titles;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Titles;

/// <summary>A campaign.</summary>
/// <param name="Code">Code.</param>
/// <param name="Programme">Code of its programme.</param>
/// <param name="Name">Name.</param>
/// <param name="Tier">Tier it confers.</param>
/// <param name="Round">Code of the round whose results it ranks by.</param>
/// <param name="DueAt">First instant at which a recommendation is late.</param>
/// <param name="State">State.</param>
/// <param name="Definition">The programme as it was when the campaign opened; null before.</param>
/// <param name="Decision">The leadership's decision; null until there is one. Schools see it once the campaign ended, and never why it departs for others.</param>
/// <param name="TieResolutions">Ties decided by people; null for schools and zone leads.</param>
/// <param name="Trail">What happened; null for schools and zone leads.</param>
public sealed record CampaignView(
    string Code,
    string Programme,
    string Name,
    string Tier,
    string Round,
    DateTimeOffset DueAt,
    CampaignState State,
    ProgrammeDefinition? Definition,
    LeadershipDecision? Decision,
    IReadOnlyList<CampaignTieResolution>? TieResolutions,
    IReadOnlyList<TrailEntry>? Trail);

/// <summary>Makes views of campaigns.</summary>
internal sealed class CampaignViews(IUnionDb db, ITenantContext tenant)
{
    /// <summary>One campaign.</summary>
    public async Task<Tagged<CampaignView>> OfAsync(TitleCampaign campaign, bool created, CancellationToken cancellationToken)
    {
        var names = await db.TitleProgrammes.Where(p => p.Id == campaign.ProgrammeId)
            .Select(p => new { Programme = p.Code, Round = db.Rounds.Where(r => r.Id == campaign.RoundId).Select(r => r.Code).First() })
            .SingleAsync(cancellationToken);
        return new Tagged<CampaignView>(Of(campaign, names.Programme, names.Round), campaign.Version, created);
    }

    private static LeadershipDecision? ShownToSchools(TitleCampaign campaign) => campaign.State == CampaignState.Ended ? campaign.Decision! with { Departures = [], RecordedBy = "" } : null;

    /// <summary>A campaign whose names are known.</summary>
    public CampaignView Of(TitleCampaign campaign, string programme, string round)
    {
        var isOutside = !tenant.RequireCaller().IsDistrictStaff;
        return new CampaignView(
            campaign.Code,
            programme,
            campaign.Name,
            campaign.Tier,
            round,
            BusinessTime.Local(campaign.DueAt),
            campaign.State,
            campaign.Definition is { } definition ? Json.Read<ProgrammeDefinition>(definition) : null,
            isOutside ? ShownToSchools(campaign) : campaign.Decision,
            isOutside ? null : campaign.TieResolutions,
            isOutside ? null : campaign.Trail);
    }
}
