using DistrictUnion.Application.Common;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Congresses;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Congresses;

/// <summary>Plans a congress otherwise; when its day moves, what is counted from it moves too.</summary>
public sealed record ChangeCongress(CongressId Congress, CongressInput Body, Precondition Precondition) : ICommand<Tagged<CongressView>>;

internal sealed class ChangeCongressValidator : AbstractValidator<ChangeCongress>
{
    public ChangeCongressValidator() => RuleFor(c => c.Body).SetValidator(new CongressInputValidator());
}

internal sealed class ChangeCongressHandler(IUnionDb db, CongressDesk desk) : IHandler<ChangeCongress, Tagged<CongressView>>
{
    public async Task<Result<Tagged<CongressView>>> Handle(ChangeCongress request, CancellationToken cancellationToken)
    {
        var body = request.Body;
        var members = await db.Congresses.Where(c => c.Id == request.Congress).Join(db.Schools, c => c.SchoolId, s => s.Id, (_, s) => s.Members).SingleAsync(cancellationToken);
        return await desk.StepAsync(
            request.Congress,
            request.Precondition,
            congress => (congress.Term, congress.Session) != (body.Term, body.Session) ? ValidationError.Of("session", "congress.numberStays")
                : body.Kind == CongressKind.AllStaffMeeting && members >= congress.Terms.AllStaffBelow
                    ? ValidationError.Of("kind", "congress.needsDelegates", ("below", congress.Terms.AllStaffBelow), ("members", members))
                    : congress.Change(new CongressPlan(body.Kind, body.PlannedOn, body.Delegates, PlainWords.Of(body.Agenda))),
            cancellationToken);
    }
}
