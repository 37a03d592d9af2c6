using DistrictUnion.Application.Common;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Titles;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Titles;

/// <summary>Makes a title programme or changes it. Campaigns that are open keep what they were opened with; a rule that contradicts an example is refused.</summary>
public sealed record PutProgramme(string Code, TitleProgrammeId? Existing, ProgrammeDefinition Body, Precondition Precondition) : ICommand<Tagged<ProgrammeView>>;

internal sealed class PutProgrammeValidator : AbstractValidator<PutProgramme>
{
    private const int MostRules = 200;
    private const int MostExamples = 50;

    public PutProgrammeValidator()
    {
        RuleFor(c => c.Code).BusinessCode();
        RuleFor(c => c.Body.Name).PersonalOrBusinessName();
        RuleFor(c => c.Body.Rules).Must(r => r.Count <= MostRules).WithErrorCode("list.tooLong");
        RuleFor(c => c.Body.Tiers).Must(t => t.Count <= MostExamples).WithErrorCode("list.tooLong");
        RuleForEach(c => c.Body.Tiers).ChildRules(t =>
        {
            t.RuleFor(x => x.Code).BusinessCode();
            t.RuleFor(x => x.Name).PersonalOrBusinessName();
        });
        RuleForEach(c => c.Body.Rules).ChildRules(r =>
        {
            r.RuleFor(x => x.Code).BusinessCode();
            r.RuleFor(x => x.Clause.Document).PersonalOrBusinessName(200);
            r.RuleFor(x => x.Clause.Article).PersonalOrBusinessName();
            r.RuleFor(x => x.Clause.Text).Reason();
            r.RuleFor(x => x.Examples).Must(e => e.Count <= MostExamples).WithErrorCode("list.tooLong");
        });
    }
}

internal sealed class PutProgrammeHandler(IUnionDb db, ITenantContext tenant) : IHandler<PutProgramme, Tagged<ProgrammeView>>
{
    public async Task<Result<Tagged<ProgrammeView>>> Handle(PutProgramme request, CancellationToken cancellationToken)
    {
        if (ProgrammeChecks.Check(request.Body) is { Count: > 0 } problems)
            return new ValidationError(problems);
        var programme = request.Existing is { } id ? await db.TitleProgrammes.SingleAsync(p => p.Id == id, cancellationToken) : null;
        if (request.Precondition.Against(programme) is { } precondition)
            return precondition;
        var definition = Json.Write(request.Body);
        if (programme is null)
        {
            programme = TitleProgramme.Create(tenant.RequireCaller().DistrictId, request.Code, definition);
            db.TitleProgrammes.Add(programme);
            return ProgrammeView.Of(programme, created: true);
        }

        programme.Define(definition);
        await db.SaveChangesAsync(cancellationToken);
        return ProgrammeView.Of(programme);
    }
}
