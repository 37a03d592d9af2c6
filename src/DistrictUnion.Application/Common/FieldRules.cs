using System.Globalization;
using System.Text.RegularExpressions;
using FluentValidation;

namespace DistrictUnion.Application.Common;

/// <summary>Rules that many validators share. Lengths count graphemes, as people count characters.</summary>
internal static partial class FieldRules
{
    /// <summary>A business code: letters, digits and <c>_ . -</c>, starting with a letter or digit, at most 64.</summary>
    public static IRuleBuilderOptions<T, string> BusinessCode<T>(this IRuleBuilder<T, string> rule) =>
        rule.Must(c => c is not null && CodePattern().IsMatch(c)).WithErrorCode("code.pattern");

    /// <summary>A name: not blank, at most <paramref name="max"/> graphemes.</summary>
    public static IRuleBuilderOptions<T, string> PersonalOrBusinessName<T>(this IRuleBuilder<T, string> rule, int max = 100) =>
        rule.Must(n => !string.IsNullOrWhiteSpace(n)).WithErrorCode("name.required")
            .Must(n => n is null || Graphemes(n) <= max).WithErrorCode("text.tooLong");

    /// <summary>A reason: not blank, at most 1,000 graphemes.</summary>
    public static IRuleBuilderOptions<T, string> Reason<T>(this IRuleBuilder<T, string> rule) =>
        rule.Must(n => !string.IsNullOrWhiteSpace(n)).WithErrorCode("reason.required")
            .Must(n => n is null || Graphemes(n) <= 1000).WithErrorCode("text.tooLong");

    /// <summary>A reason that may be absent.</summary>
    public static IRuleBuilderOptions<T, string?> OptionalReason<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(n => n is null || (!string.IsNullOrWhiteSpace(n) && Graphemes(n) <= 1000)).WithErrorCode("reason.required");

    private static int Graphemes(string text) => new StringInfo(text).LengthInTextElements;

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex CodePattern();
}
