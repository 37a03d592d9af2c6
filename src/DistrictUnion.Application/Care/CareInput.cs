using DistrictUnion.Application.Common;
using DistrictUnion.Domain.Care;
using DistrictUnion.Domain.Common;
using FluentValidation;

namespace DistrictUnion.Application.Care;

/// <summary>A care record as it is told.</summary>
/// <param name="Category">Why there is a record; one of its kind's.</param>
/// <param name="EventOn">Day on which it happened, not in the future.</param>
/// <param name="Person">Who it is; encrypted.</param>
/// <param name="Circumstances">What happened; encrypted.</param>
/// <param name="Amount">Money; encrypted.</param>
public sealed record CareInput(CareCategory Category, DateOnly EventOn, string Person, string? Circumstances = null, decimal? Amount = null);

/// <summary>A new care record as it is told.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Category">Why there is a record; one of its kind's.</param>
/// <param name="EventOn">Day on which it happened, not in the future; a visit is due so many working days after it.</param>
/// <param name="Person">Who it is; encrypted.</param>
/// <param name="Circumstances">What happened; encrypted.</param>
/// <param name="Amount">Money; encrypted.</param>
public sealed record NewCareInput(CareKind Kind, CareCategory Category, DateOnly EventOn, string Person, string? Circumstances = null, decimal? Amount = null)
{
    internal CareInput Told => new(Category, EventOn, Person, Circumstances, Amount);
}

internal sealed class CareInputValidator : AbstractValidator<CareInput>
{
    public CareInputValidator(TimeProvider clock)
    {
        RuleFor(b => b.Category).IsInEnum().WithErrorCode("care.category");
        RuleFor(b => b.EventOn).Must(d => d <= clock.Today()).WithErrorCode("date.future");
        RuleFor(b => b.Person).PersonalOrBusinessName();
        RuleFor(b => b.Circumstances).CareText();
        RuleFor(b => b.Amount).CareAmount();
    }
}

internal sealed class NewCareInputValidator : AbstractValidator<NewCareInput>
{
    public NewCareInputValidator(TimeProvider clock)
    {
        RuleFor(b => b.Kind).IsInEnum().WithErrorCode("care.kind");
        RuleFor(b => b.Category).Must((b, c) => Enum.IsDefined(b.Kind) && CareCategories.Of(b.Kind).Contains(c)).WithErrorCode("care.category");
        RuleFor(b => b.EventOn).Must(d => d <= clock.Today()).WithErrorCode("date.future");
        RuleFor(b => b.Person).PersonalOrBusinessName();
        RuleFor(b => b.Circumstances).CareText();
        RuleFor(b => b.Amount).CareAmount();
    }
}

/// <summary>Rules of the fields of care records.</summary>
internal static class CareRules
{
    private const int MostText = 2000;
    private const decimal MostMoney = 100_000_000m;

    /// <summary>A text that may be absent.</summary>
    public static IRuleBuilderOptions<T, string?> CareText<T>(this IRuleBuilder<T, string?> rule) => rule.Must(t => t is null || t.Length <= MostText).WithErrorCode("text.tooLong");

    /// <summary>Money that may be absent.</summary>
    public static IRuleBuilderOptions<T, decimal?> CareAmount<T>(this IRuleBuilder<T, decimal?> rule) =>
        rule.Must(a => a is null or (>= 0 and <= MostMoney) && decimal.Round(a ?? 0, 2) == (a ?? 0)).WithErrorCode("care.amount");
}
