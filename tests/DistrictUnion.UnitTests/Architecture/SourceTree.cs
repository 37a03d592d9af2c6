using System.Runtime.CompilerServices;

namespace DistrictUnion.UnitTests.Architecture;

/// <summary>The product's source files, for facts that only the text tells.</summary>
internal static class SourceTree
{
    public static string Root { get; } = Find();

    public static IEnumerable<(string Path, string Text)> CSharp() =>
        Directory.EnumerateFiles(Path.Combine(Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(p => !p.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Select(p => (Path.GetRelativePath(Root, p), File.ReadAllText(p)));

    private static string Find([CallerFilePath] string here = "")
    {
        var directory = new FileInfo(here).Directory;
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "DistrictUnion.sln")))
            directory = directory.Parent;
        return directory?.FullName ?? throw new InvalidOperationException("The solution file is not above this test.");
    }
}
