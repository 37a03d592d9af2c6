using DistrictUnion.Application.Common;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Rounds;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Rounds;

/// <summary>An order that people decided: school codes, first to last, with the reason.</summary>
public sealed record TieResolutionInput(IReadOnlyList<string> Schools, string Reason);

/// <summary>Records the order inside a tie that the scheme's chain leaves open. The ranks themselves don't change.</summary>
public sealed record ResolveTie(RoundId Round, TieResolutionInput Body, Precondition Precondition) : ICommand<Tagged<RoundView>>;

internal sealed class ResolveTieValidator : AbstractValidator<ResolveTie>
{
    public ResolveTieValidator()
    {
        RuleFor(c => c.Body.Reason).Reason();
        RuleFor(c => c.Body.Schools).Must(s => s is { Count: >= 2 and <= 200 } && s.Distinct(StringComparer.Ordinal).Count() == s.Count)
            .WithErrorCode("tie.schools");
    }
}

internal sealed class ResolveTieHandler(IUnionDb db, ITenantContext tenant, IScorecardLocks locks, TimeProvider clock) : IHandler<ResolveTie, Tagged<RoundView>>
{
    public async Task<Result<Tagged<RoundView>>> Handle(ResolveTie request, CancellationToken cancellationToken)
    {
        await locks.LockRoundAcrossSchoolsAsync(request.Round, cancellationToken);
        var round = await db.Rounds.SingleAsync(r => r.Id == request.Round, cancellationToken);
        var codes = request.Body.Schools.ToList();
        var cards = await db.Scorecards.Where(c => c.RoundId == round.Id)
            .Join(db.Schools.Where(s => codes.Contains(s.Code)), c => c.SchoolId, s => s.Id, (c, s) => new { s.Code, Card = c })
            .ToDictionaryAsync(c => c.Code, c => c.Card, cancellationToken);
        for (var i = 0; i < codes.Count; i++)
        {
            if (!cards.ContainsKey(codes[i]))
                return ValidationError.Of($"schools[{i}]", "school.unknown", ("school", codes[i]));
        }

        if (request.Precondition.Against(round.Version) is { } precondition)
            return precondition;
        if (round.State is not (RoundState.Open or RoundState.Closed))
            return round.Refusal("round.notOpen");
        if (cards.Values.Select(c => (c.Total, c.TieKey)).Distinct().Count() > 1)
            return new ConflictError("tie.notTied", Words.Camel(round.State), []);

        for (var i = 0; i < codes.Count; i++)
            cards[codes[i]].PlaceInTie(i + 1);
        var count = await db.TieResolutions.CountAsync(t => t.RoundId == round.Id, cancellationToken);
        db.TieResolutions.Add(TieResolution.Record(
            round, count + 1, codes, request.Body.Reason, tenant.RequireCaller().UserName, clock.GetUtcNow()));
        round.CountResolution();
        await db.SaveChangesAsync(cancellationToken);
        return await RoundViews.LoadAsync(db, round.Id, false, cancellationToken);
    }
}
