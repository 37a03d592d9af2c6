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

    /// <summary>Opens the product in a window of its own, whose visitor knows the way unless the tour is wanted.</summary>
    /// <param name="phone">Whether the window is a phone's.</param>
    /// <param name="scheme">Appearance.</param>
    /// <param name="tour">Whether the tour is shown.</param>
    /// <param name="keepsPages">Whether the worker is installed that opens pages without network; loading a page takes about a tenth more of the processor with it.</param>
    public async Task<Visitor> VisitAsync(bool phone = false, ColorScheme scheme = ColorScheme.Light, bool tour = false, bool keepsPages = true)
    {
        var context = await browser!.NewContextAsync(new()
        {
            BaseURL = Address.ToString(),
            Locale = "zh-CN",
            TimezoneId = "Asia/Shanghai",
            ColorScheme = scheme,
            ReducedMotion = ReducedMotion.Reduce,
            ServiceWorkers = keepsPages ? ServiceWorkerPolicy.Allow : ServiceWorkerPolicy.Block,
            ViewportSize = phone ? new() { Width = 390, Height = 844 } : new() { Width = 1280, Height = 860 },
        });
        context.SetDefaultTimeout(30_000);
        Assertions.SetDefaultExpectTimeout(30_000);
        if (!tour)
            await context.AddInitScriptAsync("const read = Storage.prototype.getItem; Storage.prototype.getItem = function (key) { return key.startsWith('du.tour.') ? 'done' : read.call(this, key); };");
        return new Visitor(context, await context.NewPageAsync());
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
}
