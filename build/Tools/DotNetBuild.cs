namespace DistrictUnion.Build.Tools;

/// <summary>Builds with one compiler for all projects, which loads itself and the analyzers once: a build of the solution then takes half the time.</summary>
internal static class DotNetBuild
{
    /// <summary>Property, or variable of the environment, that names a running compiler: <c>.ci/run</c> compiles these programs with one that goes on here.</summary>
    private const string Compiler = "SharedCompilationId";

    /// <summary>Builds a project or the solution; the compiler is gone afterwards.</summary>
    /// <param name="checkout">The checkout.</param>
    /// <param name="target">Project or solution.</param>
    /// <param name="arguments">What else <c>dotnet build</c> is told.</param>
    /// <param name="cancellationToken">Ends the build.</param>
    public static async Task<ProgramResult> RunAsync(Checkout checkout, string target, IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        // Under a name of its own no other build talks to it, and ending it ends nobody else's.
        var compiler = Environment.GetEnvironmentVariable(Compiler) is { Length: > 0 } running ? running : $"districtunion-{Guid.NewGuid():n}";
        try
        {
            return await Programs.RunAsync(
                Programs.DotNet(
                    checkout.Root,
                    ["build", target, .. arguments, "-nodeReuse:false", "-v:quiet", "-p:UseSharedCompilation=true", $"-p:{Compiler}={compiler}"]),
                cancellationToken);
        }
        finally
        {
            await StopAsync(checkout, compiler);
        }
    }

    private static async Task StopAsync(Checkout checkout, string compiler)
    {
        var version = await Programs.RunAsync(Programs.DotNet(checkout.Root, "--version"), CancellationToken.None);
        var installed = await Programs.RunAsync(Programs.DotNet(checkout.Root, "--list-sdks"), CancellationToken.None);
        var mine = installed.Output.Split('\n').FirstOrDefault(line => line.StartsWith($"{version.LastLine} [", StringComparison.Ordinal));
        if (mine is null)
            return;
        var folder = mine[(mine.IndexOf('[', StringComparison.Ordinal) + 1)..mine.LastIndexOf(']')];
        var server = Path.Combine(folder, version.LastLine, "Roslyn", "bincore", "VBCSCompiler.dll");

        // What isn't ended here ends itself after ten idle minutes.
        if (File.Exists(server))
            await Programs.RunAsync(Programs.DotNet(checkout.Root, server, "-shutdown", $"-pipename:{compiler}"), CancellationToken.None);
    }
}
