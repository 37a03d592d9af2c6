using DistrictUnion.Application.Common;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Titles;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Titles;

/// <summary>How a title ends.</summary>
/// <param name="How"><c>endedByOrder</c>, <c>endedByEvent</c> with a named event, or <c>endedByTerm</c> once its term is over.</param>
/// <param name="On">Last day on which it is held.</param>
/// <param name="Reason">Why; for an event one that the programme names.</param>
public sealed record TitleEnding(HeldTitleState How, DateOnly On, string Reason);

/// <summary>Takes a title down (摘牌).</summary>
public sealed record EndTitle(HeldTitleId Title, TitleEnding Body, Precondition Precondition) : ICommand<Tagged<TitleView>>;

internal sealed class EndTitleValidator : AbstractValidator<EndTitle>
{
    public EndTitleValidator()
    {
        RuleFor(c => c.Body.How).Must(h => h is HeldTitleState.EndedByOrder or HeldTitleState.EndedByEvent or HeldTitleState.EndedByTerm).WithErrorCode("title.how");
        RuleFor(c => c.Body.Reason).Reason();
    }
}

internal sealed class EndTitleHandler(IUnionDb db, ITenantContext tenant, TitleRegister register, TimeProvider clock) : IHandler<EndTitle, Tagged<TitleView>>
{
    public async Task<Result<Tagged<TitleView>>> Handle(EndTitle request, CancellationToken cancellationToken)
    {
        var (title, body) = (await db.HeldTitles.SingleAsync(t => t.Id == request.Title, cancellationToken), request.Body);
        var definition = await register.ProgrammeAsync(title, cancellationToken);
        if (body.On > clock.Today())
            return ValidationError.Of("on", "date.future");
        if (body.On < title.AwardedOn)
            return ValidationError.Of("on", "title.beforeAward");
        if (body.How == HeldTitleState.EndedByEvent && definition.Reinspection?.EndingEvents?.Contains(body.Reason, StringComparer.Ordinal) != true)
            return ValidationError.Of("reason", "title.event", ("events", definition.Reinspection?.EndingEvents ?? []));
        if (body.How == HeldTitleState.EndedByTerm && (title.EndsOn is null || body.On < title.EndsOn))
            return ValidationError.Of("on", "title.term", ("endsOn", title.EndsOn));
        if (request.Precondition.Against(title) is { } precondition)
            return precondition;
        if (title.End(body.How, body.On, tenant.RequireCaller().UserName, clock.GetUtcNow(), body.Reason) is { } refusal)
            return refusal;
        if (title.BranchId is null)
            (await db.Schools.SingleAsync(s => s.Id == title.SchoolId, cancellationToken)).Release(title.Tier);
        await db.SaveChangesAsync(cancellationToken);
        return await register.OfAsync(title.Id, cancellationToken);
    }
}
