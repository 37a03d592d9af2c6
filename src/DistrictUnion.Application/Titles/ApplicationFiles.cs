using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.EvidenceLedger;
using DistrictUnion.Domain.Titles;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Titles;

/// <summary>A file of the ledger that an application is to refer to.</summary>
/// <param name="Evidence">Identifier of the file in the school's ledger, of any round.</param>
/// <param name="Purpose">What it shows.</param>
public sealed record ApplicationFileInput(Guid Evidence, string Purpose);

/// <summary>A file of an application.</summary>
/// <param name="Evidence">Identifier, by which it is opened.</param>
/// <param name="Number">Number of the version in the ledger.</param>
/// <param name="Name">Name.</param>
/// <param name="MediaType">What it is by its content.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Sha256">Hash of the bytes, hexadecimal.</param>
/// <param name="Purpose">What it shows.</param>
public sealed record ApplicationFileView(Guid Evidence, int Number, string Name, string MediaType, long Size, string Sha256, string Purpose)
{
    internal static ApplicationFileView Of(ApplicationFile file) => new(file.Evidence, file.Number, file.File.Name, file.File.MediaType, file.File.Size, file.File.Hash, file.Purpose);
}

/// <summary>Finds files in a school's ledger on an application's behalf: the versions that the school keeps now.</summary>
internal sealed class ApplicationFiles(IUnionDb db)
{
    /// <summary>The files in the order asked for; null where the school keeps none of that identifier.</summary>
    public async Task<IReadOnlyList<ApplicationFile?>> FindAsync(SchoolId school, IReadOnlyList<ApplicationFileInput> wanted, CancellationToken cancellationToken)
    {
        if (wanted.Count == 0)
            return [];
        var ids = wanted.Select(w => new EvidenceId(w.Evidence)).ToList();
        var kept = await db.Evidence.AsNoTracking().Where(e => ids.Contains(e.Id) && e.SchoolId == school && e.RemovedAt == null && e.ReplacedAt == null)
            .Select(e => new { e.Id, e.Number, e.Name, e.Hash, e.MediaType, e.Size }).ToDictionaryAsync(e => e.Id.Value, cancellationToken);
        return
        [
            .. wanted.Select(w => kept.TryGetValue(w.Evidence, out var e) ? new ApplicationFile(w.Evidence, e.Number, new KeptFile(e.Name, e.Hash, e.MediaType, e.Size), w.Purpose) : null),
        ];
    }

    /// <summary>The files of an application as the ledger keeps them now; null where one was taken away.</summary>
    public Task<IReadOnlyList<ApplicationFile?>> RenewAsync(TitleApplication application, CancellationToken cancellationToken) =>
        FindAsync(application.SchoolId, [.. application.Files.Select(f => new ApplicationFileInput(f.Evidence, f.Purpose))], cancellationToken);
}
