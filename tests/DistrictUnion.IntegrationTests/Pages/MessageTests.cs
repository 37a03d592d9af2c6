using DistrictUnion.Application.Jobs;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.IntegrationTests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace DistrictUnion.IntegrationTests.Pages;

/// <summary>Messages on a phone, and what operators see of them and of the jobs behind them.</summary>
public sealed class MessageTests(BrowserService service) : IClassFixture<BrowserService>
{
    [Fact]
    public async Task A_chair_reads_on_the_phone_that_the_evaluation_came_back_and_goes_on_from_there()
    {
        var district = await BrowserDistricts.OpenAsync(service);
        await district.HandIn("p", claims: new { B1 = 30 });
        (await (await district.As("officer")).DoAsync("rounds/r1/schools/p/self-evaluation/return", new { reason = "请补充教代会会议纪要" })).Expect(200);
        await DispatchAsync(district);
        await using var visitor = await service.SignInAsync(district, "chair.p", phone: true);
        await visitor.OpenAsync("/inbox", "消息");
        await visitor.SeesAsync("请补充教代会会议纪要");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "消息，1 条未读" }).WaitForAsync();
        await visitor.IsAccessibleAsync("inbox-390");
        await visitor.PressAsync("去查看");
        await visitor.Page.GetByRole(AriaRole.Heading, new() { Level = 1 }).ContainsAsync("学期自评");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "消息", Exact = true }).WaitForAsync();

        await visitor.OpenAsync("/account/messages", "消息设置");
        await visitor.Page.GetByLabel("邮箱").FillAsync("zhang@school.cn");
        await visitor.PressAsync("保存");
        await visitor.SeesAsync("待验证");
        await visitor.PressAsync("获取验证码");
        await visitor.SeesAsync("验证码已发出");
        await visitor.IsAccessibleAsync("message-settings-390");
    }

    [Fact]
    public async Task An_administrator_connects_a_system_and_pauses_a_job()
    {
        var district = await BrowserDistricts.OpenAsync(service);
        await using var visitor = await service.SignInAsync(district, "admin");
        await visitor.OpenAsync("/webhooks", "系统对接");
        await visitor.PressAsync("新建对接");
        var dialog = visitor.Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("用途").FillAsync("市局平台");
        await dialog.GetByLabel("代码").FillAsync("city");
        await dialog.GetByLabel("接收地址").FillAsync("https://10.0.0.8/hook");
        await dialog.GetByLabel("结果公布").CheckAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
        await dialog.GetByText("公网地址，不能含").WaitForAsync();
        await dialog.GetByLabel("接收地址").FillAsync("https://systems.example.cn/hook");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
        await Expect(visitor.Page.GetByRole(AriaRole.Textbox, new() { Name = "签名密钥" })).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("^whsec_", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)));
        await visitor.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "关闭", Exact = true }).Last.ClickAsync();
        await visitor.Page.GetByRole(AriaRole.Link, new() { Name = "市局平台" }).ClickAsync();
        await visitor.PressAsync("发测试事件");
        await visitor.SeesAsync("webhook.test");
        await visitor.IsAccessibleAsync("webhook");

        await visitor.OpenAsync("/jobs", "任务");
        await visitor.PressAsync("暂停 夜间核算");
        await visitor.SeesAsync($"已暂停（{district.NameOf("admin")}）");
        await visitor.IsAccessibleAsync("jobs");
        await visitor.OpenAsync("/deliveries", "消息发送");
        await visitor.Page.GetByRole(AriaRole.Tab, new() { Name = "群机器人" }).ClickAsync();
        await visitor.PressAsync("添加群机器人");
        await visitor.IsAccessibleAsync("robot");
    }

    /// <summary>Does what the service's clock does a few seconds later.</summary>
    private async Task DispatchAsync(TestDistrict district)
    {
        await using var scope = service.Services.CreateAsyncScope();
        var id = await service.ReadAsync<Guid>("SELECT id FROM districts WHERE code = $1", district.Code);
        scope.ServiceProvider.GetRequiredService<ITenantContext>().Enter(Caller.System(new DistrictId(id), district.Code));
        await scope.ServiceProvider.GetServices<IJobHandler>().Single(h => h.Kind == ScheduledUpkeep.Dispatch).RunAsync(default, new Silent(), CancellationToken.None);
    }

    private sealed class Silent : IJobProgress
    {
        public Task ReportAsync(int done, int total, CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
