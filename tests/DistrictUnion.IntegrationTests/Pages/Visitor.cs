using Deque.AxeCore.Commons;
using DistrictUnion.IntegrationTests.Hosting;
using Microsoft.Playwright;
using Xunit;

namespace DistrictUnion.IntegrationTests.Pages;

/// <summary>Somebody in front of the product.</summary>
/// <param name="page">The page.</param>
/// <param name="leave">What becomes of the window afterwards.</param>
public sealed class Visitor(IPage page, Func<Task> leave) : IAsyncDisposable
{
    private const string FindViolations = """
        async () => (await axe.run(document, { resultTypes: ['violations'], preload: false })).violations
            .map(v => [`${v.id}: ${v.help}`, ...v.nodes.slice(0, 3).map(n => `  ${n.html}`)].join('\n'))
        """;

    /// <summary>Follows an address inside the application; false where nobody is signed in or the heading of the page left behind couldn't be told from the next one's.</summary>
    private const string GoInside = """
        ({ path, heading }) => {
            const left = document.querySelector('h1');
            if (!document.querySelector('[role=banner], header') || !left || left.textContent.includes(heading)) return false;
            left.dataset.left = 'true';
            history.pushState({}, '', path);
            dispatchEvent(new PopStateEvent('popstate', { state: {} }));
            return true;
        }
        """;

    /// <summary>Where pictures to look at are kept; null: none are taken.</summary>
    private static readonly string? Pictures = Environment.GetEnvironmentVariable("SCREENSHOTS");

    /// <summary>The script of axe; run in the page, without the blank page and the report of all that passed that its runner makes, it takes half the time.</summary>
    private static readonly string AxeScript = new BundledAxeScriptProvider().GetScript();

    /// <summary>The page.</summary>
    public IPage Page => page;

    /// <summary>The window, whose network can be cut.</summary>
    public IBrowserContext Window => page.Context;

    /// <summary>Is somebody who signed in earlier: the session is there, no page is open yet.</summary>
    public async Task ReturnAsync(string userName, string password = UnionClient.Password)
    {
        var answer = await page.Context.APIRequest.PostAsync("/api/v1/auth/login?useCookies=true", new() { DataObject = new { userName, password } });
        Assert.True(answer.Ok, $"{userName} can't sign in: {answer.Status}");
    }

    /// <summary>Signs in from the first page.</summary>
    public async Task SignInAsync(string userName, string password = UnionClient.Password)
    {
        await page.GotoAsync("/");
        await page.GetByLabel("用户名").FillAsync(userName);
        await page.GetByLabel("密码").FillAsync(password);
        await page.GetByRole(AriaRole.Button, new() { Name = "登录", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Banner).WaitForAsync();
    }

    /// <summary>
    /// Goes to an address as a link does, without loading the application again, and waits for its heading. What the pages read in the last seconds
    /// is then shown as it was: <see cref="LoadAsync"/> reads everything anew.
    /// </summary>
    public async Task OpenAsync(string path, string heading)
    {
        if (await page.EvaluateAsync<bool>(GoInside, new { path, heading }))
            await page.Locator("h1:not([data-left])").ContainsAsync(heading);
        else
            await LoadAsync(path, heading);
    }

    /// <summary>Loads an address as somebody does who opens the product there, and waits for its heading.</summary>
    public async Task LoadAsync(string path, string heading)
    {
        await page.GotoAsync(path);
        await page.GetByRole(AriaRole.Heading, new() { Level = 1 }).ContainsAsync(heading);
    }

    /// <summary>Waits until a text stands somewhere on the page.</summary>
    public Task SeesAsync(string text) => page.GetByText(text).First.WaitForAsync();

    /// <summary>Presses a button by its name.</summary>
    public Task PressAsync(string name) => page.GetByRole(AriaRole.Button, new() { Name = name }).First.ClickAsync();

    /// <summary>Waits until everything has come and nothing moves: who asks for less motion, as the windows here do, gets none that goes on.</summary>
    public Task StandsStillAsync() =>
        page.WaitForFunctionAsync("() => !document.querySelector('[aria-busy=true]') && !document.getAnimations().length", options: new() { PollingInterval = 100 });

    /// <summary>Takes a picture to look at when SCREENSHOTS names a folder.</summary>
    public async Task PictureAsync(string name, bool wholePage)
    {
        if (Pictures is not null)
            await page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, $"{name}.png"), FullPage = wholePage });
    }

    /// <summary>Takes a picture to look at, and fails on anything that axe finds.</summary>
    public async Task IsAccessibleAsync(string name)
    {
        await StandsStillAsync();
        await PictureAsync(name, wholePage: true);
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window"))
            await page.EvaluateAsync(AxeScript);
        var found = await page.EvaluateAsync<string[]>(FindViolations);
        Assert.True(found.Length == 0, $"{name}: {string.Join('\n', found)}");
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await leave();
}
