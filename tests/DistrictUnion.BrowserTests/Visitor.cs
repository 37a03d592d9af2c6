using Deque.AxeCore.Commons;
using DistrictUnion.IntegrationTests.Hosting;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace DistrictUnion.BrowserTests;

/// <summary>Somebody in front of the product.</summary>
public sealed class Visitor(IBrowserContext context, IPage page) : IAsyncDisposable
{
    private const string FindViolations = """
        async () => (await axe.run(document, { resultTypes: ['violations'] })).violations
            .map(v => [`${v.id}: ${v.help}`, ...v.nodes.slice(0, 3).map(n => `  ${n.html}`)].join('\n'))
        """;

    /// <summary>The script of axe; run in the page, without the blank page and the report of all that passed that its runner makes, it takes half the time.</summary>
    private static readonly string AxeScript = new BundledAxeScriptProvider().GetScript();

    /// <summary>The page.</summary>
    public IPage Page => page;

    /// <summary>The window, whose network can be cut.</summary>
    public IBrowserContext Window => context;

    /// <summary>Signs in from the first page.</summary>
    public async Task SignInAsync(string userName, string password = UnionClient.Password)
    {
        await page.GotoAsync("/");
        await page.GetByLabel("用户名").FillAsync(userName);
        await page.GetByLabel("密码").FillAsync(password);
        await page.GetByRole(AriaRole.Button, new() { Name = "登录", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Banner)).ToBeVisibleAsync();
    }

    /// <summary>Opens an address and waits for its heading.</summary>
    public async Task OpenAsync(string path, string heading)
    {
        await page.GotoAsync(path);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync(heading);
    }

    /// <summary>Waits until a text stands somewhere on the page.</summary>
    public Task SeesAsync(string text) => Expect(page.GetByText(text).First).ToBeVisibleAsync();

    /// <summary>Presses a button by its name.</summary>
    public Task PressAsync(string name) => page.GetByRole(AriaRole.Button, new() { Name = name }).First.ClickAsync();

    /// <summary>Waits until nothing on the page moves any more but what turns for ever.</summary>
    public Task StandsStillAsync() =>
        page.WaitForFunctionAsync("() => document.getAnimations().every(a => a.effect.getComputedTiming().iterations === Infinity)");

    /// <summary>Keeps a picture to look at, and fails on anything that axe finds.</summary>
    public async Task IsAccessibleAsync(string name)
    {
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await StandsStillAsync();
        var folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, ".artifacts", "screenshots"));
        await page.ScreenshotAsync(new() { Path = Path.Combine(folder.FullName, $"{name}.png"), FullPage = true });
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window"))
            await page.EvaluateAsync(AxeScript);
        var found = await page.EvaluateAsync<string[]>(FindViolations);
        Assert.True(found.Length == 0, $"{name}: {string.Join('\n', found)}");
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await context.DisposeAsync();
}
