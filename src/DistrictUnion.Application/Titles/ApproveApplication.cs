using DistrictUnion.Application.Common;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Titles;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Titles;

/// <summary>What the school side did.</summary>
/// <param name="Step">Step.</param>
/// <param name="On">Day.</param>
/// <param name="Document">Minutes or paper that says so.</param>
/// <param name="Eligible">For a vote: who might vote.</param>
/// <param name="Present">For a vote: who did.</param>
/// <param name="For">For a vote: who agreed.</param>
public sealed record ApprovalInput(ApprovalStep Step, DateOnly On, string Document, int? Eligible = null, int? Present = null, int? For = null);

/// <summary>Records a vote of the unit, the union's examination or the party branch's approval; a second one of the same kind replaces the first.</summary>
public sealed record ApproveApplication(TitleApplicationId Application, ApprovalInput Body, Precondition Precondition) : ICommand<Tagged<ApplicationView>>;

internal sealed class ApproveApplicationValidator : AbstractValidator<ApproveApplication>
{
    private const int MostVoters = 5000;

    public ApproveApplicationValidator()
    {
        RuleFor(c => c.Body.Document).PersonalOrBusinessName(200);
        RuleFor(c => c.Body.Eligible).Must((c, n) => IsCount(c.Body.Step, n) && (n is null || (n > 0 && n >= c.Body.Present))).WithErrorCode("approval.counts");
        RuleFor(c => c.Body.Present).Must((c, n) => IsCount(c.Body.Step, n) && (n is null || n >= c.Body.For)).WithErrorCode("approval.counts");
        RuleFor(c => c.Body.For).Must((c, n) => IsCount(c.Body.Step, n)).WithErrorCode("approval.counts");
    }

    /// <summary>A vote has counts, the other steps have none.</summary>
    private static bool IsCount(ApprovalStep step, int? count) => step == ApprovalStep.UnitVote ? count is >= 0 and <= MostVoters : count is null;
}

internal sealed class ApproveApplicationHandler(IUnionDb db, ITenantContext tenant, ApplicationViews views, TimeProvider clock) : IHandler<ApproveApplication, Tagged<ApplicationView>>
{
    public async Task<Result<Tagged<ApplicationView>>> Handle(ApproveApplication request, CancellationToken cancellationToken)
    {
        var (application, body) = (await db.TitleApplications.SingleAsync(a => a.Id == request.Application, cancellationToken), request.Body);
        if (body.On > clock.Today())
            return ValidationError.Of("on", "date.future");
        if (request.Precondition.Against(application) is { } precondition)
            return precondition;
        if (application.Approve(new ApprovalRecord(body.Step, body.On, body.Document, body.Eligible, body.Present, body.For, tenant.RequireCaller().UserName)) is { } refusal)
            return refusal;
        await db.SaveChangesAsync(cancellationToken);
        return await views.OfAsync(application, false, cancellationToken);
    }
}
