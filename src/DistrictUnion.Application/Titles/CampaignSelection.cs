using System.Globalization;
using System.Numerics;
using DistrictUnion.Application.Common;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Ranking;
using DistrictUnion.Domain.Scoring;
using DistrictUnion.Domain.Titles;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Titles;

/// <summary>What a campaign was ranked from, as it is kept: enough to rank and select again, to the last digit.</summary>
/// <param name="InScope">Units that could have applied.</param>
/// <param name="Units">Units.</param>
public sealed record RankedFrom(int InScope, IReadOnlyList<RankedUnit> Units);

/// <summary>One unit of a kept ranking.</summary>
/// <param name="Application">Code of the application.</param>
/// <param name="Total">Published total, in points.</param>
/// <param name="Outcome">Outcome.</param>
/// <param name="Ties">Exact values of the tie chain as <c>n/d</c>; null where missing.</param>
/// <param name="Marks">Marks that shares look at.</param>
/// <param name="Resolved">Place that people decided inside a tie; null: none.</param>
public sealed record RankedUnit(string Application, decimal Total, Outcome Outcome, IReadOnlyList<string?> Ties, IReadOnlyList<string> Marks, int? Resolved = null)
{
    internal static string? Text(Fraction? value) => value is { } v ? string.Create(CultureInfo.InvariantCulture, $"{v.Numerator}/{v.Denominator}") : null;

    internal SelectionCandidate Candidate(bool isRuledOut) => new(
        new RankedSchool(Application, Total, isRuledOut && RankingRules.IsRanked(Outcome) ? Outcome.Disqualified : Outcome, [.. Ties.Select(Value)], "", Resolved),
        Marks.ToHashSet(StringComparer.Ordinal));

    private static Fraction? Value(string? text) => text?.Split('/') is [var numerator, var denominator]
        ? Fraction.From(BigInteger.Parse(numerator, CultureInfo.InvariantCulture), BigInteger.Parse(denominator, CultureInfo.InvariantCulture))
        : null;
}

/// <summary>Ranks and selects a campaign's units again from what was kept, with what happened since: whoever is ruled out has no rank.</summary>
internal sealed class CampaignSelection(IUnionDb db, IAcrossSchools acrossSchools)
{
    /// <summary>The units now.</summary>
    public static List<SelectionCandidate> CandidatesOf(TitleCampaign campaign, IEnumerable<TitleApplication> applications)
    {
        var out_ = applications.Where(a => !ApplicationSteps.IsActive(a.State)).Select(a => a.Code).ToHashSet(StringComparer.Ordinal);
        return [.. Json.Read<RankedFrom>(campaign.RankedFrom!).Units.Select(u => u.Candidate(out_.Contains(u.Application)))];
    }

    /// <summary>What the rules select now.</summary>
    public static Selection Of(TitleCampaign campaign, IEnumerable<TitleApplication> applications) =>
        SelectionRules.Select(CandidatesOf(campaign, applications), PlacesOf(campaign), InScopeOf(campaign));

    /// <summary>Places of the programme as it was when the campaign opened.</summary>
    public static PlaceRule PlacesOf(TitleCampaign campaign) => Json.Read<ProgrammeDefinition>(campaign.Definition!).Places;

    /// <summary>Units that could have applied.</summary>
    public static int InScopeOf(TitleCampaign campaign) => Json.Read<RankedFrom>(campaign.RankedFrom!).InScope;

    /// <summary>Who has a place: what the rules select, with the departures of the decision laid over it.</summary>
    public static IReadOnlyList<string> ChosenOf(TitleCampaign campaign, Selection selection) => ChosenOf(campaign.Decision?.Departures ?? [], selection);

    /// <summary>Who has a place: what the rules select, with departures laid over it.</summary>
    public static IReadOnlyList<string> ChosenOf(IReadOnlyList<Departure> departures, Selection selection)
    {
        var ranked = selection.Lines.Where(l => l.Rank is not null).Select(l => l.Code).ToList();
        var added = departures.Where(d => d.IsChosen && ranked.Contains(d.Application, StringComparer.Ordinal)).Select(d => d.Application).ToHashSet(StringComparer.Ordinal);
        var left = departures.Where(d => !d.IsChosen).Select(d => d.Application).ToHashSet(StringComparer.Ordinal);
        var byRules = selection.Shortlist.Selected.Where(c => !left.Contains(c) && !added.Contains(c)).Concat(selection.Shortlist.Reserves.Where(c => !left.Contains(c) && !added.Contains(c)));
        var chosen = byRules.Take(Math.Clamp(selection.Places - added.Count, 0, selection.Shortlist.Selected.Count)).Concat(added).ToHashSet(StringComparer.Ordinal);
        return [.. ranked.Where(chosen.Contains)];
    }

    /// <summary>Reserves get the places that became free; nobody who is chosen already loses one. What changed before is saved, and so is this.</summary>
    /// <returns>Codes of those promoted.</returns>
    public async Task<IReadOnlyList<string>> FillPlacesAcrossSchoolsAsync(TitleCampaign campaign, string actor, DateTimeOffset now, string reason, CancellationToken cancellationToken)
    {
        await db.SaveChangesAsync(cancellationToken);
        await using var reach = await acrossSchools.BeginAsync(cancellationToken);
        var applications = await db.TitleApplications.Where(a => a.CampaignId == campaign.Id).ToListAsync(cancellationToken);
        var selection = Of(campaign, applications);
        if (selection.Shortlist.IsBlocked)
            return [];
        var byCode = applications.ToDictionary(a => a.Code, StringComparer.Ordinal);
        var free = selection.Places - applications.Count(a => HasPlace(a.State));
        List<string> promoted = [];
        foreach (var code in ChosenOf(campaign, selection).Where(c => byCode[c].State == ApplicationState.Decided).Take(Math.Max(0, free)))
        {
            byCode[code].Take(ApplicationStep.Promote, actor, now, reason);
            promoted.Add(code);
        }

        await db.SaveChangesAsync(cancellationToken);
        return promoted;
    }

    private static bool HasPlace(ApplicationState state) =>
        state is ApplicationState.Shortlisted or ApplicationState.InPublicity or ApplicationState.Objected or ApplicationState.Awarded;
}
