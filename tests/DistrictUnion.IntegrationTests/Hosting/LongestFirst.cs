using Xunit;
using Xunit.Abstractions;

namespace DistrictUnion.IntegrationTests.Hosting;

/// <summary>Marks a class of tests that takes so long that it is begun first: one that came last would keep a single processor busy while the others wait.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class LongRunningAttribute : Attribute;

/// <summary>
/// Begins classes marked <see cref="LongRunningAttribute"/> before all others, and spreads those that drive the browser: they wait for it
/// while the others compute, and too many windows at once wait for each other.
/// </summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    /// <summary>What a class's own collection is called before the class's name.</summary>
    private const string Prefix = "Test collection for ";

    /// <summary>Classes with a browser that begin at once.</summary>
    private const int Windows = 3;

    /// <summary>The part of all other classes, in percent, by whose end the last with a browser has begun: they are the longer ones.</summary>
    private const int Spread = 60;

    /// <inheritdoc/>
    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections)
    {
        var classes = testCollections.OrderBy(c => !IsLong(c)).ToLookup(DrivesBrowser);
        var (pages, others) = (classes[true].ToList(), classes[false].ToList());
        var begun = 0;
        for (var i = 0; i < others.Count; i++)
        {
            for (var due = Windows + (i * 100 * pages.Count / (others.Count * Spread)); begun < Math.Min(due, pages.Count); begun++)
                yield return pages[begun];
            yield return others[i];
        }

        foreach (var rest in pages.Skip(begun))
            yield return rest;
    }

    private static bool DrivesBrowser(ITestCollection collection) => collection.DisplayName.StartsWith($"{Prefix}DistrictUnion.IntegrationTests.Pages.", StringComparison.Ordinal);

    private static bool IsLong(ITestCollection collection) =>
        collection.DisplayName.StartsWith(Prefix, StringComparison.Ordinal)
        && collection.TestAssembly.Assembly.GetType(collection.DisplayName[Prefix.Length..])?.GetCustomAttributes(typeof(LongRunningAttribute).AssemblyQualifiedName).Any() == true;
}
