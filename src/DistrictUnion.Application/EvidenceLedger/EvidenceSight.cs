using System.Linq.Expressions;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.EvidenceLedger;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.EvidenceLedger;

/// <summary>Which files of a school the caller sees.</summary>
internal static class EvidenceSight
{
    /// <summary>The school's own people see what they keep, as does who enters on its behalf; everybody else what was handed in.</summary>
    public static IQueryable<Evidence> Of(IUnionDb db, ITenantContext tenant, RoundId round, SchoolId school)
    {
        var own = tenant.RequireCaller().IsOfSchool;
        return db.Evidence.AsNoTracking().Where(e => e.RoundId == round && e.SchoolId == school
            && (own || db.SelfEvaluations.Any(s => s.RoundId == round && s.SchoolId == school && s.OnBehalfReason != null) ? e.RemovedAt == null && e.ReplacedAt == null : e.HandedIn));
    }

    /// <summary>Files with what a virus scanner said of them, in one statement.</summary>
    public static async Task<List<(Evidence File, ScanState Scan)>> ScannedAsync(IUnionDb db, IQueryable<Evidence> files, CancellationToken cancellationToken) =>
        [.. (await files.Select(e => new { File = e, Scan = db.FileScans.Where(s => s.Hash == e.Hash).Select(s => s.State).FirstOrDefault() }).ToListAsync(cancellationToken))
            .Select(f => (f.File, f.Scan))];

    /// <summary>The version of a file that its school keeps now.</summary>
    public static Expression<Func<Evidence, bool>> Current(RoundId round, SchoolId school, EvidenceId evidence) =>
        e => e.Id == evidence && e.RoundId == round && e.SchoolId == school && e.RemovedAt == null && e.ReplacedAt == null;

    /// <summary>An earlier version of a file that the caller sees: any for the school's own people, one that was handed in for everybody else.</summary>
    public static IQueryable<Evidence> EarlierOf(IUnionDb db, ITenantContext tenant, IQueryable<Evidence> seen)
    {
        var own = tenant.RequireCaller().IsOfSchool;
        return db.Evidence.AsNoTracking().Where(e => seen.Any(s => s.Id == e.Id && s.Number > e.Number) && (own || e.HandedIn || e.WasHandedIn));
    }

    /// <summary>Earlier versions of files on a page, in one statement; none where no file has any.</summary>
    public static async Task<ILookup<EvidenceId, Evidence>> EarlierAsync(IUnionDb db, ITenantContext tenant, IReadOnlyList<Evidence> page, CancellationToken cancellationToken)
    {
        var own = tenant.RequireCaller().IsOfSchool;
        var ids = page.Where(e => e.Number > 1).Select(e => e.Id).ToList();
        var versions = ids.Count == 0
            ? []
            : await db.Evidence.AsNoTracking().Where(e => ids.Contains(e.Id) && (own || e.HandedIn || e.WasHandedIn)).ToListAsync(cancellationToken);
        var shown = page.ToDictionary(e => e.Id, e => e.Number);
        return versions.Where(v => v.Number < shown[v.Id]).ToLookup(v => v.Id);
    }
}
