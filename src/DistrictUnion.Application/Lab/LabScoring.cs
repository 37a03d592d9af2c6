using System.Security.Cryptography;
using System.Text;
using DistrictUnion.Application.Common;
using DistrictUnion.Application.Ports;
using DistrictUnion.Application.Results;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Lab;
using DistrictUnion.Domain.Organisation;
using DistrictUnion.Domain.Rounds;
using DistrictUnion.Domain.Schemes;
using DistrictUnion.Domain.Scorecards;
using DistrictUnion.Domain.Scoring;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Lab;

/// <summary>A closed round scored again.</summary>
/// <param name="Schools">Every school by both schemes.</param>
/// <param name="Applicants">Applicants of the campaign, if there is one.</param>
/// <param name="Discrepancies">What came out otherwise than it was closed or published.</param>
/// <param name="Inputs">Digest of the frozen inputs.</param>
/// <param name="IsNormalised">Whether the publication ranks by totals that were evened out between zones.</param>
internal sealed record LabScores(
    IReadOnlyList<LabScored> Schools, IReadOnlyList<LabApplicant> Applicants, IReadOnlyList<LabDiscrepancy> Discrepancies, string Inputs, bool IsNormalised);

/// <summary>A scorecard of a closed round with what the lab asks of its school.</summary>
internal sealed class FrozenCard
{
    public required SchoolId SchoolId { get; init; }

    public required string Code { get; init; }

    public required string Name { get; init; }

    public required string Zone { get; init; }

    public required SchoolStage Stage { get; init; }

    public required SchoolSetting Setting { get; init; }

    public required SchoolOwnership Ownership { get; init; }

    public required int Members { get; init; }

    public required int? TiePosition { get; init; }

    public required long Total { get; init; }

    public required Outcome Outcome { get; init; }

    public required string? Grade { get; init; }

    public required string Nodes { get; init; }

    public required string FrozenInput { get; init; }
}

/// <summary>Scores a closed round again from what closing froze. It reads in one statement, in portions, so that memory doesn't grow with the round, and computes on every core.</summary>
internal sealed class LabScoring(IUnionDb db)
{
    private const int Portion = 256;

