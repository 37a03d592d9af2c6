using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace DistrictUnion.IntegrationTests.Pages;

/// <summary>
/// Windows that wait, emptied, for the next visitor of their kind: one that has run the pages' scripts runs them again for less than
/// a new one. They end with the browser.
/// </summary>
internal sealed class UsedWindows
{
    private readonly ConcurrentDictionary<WindowKind, ConcurrentBag<IPage>> waiting = [];

    /// <summary>Takes the page of a window that waits; null: there is none.</summary>
    public IPage? Take(WindowKind kind) => waiting.TryGetValue(kind, out var pages) && pages.TryTake(out var page) ? page : null;

    /// <summary>Takes everything out of a window that its visitor did or left there, and lets it wait.</summary>
    public async Task GiveBackAsync(WindowKind kind, IPage page)
    {
        try
        {
            await EmptyAsync(kind, page);
        }
        catch (Exception e) when (e is PlaywrightException or TimeoutException)
        {
            // One that was closed, crashed or doesn't answer has told its test already.
            await page.Context.CloseAsync();
            return;
        }

        waiting.GetOrAdd(kind, _ => []).Add(page);
    }

    private static async Task EmptyAsync(WindowKind kind, IPage page)
    {
        foreach (var other in page.Context.Pages.Where(p => p != page).ToList())
            await other.CloseAsync();
        await page.Context.SetOfflineAsync(false);
        await page.UnrouteAllAsync();
        await page.SetViewportSizeAsync(kind.Width, kind.Height);
        if (page.Url.StartsWith(kind.Address.AbsoluteUri, StringComparison.Ordinal))
            await page.EvaluateAsync("() => sessionStorage.clear()");
        await page.GotoAsync("about:blank");
        var storage = await page.Context.NewCDPSessionAsync(page);
        await storage.SendAsync("Storage.clearDataForOrigin", new() { ["origin"] = kind.Address.GetLeftPart(UriPartial.Authority), ["storageTypes"] = "local_storage,indexeddb,cache_storage" });
        await storage.DetachAsync();
        await page.Context.ClearCookiesAsync();
    }
}

/// <summary>What windows must have in common to be used one after another.</summary>
/// <param name="Address">Address of the service.</param>
/// <param name="Phone">Whether it is a phone's.</param>
/// <param name="Scheme">Appearance.</param>
internal sealed record WindowKind(Uri Address, bool Phone, ColorScheme Scheme)
{
    /// <summary>Width in CSS pixels.</summary>
    public int Width => Phone ? 390 : 1280;

    /// <summary>Height in CSS pixels.</summary>
    public int Height => Phone ? 844 : 860;
}
