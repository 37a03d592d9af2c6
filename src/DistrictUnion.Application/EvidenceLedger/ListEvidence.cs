using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
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
        var scanned = await EvidenceSight.ScannedAsync(
            db, seen.OrderBy(e => e.ReceivedAt).ThenBy(e => e.Id).Skip(request.Page.Skip).Take(request.Page.Size), cancellationToken);
        var page = scanned.ConvertAll(f => f.File);
        var others = tenant.RequireCaller().IsOfSchool ? [] : await duplicates.OfAsync(request.School, page, cancellationToken);
        var earlier = await EvidenceSight.EarlierAsync(db, tenant, page, cancellationToken);
        return new Page<EvidenceView>(
            [.. scanned.Select(f => EvidenceView.Of(f.File, f.Scan, earlier[f.File.Id], others.GetValueOrDefault(f.File.Hash)))], request.Page.Number, request.Page.Size, total);
    }
}
