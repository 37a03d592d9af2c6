using System.Globalization;
using System.Security.Cryptography;
using DistrictUnion.Application.Common;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Titles;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Titles;

/// <summary>Who succeeds a unit that is no more.</summary>
/// <param name="School">Code of the school that succeeds.</param>
/// <param name="On">First day on which the successor holds the title.</param>
/// <param name="Reason">Why, with the paper that says so.</param>
/// <param name="Branch">Code of its branch, for a title of a branch.</param>
public sealed record SuccessionInput(string School, DateOnly On, string Reason, string? Branch = null);

/// <summary>Passes the title of a unit that is no more on to its successor: never by itself, only by decision and with a reason.</summary>
public sealed record PassTitleOn(HeldTitleId Title, SuccessionInput Body, Precondition Precondition) : ICommand<Tagged<TitleView>>;

internal sealed class PassTitleOnValidator : AbstractValidator<PassTitleOn>
{
    public PassTitleOnValidator() => RuleFor(c => c.Body.Reason).Reason();
}

internal sealed class PassTitleOnHandler(IUnionDb db, ITenantContext tenant, EndedUnits ended, TitleRegister register, TimeProvider clock) : IHandler<PassTitleOn, Tagged<TitleView>>
{
    public async Task<Result<Tagged<TitleView>>> Handle(PassTitleOn request, CancellationToken cancellationToken)
    {
        var (title, body, today) = (await db.HeldTitles.SingleAsync(t => t.Id == request.Title, cancellationToken), request.Body, clock.Today());
        if (body.On > today)
            return ValidationError.Of("on", "date.future");
        if (body.On <= title.AwardedOn)
            return ValidationError.Of("on", "title.beforeAward");
        if (await SuccessorAsync(title, body, cancellationToken) is not { } successor)
            return ValidationError.Of(title.BranchId is null ? "school" : "branch", "title.successor");
        if (request.Precondition.Against(title) is { } precondition)
            return precondition;
        if ((await ended.OnAsync([(title.SchoolId, title.BranchId)], today, cancellationToken)).Count == 0)
            return new ConflictError("title.unitStands", Words.Camel(title.State), ["end"]);
        if (await db.HeldTitles.AnyAsync(t => t.ProgrammeId == title.ProgrammeId && t.Unit == successor.Unit && t.Tier == title.Tier && t.EndedOn == null, cancellationToken))
            return new ConflictError("title.successorHolds", Words.Camel(title.State), []);

        var number = string.Create(CultureInfo.InvariantCulture, $"{title.Number}-{RandomNumberGenerator.GetHexString(4)}");
        var grant = new TitleGrant(number, title.Tier, title.Title, successor.Unit, successor.Name, body.On);
        var next = title.PassOn((successor.School, successor.Branch), grant, tenant.RequireCaller().UserName, clock.GetUtcNow(), body.Reason);
        if (next is null)
            return title.Refusal();
        db.HeldTitles.Add(next);
        if (title.BranchId is null)
        {
            var schools = await db.Schools.Where(s => s.Id == title.SchoolId || s.Id == next.SchoolId).ToDictionaryAsync(s => s.Id, cancellationToken);
            schools[title.SchoolId].Release(title.Tier);
            schools[next.SchoolId].Hold(title.Tier);
        }

        await db.SaveChangesAsync(cancellationToken);
        return await register.OfAsync(next.Id, cancellationToken);
    }

    /// <summary>The successor, which stands on the day and isn't the unit itself.</summary>
    private async Task<(SchoolId School, BranchId? Branch, string Unit, string Name)?> SuccessorAsync(HeldTitle title, SuccessionInput body, CancellationToken cancellationToken)
    {
        var school = await db.Schools.AsNoTracking().Where(s => s.Code == body.School && (s.Id != title.SchoolId || title.BranchId != null)).SingleOrDefaultAsync(cancellationToken);
        if (school?.IsActiveOn(body.On) != true || (title.BranchId is null) != (body.Branch is null))
            return null;
        if (title.BranchId is null)
            return (school.Id, null, school.Code, school.Name);
        var branch = await db.Branches.AsNoTracking().Include(b => b.Affiliations).SingleOrDefaultAsync(b => b.Code == body.Branch, cancellationToken);
        return branch?.SchoolOn(body.On) == school.Id && branch.Id != title.BranchId ? (school.Id, branch.Id, branch.Code, branch.Name) : null;
    }
}
