using System.Text.Json;
using DistrictUnion.Application.Common;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Application.Reports;
using DistrictUnion.Application.Rounds;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Evaluations;
using DistrictUnion.Domain.Rounds;

namespace DistrictUnion.Application.Evaluations;

/// <summary>State of a self-evaluation as others see it.</summary>
public enum EvaluationStateView
{
    /// <summary>Being typed, withdrawn or returned.</summary>
    Draft,

    /// <summary>Handed in.</summary>
    Submitted,

    /// <summary>Reviewed by the zone.</summary>
    ZoneReviewed,

    /// <summary>Reviewed by the district.</summary>
    DistrictReviewed,

    /// <summary>The round is closed.</summary>
    Locked,

    /// <summary>The round is published.</summary>
    Published,
}

/// <summary>A self-evaluation as others see it.</summary>
/// <param name="State">State.</param>
/// <param name="Flags"><c>late</c>, <c>returned</c>.</param>
/// <param name="Facts">Facts by code.</param>
/// <param name="Claims">Claimed points by node code.</param>
/// <param name="NotApplicable">Leaves that the school asks to leave out.</param>
/// <param name="Comments">Comments by node code.</param>
/// <param name="Notes">Notes by fact code.</param>
/// <param name="ReceivedAt">Server receipt that fixed lateness.</param>
/// <param name="DaysLate">Days late.</param>
/// <param name="DueAt">First late instant for this school.</param>
/// <param name="LocksAt">From when the school can hand in nothing more.</param>
/// <param name="ReturnReason">Why it was returned.</param>
/// <param name="ReturnReasons">What is wanted of single leaves, by their codes.</param>
/// <param name="OnBehalfReason">Why district staff entered it.</param>
/// <param name="Origins">Answers that were carried over from an earlier round, by their path.</param>
/// <param name="Warnings">What was accepted but should be looked at.</param>
public sealed record EvaluationView(
    EvaluationStateView State,
    IReadOnlyList<string> Flags,
    IReadOnlyDictionary<string, JsonElement> Facts,
    IReadOnlyDictionary<string, decimal> Claims,
    IReadOnlyList<string> NotApplicable,
    IReadOnlyDictionary<string, string> Comments,
    IReadOnlyDictionary<string, string> Notes,
    DateTimeOffset? ReceivedAt,
    int? DaysLate,
    DateTimeOffset DueAt,
    DateTimeOffset? LocksAt,
    string? ReturnReason,
    IReadOnlyDictionary<string, string> ReturnReasons,
    string? OnBehalfReason,
    IReadOnlyDictionary<string, AnswerOriginView> Origins,
    IReadOnlyList<ContentWarning> Warnings);

/// <summary>Makes views of self-evaluations: a school sees what it types, everybody else what was handed in.</summary>
internal sealed class EvaluationViews(ITenantContext tenant, RoundGate gate)
{
    /// <summary>What somebody may see of what was typed.</summary>
    public static EvaluationContent SeenBy(Caller caller, SelfEvaluation evaluation) =>
        Json.Read<EvaluationContent>(caller.IsOfSchool || evaluation.OnBehalfReason is not null ? evaluation.Content : evaluation.HandedIn ?? "{}");

    /// <summary>The view of an evaluation.</summary>
    public async Task<Tagged<EvaluationView>> OfAsync(
        AssessmentRound round, SelfEvaluation evaluation, IReadOnlyList<ContentWarning> warnings, bool created, CancellationToken cancellationToken)
    {
        var (dueAt, closesAt) = await gate.DeadlinesAsync(round, evaluation.SchoolId, cancellationToken);
        return Of(round, evaluation, dueAt, closesAt, warnings, created);
    }

    /// <summary>The view where the school's deadlines are known.</summary>
    public Tagged<EvaluationView> Of(
        AssessmentRound round, SelfEvaluation evaluation, DateTimeOffset dueAt, DateTimeOffset? closesAt, IReadOnlyList<ContentWarning> warnings, bool created)
    {
        var caller = tenant.RequireCaller();
        var content = SeenBy(caller, evaluation);
        List<string> flags = [];
        if (evaluation.DaysLate > 0)
            flags.Add("late");
        if (evaluation.Returned)
            flags.Add("returned");
        return new Tagged<EvaluationView>(
            new EvaluationView(
                StateOf(round, evaluation),
                flags,
                content.Facts ?? [],
                content.Claims ?? [],
                content.NotApplicable ?? [],
                content.Comments ?? [],
                content.Notes ?? [],
                BusinessTime.Local(evaluation.ReceivedAt),
                evaluation.DaysLate,
                BusinessTime.Local(dueAt),
                BusinessTime.Local(closesAt),
                evaluation.ReturnReason,
                evaluation.ReturnReasons ?? new Dictionary<string, string>(),
                evaluation.OnBehalfReason,
                AnswerOrigins.ViewsOf(caller.IsOfSchool || evaluation.Counts || evaluation.OnBehalfReason is not null ? evaluation.Origins : null),
                warnings),
            evaluation.Version,
            created);
    }

    private static EvaluationStateView StateOf(AssessmentRound round, SelfEvaluation evaluation) => (round.State, evaluation.State) switch
    {
        (RoundState.Published, not EvaluationState.Draft) => EvaluationStateView.Published,
        (RoundState.Closed, not EvaluationState.Draft) => EvaluationStateView.Locked,
        (_, EvaluationState.Draft) => EvaluationStateView.Draft,
        (_, EvaluationState.Submitted) => EvaluationStateView.Submitted,
        (_, EvaluationState.ZoneReviewed) => EvaluationStateView.ZoneReviewed,
        _ => EvaluationStateView.DistrictReviewed,
    };
}
