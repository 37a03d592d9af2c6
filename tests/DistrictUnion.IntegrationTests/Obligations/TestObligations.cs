using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.IntegrationTests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace DistrictUnion.IntegrationTests.Obligations;

/// <summary>Obligations as a district asks for them.</summary>
internal sealed class TestObligations(TestDistrict district)
{
    /// <summary>A definition with what a test is about; by default yearly, due on 10 November, of the chair, with proof.</summary>
    public static object Definition(
        object? due = null, string recurrence = "yearly", object? owner = null, string evidence = "handedIn", bool needsProof = true, object? applies = null, string? effectiveFrom = null, string name = "年度计划") => new
        {
            name,
            englishName = "Plan",
            clause = new { document = "工作计划", article = "一", text = "每年报送计划" },
            recurrence,
            due = due ?? new { kind = "monthDay", month = 11, day = 10 },
            applies = applies ?? new { },
            owner = owner ?? new { level = "school", role = "schoolChair" },
            evidence,
            needsProof,
            effectiveFrom,
        };

    /// <summary>Makes a template and activates it.</summary>
    public async Task AskAsync(string template, object definition)
    {
        var admin = await district.Admin;
        (await admin.PutAsync($"obligation-templates/{template}", definition)).Expect(201);
        (await admin.DoAsync($"obligation-templates/{template}/activate")).Expect(200);
    }

    /// <summary>One obligation as somebody sees it.</summary>
    public async Task<Answer> GetAsync(string obligation, string person = "admin") => (await (await district.As(person)).GetAsync($"obligations/{obligation}")).Expect(200);

    /// <summary>State of an obligation.</summary>
    public async Task<string> StateAsync(string obligation, string person = "admin") => (await GetAsync(obligation, person)).Text("state");

    /// <summary>Codes of the obligations that somebody sees, by default those due in the year of the tests.</summary>
    public async Task<IReadOnlyList<string?>> CodesAsync(string person, string query = "", string dueTo = "2025-12-31") =>
        [.. (await (await district.As(person)).GetAsync($"obligations?pageSize=200&dueTo={dueTo}{query}")).Expect(200).Texts("items", "code").Order(StringComparer.Ordinal)];

    /// <summary>The night's work.</summary>
    public Task<object> RunNightAsync() => RunAsync("obligations.open");

    /// <summary>Does scheduled work of a kind; what comes of it stands in the record of the job.</summary>
    public async Task<object> RunAsync(string kind)
    {
        await using var scope = district.Service.Services.CreateAsyncScope();
        var id = new DistrictId(await district.Service.ReadAsync<Guid>("SELECT id FROM districts WHERE code = $1", district.Code));
        scope.ServiceProvider.GetRequiredService<ITenantContext>().Enter(Caller.System(id, district.Code));
        return await scope.ServiceProvider.GetServices<IJobHandler>().Single(h => h.Kind == kind).RunAsync(default, new NoProgress(), CancellationToken.None);
    }

    /// <summary>How often something was told of.</summary>
    public Task<long> ToldAsync(string kind) =>
        district.Service.ReadAsync<long>("SELECT count(*) FROM outbox_messages o JOIN districts d ON d.id = o.district_id WHERE d.code = $1 AND o.kind = $2", district.Code, kind);

    private sealed class NoProgress : IJobProgress
    {
        public Task ReportAsync(int done, int total, CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
