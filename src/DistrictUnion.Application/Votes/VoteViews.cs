using DistrictUnion.Application.Ports;
using DistrictUnion.Application.Schemes;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Rounds;
using DistrictUnion.Domain.Schemes;
using DistrictUnion.Domain.Scoring;
using DistrictUnion.Domain.Votes;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Votes;

/// <summary>The result of a vote that was closed.</summary>
/// <param name="Verdict">Whether it gives a result.</param>
/// <param name="Returned">Ballots cast.</param>
/// <param name="Receipts">Receipts that can be checked: as many as there are ballots.</param>
/// <param name="Counts">Ballots by option; null: not shown.</param>
/// <param name="Abstained">Ballots that chose no option; null: not shown.</param>
public sealed record VoteResultView(VoteVerdict Verdict, long Returned, int Receipts, IReadOnlyDictionary<string, long>? Counts, long? Abstained);

/// <summary>A secret vote.</summary>
/// <param name="Fact">Code of the fact that it fills.</param>
/// <param name="Name">Name of the fact.</param>
/// <param name="Number">1 for the first vote, 2 for its repetition and so on.</param>
/// <param name="State">State.</param>
/// <param name="Eligible">Eligible voters.</param>
/// <param name="OpensAt">First instant at which a ballot is taken.</param>
/// <param name="ClosesAt">First instant at which none is taken any more.</param>
/// <param name="Options">Options of the ballot.</param>
/// <param name="Quorum">Share of the eligible voters that must return a ballot, for example <c>2/3</c>.</param>
/// <param name="LinksMade">Links made so far, those withdrawn included.</param>
/// <param name="EndedAt">When it was closed or cancelled.</param>
/// <param name="Reason">Why it was cancelled.</param>
/// <param name="Result">Result once it is closed; null before, or when the caller doesn't see it yet.</param>
public sealed record VoteView(
    string Fact,
    string Name,
    int Number,
    VoteState State,
    int Eligible,
    DateTimeOffset? OpensAt,
    DateTimeOffset? ClosesAt,
    IReadOnlyList<string> Options,
    string Quorum,
    int LinksMade,
    DateTimeOffset? EndedAt,
    string? Reason,
    VoteResultView? Result);

/// <summary>A round with its scheme, and the fact that a vote is about.</summary>
internal sealed record VoteSubject(AssessmentRound Round, CompiledScheme Scheme, FactDefinition Fact);

/// <summary>Finds what a vote is about, and shows votes.</summary>
internal sealed class VoteViews(IUnionDb db, ITenantContext tenant, SchemeCatalogue schemes)
{
    /// <summary>The fact of ballots that a path names; a round that never opened has none.</summary>
    public async Task<VoteSubject?> SubjectAsync(RoundId roundId, string code, CancellationToken cancellationToken)
    {
        var round = await db.Rounds.SingleAsync(r => r.Id == roundId, cancellationToken);
        if (round.SchemeVersionId is not { } version)
            return null;
        var scheme = await schemes.GetAsync(version, cancellationToken);
        return scheme.VoteFactOf(code) is { } fact ? new VoteSubject(round, scheme, fact) : null;
    }

    /// <summary>The latest vote of a school on a fact.</summary>
    public Task<DemocraticVote?> LatestAsync(RoundId round, SchoolId school, string fact, CancellationToken cancellationToken) =>
        db.Votes.Where(v => v.RoundId == round && v.SchoolId == school && v.Fact == fact).OrderByDescending(v => v.Number).FirstOrDefaultAsync(cancellationToken);

    /// <summary>The refusal for a caller who may not run votes on the fact: what the district asks, a school doesn't ask of itself.</summary>
    public Error? RefuseRunning(FactDefinition fact) =>
        fact.Level == FactLevel.District && tenant.RequireCaller().IsOfSchool ? new ForbiddenError("vote.ofDistrict") : null;

    /// <summary>A vote; its box is only looked into once it is closed.</summary>
    public VoteView Of(DemocraticVote vote, VoteSubject subject, BallotBox? box)
    {
        var quorum = VoteJudgement.QuorumOf(subject.Scheme, vote.Fact);
        var hidden = subject.Fact.Level == FactLevel.District && tenant.RequireCaller().IsOfSchool && subject.Round.State != RoundState.Published;
        return new VoteView(
            vote.Fact,
            subject.Fact.Name,
            vote.Number,
            vote.State,
            vote.Eligible,
            BusinessTime.Local(vote.OpensAt),
            BusinessTime.Local(vote.ClosesAt),
            subject.Fact.Options,
            $"{quorum.Numerator}/{quorum.Denominator}",
            vote.LinksMade,
            BusinessTime.Local(vote.EndedAt),
            vote.Reason,
            vote.State == VoteState.Closed && box is not null && !hidden ? ResultOf(vote, box, quorum) : null);
    }

    /// <summary>What was counted, as the fact that scores.</summary>
    public static BallotsValue Counted(DemocraticVote vote, BallotBox box) => new(vote.Eligible, box.Cast, 0, box.Counts);

    private static VoteResultView ResultOf(DemocraticVote vote, BallotBox box, Quorum quorum)
    {
        var verdict = VoteJudgement.Of(Counted(vote, box), quorum);
        var shown = verdict == VoteVerdict.Valid;
        return new VoteResultView(verdict, box.Cast, box.Receipts.Count, shown ? box.Counts : null, shown ? box.Cast - box.Counts.Values.Sum() : null);
    }
}
