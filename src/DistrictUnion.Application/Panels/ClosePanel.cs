using DistrictUnion.Application.Common;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Application.Reports;
using DistrictUnion.Application.Results;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Panels;
using DistrictUnion.Domain.Scoring;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Panels;

/// <summary>Closing words.</summary>
/// <param name="Reason">Why it is closed although scores are missing; needed only then.</param>
public sealed record PanelClosing(string? Reason = null);

/// <summary>Closes a panel: the scores that count become a fact of each school, and the scorecards follow at once.</summary>
public sealed record ClosePanel(RoundId Round, PanelId Panel, PanelClosing Body, Precondition Precondition) : ICommand<Tagged<PanelView>>;

internal sealed class ClosePanelValidator : AbstractValidator<ClosePanel>
{
    public ClosePanelValidator() => RuleFor(c => c.Body.Reason).OptionalReason();
}

internal sealed class ClosePanelHandler(IUnionDb db, ScorecardRollup rollup, PanelDesk desk, PanelViews views, FactLedger ledger, TimeProvider clock)
    : IHandler<ClosePanel, Tagged<PanelView>>
{
    public async Task<Result<Tagged<PanelView>>> Handle(ClosePanel request, CancellationToken cancellationToken)
    {
        var codes = await db.Panels.AsNoTracking().Where(p => p.Id == request.Panel).Select(p => p.Schools).SingleAsync(cancellationToken);
        var schools = await desk.SchoolsAsync(request.Round, codes, cancellationToken);
        await using var work = await rollup.BeginAcrossSchoolsAsync(request.Round, [.. schools.Select(s => s.Id)], cancellationToken);
        var panel = await db.Panels.SingleAsync(p => p.Id == request.Panel, cancellationToken);
        var round = await db.Rounds.SingleAsync(r => r.Id == request.Round, cancellationToken);
        var scores = (await db.PanelSeats.AsNoTracking().Where(s => s.PanelId == request.Panel).ToListAsync(cancellationToken))
            .Where(s => s.Counts).ToLookup(s => s.SchoolId, s => s.Score!.Value);
        var incomplete = schools.Where(s => scores[s.Id].Count() < panel.JudgesPerSchool).ToList();
        if (panel.State == PanelState.Scoring && incomplete.Count > 0 && request.Body.Reason is null)
        {
            return ValidationError.Of(
                "reason", "panel.scoresMissing", ("scores", incomplete.Sum(s => panel.JudgesPerSchool - scores[s.Id].Count())), ("schools", incomplete.Count));
        }

        if (request.Precondition.Against(panel) is { } precondition)
            return precondition;
        if ((round.RefuseUnlessOpen() ?? panel.Close(incomplete.Count > 0 ? request.Body.Reason : null, clock.GetUtcNow())) is { } refusal)
            return refusal;
        await ledger.TakePanelScoresAsync(panel.RoundId, panel.Fact, schools.ToDictionary(s => s.Id, s => FactOf(panel, scores[s.Id])), cancellationToken);
        await work.RecomputeAsync(cancellationToken);
        return await views.OfAsync(panel, round.SchemeVersionId!.Value, false, cancellationToken);
    }

    /// <summary>Scores in ascending order, so that their place says nothing about who gave them; null for none.</summary>
    private static CheckedFact? FactOf(Panel panel, IEnumerable<decimal> scores)
    {
        var value = new ScoresValue([.. scores.Order()]);
        return value.Scores.Count == 0 ? null : new CheckedFact(panel.Fact, value, FactValueWriter.Write(value), null);
    }
}
