using DistrictUnion.Application.Common;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Titles;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Titles;

/// <summary>An order that people decided: codes of applications, first to last, with the reason.</summary>
public sealed record CampaignTieInput(IReadOnlyList<string> Applications, string Reason);

/// <summary>Records the order inside a tie that the scheme's chain leaves open. The ranks themselves don't change.</summary>
public sealed record ResolveCampaignTie(TitleCampaignId Campaign, CampaignTieInput Body, Precondition Precondition) : ICommand<Tagged<CampaignView>>;

internal sealed class ResolveCampaignTieValidator : AbstractValidator<ResolveCampaignTie>
{
    public ResolveCampaignTieValidator()
    {
        RuleFor(c => c.Body.Reason).Reason();
        RuleFor(c => c.Body.Applications).Must(s => s is { Count: >= 2 and <= 200 } && s.Distinct(StringComparer.Ordinal).Count() == s.Count).WithErrorCode("tie.schools");
    }
}

internal sealed class ResolveCampaignTieHandler(IUnionDb db, ITenantContext tenant, CampaignViews views, CampaignNomination nomination, TimeProvider clock) : IHandler<ResolveCampaignTie, Tagged<CampaignView>>
{
    public async Task<Result<Tagged<CampaignView>>> Handle(ResolveCampaignTie request, CancellationToken cancellationToken)
    {
        var campaign = await db.TitleCampaigns.SingleAsync(c => c.Id == request.Campaign, cancellationToken);
        if (request.Precondition.Against(campaign) is { } precondition)
            return precondition;
        if (campaign.RankedFrom is null)
            return campaign.Refusal();

        // What was decided stands, but for a place that fell free, and for the order in which the chosen go upward.
        if (campaign.State == CampaignState.Decided
            && !CampaignSelection.Of(campaign, await db.TitleApplications.AsNoTracking().Where(a => a.CampaignId == campaign.Id).ToListAsync(cancellationToken)).Shortlist.IsBlocked
            && !await nomination.AwaitsOrderAsync(campaign, cancellationToken))
            return new ConflictError("tie.decided", Words.Camel(campaign.State), ["rescind"]);
        var kept = Json.Read<RankedFrom>(campaign.RankedFrom);
        var codes = request.Body.Applications.ToList();
        var tied = kept.Units.Where(u => codes.Contains(u.Application, StringComparer.Ordinal)).ToList();
        for (var i = 0; i < codes.Count; i++)
        {
            if (!tied.Exists(u => u.Application == codes[i]))
                return ValidationError.Of($"applications[{i}]", "application.unknown", ("application", codes[i]));
        }

        if (tied.Select(u => (u.Total, string.Join('|', u.Ties))).Distinct().Count() > 1)
            return new ConflictError("tie.notTied", Words.Camel(campaign.State), []);
        var placed = kept with { Units = [.. kept.Units.Select(u => codes.IndexOf(u.Application) is var at and >= 0 ? u with { Resolved = at + 1 } : u)] };
        if (campaign.Resolve(new CampaignTieResolution(codes, request.Body.Reason, tenant.RequireCaller().UserName, clock.GetUtcNow()), Json.Write(placed)) is { } refusal)
            return refusal;

        // Whoever shares the rank moves too, named or not. Places are those of the ranking, whoever dropped out since.
        var sharing = kept.Units.Where(u => u.Total == tied[0].Total && u.Ties.SequenceEqual(tied[0].Ties, StringComparer.Ordinal)).Select(u => u.Application).ToList();
        var applications = await db.TitleApplications.Where(a => a.CampaignId == campaign.Id && sharing.Contains(a.Code)).ToListAsync(cancellationToken);
        var lines = CampaignSelection.Of(campaign, []).Lines.ToDictionary(l => l.Code, StringComparer.Ordinal);
        foreach (var application in applications.Where(a => a.Ranking is not null))
            application.Keep(application.Ranking! with { Position = lines[application.Code].Position });
        await db.SaveChangesAsync(cancellationToken);
        return await views.OfAsync(campaign, false, cancellationToken);
    }
}
