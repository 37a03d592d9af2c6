using System.Globalization;
using System.Security.Cryptography;
using DistrictUnion.Application.Obligations;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Obligations;
using DistrictUnion.Domain.Titles;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DistrictUnion.Application.Titles;

/// <summary>The result of a re-inspection.</summary>
/// <param name="Points">Published points, two decimals.</param>
/// <param name="On">Day.</param>
public sealed record ReinspectionInput(decimal Points, DateOnly On);

/// <summary>Takes the result of a re-inspection: kept, to be mended until a day, downgraded or revoked.</summary>
public sealed record ReinspectTitle(HeldTitleId Title, ReinspectionInput Body, Precondition Precondition) : ICommand<Tagged<TitleView>>;

internal sealed class ReinspectTitleValidator : AbstractValidator<ReinspectTitle>
{
    private const int MostPoints = 1000;

    public ReinspectTitleValidator() =>
        RuleFor(c => c.Body.Points).Must(p => p is >= 0 and <= MostPoints && decimal.Round(p, 2) == p).WithErrorCode("reinspection.points");
}

internal sealed class ReinspectTitleHandler(IUnionDb db, ITenantContext tenant, TitleRegister register, ObligationLedger obligations, TimeProvider clock) : IHandler<ReinspectTitle, Tagged<TitleView>>
{
    public async Task<Result<Tagged<TitleView>>> Handle(ReinspectTitle request, CancellationToken cancellationToken)
    {
        var title = await db.HeldTitles.SingleAsync(t => t.Id == request.Title, cancellationToken);
        if (request.Body.On > clock.Today())
            return ValidationError.Of("on", "date.future");
        if (request.Body.On < title.AwardedOn)
            return ValidationError.Of("on", "title.beforeAward");
        if (request.Precondition.Against(title) is { } precondition)
            return precondition;
        var definition = await register.ProgrammeAsync(title, cancellationToken);
        if (definition.Reinspection is not { } rule)
            return new ConflictError("reinspection.none", Words.Camel(title.State), []);
        var source = TitleSources.Of(title);
        if (title.Reinspect(request.Body.Points, request.Body.On, rule, tenant.RequireCaller().UserName, clock.GetUtcNow()) is { } refusal)
            return refusal;
        if (source is not null)
            await obligations.FulfilAsync(EvidenceKind.TitleReinspected, UnitKey.Of(title.SchoolId), request.Body.On, source, cancellationToken);
        if (!title.IsHeld)
            await LoseAsync(title, definition, request.Body.On, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return await register.OfAsync(title.Id, cancellationToken);
    }

    private async Task LoseAsync(HeldTitle title, ProgrammeDefinition definition, DateOnly on, CancellationToken cancellationToken)
    {
        var school = await db.Schools.SingleAsync(s => s.Id == title.SchoolId, cancellationToken);
        if (title.BranchId is null)
            school.Release(title.Tier);
        if (title.State != HeldTitleState.Downgraded || definition.Reinspection!.DowngradeTo is not { } lower)
            return;
        var number = string.Create(CultureInfo.InvariantCulture, $"{title.Number}-{RandomNumberGenerator.GetHexString(4)}");
        db.HeldTitles.Add(title.Downgraded(new TitleGrant(number, lower, TitleNames.Of(definition, lower), title.Unit, title.UnitName, on.AddDays(1)), definition.Reinspection));
        if (title.BranchId is null)
            school.Hold(lower);
    }
}
