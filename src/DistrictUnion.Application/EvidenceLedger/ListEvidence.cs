using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.EvidenceLedger;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.EvidenceLedger;

/// <summary>A school's evidence in a round, the oldest first: its own people see what they keep, everybody else what was handed in.</summary>
public sealed record ListEvidence(RoundId Round, SchoolId School, PageRequest Page) : IQuery<Page<EvidenceView>>;

internal sealed class ListEvidenceHandler(IUnionDb db, ITenantContext tenant, EvidenceDuplicates duplicates) : IHandler<ListEvidence, Page<EvidenceView>>
{
    public async Task<Result<Page<EvidenceView>>> Handle(ListEvidence request, CancellationToken cancellationToken)
    {
        var seen = EvidenceSight.Of(db, tenant, request.Round, request.School);
        var total = await seen.CountAsync(cancellationToken);
        var page = await seen.OrderBy(e => e.ReceivedAt).ThenBy(e => e.Id).Skip(request.Page.Skip).Take(request.Page.Size).ToListAsync(cancellationToken);
        var others = tenant.RequireCaller().IsOfSchool ? [] : await duplicates.OfAsync(request.School, [.. page.Select(e => e.Hash)], cancellationToken);
        return new Page<EvidenceView>(
            [.. page.Select(e => EvidenceView.Of(e, others.GetValueOrDefault(e.Hash, [])))], request.Page.Number, request.Page.Size, total);
    }
}

/// <summary>Which files of a school the caller sees.</summary>
internal static class EvidenceSight
{
    /// <summary>The school's own people see what they keep, as does who enters on its behalf; everybody else what was handed in.</summary>
    public static IQueryable<Evidence> Of(IUnionDb db, ITenantContext tenant, RoundId round, SchoolId school)
    {
        var own = tenant.RequireCaller().IsOfSchool;
        return db.Evidence.AsNoTracking().Where(e => e.RoundId == round && e.SchoolId == school
            && (own || db.SelfEvaluations.Any(s => s.RoundId == round && s.SchoolId == school && s.OnBehalfReason != null) ? e.RemovedAt == null : e.HandedIn));
    }
}

/// <summary>Finds the very same file at other schools of the district. Only reviewers are told, so the reach is theirs already.</summary>
internal sealed class EvidenceDuplicates(IUnionDb db)
{
    /// <summary>Codes of other schools that handed in these bytes, by hash.</summary>
    public async Task<Dictionary<string, IReadOnlyList<string>>> OfAsync(SchoolId school, IReadOnlyList<string> hashes, CancellationToken cancellationToken)
    {
        var found = await db.Evidence.AsNoTracking().Where(e => hashes.Contains(e.Hash) && e.SchoolId != school && e.HandedIn)
            .Join(db.Schools, e => e.SchoolId, s => s.Id, (e, s) => new { e.Hash, s.Code }).Distinct().ToListAsync(cancellationToken);
        return found.GroupBy(f => f.Hash, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => (IReadOnlyList<string>)[.. g.Select(f => f.Code).Order(StringComparer.Ordinal)], StringComparer.Ordinal);
    }
}
