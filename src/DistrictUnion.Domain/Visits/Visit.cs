using System.Text.Json;
using DistrictUnion.Domain.Common;

namespace DistrictUnion.Domain.Visits;

/// <summary>
/// An on-site inspection (现场考察) of a school. The inspectors write field by field; what an inspector confirms is frozen for the
/// chair, who confirms it or sends it back with a reason. Nobody's score changes by it until a reviewer adopts what was observed.
/// </summary>
public sealed class Visit : AggregateRoot, ISchoolOwned
{
    private Visit()
    {
    }

    /// <inheritdoc/>
    public DistrictId DistrictId { get; private set; }

    /// <summary>Public identifier.</summary>
    public VisitId Id { get; private set; }

    /// <summary>Round.</summary>
    public RoundId RoundId { get; private set; }

    /// <inheritdoc/>
    public SchoolId SchoolId { get; private set; }

    /// <summary>Day.</summary>
    public DateOnly PlannedOn { get; private set; }

    /// <summary>User names of the inspectors.</summary>
    public IReadOnlyList<string> Inspectors { get; private set; } = [];

    /// <summary>Codes of the leaves to look at.</summary>
    public IReadOnlyList<string> Leaves { get; private set; } = [];

    /// <summary>State.</summary>
    public VisitState State { get; private set; }

    /// <summary>Fields by path.</summary>
    public IReadOnlyDictionary<string, VisitAnswer> Answers { get; private set; } = new Dictionary<string, VisitAnswer>();

    /// <summary>Photos, the oldest first.</summary>
    public IReadOnlyList<VisitPhoto> Photos { get; private set; } = [];

    /// <summary>What was confirmed last, which is all that the school sees; null: nothing yet.</summary>
    public VisitReport? Report { get; private set; }

    /// <summary>What happened, the oldest first.</summary>
    public IReadOnlyList<VisitEvent> Trail { get; private set; } = [];

    /// <summary>Whether inspectors still write.</summary>
    public bool IsOpen => State is VisitState.Planned or VisitState.InProgress or VisitState.Disputed;

    /// <summary>Plans a visit.</summary>
    public static Visit Plan(DistrictId district, RoundId round, SchoolId school, VisitPlan plan, string actor, DateTimeOffset now)
    {
        var visit = new Visit
        {
            DistrictId = district,
            Id = VisitId.New(),
            RoundId = round,
            SchoolId = school,
        };
        visit.Apply(plan, actor, now);
        return visit;
    }

    /// <summary>Plans it anew; what was written about a leaf that is looked at no more would be lost, so such a leaf stays.</summary>
    public Error? Change(VisitPlan plan, string actor, DateTimeOffset now)
    {
        if (!IsOpen)
            return Refusal("visit.notOpen");
        if (Answers.Keys.Select(LeafOf).Concat(Photos.Select(p => p.Node)).OfType<string>().FirstOrDefault(l => !plan.Leaves.Contains(l, StringComparer.Ordinal)) is { } written)
            return ValidationError.Of("leaves", "visit.leafWritten", ("leaf", written));
        Apply(plan, actor, now);
        return null;
    }

    /// <summary>Writes one field; no value takes it away.</summary>
    public void Write(string path, VisitAnswer? answer)
    {
        var next = new Dictionary<string, VisitAnswer>(Answers, StringComparer.Ordinal);
        if (answer is { Value.ValueKind: not (JsonValueKind.Null or JsonValueKind.Undefined) })
            next[path] = answer;
        else
            next.Remove(path);
        Answers = next;
        Begin();
    }

    /// <summary>Adds a photo.</summary>
    public void Add(VisitPhoto photo)
    {
        Photos = [.. Photos, photo];
        Begin();
    }

    /// <summary>Takes a photo away; one that was confirmed stays in the report that was confirmed with it.</summary>
    public void Remove(VisitPhoto photo) => Photos = [.. Photos.Where(p => p.Id != photo.Id)];

    /// <summary>An inspector confirms: from now on the school sees it.</summary>
    public Error? Complete(string actor, DateTimeOffset now)
    {
        if (State is not (VisitState.InProgress or VisitState.Disputed))
            return Refusal(State == VisitState.Planned ? "visit.nothingWritten" : "visit.notOpen");
        Report = new VisitReport(Answers, Photos);
        return Take(VisitStep.Complete, VisitState.Inspected, actor, now, null);
    }

    /// <summary>The chair confirms.</summary>
    public Error? Confirm(string actor, DateTimeOffset now) =>
        State == VisitState.Inspected ? Take(VisitStep.Confirm, VisitState.Confirmed, actor, now, null) : Refusal("visit.notInspected");

    /// <summary>The chair sends it back.</summary>
    public Error? Return(string actor, DateTimeOffset now, string reason) =>
        State == VisitState.Inspected && !IsAdopted ? Take(VisitStep.Return, VisitState.Disputed, actor, now, reason) : Refusal("visit.notInspected");

    /// <summary>Calls it off.</summary>
    public Error? Cancel(string actor, DateTimeOffset now, string reason) =>
        IsOpen ? Take(VisitStep.Cancel, VisitState.Cancelled, actor, now, reason) : Refusal("visit.notOpen");

    /// <summary>Notes that the observed scores became a review; without the chair's confirmation a reason says why.</summary>
    public Error? Adopt(string actor, DateTimeOffset now, string? withoutConfirmation)
    {
        if (State is not (VisitState.Inspected or VisitState.Confirmed))
            return Refusal("visit.notInspected");
        if (IsAdopted)
            return Refusal("visit.adopted");
        return State == VisitState.Inspected && withoutConfirmation is null
            ? ValidationError.Of("reason", "visit.unconfirmed")
            : Take(VisitStep.Adopt, State, actor, now, State == VisitState.Inspected ? withoutConfirmation : null);
    }

    /// <summary>Whether the observed scores became a review.</summary>
    public bool IsAdopted => Trail.Any(e => e.Step == VisitStep.Adopt);

    /// <summary>The refusal of what the state doesn't allow.</summary>
    public ConflictError Refusal(string code) => new(code, Words.Camel(State), State switch
    {
        VisitState.Planned => ["cancel"],
        VisitState.InProgress or VisitState.Disputed => ["complete", "cancel"],
        VisitState.Inspected => ["confirm", "return", "adopt"],
        VisitState.Confirmed => ["adopt"],
        _ => [],
    });

    private static string? LeafOf(string path) => path.IndexOf('.', StringComparison.Ordinal) is var dot and > 0 ? path[(dot + 1)..] : null;

    private void Apply(VisitPlan plan, string actor, DateTimeOffset now)
    {
        (PlannedOn, Inspectors, Leaves) = (plan.On, plan.Inspectors, plan.Leaves);
        Take(VisitStep.Plan, State, actor, now, null);
    }

    private void Begin()
    {
        if (State == VisitState.Planned)
            State = VisitState.InProgress;
    }

    private Error? Take(VisitStep step, VisitState state, string actor, DateTimeOffset now, string? reason)
    {
        (State, Trail) = (state, [.. Trail, new VisitEvent(step, actor, now, reason)]);
        return null;
    }
}
