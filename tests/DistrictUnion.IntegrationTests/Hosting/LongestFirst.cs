using Xunit;
using Xunit.Abstractions;

namespace DistrictUnion.IntegrationTests.Hosting;

/// <summary>Marks a class of tests that takes so long that it is begun first: one that came last would keep a single processor busy while the others wait.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class LongRunningAttribute : Attribute;

/// <summary>Begins classes marked <see cref="LongRunningAttribute"/> before all others.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    /// <summary>What a class's own collection is called before the class's name.</summary>
    private const string Prefix = "Test collection for ";

    /// <inheritdoc/>
    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) => testCollections.OrderBy(c => !IsLong(c));

    private static bool IsLong(ITestCollection collection) =>
        collection.DisplayName.StartsWith(Prefix, StringComparison.Ordinal)
        && collection.TestAssembly.Assembly.GetType(collection.DisplayName[Prefix.Length..])?.GetCustomAttributes(typeof(LongRunningAttribute).AssemblyQualifiedName).Any() == true;
}
