using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Schemes;

namespace DistrictUnion.Domain.Scoring;

/// <summary>A rate that some rule of a scheme forms: numerator fact over denominator fact.</summary>
public sealed record RatePair(FactDefinition Of, FactDefinition To);

/// <summary>What the head counts of one document come to.</summary>
/// <param name="Errors">The document is refused.</param>
/// <param name="Warnings">The document is stored; the reporter is told.</param>
public sealed record HeadCountFindings(IReadOnlyList<FactProblem> Errors, IReadOnlyList<FactProblem> Warnings);

/// <summary>
/// Head counts against their denominators (scoring semantics, N5): people can't be more than the whole, person-times (人次) can,
/// with a note.
/// </summary>
public static class HeadCountRules
{
    /// <summary>Checks the numbers of one document: a branch report or a self-evaluation.</summary>
    /// <param name="scheme">The scheme whose rates are looked at.</param>
    /// <param name="values">Values of the document by fact code; a pair counts when both its facts are there.</param>
    /// <param name="notes">Notes by fact code; an empty one is none.</param>
    public static HeadCountFindings Check(
        CompiledScheme scheme, IReadOnlyDictionary<string, FactValue> values, IReadOnlyDictionary<string, string> notes)
    {
        var errors = new List<FactProblem>();
        var warnings = new List<FactProblem>();
        foreach (var (of, to) in scheme.RatePairs)
        {
            if (of.Counts == FactCounts.Unspecified
                || values.GetValueOrDefault(of.Code) is not NumberValue { Value: var part }
                || values.GetValueOrDefault(to.Code) is not NumberValue { Value: var whole }
                || part <= whole)
            {
                continue;
            }

            FactProblem Problem(string code) =>
                new($"facts.{of.Code}", Statement.Of(code, ("of", of.Name), ("part", part), ("to", to.Name), ("whole", whole)));

            if (of.Counts == FactCounts.People)
            {
                errors.Add(Problem(FactProblemCodes.PeopleAboveTotal));
                continue;
            }

            warnings.Add(Problem(FactProblemCodes.TimesAboveTotal));
            if (string.IsNullOrWhiteSpace(notes.GetValueOrDefault(of.Code))) errors.Add(Problem(FactProblemCodes.NoteMissing));
        }

        return new(errors, warnings);
    }
}
