using System.Text.Json;
using DistrictUnion.Domain.Common;

namespace DistrictUnion.Domain.Schemes;

/// <summary>
/// The scheme file as JSON (YAML is turned into JSON of the same shape elsewhere; its numbers keep their text). Source:
/// scoring semantics, section 2.
/// </summary>
public static class SchemeDocument
{
    /// <summary>Most leaves of a scheme.</summary>
    public const int MaxLeaves = 2000;

    /// <summary>Greatest depth of a node; top sections have depth 1.</summary>
    public const int MaxDepth = 5;

    /// <summary>
    /// Reads a scheme strictly: unknown and duplicate properties, wrong types, refused numbers (N5) and codes are problems,
    /// all of them listed. Whether the scheme makes sense is decided by <see cref="SchemeChecks"/>.
    /// </summary>
    /// <param name="root">
    /// The parsed file. It must come from a parser that keeps duplicate properties (the default of <see cref="JsonDocument"/>).
    /// </param>
    public static SchemeParseResult Parse(JsonElement root)
    {
        var problems = new List<SchemeProblem>();
        var definition = new SchemeReader(problems).Read(root);
        return problems.Count == 0 ? new(definition, []) : new(null, problems);
    }

    /// <summary>
    /// The canonical JSON text: fixed order of properties, sorted names in maps, defaults written out, numbers without trailing
    /// zeros. Equal schemes have equal text; reading it yields the scheme again.
    /// </summary>
    public static string Write(SchemeDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return JsonText.Write(writer => SchemeWriter.Write(writer, definition));
    }
}
