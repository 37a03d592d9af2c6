using DistrictUnion.Domain.EvidenceLedger;

namespace DistrictUnion.Application.EvidenceLedger;

/// <summary>What became of a file between two submissions.</summary>
public enum EvidenceChange
{
    /// <summary>It wasn't there before.</summary>
    Added,

    /// <summary>Another version took the place of the one that reviewers saw.</summary>
    Replaced,

    /// <summary>It is the same file, said to prove something else or to speak of other days.</summary>
    Reassigned,
}

/// <summary>A file that was handed in, as it is remembered with the submission.</summary>
/// <param name="Id">Identifier of the file.</param>
/// <param name="Number">Number of its version.</param>
/// <param name="Nodes">Codes of the leaves that it proved.</param>
/// <param name="From">First day that it spoke of.</param>
/// <param name="To">Last day that it spoke of, inclusive.</param>
public sealed record HandedInFile(Guid Id, int Number, IReadOnlyList<string> Nodes, DateOnly? From, DateOnly? To);

/// <summary>What a school changed in its evidence between two submissions.</summary>
/// <param name="Files">Files that are there now and were not, or not so, before.</param>
/// <param name="Leaves">Codes of leaves whose proof differs, one that was taken away included.</param>
internal sealed record EvidenceChanges(IReadOnlyDictionary<Guid, EvidenceChange> Files, IReadOnlySet<string> Leaves)
{
    /// <summary>No change, or none that is known.</summary>
    public static EvidenceChanges None { get; } = new(new Dictionary<Guid, EvidenceChange>(), new HashSet<string>(StringComparer.Ordinal));

    /// <summary>What is remembered of files that are handed in.</summary>
    public static IReadOnlyList<HandedInFile> Note(IEnumerable<Evidence> files) =>
        [.. files.OrderBy(f => f.Id.Value).Select(f => new HandedInFile(f.Id.Value, f.Number, f.Nodes, f.From, f.To))];

    /// <summary>What differs.</summary>
    public static EvidenceChanges Between(IReadOnlyList<HandedInFile> before, IReadOnlyList<HandedInFile> after)
    {
        var was = before.ToDictionary(f => f.Id);
        Dictionary<Guid, EvidenceChange> files = [];
        HashSet<string> leaves = new(StringComparer.Ordinal);
        foreach (var file in after)
        {
            if (!was.Remove(file.Id, out var earlier))
                files[file.Id] = EvidenceChange.Added;
            else if (earlier.Number != file.Number)
                files[file.Id] = EvidenceChange.Replaced;
            else if (!earlier.Nodes.ToHashSet(StringComparer.Ordinal).SetEquals(file.Nodes) || earlier.From != file.From || earlier.To != file.To)
                files[file.Id] = EvidenceChange.Reassigned;
            else
                continue;
            leaves.UnionWith(file.Nodes);
            leaves.UnionWith(earlier?.Nodes ?? []);
        }

        foreach (var gone in was.Values)
            leaves.UnionWith(gone.Nodes);
        return new EvidenceChanges(files, leaves);
    }
}
