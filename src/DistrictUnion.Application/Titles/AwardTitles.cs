using System.Globalization;
using System.Security.Cryptography;
using DistrictUnion.Application.Common;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Titles;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Titles;

/// <summary>From when the titles are held.</summary>
/// <param name="On">Day of the award.</param>
/// <param name="Document">Number of the notice of commendation.</param>
public sealed record AwardInput(DateOnly On, string Document);

/// <summary>The titles that were conferred.</summary>
/// <param name="Titles">Titles.</param>
public sealed record AwardedView(IReadOnlyList<TitleView> Titles);

/// <summary>Confers the title on everybody whose publicity is over without an open objection. Somebody else than who recorded the decision does it.</summary>
public sealed record AwardTitles(TitleCampaignId Campaign, AwardInput Body, Precondition Precondition) : ICommand<AwardedView>;

internal sealed class AwardTitlesValidator : AbstractValidator<AwardTitles>
{
    public AwardTitlesValidator() => RuleFor(c => c.Body.Document).PersonalOrBusinessName();
}

internal sealed class AwardTitlesHandler(IUnionDb db, ITenantContext tenant, EndedUnits ended, TimeProvider clock) : IHandler<AwardTitles, AwardedView>
{
    private const string Letters = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private const int CheckLetters = 6;

    public async Task<Result<AwardedView>> Handle(AwardTitles request, CancellationToken cancellationToken)
    {
        var (caller, today, body) = (tenant.RequireCaller(), clock.Today(), request.Body);
        var campaign = await db.TitleCampaigns.SingleAsync(c => c.Id == request.Campaign, cancellationToken);
        if (body.On > today.AddYears(1))
            return ValidationError.Of("on", "award.tooFar");
        if (request.Precondition.Against(campaign) is { } precondition)
            return precondition;
        if (campaign.State != CampaignState.Decided)
            return campaign.Refusal();
        if (campaign.Decision!.RecordedBy == caller.UserName)
            return new ForbiddenError("award.samePerson");
        var over = (await db.PublicityNotices.AsNoTracking().Where(n => n.CampaignId == campaign.Id && n.CancelledFor == null && n.EndOn < today).ToListAsync(cancellationToken))
            .SelectMany(n => n.Units.Select(u => (u.Application, n.EndOn))).ToLookup(u => u.Application, u => u.EndOn, StringComparer.Ordinal);
        var ready = (await db.TitleApplications.Where(a => a.CampaignId == campaign.Id && a.State == ApplicationState.InPublicity).ToListAsync(cancellationToken))
            .Where(a => over.Contains(a.Code)).OrderBy(a => a.Ranking?.Position ?? int.MaxValue).ToList();
        if (ready.Count == 0)
            return new ConflictError("award.nobody", Words.Camel(campaign.State), ["publicise"]);
        if (ready.Exists(a => over[a.Code].Max() >= body.On))
            return ValidationError.Of("on", "award.beforeEnd");
        var gone = await ended.OnAsync([.. ready.Select(a => (a.SchoolId, a.BranchId))], today > body.On ? today : body.On, cancellationToken);
        if (gone.Count > 0)
        {
            var codes = string.Join("、", ready.Where(a => gone.ContainsKey((a.SchoolId, a.BranchId))).Select(a => a.Code));
            return new ConflictError("award.unitEnded", Words.Camel(campaign.State), ["fillPlaces"]) { Arguments = new Dictionary<string, object?> { ["applications"] = codes } };
        }

        var titles = await ConferAsync(campaign, ready, body, caller, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return new AwardedView(titles);
    }

    private async Task<List<TitleView>> ConferAsync(TitleCampaign campaign, List<TitleApplication> ready, AwardInput body, Caller caller, CancellationToken cancellationToken)
    {
        var definition = Json.Read<ProgrammeDefinition>(campaign.Definition!);
        var (schoolIds, branchIds) = (ready.Select(a => a.SchoolId).ToList(), ready.Where(a => a.BranchId is not null).Select(a => a.BranchId!.Value).ToList());
        var schools = await db.Schools.Where(s => schoolIds.Contains(s.Id)).ToDictionaryAsync(s => s.Id, cancellationToken);
        var branches = await db.Branches.AsNoTracking().Where(b => branchIds.Contains(b.Id)).ToDictionaryAsync(b => b.Id, b => b.Name, cancellationToken);
        var programme = await db.TitleProgrammes.Where(p => p.Id == campaign.ProgrammeId).Select(p => p.Code).SingleAsync(cancellationToken);
        var sequence = await db.HeldTitles.CountAsync(t => t.AwardedOn.Year == body.On.Year, cancellationToken);
        List<TitleView> titles = [];
        foreach (var application in ready)
        {
            var school = schools[application.SchoolId];
            var number = string.Create(CultureInfo.InvariantCulture, $"{caller.DistrictCode}-{body.On.Year}-{++sequence:000}-{RandomNumberGenerator.GetString(Letters, CheckLetters)}");
            var name = application.BranchId is { } branch ? branches[branch] : school.Name;
            var title = HeldTitle.Confer(
                application, campaign.ProgrammeId, new TitleGrant(number, campaign.Tier, TitleNames.Of(definition, campaign.Tier), application.Unit, name, body.On, application.Code), definition.Reinspection);
            application.Take(ApplicationStep.Award, caller.UserName, clock.GetUtcNow(), body.Document);
            if (application.BranchId is null)
                school.Hold(campaign.Tier);
            db.HeldTitles.Add(title);
            titles.Add(TitleView.Of(title, school.Code, school.Name, programme, application.NominatedAt));
        }

        return titles;
    }
}
