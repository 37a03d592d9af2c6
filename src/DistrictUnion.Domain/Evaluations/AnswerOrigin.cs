namespace DistrictUnion.Domain.Evaluations;

/// <summary>What has become of an answer that was carried over from an earlier round.</summary>
public enum AnswerMark
{
    /// <summary>Carried over and not looked at yet; it keeps the evaluation from being handed in.</summary>
    Inherited,

    /// <summary>Carried over and said to hold still.</summary>
    Confirmed,

    /// <summary>Carried over and answered anew.</summary>
    Changed,
}

/// <summary>Where an answer was carried over from.</summary>
/// <param name="Round">Code of the earlier round.</param>
/// <param name="Value">The answer there, as JSON.</param>
/// <param name="Mark">What has become of it.</param>
public sealed record AnswerOrigin(string Round, string Value, AnswerMark Mark);
