using DistrictUnion.Application.Common;
using DistrictUnion.Application.Obligations;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Application.Reports;
using DistrictUnion.Application.Results;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Rounds;
using DistrictUnion.Domain.Schemes;
using DistrictUnion.Domain.Scorecards;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Rounds;

/// <summary>A change of an open round: its scope, its scheme version, or both, with a reason.</summary>
public sealed record AmendmentInput(string Reason, RoundScope? Scope = null, int? Version = null);

/// <summary>Amends an open round; scorecards follow at once. Points above a leaf's new maximum are clamped and wait for confirmation.</summary>
public sealed record AmendRound(RoundId Round, AmendmentInput Body, Precondition Precondition) : ICommand<Tagged<RoundView>>;

internal sealed class AmendRoundValidator : AbstractValidator<AmendRound>
{
    public AmendRoundValidator()
    {
        RuleFor(c => c.Body.Reason).Reason();
        RuleFor(c => c.Body.Scope).Must((c, scope) => scope is not null || c.Body.Version is not null).WithErrorCode("amendment.empty");
    }
}

internal sealed class AmendRoundHandler(
    IUnionDb db, ITenantContext tenant, RoundScopes scopes, ScopeCodes codes, ScorecardRollup rollup, LedgerCredits activities, IScorecardLocks locks, ObligationOpener obligations, TimeProvider clock)
    : IHandler<AmendRound, Tagged<RoundView>>
{
    public async Task<Result<Tagged<RoundView>>> Handle(AmendRound request, CancellationToken cancellationToken)
    {
        var body = request.Body;
        await locks.LockRoundAcrossSchoolsAsync(request.Round, cancellationToken);
        var round = await db.Rounds.SingleAsync(r => r.Id == request.Round, cancellationToken);
        if (await codes.CheckAsync(body.Scope, "scope", cancellationToken) is { } unknown)
            return unknown;
        var version = body.Version is { } number
            ? await db.SchemeVersions.AsNoTracking()
                .SingleOrDefaultAsync(v => v.SchemeId == round.SchemeId && v.Number == number && v.State != SchemeVersionState.Draft, cancellationToken)
            : null;
        if (body.Version is not null && version is null)
            return ValidationError.Of("version", "scheme.versionUnknown", ("version", body.Version));
        if (request.Precondition.Against(round.Version) is { } precondition)
            return precondition;
        if (round.RefuseUnlessOpen() is { } refusal)
            return refusal;

        if (version is not null)
            round.AmendVersion(version.Id);
        if (body.Scope is not null)
            round.AmendScope(body.Scope);
        var count = await db.RoundAmendments.CountAsync(a => a.RoundId == round.Id, cancellationToken);
        db.RoundAmendments.Add(RoundAmendment.Record(
            round, count + 1, body.Scope, body.Version, body.Reason, tenant.RequireCaller().UserName, clock.GetUtcNow()));
        await FollowScopeAsync(round, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await obligations.FollowRoundsAsync(cancellationToken);
        return await RoundViews.LoadAsync(db, round.Id, false, cancellationToken);
    }

    private async Task FollowScopeAsync(AssessmentRound round, CancellationToken cancellationToken)
    {
        var members = (await scopes.ResolveAsync(round, cancellationToken)).ToHashSet();
        var cards = await db.Scorecards.Where(c => c.RoundId == round.Id).ToListAsync(cancellationToken);

        // A scorecard is derived: what a school outside the scope reported stays, only its result goes.
        db.Scorecards.RemoveRange(cards.Where(c => !members.Contains(c.SchoolId)));
        foreach (var school in members.Except(cards.Select(c => c.SchoolId)))
            db.Scorecards.Add(Scorecard.For(round.DistrictId, round.Id, school));
        await activities.CreditAcrossSchoolsAsync(round, members, cancellationToken, evenReviewed: true);
        await rollup.RecomputeAcrossSchoolsAsync([.. members.Select(s => new ScorecardKey(round.Id, s))], cancellationToken);
    }
}
