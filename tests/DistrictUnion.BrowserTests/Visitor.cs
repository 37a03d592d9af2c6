using Deque.AxeCore.Playwright;
using DistrictUnion.IntegrationTests.Hosting;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace DistrictUnion.BrowserTests;

/// <summary>Somebody in front of the product.</summary>
public sealed class Visitor(IBrowserContext context, IPage page) : IAsyncDisposable
{
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

    /// <summary>Keeps a picture to look at, and fails on anything that axe finds.</summary>
    public async Task IsAccessibleAsync(string name)
    {
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        var folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, ".artifacts", "screenshots"));
        await page.ScreenshotAsync(new() { Path = Path.Combine(folder.FullName, $"{name}.png"), FullPage = true });
        var found = (await page.RunAxe()).Violations.Select(v => $"{v.Id}: {v.Help}\n{string.Join('\n', v.Nodes.Take(3).Select(n => $"  {n.Html}"))}").ToList();
        Assert.True(found.Count == 0, $"{name}: {string.Join('\n', found)}");
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await context.DisposeAsync();
}
