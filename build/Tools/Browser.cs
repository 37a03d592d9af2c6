using System.Diagnostics;

namespace DistrictUnion.Build.Tools;

/// <summary>The Chromium that the browser tests drive, and the fonts it shows Chinese with.</summary>
internal static class Browser
{
    private static readonly string[] Places = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"];
    private const string Fonts = "/usr/share/fonts/opentype/noto";

    /// <summary>Finds it, or installs it from the system's packages.</summary>
    /// <exception cref="Failure">It isn't there and can't be installed from here.</exception>
    public static async Task EnsureAsync(CancellationToken cancellationToken)
    {
        var chosen = Environment.GetEnvironmentVariable("CHROMIUM");
        if (chosen is not null ? File.Exists(chosen) : Array.Exists(Places, File.Exists) && Directory.Exists(Fonts)) return;
        if (chosen is not null || !OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess || !File.Exists("/usr/bin/apt-get"))
            throw new Failure("The browser tests need Chromium and a Chinese font: install the packages chromium-headless-shell and fonts-noto-cjk, or name a browser with CHROMIUM.");

        Console.WriteLine("Installing Chromium and a Chinese font …");
        foreach (var words in new[] { "update -q", "install -y -q --no-install-recommends chromium-headless-shell fonts-noto-cjk" })
        {
            var start = new ProcessStartInfo("/usr/bin/apt-get", words.Split(' ')) { Environment = { ["DEBIAN_FRONTEND"] = "noninteractive" } };
            var result = await Programs.RunAsync(start, cancellationToken);
            if (result.ExitCode != 0) throw new Failure($"Chromium can't be installed ({result.LastLine}): check that Debian's packages can be reached.");
        }
    }
}
