using System.Text.Json;
using DistrictUnion.Application.Common;
using DistrictUnion.Domain.Evaluations;

namespace DistrictUnion.Application.Evaluations;

/// <summary>Where an answer was carried over from.</summary>
/// <param name="Round">Code of the earlier round.</param>
/// <param name="Value">The answer there.</param>
/// <param name="Mark">What has become of it.</param>
public sealed record AnswerOriginView(string Round, JsonElement Value, AnswerMark Mark);

/// <summary>Follows what becomes of answers that were carried over.</summary>
internal static class AnswerOrigins
{
    /// <summary>
    /// The marks once the content is as it is now: another answer is a change, an answer that came back or was said to hold is
    /// confirmed, and what nobody touched stays inherited.
    /// </summary>
    public static IReadOnlyDictionary<string, AnswerOrigin>? After(
        IReadOnlyDictionary<string, AnswerOrigin>? origins, EvaluationContent content, IReadOnlyCollection<string>? confirmed = null) =>
        origins?.ToDictionary(
            o => o.Key,
            o =>
            {
                var (part, code) = EvaluationFields.Parse(o.Key)!.Value;
                if (!FieldConflicts.AreSame(EvaluationFields.Given(part, EvaluationFields.Read(content, part, code)), EvaluationFields.Given(part, ValueOf(o.Value))))
                    return o.Value with { Mark = AnswerMark.Changed };
                return o.Value.Mark == AnswerMark.Inherited && confirmed?.Contains(o.Key) != true ? o.Value : o.Value with { Mark = AnswerMark.Confirmed };
            },
            StringComparer.Ordinal);

    /// <summary>The marks as others see them.</summary>
    public static IReadOnlyDictionary<string, AnswerOriginView> ViewsOf(IReadOnlyDictionary<string, AnswerOrigin>? origins) =>
        (origins ?? new Dictionary<string, AnswerOrigin>()).ToDictionary(o => o.Key, o => new AnswerOriginView(o.Value.Round, ValueOf(o.Value), o.Value.Mark), StringComparer.Ordinal);

    private static JsonElement ValueOf(AnswerOrigin origin)
    {
        using var document = JsonDocument.Parse(origin.Value);
        return document.RootElement.Clone();
    }
}
