using DistrictUnion.Application.Common;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Obligations;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Obligations;

/// <summary>Makes an obligation template or changes it. Obligations that were made of it stay as they are; the answer tells how many differ now.</summary>
public sealed record PutObligationTemplate(string Code, ObligationTemplateId? Existing, ObligationDefinition Body, Precondition Precondition) : ICommand<Tagged<ObligationTemplateView>>;

internal sealed class PutObligationTemplateValidator : AbstractValidator<PutObligationTemplate>
{
    private const int MostZones = 200;
    private const int LongestUrl = 500;

    public PutObligationTemplateValidator()
    {
        RuleFor(c => c.Code).BusinessCode();
        RuleFor(c => c.Body.Name).PersonalOrBusinessName();
        RuleFor(c => c.Body.EnglishName).PersonalOrBusinessName();
        RuleFor(c => c.Body.Clause.Document).PersonalOrBusinessName(200);
        RuleFor(c => c.Body.Clause.Article).PersonalOrBusinessName();
        RuleFor(c => c.Body.Clause.Text).Reason();
        RuleFor(c => c.Body.Clause.Url).Must(u => u is null || (u.Length <= LongestUrl && Uri.TryCreate(u, UriKind.Absolute, out var url) && url.Scheme is "http" or "https")).WithErrorCode("obligationTemplate.url");
        RuleFor(c => c.Body.Proof).OptionalReason();
        RuleFor(c => c.Body.Applies.Zones).Must(z => z is null || z.Count <= MostZones).WithErrorCode("list.tooLong");
    }
}

internal sealed class PutObligationTemplateHandler(IUnionDb db, ITenantContext tenant, TemplateViews views) : IHandler<PutObligationTemplate, Tagged<ObligationTemplateView>>
{
    public async Task<Result<Tagged<ObligationTemplateView>>> Handle(PutObligationTemplate request, CancellationToken cancellationToken)
    {
        if (ObligationChecks.Check(request.Body) is { Count: > 0 } problems)
            return new ValidationError(problems);
        if (request.Body.Applies.Zones is { Count: > 0 } zones)
        {
            var known = await db.Zones.AsNoTracking().Where(z => zones.Contains(z.Code)).Select(z => z.Code).ToListAsync(cancellationToken);
            if (zones.FirstOrDefault(z => !known.Contains(z)) is { } unknown)
                return ValidationError.Of("applies.zones", "zone.unknown", ("zone", unknown));
        }

        var template = request.Existing is { } id ? await db.ObligationTemplates.SingleAsync(t => t.Id == id, cancellationToken) : null;
        if (request.Precondition.Against(template) is { } precondition)
            return precondition;
        var created = template is null;
        if (template is null)
        {
            template = ObligationTemplate.Create(tenant.RequireCaller().DistrictId, request.Code, request.Body);
            db.ObligationTemplates.Add(template);
        }
        else if (Json.Write(template.Definition) != Json.Write(request.Body))
        {
            template.Define(request.Body);
        }

        await db.SaveChangesAsync(cancellationToken);
        return await views.OfAsync(template, created, cancellationToken);
    }
}
