using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace DistrictUnion.Build.Tools;

/// <summary>Counts of one or several test projects.</summary>
internal sealed record TestCounts(int Passed, int Failed, int Skipped)
{
    /// <summary>Nothing ran.</summary>
    public static TestCounts None { get; } = new(0, 0, 0);

    /// <summary>The line a test run closes with.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Passed} passed, {Failed} failed, {Skipped} skipped");

    /// <summary>Both together.</summary>
    public TestCounts Plus(TestCounts other) => new(Passed + other.Passed, Failed + other.Failed, Skipped + other.Skipped);
}

/// <summary>A test that failed and what it said.</summary>
internal sealed record FailedTest(string Name, string Message);

/// <summary>Results of one test project, read from the trx file that <c>dotnet test</c> leaves.</summary>
internal sealed record TestResults(TestCounts Counts, IReadOnlyList<FailedTest> Failures)
{
    private static readonly XNamespace Trx = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";

    /// <summary>Reads a trx file; null when there is none or it was not finished.</summary>
    public static TestResults? Read(string path)
    {
        if (!File.Exists(path)) return null;
        try
        {
            var results = XDocument.Load(path).Descendants(Trx + "UnitTestResult").ToList();
            int Count(Func<string, bool> outcome) => results.Count(result => outcome((string?)result.Attribute("outcome") ?? ""));
            return new(
                new(
                    Count(outcome => outcome == "Passed"),
                    Count(outcome => outcome is not ("Passed" or "NotExecuted")),
                    Count(outcome => outcome == "NotExecuted")),
                [.. results.Where(result => (string?)result.Attribute("outcome") is not ("Passed" or "NotExecuted")).Select(Failure)]);
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static FailedTest Failure(XElement result)
    {
        var error = result.Descendants(Trx + "ErrorInfo").FirstOrDefault();
        var message = $"{(string?)error?.Element(Trx + "Message")}\n{(string?)error?.Element(Trx + "StackTrace")}".Trim();
        return new((string?)result.Attribute("testName") ?? "unnamed test", message);
    }
}
