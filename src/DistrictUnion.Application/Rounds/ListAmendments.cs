using DistrictUnion.Application.Common;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Rounds;

/// <summary>Amendments of a round by number.</summary>
public sealed record ListAmendments(RoundId Round, PageRequest Page) : IQuery<Page<AmendmentView>>;

internal sealed class ListAmendmentsHandler(IUnionDb db, ITenantContext tenant) : IHandler<ListAmendments, Page<AmendmentView>>
{
    public async Task<Result<Page<AmendmentView>>> Handle(ListAmendments request, CancellationToken cancellationToken)
    {
        var hidesPeople = tenant.RequireCaller().IsOfSchool;
        return await db.RoundAmendments.AsNoTracking().Where(a => a.RoundId == request.Round).OrderBy(a => a.Number)
            .Select(a => new AmendmentView(a.Number, a.Scope, a.SchemeVersion, a.Reason, hidesPeople ? null : a.Actor, a.At))
            .ToPageAsync(request.Page, cancellationToken);
    }
}