    /// <summary>Scores every school by both schemes, and its applicants.</summary>
    public async Task<LabScores> ReplayAcrossSchoolsAsync(AssessmentRound round, LabReplay replay, RankingGroup groupBy, LabCampaign? campaign, CancellationToken cancellationToken)
    {
        List<Replayed> replayed = [];
        List<FrozenCard> portion = new(Portion);
        await foreach (var card in CardsOf(round).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            portion.Add(card);
            if (portion.Count == Portion)
                ReplayPortion();
        }

        ReplayPortion();
        replayed.Sort((a, b) => string.CompareOrdinal(a.Scored.Unit.Code, b.Scored.Unit.Code));
        var publication = round.State == RoundState.Published
            ? await db.RoundPublications.AsNoTracking().Where(p => p.RoundId == round.Id).OrderByDescending(p => p.Number).Select(p => new { p.Ranking, p.Normalised }).FirstAsync(cancellationToken)
            : null;
        return new LabScores(
            [.. replayed.Select(r => r.Scored)],
            [.. replayed.SelectMany(r => r.Applicants)],
            [.. replayed.SelectMany(r => r.Discrepancies), .. publication is { Normalised: false } ? RanksOf(replayed, publication.Ranking) : []],
            LabDigest.Of(replayed.Select(r => $"{r.Scored.Unit.Code} {r.Digest}")),
            publication?.Normalised == true);

        void ReplayPortion()
        {
            var results = new Replayed[portion.Count];
            Parallel.For(0, portion.Count, new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount }, i => results[i] = Replay(portion[i], replay, groupBy, campaign));
            replayed.AddRange(results);
            portion.Clear();
        }
    }

    private IQueryable<FrozenCard> CardsOf(AssessmentRound round) => db.Scorecards.AsNoTracking()
        .Where(c => c.RoundId == round.Id && c.FrozenInput != null)
        .Join(db.Schools, c => c.SchoolId, s => s.Id, (c, s) => new { Card = c, School = s })
        .Join(db.Zones, c => c.Card.ZoneId, z => z.Id, (c, z) => new FrozenCard
        {
            SchoolId = c.Card.SchoolId,
            Code = c.School.Code,
            Name = c.School.Name,
            Zone = z.Code,
            Stage = c.Card.Stage,
            Setting = c.School.Setting,
            Ownership = c.School.Ownership,
            Members = c.Card.Members,
            TiePosition = c.Card.TiePosition,
            Total = c.Card.Total,
            Outcome = c.Card.Outcome,
            Grade = c.Card.Grade,
            Nodes = c.Card.Nodes,
            FrozenInput = c.Card.FrozenInput!,
        });

    private static Replayed Replay(FrozenCard card, LabReplay replay, RankingGroup groupBy, LabCampaign? campaign)
    {
        var input = Json.Read<ScoringInput>(card.FrozenInput);
        var (before, after) = replay.Score(input);
        var group = groupBy switch
        {
            RankingGroup.Stage => Words.Camel(card.Stage),
            RankingGroup.Zone => card.Zone,
            _ => "",
        };
        return new Replayed(
            new LabScored(new LabUnit(card.Code, card.Name, card.Zone, group, card.TiePosition), LabScore.Of(before), LabScore.Of(after), replay.MoverOf(before, after)),
            campaign is null ? [] : [.. campaign.ApplicantsOf(card, input, replay, before, after)],
            [.. DiscrepanciesOf(card, before)],
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(card.FrozenInput))));
    }

    private static IEnumerable<LabDiscrepancy> DiscrepanciesOf(FrozenCard card, ScoreResult replayed)
    {
        if (Scorecard.Points(card.Total) != replayed.Total)
            yield return Differs("total", Scorecard.Points(card.Total), replayed.Total);
        if (card.Outcome != replayed.Outcome)
            yield return Differs("outcome", Words.Camel(card.Outcome), Words.Camel(replayed.Outcome));
        if (card.Grade != replayed.Grade)
            yield return Differs("grade", card.Grade, replayed.Grade);
        if (card.Nodes != NodeValues.Write(replayed.Nodes))
            yield return Differs("nodes", null, null);

        LabDiscrepancy Differs(string field, object? stored, object? now) => new(card.Code, field, TextOf(stored), TextOf(now));
    }

    private static IEnumerable<LabDiscrepancy> RanksOf(IReadOnlyList<Replayed> replayed, string publication)
    {
        var ranks = LabComparison.Rows([.. replayed.Select(r => r.Scored)], [], []).ToDictionary(r => r.School, r => r.Before.Rank, StringComparer.Ordinal);
        return Json.Read<List<RankingRow>>(publication)
            .Where(row => (ranks.TryGetValue(row.School, out var rank) ? rank : null) != row.Rank)
            .Select(row => new LabDiscrepancy(row.School, "rank", TextOf(row.Rank), TextOf(ranks.GetValueOrDefault(row.School))));
    }

    private static string? TextOf(object? value) => value is null ? null : Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture);

    private sealed record Replayed(LabScored Scored, IReadOnlyList<LabApplicant> Applicants, IReadOnlyList<LabDiscrepancy> Discrepancies, string Digest);
}

/// <summary>Digests of what a run is made of.</summary>
internal static class LabDigest
{
    /// <summary>SHA-256 of texts in their order, in hexadecimal; the length of each keeps them apart.</summary>
    public static string Of(IEnumerable<string?> texts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var text in texts)
        {
            var bytes = Encoding.UTF8.GetBytes(text ?? "");
            hash.AppendData(BitConverter.GetBytes(bytes.Length));
            hash.AppendData(bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
