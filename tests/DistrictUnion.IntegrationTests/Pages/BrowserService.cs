using DistrictUnion.IntegrationTests.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit;

namespace DistrictUnion.IntegrationTests.Pages;

/// <summary>The real product with its pages on the real clock, seen in a browser.</summary>
public sealed class BrowserService : TestService, IAsyncLifetime
{
    private IBrowser? browser;

    /// <inheritdoc/>
    protected override bool IsShared => true;

    async Task IAsyncLifetime.InitializeAsync()
    {
        await InitializeAsync();
        browser = await SharedBrowser.TakeAsync();
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        if (browser is not null)
            await SharedBrowser.GiveBackAsync();
        await DisposeAsync();
    }

    /// <summary>Opens the product in an empty window, whose visitor knows the way unless the tour is wanted.</summary>
    /// <param name="phone">Whether the window is a phone's.</param>
    /// <param name="scheme">Appearance.</param>
    /// <param name="tour">Whether the tour is shown.</param>
    /// <param name="keepsPages">Whether the worker is installed that opens pages without network; loading a page takes about a tenth more of the processor with it.</param>
    public async Task<Visitor> VisitAsync(bool phone = false, ColorScheme scheme = ColorScheme.Light, bool tour = false, bool keepsPages = true)
    {
        var kind = new WindowKind(Address, phone, scheme);

        // Only what nothing was added to is used again.
        if (tour || keepsPages)
        {
            var own = await (await NewWindowAsync(kind, tour, keepsPages)).NewPageAsync();
            return new Visitor(own, () => own.Context.CloseAsync());
        }

        var page = SharedBrowser.Used.Take(kind) ?? await (await NewWindowAsync(kind, tour, keepsPages)).NewPageAsync();
        return new Visitor(page, () => SharedBrowser.Used.GiveBackAsync(kind, page));
    }

    /// <summary>A window of somebody of a district who is signed in already and opens a page next.</summary>
    public async Task<Visitor> SignInAsync(TestDistrict district, string person, bool phone = false, ColorScheme scheme = ColorScheme.Light, bool keepsPages = false)
    {
        ArgumentNullException.ThrowIfNull(district);
        var visitor = await VisitAsync(phone, scheme, keepsPages: keepsPages);
        await visitor.ReturnAsync(district.NameOf(person));
        return visitor;
    }

    /// <summary>Has somebody of a district sign in by the first page, who then stands before the own home page.</summary>
    public async Task<Visitor> EnterAsync(TestDistrict district, string person, bool phone = false)
    {
        ArgumentNullException.ThrowIfNull(district);
        var visitor = await VisitAsync(phone);
        await visitor.SignInAsync(district.NameOf(person));
        return visitor;
    }

    /// <inheritdoc/>
    protected override void Configure(WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddSingleton(TimeProvider.System);
    }

    /// <inheritdoc/>
    protected override void Prepare(ConfigurationManager configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);

        // Nothing is sent by this service, but its pages offer what an installation with a mail server has.
        configuration["Messages:Smtp:Host"] = "127.0.0.1";
        configuration["Messages:Smtp:From"] = "union@district.test";
    }

    private async Task<IBrowserContext> NewWindowAsync(WindowKind kind, bool tour, bool keepsPages)
    {
        var window = await browser!.NewContextAsync(new()
        {
            BaseURL = kind.Address.ToString(),
            Locale = "zh-CN",
            TimezoneId = "Asia/Shanghai",
            ColorScheme = kind.Scheme,
            ReducedMotion = ReducedMotion.Reduce,
            ServiceWorkers = keepsPages ? ServiceWorkerPolicy.Allow : ServiceWorkerPolicy.Block,
            ViewportSize = new() { Width = kind.Width, Height = kind.Height },
        });
        window.SetDefaultTimeout(30_000);
        Assertions.SetDefaultExpectTimeout(30_000);
        if (!tour)
            await window.AddInitScriptAsync("const read = Storage.prototype.getItem; Storage.prototype.getItem = function (key) { return key.startsWith('du.tour.') ? 'done' : read.call(this, key); };");
        return window;
    }
}
