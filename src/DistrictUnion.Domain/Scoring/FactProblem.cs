using DistrictUnion.Domain.Common;

namespace DistrictUnion.Domain.Scoring;

/// <summary>What is wrong with a reported value, and where.</summary>
/// <param name="Path">Path in the request, for example <c>facts.ballots.counts.very</c>.</param>
/// <param name="Message">What is wrong and what to do.</param>
public sealed record FactProblem(string Path, Statement Message);

/// <summary>Outcome of reading a value: the value, or every problem found.</summary>
/// <param name="Value">The value; null when there are problems.</param>
/// <param name="Problems">All problems; empty when the value was read.</param>
public sealed record FactReadResult(FactValue? Value, IReadOnlyList<FactProblem> Problems);

/// <summary>Codes of everything that can be wrong with a value; the message files hold words for each.</summary>
public static class FactProblemCodes
{
    /// <summary>Something else where true or false is expected.</summary>
    public const string NotBoolean = "fact.type.notBoolean";

    /// <summary>Something else where a number is expected.</summary>
    public const string NotANumber = "fact.type.notNumber";

    /// <summary>Something else where text is expected.</summary>
    public const string NotText = "fact.type.notText";

    /// <summary>Something else where a list is expected.</summary>
    public const string NotAList = "fact.type.notList";

    /// <summary>Something else where an object is expected.</summary>
    public const string NotAnObject = "fact.type.notObject";

    /// <summary>A number that N5 refuses by its text.</summary>
    public const string InvalidNumber = "fact.number.invalid";

    /// <summary>A negative number where none is allowed.</summary>
    public const string Negative = "fact.number.negative";

    /// <summary>A number that must be whole.</summary>
    public const string NotWhole = "fact.number.notWhole";

    /// <summary>A number outside the fact's range.</summary>
    public const string OutOfRange = "fact.number.outOfRange";

    /// <summary>A property that this type of value doesn't have.</summary>
    public const string UnknownProperty = "fact.property.unknown";

    /// <summary>A property that occurs twice.</summary>
    public const string DuplicateProperty = "fact.property.duplicate";

    /// <summary>A mandatory property is missing.</summary>
    public const string MissingProperty = "fact.property.missing";

    /// <summary>Text that is empty or holds characters that are no text.</summary>
    public const string InvalidText = "fact.text.invalid";

    /// <summary>Text that is no date.</summary>
    public const string InvalidDate = "fact.date.invalid";

    /// <summary>An award level that the fact doesn't have.</summary>
    public const string UnknownLevel = "fact.level.unknown";

    /// <summary>An option that the ballot doesn't have.</summary>
    public const string UnknownOption = "fact.option.unknown";

    /// <summary>More ballots returned than voters are eligible.</summary>
    public const string ReturnedAboveEligible = "fact.ballots.returnedAboveEligible";

    /// <summary>More ballots invalid than returned.</summary>
    public const string InvalidAboveReturned = "fact.ballots.invalidAboveReturned";

    /// <summary>More votes counted than ballots are valid.</summary>
    public const string CountsAboveValid = "fact.ballots.countsAboveValid";

    /// <summary>A head count above its denominator.</summary>
    public const string PeopleAboveTotal = "fact.people.aboveTotal";

    /// <summary>Warning: person-times above their denominator; the rate is cut at 100 %.</summary>
    public const string TimesAboveTotal = "fact.times.aboveTotal";

    /// <summary>Person-times above their denominator without a note.</summary>
    public const string NoteMissing = "fact.times.noteMissing";
}
