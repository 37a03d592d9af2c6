using DistrictUnion.IntegrationTests.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit;

namespace DistrictUnion.BrowserTests;

/// <summary>The real product with its pages on the real clock, and one Chromium for a class of tests.</summary>
public sealed class BrowserService : TestService, IAsyncLifetime
{
    /// <summary>
    /// Starts that keep the browser from calling home; the sandbox doesn't run as root. Pages live for seconds here, so what the optimising compilers spend
    /// never comes back: without them a class of tests takes a sixth less of the processor.
    /// </summary>
    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
        "--js-flags=--no-turbofan --no-maglev",
    ];

    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>Where the machine's Chromium is: CHROMIUM, or Debian's places, first the one without windows, which spends a fifth less.</summary>
    private static string Chromium =>
        Environment.GetEnvironmentVariable("CHROMIUM") ?? Array.Find(["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"], File.Exists) ?? "/usr/bin/chromium-headless-shell";

    /// <inheritdoc/>
    protected override bool IsShared => true;

    async Task IAsyncLifetime.InitializeAsync()
    {
        if (!File.Exists(Chromium))
            throw new InvalidOperationException($"There is no Chromium at {Chromium}: run dotnet build/test.cs, which installs it, or set CHROMIUM.");
        await InitializeAsync();
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium, Args = Arguments });
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
        await DisposeAsync();
    }

    /// <summary>Opens the product in a window of its own, whose visitor knows the way unless the tour is wanted.</summary>
    public async Task<Visitor> VisitAsync(bool phone = false, ColorScheme scheme = ColorScheme.Light, bool tour = false)
    {
        var context = await browser!.NewContextAsync(new()
        {
            BaseURL = Address.ToString(),
            Locale = "zh-CN",
            TimezoneId = "Asia/Shanghai",
            ColorScheme = scheme,
            ReducedMotion = ReducedMotion.Reduce,
            ViewportSize = phone ? new() { Width = 390, Height = 844 } : new() { Width = 1280, Height = 860 },
        });
        context.SetDefaultTimeout(30_000);
        Assertions.SetDefaultExpectTimeout(30_000);
        if (!tour)
            await context.AddInitScriptAsync("const read = Storage.prototype.getItem; Storage.prototype.getItem = function (key) { return key.startsWith('du.tour.') ? 'done' : read.call(this, key); };");
        return new Visitor(context, await context.NewPageAsync());
    }

    /// <summary>A window of somebody of a district who is signed in already and opens a page next.</summary>
    public async Task<Visitor> SignInAsync(TestDistrict district, string person, bool phone = false, ColorScheme scheme = ColorScheme.Light)
    {
        ArgumentNullException.ThrowIfNull(district);
        var visitor = await VisitAsync(phone, scheme);
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
