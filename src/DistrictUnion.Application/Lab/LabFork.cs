using DistrictUnion.Application.Schemes;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Lab;
using DistrictUnion.Domain.Schemes;

namespace DistrictUnion.Application.Lab;

/// <summary>A scheme and its changed copy, which passes every check that publishing makes.</summary>
/// <param name="BeforeText">The scheme that a round pins, as canonical JSON.</param>
/// <param name="Before">The same, read.</param>
/// <param name="After">The changed one.</param>
/// <param name="AfterText">The same as canonical JSON.</param>
/// <param name="Changes">What was changed, without what followed from it.</param>
internal sealed record LabFork(string BeforeText, SchemeDefinition Before, SchemeDefinition After, string AfterText, IReadOnlyList<LabChange> Changes)
{
    /// <summary>Changes a scheme; the refusal tells every problem with its path in the definition.</summary>
    /// <param name="content">The scheme that a round pins.</param>
    /// <param name="input">What is to be changed.</param>
    public static Result<LabFork> Of(string content, LabInput input)
    {
        var before = SchemeCatalogue.Read(content);
        var changed = input.Scheme is { } whole ? SchemeDocument.Parse(whole) : SchemeFork.Change(content, input.Changes ?? []);
        if (changed.Definition is not { } definition)
            return Refuse(changed.Problems);
        if (Unlike(before, definition) is { Count: > 0 } unlike)
            return new UnprocessableError("lab.unpublishable", unlike);
        if (SchemeChecks.Check(definition) is { Count: > 0 } problems)
            return Refuse(problems);
        var after = input.PointsFollow ? SchemeFork.FollowMaxima(before, definition) : definition;
        return SchemeChecks.Check(after) is { Count: > 0 } late
            ? Refuse(late)
            : new LabFork(content, before, after, SchemeDocument.Write(after), LabChanges.Between(LabPart.Scheme, content, SchemeDocument.Write(definition)));
    }

    private static Result<LabFork> Refuse(IEnumerable<SchemeProblem> problems) =>
        new UnprocessableError("lab.unpublishable", [.. problems.Select(p => new FieldError(p.Path, p.Message.Code, p.Message.Arguments))]);

    /// <summary>What would make it another scheme: frozen facts can only be read by what they were reported for, and only what is ranked together can be compared.</summary>
    private static List<FieldError> Unlike(SchemeDefinition before, SchemeDefinition after)
    {
        List<FieldError> unlike = [];
        if (before.Code != after.Code)
            unlike.Add(FieldError.Of("code", "lab.otherScheme", ("code", before.Code)));
        if (before.Ranking.GroupBy != after.Ranking.GroupBy)
            unlike.Add(FieldError.Of("ranking.groupBy", "lab.groupChanged", ("groupBy", Words.Camel(before.Ranking.GroupBy))));
        var facts = before.Facts.ToDictionary(f => f.Code, StringComparer.Ordinal);
        unlike.AddRange(after.Facts.Index()
            .Where(f => facts.TryGetValue(f.Item.Code, out var known) && (known.Type, known.Level) != (f.Item.Type, f.Item.Level))
            .Select(f => FieldError.Of($"facts[{f.Index}]", "lab.factChanged", ("fact", f.Item.Name))));
        return unlike;
    }
}
