using Microsoft.Playwright;

namespace DistrictUnion.IntegrationTests.Pages;

/// <summary>
/// One Chromium for all classes that run at once: its windows know nothing of each other, and starting one with its driver for every
/// class took more of the processor than many a test. When nobody uses it, it goes.
/// </summary>
internal static class SharedBrowser
{
    /// <summary>
    /// Starts that keep the browser from calling home; the sandbox doesn't run as root. Pages live for seconds here, so what the optimising compilers spend
    /// never comes back: without them a class of tests takes a sixth less of the processor. What draws is a thread of the
    /// browser instead of a process that it writes to.
    /// </summary>
    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
        "--js-flags=--no-turbofan --no-maglev", "--in-process-gpu",
    ];

    private static readonly SemaphoreSlim Gate = new(1);
    private static IPlaywright? playwright;
    private static IBrowser? browser;
    private static int users;

    /// <summary>Windows of the browser that wait for their next visitor.</summary>
    public static UsedWindows Used { get; private set; } = new();

    /// <summary>Where the machine's Chromium is: CHROMIUM, or Debian's places, first the one without windows, which spends a fifth less.</summary>
    private static string Chromium =>
        Environment.GetEnvironmentVariable("CHROMIUM") ?? Array.Find(["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"], File.Exists) ?? "/usr/bin/chromium-headless-shell";

    /// <summary>The browser, started for the first who takes it.</summary>
    public static async Task<IBrowser> TakeAsync()
    {
        if (!File.Exists(Chromium))
            throw new InvalidOperationException($"There is no Chromium at {Chromium}: run dotnet build/test.cs, which installs it, or set CHROMIUM.");
        await Gate.WaitAsync();
        try
        {
            playwright ??= await Playwright.CreateAsync();

            // One that crashed would take every later class with it.
            if (browser is not { IsConnected: true })
                browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium, Args = Arguments });
            users++;
            return browser;
        }
        finally
        {
            Gate.Release();
        }
    }

    /// <summary>Gives it back; the last one closes it.</summary>
    public static async Task GiveBackAsync()
    {
        await Gate.WaitAsync();
        try
        {
            if (--users > 0)
                return;
            await browser!.DisposeAsync();
            playwright!.Dispose();
            (browser, playwright, Used) = (null, null, new());
        }
        finally
        {
            Gate.Release();
        }
    }
}
