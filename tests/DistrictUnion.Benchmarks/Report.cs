using System.Globalization;
using System.Runtime.CompilerServices;

namespace DistrictUnion.Benchmarks;

/// <summary>Figures with the machine and the sizes beside them, on the screen and in results.md.</summary>
internal static class Report
{
    /// <summary>The value below which a share of the sorted values lies.</summary>
    public static double Percentile(IEnumerable<double> values, double share)
    {
        var sorted = values.Order().ToList();
        return sorted.Count == 0 ? double.NaN : sorted[Math.Clamp((int)Math.Ceiling(share * sorted.Count) - 1, 0, sorted.Count - 1)];
    }

    /// <summary>Appends a result.</summary>
    public static async Task AppendAsync(string title, IEnumerable<string> lines, [CallerFilePath] string here = "")
    {
        var cpu = File.Exists("/proc/cpuinfo")
            ? File.ReadLines("/proc/cpuinfo").FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim()
            : "unknown";
        var text = string.Create(CultureInfo.InvariantCulture, $"""

            ## {title}

            {TimeProvider.System.GetUtcNow():yyyy-MM-dd HH:mm} UTC, {Environment.ProcessorCount} cores ({cpu}), .NET {Environment.Version}, PostgreSQL on the same machine

            {string.Join('\n', lines.Select(l => $"- {l}"))}

            """);
        Console.WriteLine(text);
        await File.AppendAllTextAsync(Path.Combine(Path.GetDirectoryName(here)!, "results.md"), text);
    }
}
