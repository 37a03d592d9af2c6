using DistrictUnion.Application.Calendars;
using DistrictUnion.Application.Common;
using DistrictUnion.Application.Obligations;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Obligations;
using DistrictUnion.Domain.Titles;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Titles;

/// <summary>What a notice is to say.</summary>
/// <param name="StartOn">First day; not before today.</param>
/// <param name="Title">Title; left out: from the campaign's name.</param>
public sealed record NoticeInput(DateOnly StartOn, string? Title = null);

/// <summary>Makes everybody who is chosen and not yet public public, for the programme's number of working days, the first counted.</summary>
public sealed record PutUpNotice(TitleCampaignId Campaign, NoticeInput Body, Precondition Precondition) : ICommand<Tagged<NoticeView>>;

internal sealed class PutUpNoticeValidator : AbstractValidator<PutUpNotice>
{
    public PutUpNoticeValidator() => RuleFor(c => c.Body.Title!).PersonalOrBusinessName(200).When(c => c.Body.Title is not null);
}

internal sealed class PutUpNoticeHandler(IUnionDb db, ITenantContext tenant, CampaignSelection selection, EndedUnits ended, WorkingCalendars calendars, ObligationLedger obligations, IMessages messages, TimeProvider clock) : IHandler<PutUpNotice, Tagged<NoticeView>>
{
    public async Task<Result<Tagged<NoticeView>>> Handle(PutUpNotice request, CancellationToken cancellationToken)
    {
        var (caller, today) = (tenant.RequireCaller(), clock.Today());
        if (request.Body.StartOn < today)
            return ValidationError.Of("startOn", "date.past");
        var campaign = await db.TitleCampaigns.SingleAsync(c => c.Id == request.Campaign, cancellationToken);
        if (request.Precondition.Against(campaign) is { } precondition)
            return precondition;
        if (campaign.State != CampaignState.Decided)
            return campaign.Refusal();
        var applications = await db.TitleApplications.Where(a => a.CampaignId == campaign.Id).ToListAsync(cancellationToken);
        if (await ended.LapseAsync(applications, today, caller.UserName, clock.GetUtcNow(), cancellationToken))
            await selection.FillPlacesAcrossSchoolsAsync(campaign, caller.UserName, clock.GetUtcNow(), messages.Of("application.placeFree"), cancellationToken);
        var chosen = await db.TitleApplications.Where(a => a.CampaignId == campaign.Id && a.State == ApplicationState.Shortlisted).OrderBy(a => a.Code).ToListAsync(cancellationToken);
        if (chosen.Count == 0)
            return new ConflictError("notice.nobody", Words.Camel(campaign.State), []);
        var definition = Json.Read<ProgrammeDefinition>(campaign.Definition!);
        var end = (await calendars.LoadAsync(cancellationToken)).LastOf(request.Body.StartOn, definition.PublicityDays);
        if (!end.IsSuccess)
            return end.As<Tagged<NoticeView>>();

        var number = await db.PublicityNotices.CountAsync(n => n.CampaignId == campaign.Id, cancellationToken) + 1;
        var tier = TitleNames.Of(definition, campaign.Tier);
        var notice = PublicityNotice.PutUp(
            campaign,
            number,
            request.Body.Title ?? messages.Of("notice.title", ("campaign", campaign.Name), ("number", number)),
            tier,
            request.Body.StartOn,
            end.Value,
            await UnitsAsync(chosen, campaign, cancellationToken));
        db.PublicityNotices.Add(notice);
        foreach (var application in chosen)
            application.Take(ApplicationStep.Publicise, caller.UserName, clock.GetUtcNow());
        await obligations.FulfilAsync(EvidenceKind.PublicityPutUp, UnitKey.District, notice.StartOn, campaign.Code, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return new Tagged<NoticeView>(NoticeView.Of(notice, caller.DistrictCode, today), notice.Version, Created: true);
    }

    private async Task<List<NoticedUnit>> UnitsAsync(List<TitleApplication> chosen, TitleCampaign campaign, CancellationToken cancellationToken)
    {
        var (schoolIds, branchIds) = (chosen.Select(a => a.SchoolId).ToList(), chosen.Where(a => a.BranchId is not null).Select(a => a.BranchId!.Value).ToList());
        var schools = await db.Schools.AsNoTracking().Where(s => schoolIds.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => s.Name, cancellationToken);
        var branches = await db.Branches.AsNoTracking().Where(b => branchIds.Contains(b.Id)).ToDictionaryAsync(b => b.Id, b => b.Name, cancellationToken);
        var departures = campaign.Decision!.Departures.ToDictionary(d => d.Application, d => d.Reason, StringComparer.Ordinal);
        return
        [
            .. chosen.OrderBy(a => a.Ranking?.Position ?? int.MaxValue).Select(a => new NoticedUnit(
                a.Code,
                a.BranchId is { } branch ? branches[branch] : schools[a.SchoolId],
                schools[a.SchoolId],
                departures.GetValueOrDefault(a.Code) ?? messages.Of("notice.reason", ("rank", a.Ranking?.Rank)))),
        ];
    }
}

/// <summary>How titles are called.</summary>
internal static class TitleNames
{
    /// <summary>The title of a tier: the tier's own name when it names the programme already.</summary>
    public static string Of(ProgrammeDefinition programme, string tier)
    {
        var name = programme.Tiers.FirstOrDefault(t => t.Code == tier)?.Name ?? tier;
        return name.Contains(programme.Name, StringComparison.Ordinal) ? name : name + programme.Name;
    }
}
