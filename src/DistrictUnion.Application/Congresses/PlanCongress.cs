using DistrictUnion.Application.Common;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Congresses;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Congresses;

/// <summary>A congress as people plan it.</summary>
/// <param name="Term">Term (届); it doesn't change later.</param>
/// <param name="Session">Session (次) within the term; it doesn't change later.</param>
/// <param name="Kind">Who meets.</param>
/// <param name="PlannedOn">Day.</param>
/// <param name="Delegates">People entitled to take part.</param>
/// <param name="Agenda">Agenda.</param>
public sealed record CongressInput(int Term, int Session, CongressKind Kind, DateOnly PlannedOn, int Delegates, string? Agenda = null);

internal sealed class CongressInputValidator : AbstractValidator<CongressInput>
{
    private const int MostNumber = 99;
    private const int MostText = 5000;

    public CongressInputValidator()
    {
        RuleFor(b => b.Term).InclusiveBetween(1, MostNumber).WithErrorCode("congress.number");
        RuleFor(b => b.Session).InclusiveBetween(1, MostNumber).WithErrorCode("congress.number");
        RuleFor(b => b.Kind).IsInEnum().WithErrorCode("congress.kind");
        RuleFor(b => b.PlannedOn).Must(d => d.Year is >= 2000 and <= 2100).WithErrorCode("calendar.yearRange");
        RuleFor(b => b.Delegates).InclusiveBetween(1, CongressPeople.Most).WithErrorCode("congress.people");
        RuleFor(b => b.Agenda).Must(a => a is null || a.Length <= MostText).WithErrorCode("text.tooLong");
    }
}

/// <summary>How many people a congress may have.</summary>
internal static class CongressPeople
{
    /// <summary>Most people.</summary>
    public const int Most = 100_000;
}

/// <summary>Plans a congress of the caller's school. The collection of proposals begins with it, and proposals that waited join.</summary>
public sealed record PlanCongress(CongressInput Body) : ICommand<Tagged<CongressView>>;

internal sealed class PlanCongressValidator : AbstractValidator<PlanCongress>
{
    public PlanCongressValidator() => RuleFor(c => c.Body).SetValidator(new CongressInputValidator());
}

internal sealed class PlanCongressHandler(IUnionDb db, ITenantContext tenant, CongressDesk desk, CongressViews views, ReceiptClock clock) : IHandler<PlanCongress, Tagged<CongressView>>
{
    public async Task<Result<Tagged<CongressView>>> Handle(PlanCongress request, CancellationToken cancellationToken)
    {
        var (body, caller) = (request.Body, tenant.RequireCaller());
        if (desk.OwnSchool is not { } id)
            return new ForbiddenError();
        await using var work = await desk.BeginAcrossSchoolsAsync(id, cancellationToken);
        var school = await db.Schools.AsNoTracking().Where(s => s.Id == id).Select(s => new { s.Code, s.Members }).SingleAsync(cancellationToken);
        var terms = await desk.TermsAsync(cancellationToken);
        if (body.Kind == CongressKind.AllStaffMeeting && school.Members >= terms.AllStaffBelow)
            return ValidationError.Of("kind", "congress.needsDelegates", ("below", terms.AllStaffBelow), ("members", school.Members));
        var code = Congress.CodeOf(school.Code, body.Term, body.Session);
        if (await db.Congresses.AnyAsync(c => c.Code == code, cancellationToken))
            return ValidationError.Of("session", "congress.exists", ("term", body.Term), ("session", body.Session));
        var congress = Congress.Convene(
            caller.DistrictId, id, code, (body.Term, body.Session), new CongressPlan(body.Kind, body.PlannedOn, body.Delegates, PlainWords.Of(body.Agenda)), terms, caller.UserName, await clock.NowAsync(cancellationToken));
        db.Congresses.Add(congress);
        await desk.FollowAsync(work, congress, null, null, cancellationToken);
        return await views.OfAsync(congress.Id, true, cancellationToken);
    }
}
