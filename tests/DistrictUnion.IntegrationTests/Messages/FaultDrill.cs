using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.IntegrationTests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Quartz;
using Xunit;

namespace DistrictUnion.IntegrationTests.Messages;

/// <summary>
/// Two instances on one database: the real program, which kills itself at a boundary between two steps as <c>kill -9</c> does, and
/// this process, which takes over. Its clock stands a minute later, so that what isn't taken up within a minute isn't found at all.
/// Instead of this process another real one may take over, by its own timetable and within a minute of real time.
/// </summary>
internal sealed class FaultDrill(MessageService service, string name)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Has the other instance die at a step of telling people and systems of a returned evaluation, takes over, and looks at what there is.</summary>
    public async Task RunAsync(string step, bool byAnotherProcess)
    {
        var district = await PrepareAsync();
        var address = await service.GiveEmailAsync(district, "chair.p", name);

        // The drill runs on the real clock, at whatever hour.
        await service.ExecuteAsync("UPDATE message_preferences SET quiet = '{\"from\":0,\"to\":0}'");
        var chair = await district.As("chair.p");
        (await (await district.As("officer")).DoAsync("rounds/r1/schools/p/self-evaluation/return", new { reason = "补充" })).Expect(200);
        var definition = step.StartsWith("messages", StringComparison.Ordinal) ? "messages.deliver" : step.StartsWith("webhooks", StringComparison.Ordinal) ? "webhooks.deliver" : "events.dispatch";
        if (definition != "events.dispatch")
            await service.TickAsync("events.dispatch");

        // The other instance's own timetable may send the mail, and dying elsewhere in that moment would send it again.
        if (definition == "webhooks.deliver")
            await service.TickAsync("messages.deliver");
        service.Http.Clear();

        await DieAsync(step, definition, (await district.Admin).Token!);

        if (byAnotherProcess)
        {
            await TakeOverAsync(district);
        }
        else
        {
            SetClock(TimeSpan.FromMinutes(1));
            await service.TickAsync("jobs.sweep");
            await service.DeliverAsync();
            await service.TickAsync("jobs.sweep");
        }

        Assert.Equal(1, (await chair.GetAsync("inbox")).Number("total"));
        Assert.Equal(0L, await CountAsync("outbox_messages WHERE delivered_at IS NULL", district));
        Assert.Equal(1L, await CountAsync("webhook_deliveries WHERE event_type = 'evaluation.returned'", district));
        Assert.Equal(0L, await CountAsync("webhook_deliveries WHERE state <> 1", district));
        Assert.Equal(0L, await CountAsync("jobs WHERE state IN (0, 1, 3)", district));
        Assert.Equal(1L, await CountAsync("deliveries WHERE channel = 1 AND state = 2 AND message_id IN (SELECT id FROM messages WHERE kind = 1)", district));

        // On the wire it is at least once, and whoever gets it twice can tell by the identifier.
        var mails = service.Smtp.To(address).Where(m => m.Header("Subject")!.StartsWith("自评", StringComparison.Ordinal)).ToList();
        Assert.Equal(step == FaultSteps.MessageSent ? 2 : 1, mails.Count);
        Assert.Single(mails.Select(m => m.Header("Message-ID")).Distinct());
        Assert.Single(service.Http.Requests.Where(r => r.Body.Contains("evaluation.returned", StringComparison.Ordinal)).Select(r => r.Headers["webhook-id"]).Distinct());
    }

    private async Task<TestDistrict> PrepareAsync()
    {
        // This process has a scheduler of the cluster too, which would run what a dead instance left due. What it does is to be told by the drill.
        var schedulers = await service.Services.GetRequiredService<ISchedulerFactory>().GetAllSchedulers();
        foreach (var scheduler in schedulers)
            await scheduler.Standby();
        var district = await service.FoundDistrictAsync();

        // A little behind, so that what is queued here is due for the other instance as soon as it looks.
        SetClock(TimeSpan.FromSeconds(-15));
        var today = TimeProvider.System.Today();
        await district.PutZone("north");
        await district.PutSchoolWithChair("p", "north");
        await district.Appoint("officer", "districtOfficer");
        await district.PublishScheme(TestSchemes.Annual);
        await district.PlanRound(from: Text(today.AddDays(-60)), to: Text(today.AddDays(7)), dueAt: Text(today.AddDays(7)));
        await district.OpenRound();
        await district.HandIn("p", claims: new { B1 = 30 });
        service.Http.Answer = (200, "");
        (await (await district.Admin).PutAsync("webhooks/sys", new { name = "市局平台", url = $"{service.Http.Address}/hook", events = new[] { "evaluation.returned" } })).Expect(201);

        // Only what follows is the drill's: what came before, and other drills of the class, are told already.
        await service.ExecuteAsync("UPDATE outbox_messages SET delivered_at = at WHERE delivered_at IS NULL");
        return district;
    }

    private async Task DieAsync(string step, string definition, string token)
    {
        var port = FreePort();
        using var process = StartAnother(port, ("Faults__KillAt", step));
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        try
        {
            using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}"), Timeout = Patience };
            http.DefaultRequestHeaders.Authorization = new("Bearer", token);
            var started = TimeProvider.System.GetTimestamp();
            while (!process.HasExited && TimeProvider.System.GetElapsedTime(started) < Patience && !await IsThereAsync(http))
                await Task.Delay(50);
            if (!process.HasExited)
                await AskAsync(http, definition);
            await Task.WhenAny(process.WaitForExitAsync(), Task.Delay(Patience));
        }
        finally
        {
            if (!process.HasExited)
                process.Kill();
            await process.WaitForExitAsync();
        }

        Assert.True(process.ExitCode == 137, $"It ended with {process.ExitCode} instead of dying at {step}: {await output} {await errors}");
    }

    /// <summary>Lets a second process, which nobody tells anything, finish what the first began; says how long that took from the death on, its start included.</summary>
    private async Task TakeOverAsync(TestDistrict district)
    {
        using var process = StartAnother(FreePort());
        _ = process.StandardOutput.ReadToEndAsync();
        _ = process.StandardError.ReadToEndAsync();
        var died = TimeProvider.System.GetTimestamp();
        try
        {
            while (TimeProvider.System.GetElapsedTime(died) < Patience && !await IsFinishedAsync(district))
                await Task.Delay(250);
            Assert.True(await IsFinishedAsync(district), $"Not taken over within {Patience.TotalSeconds} s.");
            await File.AppendAllTextAsync(
                Path.Combine(Path.GetTempPath(), "fault-drill.txt"),
                string.Create(CultureInfo.InvariantCulture, $"{name} {TimeProvider.System.GetElapsedTime(died).TotalSeconds:0.0}\n"));
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
    }

    private async Task<bool> IsFinishedAsync(TestDistrict district) =>
        await CountAsync("outbox_messages WHERE delivered_at IS NULL", district) == 0
        && await CountAsync("webhook_deliveries WHERE event_type = 'evaluation.returned' AND state = 1", district) == 1
        && await CountAsync("deliveries WHERE channel = 1 AND state = 2 AND message_id IN (SELECT id FROM messages WHERE kind = 1)", district) == 1
        && await CountAsync("jobs WHERE state IN (0, 1, 3)", district) == 0;

    private Process StartAnother(int port, params IEnumerable<(string Name, string Value)> settings) =>
        ProductProcess.Start(["serve", "--urls", $"http://127.0.0.1:{port}"], service.SettingsOfAnotherInstance.Concat(settings));

    private static async Task<bool> IsThereAsync(HttpClient http)
    {
        try
        {
            return (await http.GetAsync(new Uri("/health/ready", UriKind.Relative))).IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static async Task AskAsync(HttpClient http, string definition)
    {
        try
        {
            await http.PostAsync(new Uri($"/api/v1/job-definitions/{definition}/run", UriKind.Relative), null);
        }
        catch (HttpRequestException)
        {
            // It died before it could answer.
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private void SetClock(TimeSpan ahead) => service.Clock.Set((TimeProvider.System.GetUtcNow() + ahead).ToString("O", CultureInfo.InvariantCulture));

    private Task<long> CountAsync(string from, TestDistrict district) =>
        service.ReadAsync<long>($"SELECT count(*) FROM {from} AND district_id = (SELECT id FROM districts WHERE code = $1)", district.Code);
}
