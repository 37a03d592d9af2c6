using DistrictUnion.Application.Ports;
using DistrictUnion.Application.Reports;
using DistrictUnion.Application.Rounds;
using DistrictUnion.Application.Schemes;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Evaluations;
using DistrictUnion.Domain.EvidenceLedger;
using DistrictUnion.Domain.Rounds;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.EvidenceLedger;

/// <summary>
/// Decides whether a school's evidence may change: while the evaluation may, and within the school's room. The caller holds the
/// scorecard's lock, so a submission waits or was made.
/// </summary>
internal sealed class EvidenceGate(IUnionDb db, ITenantContext tenant, RoundGate gate, SchemeCatalogue schemes, EvidenceLimits limits)
{
    /// <summary>The refusal of any change; null when evidence may change.</summary>
    public async Task<Error?> RefuseChangeAsync(AssessmentRound round, SchoolId school, CancellationToken cancellationToken)
    {
        var evaluation = await db.SelfEvaluations.AsNoTracking().Where(e => e.RoundId == round.Id && e.SchoolId == school)
            .Select(e => new { e.State, e.OnBehalfReason }).SingleOrDefaultAsync(cancellationToken);
        if (OnBehalf.CheckDecision(tenant.RequireCaller(), evaluation?.OnBehalfReason) is { } schoolsOwn)
            return schoolsOwn;
        if (await gate.RefuseAsync(round, school, cancellationToken) is { } closed)
            return closed;
        return evaluation is not null && evaluation.State != EvaluationState.Draft
            ? new ConflictError("evidence.handedIn", Words.Camel(evaluation.State), ["withdraw"])
            : null;
    }

    /// <summary>What is wrong with what a file is to prove; null when nothing is.</summary>
    public async Task<ValidationError?> CheckAsync(AssessmentRound round, EvidencePurpose purpose, CancellationToken cancellationToken)
    {
        var scheme = await schemes.GetAsync(round.SchemeVersionId!.Value, cancellationToken);
        List<FieldError> problems = [];
        if (purpose.Nodes.Count == 0)
            problems.Add(FieldError.Of("nodes", "evidence.noNode"));
        for (var i = 0; i < purpose.Nodes.Count; i++)
        {
            if (scheme.LeafOf(purpose.Nodes[i]) is null)
                problems.Add(FieldError.Of($"nodes[{i}]", "node.unknown", ("node", purpose.Nodes[i])));
        }

        if (purpose.From > purpose.To)
            problems.Add(FieldError.Of("to", "evidence.periodReversed"));
        else if (purpose.From > round.WindowTo || purpose.To < round.WindowFrom)
            problems.Add(FieldError.Of(purpose.From > round.WindowTo ? "from" : "to", "evidence.outsideWindow", ("from", round.WindowFrom), ("to", round.WindowTo)));
        return problems.Count == 0 ? null : new ValidationError(problems);
    }

    /// <summary>The refusal of one more file of this size; null when there is room.</summary>
    public async Task<Error?> RefuseSizeAsync(RoundId round, SchoolId school, long size, CancellationToken cancellationToken)
    {
        if (size > limits.FileBytes)
            return ValidationError.Of("size", "evidence.tooLarge", ("mebibytes", limits.FileBytes >> 20));
        var kept = await db.Evidence.Where(e => e.RoundId == round && e.SchoolId == school).GroupBy(_ => 1)
            .Select(g => new { Files = g.Count(), Bytes = g.Sum(e => e.Size) }).SingleOrDefaultAsync(cancellationToken);
        return kept is null || (kept.Files < limits.SchoolFiles && kept.Bytes + size <= limits.SchoolBytes)
            ? null
            : ValidationError.Of("size", "evidence.noRoom", ("files", limits.SchoolFiles), ("mebibytes", limits.SchoolBytes >> 20));
    }
}
