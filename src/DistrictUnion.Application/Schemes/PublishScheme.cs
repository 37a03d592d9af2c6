using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Schemes;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Schemes;

/// <summary>Publishes the draft version of a scheme; it never changes again.</summary>
public sealed record PublishScheme(SchemeId Scheme, int Number, Precondition Precondition) : ICommand<Tagged<SchemeVersionView>>;

internal sealed class PublishSchemeValidator : AbstractValidator<PublishScheme>
{
    public PublishSchemeValidator() => RuleFor(c => c.Number).GreaterThan(0).WithErrorCode("number.positive");
}

internal sealed class PublishSchemeHandler(IUnionDb db, TimeProvider clock) : IHandler<PublishScheme, Tagged<SchemeVersionView>>
{
    public async Task<Result<Tagged<SchemeVersionView>>> Handle(PublishScheme request, CancellationToken cancellationToken)
    {
        var scheme = await db.Schemes.Include(s => s.Versions).SingleAsync(s => s.Id == request.Scheme, cancellationToken);
        if (scheme.Versions.FirstOrDefault(v => v.Number == request.Number) is not { } version)
            return new NotFoundError();
        if (request.Precondition.Against(scheme.Version) is { } refusal)
            return refusal;
        if (version.State != SchemeVersionState.Draft)
            return new ConflictError("scheme.versionNotDraft", Words.Camel(version.State), []);
        var problems = SchemeChecks.Check(SchemeCatalogue.Read(version.Content));
        if (problems.Count > 0)
        {
            return new UnprocessableError(
                "scheme.unpublishable", [.. problems.Select(p => new FieldError(p.Path, p.Message.Code, p.Message.Arguments))]);
        }

        scheme.Publish(version, clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        return SchemeViews.Of(scheme, version);
    }
}
