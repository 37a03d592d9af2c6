using DistrictUnion.Application.Common;
using DistrictUnion.Application.Obligations;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Application.Results;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Organisation;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Organisation;

/// <summary>What a school is to be.</summary>
public sealed record SchoolInput(
    string Name,
    string Zone,
    SchoolStage Stage,
    SchoolOwnership Ownership,
    SchoolSetting Setting,
    int Members,
    BranchKind? CountingKind = null,
    IReadOnlyList<string>? Titles = null,
    DateOnly? From = null,
    DateOnly? To = null,
    UnionTerm? Term = null)
{
    /// <summary>The profile, once the zone's code is resolved.</summary>
    public SchoolProfile ToProfile(ZoneId zone) =>
        new(Name, zone, Stage, Ownership, Setting, Members, CountingKind ?? BranchKind.UnionGroup, Titles ?? [], From, To) { Term = Term };
}

internal sealed class SchoolInputValidator : AbstractValidator<SchoolInput>
{
    public SchoolInputValidator()
    {
        RuleFor(s => s.Name).PersonalOrBusinessName();
        RuleFor(s => s.Zone).BusinessCode();
        RuleFor(s => s.Members).InclusiveBetween(0, 1_000_000).WithErrorCode("school.members");
        RuleFor(s => s.To).Must((s, to) => to is null || s.From is null || to > s.From).WithErrorCode("range.endNotAfterStart");
        RuleFor(s => s.Term).Must(t => t is null || t.EndsOn > t.StartsOn).WithErrorCode("range.endNotAfterStart");
        RuleFor(s => s.Titles).Must(t => t is null || t.Count <= 20).WithErrorCode("list.tooLong");
        RuleForEach(s => s.Titles).BusinessCode();
    }
}

/// <summary>Makes a school be exactly this. Scorecards of open rounds follow at once.</summary>
public sealed record PutSchool(string Code, SchoolId? Existing, SchoolInput Body, Precondition Precondition) : ICommand<Tagged<SchoolView>>;

internal sealed class PutSchoolValidator : AbstractValidator<PutSchool>
{
    public PutSchoolValidator()
    {
        RuleFor(c => c.Code).BusinessCode();
        RuleFor(c => c.Body).SetValidator(new SchoolInputValidator());
    }
}

internal sealed class PutSchoolHandler(IUnionDb db, ITenantContext tenant, ScorecardRollup rollup, ObligationOpener obligations) : IHandler<PutSchool, Tagged<SchoolView>>
{
    public async Task<Result<Tagged<SchoolView>>> Handle(PutSchool request, CancellationToken cancellationToken)
    {
        var zone = await db.Zones.AsNoTracking().SingleOrDefaultAsync(z => z.Code == request.Body.Zone, cancellationToken);
        if (zone is null)
            return ValidationError.Of("zone", "zone.unknown", ("zone", request.Body.Zone));

        await using var work = await rollup.BeginOpenRoundsAcrossSchoolsAsync(
            request.Existing is { } existing ? [existing] : [], cancellationToken);
        var school = request.Existing is { } id ? await db.Schools.SingleAsync(s => s.Id == id, cancellationToken) : null;
        if (request.Precondition.Against(school) is { } refusal)
            return refusal;
        var created = school is null;
        if (school is null)
        {
            school = School.Create(tenant.RequireCaller().DistrictId, request.Code, request.Body.ToProfile(zone.Id));
            db.Schools.Add(school);
        }
        else
        {
            school.Apply(request.Body.ToProfile(zone.Id));
        }

        await work.RecomputeAsync(cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await obligations.OpenAsync(null, [school.Id], cancellationToken);
        return new Tagged<SchoolView>(SchoolViews.Of(school, zone.Code), school.Version, created);
    }
}
