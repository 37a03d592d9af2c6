using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Congresses;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Congresses;

/// <summary>Gives the district's congresses their rules; those planned already keep theirs.</summary>
public sealed record PutCongressRule(CongressTerms Body, Precondition Precondition) : ICommand<Tagged<CongressTerms>>;

internal sealed class PutCongressRuleValidator : AbstractValidator<PutCongressRule>
{
    public PutCongressRuleValidator()
    {
        RuleFor(c => c.Body.CoSigners).InclusiveBetween(0, 20).WithErrorCode("congressRule.coSigners");
        RuleFor(c => c.Body.DeadlineDays).InclusiveBetween(0, 90).WithErrorCode("congressRule.deadlineDays");
        RuleFor(c => c.Body.Majority).IsInEnum().WithErrorCode("congressRule.majority");
        RuleFor(c => c.Body.AllStaffBelow).InclusiveBetween(0, 1000).WithErrorCode("congressRule.allStaffBelow");
    }
}

internal sealed class PutCongressRuleHandler(IUnionDb db, ITenantContext tenant) : IHandler<PutCongressRule, Tagged<CongressTerms>>
{
    public async Task<Result<Tagged<CongressTerms>>> Handle(PutCongressRule request, CancellationToken cancellationToken)
    {
        var rule = await db.CongressRules.SingleOrDefaultAsync(cancellationToken);

        // The default is there from the start, so its tag is that of something that exists.
        if (request.Precondition.Against(rule?.Version ?? 0) is { } precondition)
            return precondition;
        if (rule is null)
            db.CongressRules.Add(rule = CongressRule.State(tenant.RequireCaller().DistrictId, request.Body));
        else
            rule.Change(request.Body);
        await db.SaveChangesAsync(cancellationToken);
        return new Tagged<CongressTerms>(rule.Terms, rule.Version);
    }
}
