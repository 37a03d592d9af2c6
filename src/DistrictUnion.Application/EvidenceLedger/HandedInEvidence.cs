using DistrictUnion.Application.Common;
using DistrictUnion.Application.Ports;
using DistrictUnion.Application.Reports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Evaluations;
using DistrictUnion.Domain.Schemes;
using DistrictUnion.Domain.Scoring;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.EvidenceLedger;

/// <summary>Lets evidence go with the evaluation: handed in with it, taken back with it.</summary>
internal sealed class HandedInEvidence(IUnionDb db)
{
    /// <summary>Hands in what the school keeps; what it took away since it last handed in goes for good, what it replaced stays as an earlier version.</summary>
    /// <returns>Leaves that demand evidence and have none.</returns>
    public async Task<IReadOnlyList<ContentWarning>> HandInAsync(CompiledScheme scheme, SelfEvaluation evaluation, CancellationToken cancellationToken)
    {
        var (round, school) = (evaluation.RoundId, evaluation.SchoolId);
        var files = await db.Evidence.Where(e => e.RoundId == round && e.SchoolId == school).ToListAsync(cancellationToken);
        db.Evidence.RemoveRange(files.Where(f => f.RemovedAt is not null));
        files.RemoveAll(f => f.RemovedAt is not null);
        foreach (var file in files)
            file.HandIn();
        files.RemoveAll(f => !f.HandedIn);
        evaluation.NoteEvidence(Json.Write(EvidenceChanges.Note(files)));
        var proven = files.SelectMany(f => f.Nodes).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. scheme.Nodes.Where(n => n.Evidence == EvidencePolicy.Required && !proven.Contains(n.Code))
                .Select(n => new ContentWarning(n.Code, "evidence.missing", new Dictionary<string, object?> { ["node"] = n.Name })),
        ];
    }

    /// <summary>Takes everything back.</summary>
    public async Task TakeBackAsync(RoundId round, SchoolId school, CancellationToken cancellationToken)
    {
        foreach (var file in await db.Evidence.Where(e => e.RoundId == round && e.SchoolId == school && e.HandedIn).ToListAsync(cancellationToken))
        {
            if (file.RemovedAt is null)
                file.TakeBack();
            else
                db.Evidence.Remove(file);
        }
    }
}
