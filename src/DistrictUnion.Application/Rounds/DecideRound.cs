using DistrictUnion.Application.Common;
using DistrictUnion.Application.Obligations;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Application.Reports;
using DistrictUnion.Application.Results;
using DistrictUnion.Application.Schemes;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Panels;
using DistrictUnion.Domain.Rounds;
using DistrictUnion.Domain.Schemes;
using DistrictUnion.Domain.Scorecards;
using DistrictUnion.Domain.Votes;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Rounds;

/// <summary>Steps of a round's life that need no further input.</summary>
public enum RoundStep
{
    /// <summary>Open.</summary>
    Open,

    /// <summary>Close.</summary>
    Close,

    /// <summary>Open again.</summary>
    Reopen,
}

/// <summary>Opens, closes or reopens a round.</summary>
public sealed record DecideRound(RoundId Round, RoundStep Step, string? Reason, Precondition Precondition) : ICommand<Tagged<RoundView>>;

internal sealed class DecideRoundValidator : AbstractValidator<DecideRound>
{
    public DecideRoundValidator()
    {
        RuleFor(c => c.Reason!).Reason().When(c => c.Step == RoundStep.Reopen);
        RuleFor(c => c.Reason).OptionalReason();
    }
}

internal sealed class DecideRoundHandler(
    IUnionDb db, RoundScopes scopes, SchemeCatalogue schemes, ScorecardRollup rollup, LedgerCredits activities, IScorecardLocks locks, ScorecardFreeze freeze, ObligationOpener obligations, ITenantContext tenant, TimeProvider clock)
    : IHandler<DecideRound, Tagged<RoundView>>
{
    public async Task<Result<Tagged<RoundView>>> Handle(DecideRound request, CancellationToken cancellationToken)
    {
        await locks.LockRoundAcrossSchoolsAsync(request.Round, cancellationToken);
        var round = await db.Rounds.SingleAsync(r => r.Id == request.Round, cancellationToken);
        if (request.Precondition.Against(round.Version) is { } precondition)
            return precondition;
        var refusal = request.Step switch
        {
            RoundStep.Open => await OpenAsync(round, cancellationToken),
            RoundStep.Close => await CloseAsync(round, cancellationToken),
            _ => await ReopenAsync(round, request.Reason!, cancellationToken),
        };
        if (refusal is not null)
            return refusal;
        await db.SaveChangesAsync(cancellationToken);
        if (request.Step == RoundStep.Open)
            await obligations.FollowRoundsAsync(cancellationToken);
        return await RoundViews.LoadAsync(db, round.Id, false, cancellationToken);
    }

    private async Task<Error?> OpenAsync(AssessmentRound round, CancellationToken cancellationToken)
    {
        if (round.State != RoundState.Planned)
            return round.Refusal("round.notPlanned");
        var scheme = await db.Schemes.AsNoTracking().Include(s => s.Versions).SingleAsync(s => s.Id == round.SchemeId, cancellationToken);
        var version = round.RequestedVersion is { } number
            ? scheme.Versions.FirstOrDefault(v => v.Number == number && v.State != SchemeVersionState.Draft)
            : scheme.Published;
        if (version is null)
            return new ConflictError("round.schemeNotPublished", Words.Camel(round.State), []);
        if ((await schemes.GetAsync(version.Id, cancellationToken)).Definition.Subject != SchemeSubject.School)
            return new ConflictError("subject-not-supported", Words.Camel(round.State), []);
        if (round.Open(version.Id, clock.GetUtcNow()) is { } refusal)
            return refusal;

        var members = await scopes.ResolveAsync(round, cancellationToken);
        foreach (var school in members)
            db.Scorecards.Add(Scorecard.For(round.DistrictId, round.Id, school));
        await activities.CreditAcrossSchoolsAsync(round, members, cancellationToken);
        await rollup.RecomputeAcrossSchoolsAsync([.. members.Select(s => new ScorecardKey(round.Id, s))], cancellationToken);
        return null;
    }

    private async Task<Error?> CloseAsync(AssessmentRound round, CancellationToken cancellationToken)
    {
        // What judges gave becomes facts only when their panel is closed, which needs the round open.
        if (round.State == RoundState.Open && await db.Panels.AnyAsync(p => p.RoundId == round.Id && p.State == PanelState.Scoring, cancellationToken))
            return round.Refusal("round.panelOpen");

        // So it is with ballots.
        if (round.State == RoundState.Open && await db.Votes.AnyAsync(v => v.RoundId == round.Id && v.State == VoteState.Open, cancellationToken))
            return round.Refusal("round.voteOpen");
        if (round.RefuseUnlessOpen() is { } refusal)
            return refusal;
        await freeze.FreezeAcrossSchoolsAsync(round, cancellationToken);
        return round.Close(clock.GetUtcNow());
    }

    private async Task<Error?> ReopenAsync(AssessmentRound round, string reason, CancellationToken cancellationToken)
    {
        if (round.Reopen(reason) is { } refusal)
            return refusal;
        var number = await db.RoundReopenings.CountAsync(r => r.RoundId == round.Id, cancellationToken) + 1;
        db.Add(RoundReopening.Record(round, number, reason, tenant.RequireCaller().UserName, clock.GetUtcNow()));

        // What schools did meanwhile counts from now on.
        await activities.CreditAcrossSchoolsAsync(round, await db.Scorecards.Where(c => c.RoundId == round.Id).Select(c => c.SchoolId).ToListAsync(cancellationToken), cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await freeze.ThawAcrossSchoolsAsync(round, cancellationToken);
        return null;
    }
}

/// <summary>Finds who takes part in a round.</summary>
internal sealed class RoundScopes(IUnionDb db)
{
    /// <summary>Identifiers of the schools that a round's scope holds.</summary>
    public async Task<IReadOnlyList<SchoolId>> ResolveAsync(AssessmentRound round, CancellationToken cancellationToken)
    {
        var zones = await db.Zones.AsNoTracking().ToDictionaryAsync(z => z.Id, z => z.Code, cancellationToken);
        var schools = await db.Schools.AsNoTracking().ToListAsync(cancellationToken);
        return [.. schools.Where(s => round.Scope.Holds(s, zones[s.ZoneId], round.WindowTo)).Select(s => s.Id).OrderBy(s => s.Value)];
    }
}
