using DistrictUnion.Application.Common;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Application.Rounds;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Titles;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Titles;

/// <summary>What a campaign is to be.</summary>
/// <param name="Name">Name.</param>
/// <param name="Tier">Code of the programme's tier that it confers.</param>
/// <param name="Round">Code of the round whose results it ranks by.</param>
/// <param name="DueAt">Until when schools recommend; a bare day counts to its end.</param>
public sealed record CampaignInput(string Name, string Tier, string Round, DueMoment DueAt);

/// <summary>Plans a campaign or changes its plan.</summary>
public sealed record PutCampaign(TitleProgrammeId Programme, string Code, TitleCampaignId? Existing, CampaignInput Body, Precondition Precondition) : ICommand<Tagged<CampaignView>>;

internal sealed class PutCampaignValidator : AbstractValidator<PutCampaign>
{
    public PutCampaignValidator()
    {
        RuleFor(c => c.Code).BusinessCode().Must(c => c is null || !c.Contains('.', StringComparison.Ordinal)).WithErrorCode("campaign.dot");
        RuleFor(c => c.Body.Name).PersonalOrBusinessName();
    }
}

internal sealed class PutCampaignHandler(IUnionDb db, CampaignViews views) : IHandler<PutCampaign, Tagged<CampaignView>>
{
    public async Task<Result<Tagged<CampaignView>>> Handle(PutCampaign request, CancellationToken cancellationToken)
    {
        var (programme, body) = (await db.TitleProgrammes.AsNoTracking().SingleAsync(p => p.Id == request.Programme, cancellationToken), request.Body);
        if (!Json.Read<ProgrammeDefinition>(programme.Definition).Tiers.Any(t => t.Code == body.Tier))
            return ValidationError.Of("tier", "programme.tierUnknown", ("tier", body.Tier));
        if (await db.Rounds.Where(r => r.Code == body.Round).Select(r => (RoundId?)r.Id).SingleOrDefaultAsync(cancellationToken) is not { } round)
            return ValidationError.Of("round", "round.unknown", ("round", body.Round));
        var campaign = request.Existing is { } id ? await db.TitleCampaigns.SingleAsync(c => c.Id == id, cancellationToken) : null;
        if (request.Precondition.Against(campaign) is { } precondition)
            return precondition;
        var plan = new CampaignPlan(body.Name, body.Tier, round, body.DueAt.FirstLate.ToUniversalTime());
        var created = campaign is null;
        if (campaign is null)
        {
            campaign = TitleCampaign.Plan(programme, request.Code, plan);
            db.TitleCampaigns.Add(campaign);
        }
        else if (campaign.Change(plan) is { } refusal)
        {
            return refusal;
        }

        await db.SaveChangesAsync(cancellationToken);
        return await views.OfAsync(campaign, created, cancellationToken);
    }
}
