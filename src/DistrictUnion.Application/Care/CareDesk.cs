using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Care;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Obligations;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Care;

/// <summary>What all use cases of care records share.</summary>
internal sealed class CareDesk(IUnionDb db, ITenantContext tenant, TimeProvider clock)
{
    /// <summary>The record of a path; the path's resolution made sure that it is the caller's school's.</summary>
    public Task<CareRecord> FindAsync(CareRecordId id, CancellationToken cancellationToken) => db.CareRecords.SingleAsync(r => r.Id == id, cancellationToken);

    /// <summary>The school whose records the caller keeps.</summary>
    public SchoolId School => tenant.RequireCaller().Post!.SchoolId!.Value;

    /// <summary>Notes what was done.</summary>
    public void Note(CareRecord record, CareAction action) => db.CareSteps.Add(CareStep.Of(record, action, tenant.RequireCaller().UserName, clock.GetUtcNow()));

    /// <summary>Notes what is about to be shown.</summary>
    public void NoteView(bool isList, IReadOnlyList<string> records)
    {
        var caller = tenant.RequireCaller();
        db.CareViews.Add(CareView.Of(caller.DistrictId, School, isList, records, (caller.UserName, caller.Role!.Value), clock.GetUtcNow()));
    }

    /// <summary>Saves and answers what was changed.</summary>
    public async Task<Tagged<CareReceipt>> SavedAsync(CareRecord record, bool created, CancellationToken cancellationToken)
    {
        await db.SaveChangesAsync(cancellationToken);
        return new Tagged<CareReceipt>(CareReceipt.Of(record), record.Version, created);
    }

    /// <summary>Obligations to visit that stem from records, by code of the record: one statement for any number of them.</summary>
    public async Task<IReadOnlyDictionary<string, CareObligation>> ObligationsAsync(IReadOnlyList<string> codes, CancellationToken cancellationToken)
    {
        var (school, today) = (School, clock.Today());
        var found = await db.Obligations.AsNoTracking()
            .Where(o => o.SchoolId == school && o.Evidence == EvidenceKind.CareVisited && o.Source != null && codes.Contains(o.Source)).OrderBy(o => o.Code).ToListAsync(cancellationToken);
        return found.GroupBy(o => o.Source!, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Select(o => new CareObligation(o.Code, o.DueOn, o.StateOn(today))).First(), StringComparer.Ordinal);
    }
}
