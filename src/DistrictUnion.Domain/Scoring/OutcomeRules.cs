using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Schemes;
using Codes = DistrictUnion.Domain.Scoring.ExplanationCodes;

namespace DistrictUnion.Domain.Scoring;

/// <summary>
/// Lateness, vetoes, gates and grades: they decide the outcome and never change the stored score (scoring semantics, section 4).
/// </summary>
internal static class OutcomeRules
{
    /// <summary>Points deducted for lateness, at most the policy's maximum.</summary>
    public static decimal LateDeduction(LatePolicy? policy, int daysLate)
    {
        if (policy is null || daysLate <= 0) return 0.00m;
        var deduction = policy.PerDay * daysLate;
        return Fraction.From(policy.Max is { } max && deduction > max ? max : deduction).RoundHalfAwayFromZero(2);
    }

    public static (Outcome Outcome, string? Grade, IReadOnlyList<string> Vetoes) Judge(
        CompiledScheme scheme, ScoringInput input, SchoolFact[] facts, NodeScore[] nodes, decimal total, List<Statement>? steps)
    {
        var triggered = scheme.Definition.Vetoes.Where(veto => facts[scheme.FindFact(veto.Fact)!.Index].IsTrue).ToList();
        var codes = triggered.ConvertAll(veto => veto.Code);
        if (input.Evaluation is not { } evaluation) return (Outcome.NotSubmitted, null, codes);

        foreach (var veto in triggered)
        {
            steps?.Add(veto.Caps is { } caps
                ? Statement.Of(Codes.VetoCaps, ("veto", veto.Name), ("grade", NameOf(scheme, caps)))
                : Statement.Of(Codes.Veto, ("veto", veto.Name)));
        }

        if (triggered.Exists(veto => veto.Caps is null)) return (Outcome.Disqualified, null, codes);
        if (scheme.Definition.Late?.ForfeitAfterDays is { } limit && evaluation.DaysLate > limit)
        {
            steps?.Add(Statement.Of(Codes.TotalForfeited, ("days", evaluation.DaysLate), ("limit", limit)));
            return (Outcome.Forfeited, null, codes);
        }

        var passes = true;
        foreach (var gate in scheme.Definition.Gates) passes &= Passes(gate, scheme, nodes, steps);
        if (!passes) return (Outcome.NotQualified, null, codes);
        if (scheme.Definition.Grades.Count == 0) return (Outcome.Qualified, null, codes);

        var grade = Grade(scheme.Definition.Grades, input.HeldGrades, triggered, total);
        steps?.Add(grade is null ? Statement.Of(Codes.GradeNone) : Statement.Of(Codes.GradeMet, ("grade", grade.Name), ("min", grade.Min)));
        return (grade is null ? Outcome.NotQualified : Outcome.Qualified, grade?.Code, codes);
    }

    private static bool Passes(GateDefinition gate, CompiledScheme scheme, NodeScore[] nodes, List<Statement>? steps)
    {
        var passes = true;
        foreach (var node in scheme.Nodes)
        {
            if (nodes[node.Index].Final is not { } final) continue;
            switch (gate)
            {
                case SectionMinimumGate minimum when node.Depth == 1 && final * 100 < node.Max * minimum.Percent:
                    passes = false;
                    steps?.Add(Statement.Of(
                        Codes.GateSectionMinimum, ("node", node.Name), ("points", final), ("max", node.Max), ("percent", minimum.Percent)));
                    break;
                case ZeroNodeGate zero when node.Depth == zero.Depth && final == 0:
                    passes = false;
                    steps?.Add(Statement.Of(Codes.GateZeroNode, ("node", node.Name)));
                    break;
            }
        }

        return passes;
    }

    private static GradeDefinition? Grade(
        IReadOnlyList<GradeDefinition> grades, IReadOnlyList<string> heldGrades, List<VetoDefinition> triggered, decimal total)
    {
        // Grades are listed best first, so holding one includes every later one and a cap rules out every earlier one.
        int RankOf(string? code) => code is null ? -1 : IndexOf(grades, code);

        var bestHeld = heldGrades.Select(RankOf).Where(rank => rank >= 0).DefaultIfEmpty(int.MaxValue).Min();
        var bestAllowed = triggered.Select(veto => RankOf(veto.Caps)).DefaultIfEmpty(-1).Max();
        for (var rank = Math.Max(bestAllowed, 0); rank < grades.Count; rank++)
        {
            var grade = grades[rank];
            if (total >= grade.Min && (grade.Holds is null || bestHeld <= RankOf(grade.Holds))) return grade;
        }

        return null;
    }

    private static int IndexOf(IReadOnlyList<GradeDefinition> grades, string code)
    {
        for (var rank = 0; rank < grades.Count; rank++)
        {
            if (grades[rank].Code == code) return rank;
        }

        return -1;
    }

    private static string NameOf(CompiledScheme scheme, string grade) =>
        scheme.Definition.Grades.FirstOrDefault(other => other.Code == grade)?.Name ?? grade;
}
