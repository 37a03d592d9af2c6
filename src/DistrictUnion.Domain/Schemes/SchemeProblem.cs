using DistrictUnion.Domain.Common;

namespace DistrictUnion.Domain.Schemes;

/// <summary>What is wrong with a scheme, and where.</summary>
/// <param name="Path">Path in the file, for example <c>sections[0].items[2].rule.points</c>; <c>$</c> is the whole file.</param>
/// <param name="Message">What is wrong and what to do.</param>
public sealed record SchemeProblem(string Path, Statement Message);

/// <summary>Outcome of reading a scheme file: the definition, or every problem found.</summary>
/// <param name="Definition">The scheme; null when there are problems.</param>
/// <param name="Problems">All problems, in file order; empty when the file was read.</param>
public sealed record SchemeParseResult(SchemeDefinition? Definition, IReadOnlyList<SchemeProblem> Problems);

/// <summary>Codes of everything that can be wrong with a scheme; the message files hold words for each.</summary>
public static class SchemeProblemCodes
{
    /// <summary>A property the format doesn't know.</summary>
    public const string UnknownProperty = "scheme.property.unknown";

    /// <summary>A property that occurs twice.</summary>
    public const string DuplicateProperty = "scheme.property.duplicate";

    /// <summary>A mandatory property is missing.</summary>
    public const string MissingProperty = "scheme.property.missing";

    /// <summary>Something else where an object is expected.</summary>
    public const string NotAnObject = "scheme.type.notObject";

    /// <summary>Something else where a list is expected.</summary>
    public const string NotAList = "scheme.type.notList";

    /// <summary>Something else where text is expected.</summary>
    public const string NotText = "scheme.type.notText";

    /// <summary>Something else where a number is expected.</summary>
    public const string NotANumber = "scheme.type.notNumber";

    /// <summary>Something else where a range is expected.</summary>
    public const string NotARange = "scheme.type.notRange";

    /// <summary>A word that is none of the allowed ones.</summary>
    public const string UnknownWord = "scheme.word.unknown";

    /// <summary>Text that is empty or holds characters that are no text.</summary>
    public const string InvalidText = "scheme.text.invalid";

    /// <summary>A code that doesn't fit its pattern.</summary>
    public const string InvalidCode = "scheme.code.invalid";

    /// <summary>A number that N5 refuses.</summary>
    public const string InvalidNumber = "scheme.number.invalid";

    /// <summary>A number that must be whole.</summary>
    public const string NotWhole = "scheme.number.notWhole";

    /// <summary>A number outside its bounds.</summary>
    public const string OutOfRange = "scheme.number.outOfRange";

    /// <summary>A number with more decimals than a published value has.</summary>
    public const string TooManyDecimals = "scheme.number.tooManyDecimals";

    /// <summary>A quorum that is neither a fraction nor a number.</summary>
    public const string InvalidQuorum = "scheme.quorum.invalid";

    /// <summary>A quorum outside (0, 1].</summary>
    public const string QuorumOutOfRange = "scheme.quorum.outOfRange";

    /// <summary>More than 2,000 leaves.</summary>
    public const string TooManyLeaves = "scheme.leaves.tooMany";

    /// <summary>Deeper than five levels.</summary>
    public const string TooDeep = "scheme.depth.tooDeep";

    /// <summary>Tiers with both or neither of value and rate.</summary>
    public const string ValueOrRate = "scheme.tiers.valueOrRate";

    /// <summary>A code that was used before.</summary>
    public const string DuplicateCode = "scheme.code.duplicate";

    /// <summary>An entry that stands twice in a list.</summary>
    public const string DuplicateEntry = "scheme.entry.duplicate";

    /// <summary>A list without entries.</summary>
    public const string EmptyList = "scheme.list.empty";

    /// <summary>Children's maxima that don't add up to their parent's.</summary>
    public const string MaximaDoNotAddUp = "scheme.max.sum";

    /// <summary>A node with neither rule nor items.</summary>
    public const string LeafWithoutRule = "scheme.leaf.noRule";

    /// <summary>A node with both rule and items.</summary>
    public const string RuleOnInnerNode = "scheme.node.ruleAndItems";

    /// <summary>A reference to a fact that doesn't exist.</summary>
    public const string UnknownFact = "scheme.fact.unknown";

    /// <summary>A fact of a type that the place can't use.</summary>
    public const string UnfitFactType = "scheme.fact.unfitType";

    /// <summary>A fact of a level that the place can't use.</summary>
    public const string UnfitFactLevel = "scheme.fact.unfitLevel";

    /// <summary>A fact that may be negative where that has no meaning.</summary>
    public const string NegativeFact = "scheme.fact.negative";

    /// <summary>A branch fact without a roll-up.</summary>
    public const string RollupMissing = "scheme.rollup.missing";

    /// <summary>A roll-up that doesn't fit the fact's type.</summary>
    public const string UnfitRollup = "scheme.rollup.unfit";

    /// <summary>A roll-up of a fact that no branch reports.</summary>
    public const string RollupWithoutBranches = "scheme.rollup.notBranch";

    /// <summary>A weighted mean without weight.</summary>
    public const string WeightMissing = "scheme.weight.missing";

    /// <summary>A weight beside another roll-up than the weighted mean.</summary>
    public const string WeightWithoutMean = "scheme.weight.unused";

    /// <summary>A property that facts of this type don't have.</summary>
    public const string UnfitProperty = "scheme.property.unfit";

    /// <summary>Bounds in the wrong order.</summary>
    public const string RangeReversed = "scheme.range.reversed";

    /// <summary>An option that is a word of the tie chain.</summary>
    public const string ReservedOption = "scheme.option.reserved";

    /// <summary>An option that the ballot doesn't have.</summary>
    public const string UnknownOption = "scheme.option.unknown";

    /// <summary>An award level that the fact doesn't have.</summary>
    public const string UnknownLevel = "scheme.level.unknown";

    /// <summary>A higher award level with fewer points than a lower one.</summary>
    public const string LevelsDescend = "scheme.level.descends";

    /// <summary>Bands that don't descend.</summary>
    public const string BandsAscend = "scheme.bands.ascend";

    /// <summary>A better band with fewer points than a worse one.</summary>
    public const string BandPointsAscend = "scheme.bands.pointsAscend";

    /// <summary>A line that reaches its end before its start.</summary>
    public const string LineReversed = "scheme.rateLinear.reversed";

    /// <summary>Grades that ascend.</summary>
    public const string GradesAscend = "scheme.grades.ascend";

    /// <summary>A reference to a grade that doesn't exist.</summary>
    public const string UnknownGrade = "scheme.grade.unknown";

    /// <summary>A gate on a depth without nodes.</summary>
    public const string NoNodeAtDepth = "scheme.gate.noNode";

    /// <summary>A tie entry that can't be read.</summary>
    public const string InvalidTie = "scheme.tie.invalid";

    /// <summary>A tie entry that points at nothing.</summary>
    public const string UnknownTie = "scheme.tie.unknown";

    /// <summary>Warning: the scheme names no approving document.</summary>
    public const string BasisMissing = "scheme.basis.missing";
}
