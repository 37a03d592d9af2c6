using DistrictUnion.Application.Common;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Application.Results;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Panels;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Panels;

/// <summary>What becomes of a score whose judge leaves.</summary>
public enum ScoreDecision
{
    /// <summary>It counts.</summary>
    Keep,

    /// <summary>It doesn't count, and the place is filled again.</summary>
    Exclude,
}

/// <summary>Who leaves which schools, and what becomes of the scores.</summary>
/// <param name="Judge">User name.</param>
/// <param name="Reason">Why.</param>
/// <param name="Schools">Codes of the schools; left out: the judge leaves the panel.</param>
/// <param name="Scores">A decision for each school that the judge has scored, by code.</param>
/// <param name="Replace">Whether others are assigned at once; false leaves the places vacant.</param>
public sealed record RemovalInput(
    string Judge, string Reason, IReadOnlyList<string>? Schools = null, IReadOnlyDictionary<string, ScoreDecision>? Scores = null, bool Replace = true);

/// <summary>Removes a judge. No score is dropped in silence: the district decides about each one.</summary>
public sealed record RemoveJudge(RoundId Round, PanelId Panel, RemovalInput Body, Precondition Precondition) : ICommand<Tagged<PanelView>>;

internal sealed class RemoveJudgeValidator : AbstractValidator<RemoveJudge>
{
    public RemoveJudgeValidator()
    {
        RuleFor(c => c.Body.Judge).Must(j => !string.IsNullOrEmpty(j)).WithErrorCode("panel.judges");
        RuleFor(c => c.Body.Reason).Reason();
        RuleFor(c => c.Body.Schools).Must(s => s is null or { Count: > 0 }).WithErrorCode("panel.schools");
    }
}

internal sealed class RemoveJudgeHandler(IUnionDb db, ITenantContext tenant, ScorecardRollup rollup, PanelDesk desk, PanelViews views, TimeProvider clock)
    : IHandler<RemoveJudge, Tagged<PanelView>>
{
    public async Task<Result<Tagged<PanelView>>> Handle(RemoveJudge request, CancellationToken cancellationToken)
    {
        var body = request.Body;
        var schools = await db.PanelSeats.AsNoTracking().Where(s => s.PanelId == request.Panel).Select(s => s.SchoolId).Distinct().ToListAsync(cancellationToken);
        await using var work = await rollup.BeginAcrossSchoolsAsync(request.Round, schools, cancellationToken);
        var panel = await db.Panels.SingleAsync(p => p.Id == request.Panel, cancellationToken);
        var round = await db.Rounds.AsNoTracking().SingleAsync(r => r.Id == request.Round, cancellationToken);
        var seats = await db.PanelSeats.Where(s => s.PanelId == request.Panel && s.Judge == body.Judge && s.Ending == null)
            .Join(db.Schools, s => s.SchoolId, s => s.Id, (seat, school) => new SeatAt(seat, school.Code, school.Name)).ToListAsync(cancellationToken);
        if (Check(panel, body, seats) is { } wrong)
            return wrong;
        if (request.Precondition.Against(panel) is { } precondition)
            return precondition;
        if ((round.RefuseUnlessOpen() ?? panel.Remove(body.Judge, body.Schools is null)) is { } refusal)
            return refusal;
        foreach (var at in seats.Where(s => body.Schools?.Contains(s.School, StringComparer.Ordinal) ?? true))
        {
            at.Seat.End(
                SeatEnding.Removed, body.Scores?.GetValueOrDefault(at.School, ScoreDecision.Exclude) == ScoreDecision.Keep, body.Reason, tenant.RequireCaller().UserName, clock.GetUtcNow());
        }

        if (body.Replace && await desk.SeatAsync(panel, cancellationToken) is { } infeasible)
            return infeasible;
        await db.SaveChangesAsync(cancellationToken);
        return await views.OfAsync(panel, round.SchemeVersionId!.Value, false, cancellationToken);
    }

    /// <summary>The judge sits where it is said, and every score is decided about.</summary>
    private static ValidationError? Check(Panel panel, RemovalInput body, List<SeatAt> seats)
    {
        if (seats.Count == 0 && !panel.Judges.Contains(body.Judge, StringComparer.Ordinal))
            return ValidationError.Of("judge", "panel.judgeUnknown", ("judge", body.Judge));
        List<FieldError> problems = [];
        for (var i = 0; i < (body.Schools?.Count ?? 0); i++)
        {
            if (!seats.Exists(s => s.School == body.Schools![i]))
                problems.Add(FieldError.Of($"schools[{i}]", "panel.noSeat", ("school", body.Schools![i])));
        }

        problems.AddRange(seats
            .Where(s => (body.Schools?.Contains(s.School, StringComparer.Ordinal) ?? true) && s.Seat.Score is not null && body.Scores?.ContainsKey(s.School) != true)
            .OrderBy(s => s.School, StringComparer.Ordinal)
            .Select(s => FieldError.Of($"scores.{s.School}", "panel.decisionMissing", ("school", s.Name))));
        return problems.Count > 0 ? new ValidationError(problems) : null;
    }

    private sealed record SeatAt(PanelSeat Seat, string School, string Name);
}
