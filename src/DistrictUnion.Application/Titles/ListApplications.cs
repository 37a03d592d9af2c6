using DistrictUnion.Application.Common;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Titles;

namespace DistrictUnion.Application.Titles;

/// <summary>An application in a list.</summary>
/// <param name="Code">Code.</param>
/// <param name="Campaign">Code of the campaign.</param>
/// <param name="School">Code of the school.</param>
/// <param name="Unit">Code of the unit.</param>
/// <param name="UnitName">Name of the branch, else of the school.</param>
/// <param name="State">State.</param>
/// <param name="ReceivedAt">When it was recommended.</param>
/// <param name="NominatedAt">When it was nominated to the next level; null: it isn't.</param>
public sealed record ApplicationSummary(
    string Code, string Campaign, string School, string Unit, string UnitName, ApplicationState State, DateTimeOffset? ReceivedAt, DateTimeOffset? NominatedAt);

/// <summary>Applications by code, those of the own school for a school, of the own zone for a zone lead.</summary>
/// <param name="Programme">Programme; null: any.</param>
/// <param name="Campaign">Code of a campaign; null: any.</param>
/// <param name="State">State; null: any.</param>
/// <param name="Page">Page.</param>
public sealed record ListApplications(TitleProgrammeId? Programme, string? Campaign, ApplicationState? State, PageRequest Page) : IQuery<Page<ApplicationSummary>>;

internal sealed class ListApplicationsHandler(IUnionDb db, ITenantContext tenant, ApplicationSight sight) : IHandler<ListApplications, Page<ApplicationSummary>>
{
    public async Task<Result<Page<ApplicationSummary>>> Handle(ListApplications request, CancellationToken cancellationToken)
    {
        var (isOutside, zone) = (!tenant.RequireCaller().IsDistrictStaff, tenant.RequireCaller().OwnZone);
        var states = request.State is not { } asked ? null : isOutside ? ApplicationSight.AskedBySchool(asked) : [asked];
        var awaiting = await sight.AwaitingAsync(null, cancellationToken);
        var page = await db.TitleApplications
            .Join(db.TitleCampaigns, a => a.CampaignId, c => c.Id, (a, c) => new { Application = a, Campaign = c })
            .Where(x => (request.Programme == null || x.Campaign.ProgrammeId == request.Programme)
                && (request.Campaign == null || x.Campaign.Code == request.Campaign)
                && (zone == null || db.Schools.Any(s => s.Id == x.Application.SchoolId && s.ZoneId == zone))
                && (states == null
                    || (x.Application.State == ApplicationState.InPublicity && awaiting.Contains(x.Application.Code) ? request.State == ApplicationState.Ranked : states.Contains(x.Application.State))))
            .OrderBy(x => x.Application.Code)
            .Select(x => new ApplicationSummary(
                x.Application.Code,
                x.Campaign.Code,
                db.Schools.Where(s => s.Id == x.Application.SchoolId).Select(s => s.Code).First(),
                x.Application.Unit,
                db.Branches.Where(b => b.Id == x.Application.BranchId).Select(b => b.Name).FirstOrDefault()
                    ?? db.Schools.Where(s => s.Id == x.Application.SchoolId).Select(s => s.Name).First(),
                x.Application.State,
                BusinessTime.Local(x.Application.ReceivedAt),
                BusinessTime.Local(x.Application.NominatedAt)))
            .ToPageAsync(request.Page, cancellationToken);
        return isOutside ? page with { Items = [.. page.Items.Select(a => a with { State = ApplicationSight.ToSchool(a.State, awaiting.Contains(a.Code, StringComparer.Ordinal)) })] } : page;
    }
}
