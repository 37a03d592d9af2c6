using System.Diagnostics;
using System.Text;
using DistrictUnion.Api;

namespace DistrictUnion.IntegrationTests.Hosting;

/// <summary>Starts the product as a process of its own, as an operator does.</summary>
internal static class ProductProcess
{
    /// <summary>Starts it with a verb and settings of the environment, which are the only connections that it knows; who starts it reads both of its outputs.</summary>
    public static Process Start(IEnumerable<string> verb, params IEnumerable<(string Name, string Value)> settings)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(ServiceHost).Assembly.Location, .. verb])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var name in start.Environment.Keys.Where(n => n.StartsWith("ConnectionStrings", StringComparison.OrdinalIgnoreCase)).ToList())
            start.Environment.Remove(name);

        // It lives for seconds, in which compiling a second time, for speed, never comes back.
        start.Environment["DOTNET_TC_CallCounting"] = "0";
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }

    /// <summary>Runs a verb to its end.</summary>
    public static async Task<(int Code, string Output)> RunAsync(IEnumerable<string> verb, params IEnumerable<(string Name, string Value)> settings)
    {
        using var program = Start(verb, settings);
        var (output, errors) = (program.StandardOutput.ReadToEndAsync(), program.StandardError.ReadToEndAsync());
        await program.WaitForExitAsync();
        return (program.ExitCode, await output + await errors);
    }
}
