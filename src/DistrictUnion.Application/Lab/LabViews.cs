using System.Text.Json;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Lab;
using DistrictUnion.Domain.Rounds;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Lab;

/// <summary>A trial.</summary>
/// <param name="Id">Identifier.</param>
/// <param name="Name">Name.</param>
/// <param name="Round">Code of the round that was replayed.</param>
/// <param name="RoundName">Its name.</param>
/// <param name="IsCurrent">Whether the round is still closed as it was replayed; a reopened round may say something else by now.</param>
/// <param name="Programme">Code of the programme of the campaign that was selected again; null: none was.</param>
/// <param name="Campaign">Code of the campaign.</param>
/// <param name="CampaignName">Its name.</param>
/// <param name="Actor">User name of who ran it.</param>
/// <param name="ActorName">Name shown to people.</param>
/// <param name="At">When.</param>
/// <param name="PointsFollow">Whether points followed the maxima.</param>
/// <param name="Changes">What was changed.</param>
/// <param name="Summary">The result in numbers.</param>
/// <param name="Discrepancies">Figures that replaying made otherwise than closing did; empty when all is well.</param>
/// <param name="Digest">SHA-256 of everything that went in.</param>
public sealed record LabRunView(
    Guid Id,
    string Name,
    string Round,
    string RoundName,
    bool IsCurrent,
    string? Programme,
    string? Campaign,
    string? CampaignName,
    string Actor,
    string? ActorName,
    DateTimeOffset At,
    bool PointsFollow,
    IReadOnlyList<LabChange> Changes,
    LabSummary Summary,
    IReadOnlyList<LabDiscrepancy> Discrepancies,
    string Digest);

/// <summary>Makes views of trials.</summary>
internal sealed class LabViews(IUnionDb db)
{
    /// <summary>A trial with the names of what it is about.</summary>
    internal sealed record Named(LabRun Run, string Round, string RoundName, RoundState State, DateTimeOffset? ClosedAt, string? Programme, string? Campaign, string? CampaignName, string? ActorName);

    /// <summary>Adds the names.</summary>
    public IQueryable<Named> Name(IQueryable<LabRun> runs) => runs.Join(db.Rounds, r => r.RoundId, r => r.Id, (run, round) => new Named(
        run,
        round.Code,
        round.Name,
        round.State,
        round.ClosedAt,
        db.TitleCampaigns.Where(c => c.Id == run.CampaignId).Join(db.TitleProgrammes, c => c.ProgrammeId, p => p.Id, (c, p) => p.Code).FirstOrDefault(),
        db.TitleCampaigns.Where(c => c.Id == run.CampaignId).Select(c => c.Code).FirstOrDefault(),
        db.TitleCampaigns.Where(c => c.Id == run.CampaignId).Select(c => c.Name).FirstOrDefault(),
        db.Users.Where(u => u.UserName == run.Actor).Select(u => u.DisplayName).FirstOrDefault()));

    /// <summary>One trial.</summary>
    public async Task<Tagged<LabRunView>> OfAsync(LabRun run, bool created, CancellationToken cancellationToken) =>
        new(Of(await Name(db.LabRuns.AsNoTracking().Where(r => r.Id == run.Id)).SingleAsync(cancellationToken)), run.Version, created);

    /// <summary>One trial whose names are known.</summary>
    public static LabRunView Of(Named named) => new(
        named.Run.Id.Value,
        named.Run.Name,
        named.Round,
        named.RoundName,
        named.State is RoundState.Closed or RoundState.Published && named.ClosedAt == named.Run.RoundClosedAt,
        named.Programme,
        named.Campaign,
        named.CampaignName,
        named.Run.Actor,
        named.ActorName,
        BusinessTime.Local(named.Run.At),
        named.Run.PointsFollow,
        named.Run.Changes,
        named.Run.Summary,
        named.Run.Discrepancies,
        named.Run.Digest);

    /// <summary>A stored verdict with the parameters of its reason as plain values again, so that they are put into words like any other.</summary>
    public static LabVerdict Plain(LabVerdict verdict) =>
        verdict with { Reason = verdict.Reason with { Arguments = verdict.Reason.Arguments.ToDictionary(a => a.Key, a => a.Value is JsonElement json ? Plain(json) : a.Value, StringComparer.Ordinal) } };

    private static object? Plain(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => json.GetString(),
        JsonValueKind.Number => json.GetDecimal(),
        JsonValueKind.Array => json.EnumerateArray().Select(Plain).ToList(),
        _ => null,
    };
}
