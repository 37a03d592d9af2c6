using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DistrictUnion.IntegrationTests.Pages;

/// <summary>
/// Waiting for what isn't there yet. An assertion of Playwright about an element that is missing describes the whole page for its message
/// each time it looks, which was a tenth of what pages spend on the processor; waiting for an element only looks.
/// </summary>
internal static class LocatorWaits
{
    /// <summary>Waits until an element is seen and holds a text.</summary>
    /// <param name="element">The element.</param>
    /// <param name="text">The text.</param>
    public static async Task ContainsAsync(this ILocator element, string text)
    {
        await element.WaitForAsync();
        await Expect(element).ToContainTextAsync(text);
    }
}
