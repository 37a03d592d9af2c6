using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Activities;
using DistrictUnion.Domain.Congresses;
using DistrictUnion.Domain.EvidenceLedger;
using DistrictUnion.Domain.Papers;
using DistrictUnion.Domain.Titles;
using DistrictUnion.Domain.Visits;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.EvidenceLedger;

/// <summary>Everything in the database that a kept file may be there for. What isn't named here loses its file by night; a test over the model sees to it.</summary>
public static class KeptFileReferences
{
    /// <summary>Hashes that the rows of a kind refer to, within the tenant in scope.</summary>
    public static IReadOnlyDictionary<Type, Func<IUnionDb, CancellationToken, Task<List<string>>>> Holders { get; } =
        new Dictionary<Type, Func<IUnionDb, CancellationToken, Task<List<string>>>>
        {
            [typeof(Evidence)] = (db, cancellationToken) => db.Evidence.AsNoTracking().Select(e => e.Hash).Distinct().ToListAsync(cancellationToken),
            [typeof(EvaluationPaper)] = async (db, cancellationToken) =>
                [.. (await db.Papers.AsNoTracking().Select(p => p.Scans).ToListAsync(cancellationToken)).SelectMany(scans => scans).Select(s => s.File.Hash)],
            [typeof(TitleApplication)] = async (db, cancellationToken) =>
                [.. (await db.TitleApplications.AsNoTracking().Select(a => a.Files).ToListAsync(cancellationToken)).SelectMany(files => files).Select(f => f.File.Hash)],
            [typeof(DocumentTemplate)] = async (db, cancellationToken) => [.. (await db.DocumentTemplates.AsNoTracking().Select(t => t.File).ToListAsync(cancellationToken)).Select(f => f.Hash)],
            [typeof(Activity)] = async (db, cancellationToken) =>
                [.. (await db.Activities.AsNoTracking().Select(a => a.Photos).ToListAsync(cancellationToken)).SelectMany(photos => photos).Select(p => p.File.Hash)],
            [typeof(Congress)] = async (db, cancellationToken) =>
                [.. (await db.Congresses.AsNoTracking().Select(c => c.Files).ToListAsync(cancellationToken)).SelectMany(files => files).Select(f => f.File.Hash)],
            [typeof(Disclosure)] = async (db, cancellationToken) =>
                [.. (await db.Disclosures.AsNoTracking().Select(d => d.Proofs).ToListAsync(cancellationToken)).SelectMany(proofs => proofs).Select(p => p.File.Hash)],
            [typeof(Visit)] = async (db, cancellationToken) =>
                [.. (await db.Visits.AsNoTracking().Select(v => new { v.Photos, v.Report }).ToListAsync(cancellationToken))
                    .SelectMany(v => v.Photos.Concat(v.Report?.Photos ?? [])).Select(p => p.File.Hash)],
        };
}
