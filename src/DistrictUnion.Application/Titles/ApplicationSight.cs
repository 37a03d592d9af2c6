using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Titles;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Titles;

/// <summary>
/// What a school sees of its application, and a zone lead of those in the zone: between the ranking and the first day of publicity
/// nothing of the decision.
/// </summary>
internal sealed class ApplicationSight(IUnionDb db, ITenantContext tenant, TimeProvider clock)
{
    private static readonly string[] Undisclosed =
    [
        Words.Camel(ApplicationStep.Shortlist), Words.Camel(ApplicationStep.PlaceInReserve), Words.Camel(ApplicationStep.Promote), Words.Camel(ApplicationStep.RescindDecision),
    ];

    /// <summary>Codes of applications that a notice names whose first day is still to come; none for district staff, who see everything.</summary>
    /// <param name="campaign">Campaign; null: all.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task<IReadOnlyList<string>> AwaitingAsync(TitleCampaignId? campaign, CancellationToken cancellationToken)
    {
        if (tenant.RequireCaller().IsDistrictStaff)
            return [];
        var today = clock.Today();
        var notices = await db.PublicityNotices.AsNoTracking().Where(n => n.StartOn > today && (campaign == null || n.CampaignId == campaign)).Select(n => n.Units).ToListAsync(cancellationToken);
        return [.. notices.SelectMany(u => u).Select(u => u.Application).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The state that a school sees.</summary>
    /// <param name="state">State.</param>
    /// <param name="awaits">Whether the notice that names it isn't public yet.</param>
    public static ApplicationState ToSchool(ApplicationState state, bool awaits) =>
        state is ApplicationState.Decided or ApplicationState.Shortlisted || (awaits && state == ApplicationState.InPublicity) ? ApplicationState.Ranked : state;

    /// <summary>The states that a school means when it asks for one; empty: it means none. What awaits its notice is asked for as ranked.</summary>
    public static IReadOnlyList<ApplicationState> AskedBySchool(ApplicationState state) => [.. Enum.GetValues<ApplicationState>().Where(s => ToSchool(s, awaits: false) == state)];

    /// <summary>The trail that a school sees: no persons, and no step of the decision.</summary>
    public static IReadOnlyList<TrailEntry> ToSchool(IReadOnlyList<TrailEntry> trail, bool awaits)
    {
        var publicise = Words.Camel(ApplicationStep.Publicise);
        return [.. trail.Where(t => !Undisclosed.Contains(t.Step) && !(awaits && t.Step == publicise)).Select(t => t with { Actor = "", From = ToSchool(t.From, awaits), To = ToSchool(t.To, awaits) })];
    }

    private static string ToSchool(string state, bool awaits) => Words.Camel(ToSchool(Enum.Parse<ApplicationState>(state, ignoreCase: true), awaits));
}
