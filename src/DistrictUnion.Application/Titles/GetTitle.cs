using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Titles;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Titles;

/// <summary>One title of the register.</summary>
public sealed record GetTitle(HeldTitleId Title) : IQuery<Tagged<TitleView>>;

internal sealed class GetTitleHandler(TitleRegister register) : IHandler<GetTitle, Tagged<TitleView>>
{
    public async Task<Result<Tagged<TitleView>>> Handle(GetTitle request, CancellationToken cancellationToken) => await register.OfAsync(request.Title, cancellationToken);
}

/// <summary>Reads titles with the names that belong to them.</summary>
internal sealed class TitleRegister(IUnionDb db)
{
    /// <summary>One title, as it is stored or about to be.</summary>
    public async Task<Tagged<TitleView>> OfAsync(HeldTitleId id, CancellationToken cancellationToken)
    {
        var title = await db.HeldTitles.SingleAsync(t => t.Id == id, cancellationToken);
        var school = await db.Schools.AsNoTracking().Where(s => s.Id == title.SchoolId).Select(s => new { s.Code, s.Name }).SingleAsync(cancellationToken);
        var programme = await db.TitleProgrammes.Where(p => p.Id == title.ProgrammeId).Select(p => p.Code).SingleAsync(cancellationToken);
        var nominatedAt = title.Application is null ? null : await db.TitleApplications.Where(a => a.Code == title.Application).Select(a => a.NominatedAt).SingleOrDefaultAsync(cancellationToken);
        return new Tagged<TitleView>(TitleView.Of(title, school.Code, school.Name, programme, nominatedAt), title.Version);
    }

    /// <summary>The rule by which a title is looked at again: the programme's of today.</summary>
    public async Task<ProgrammeDefinition> ProgrammeAsync(HeldTitle title, CancellationToken cancellationToken) =>
        Application.Common.Json.Read<ProgrammeDefinition>(await db.TitleProgrammes.Where(p => p.Id == title.ProgrammeId).Select(p => p.Definition).SingleAsync(cancellationToken));
}
