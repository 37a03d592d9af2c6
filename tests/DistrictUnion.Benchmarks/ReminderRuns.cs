using System.Globalization;
using System.Text.Json;
using DistrictUnion.Api;
using DistrictUnion.Application.Obligations;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Application.Reminders;
using DistrictUnion.Domain.Accounts;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Obligations;
using DistrictUnion.Infrastructure.Seeding;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace DistrictUnion.Benchmarks;

/// <summary>A morning's reminders over tens of thousands of open obligations: twenty of each school, a chair each, due within two weeks of one another.</summary>
internal static class ReminderRuns
{
    private const int Templates = 20;
    private static readonly DateTimeOffset Monday = new(2026, 11, 16, 8, 0, 0, TimeSpan.FromHours(8));

    public static async Task RunAsync(string postgres, int schools)
    {
        await using var database = await BenchmarkDatabase.CreateAsync(postgres);
        var clock = new SeedClock();
        clock.StandAt(Monday.AddDays(-30));
        await using var services = ServiceHost.CommandServices(clock, database.App);
        var district = (await new DistrictFounding(services).FoundAsync("bench", "bench", "bench.admin", "bench-password", CancellationToken.None)).Value;
        await database.ExecuteAsync(Rows(district.Value, schools));
        var started = TimeProvider.System.GetTimestamp();
        for (var i = 0; i < Templates; i++)
        {
            var definition = new ObligationDefinition
            {
                Name = $"事项{i}",
                EnglishName = $"Obligation {i}",
                Clause = new ObligationClause("bench", "1", "bench"),
                Recurrence = Recurrence.Yearly,
                Due = new DueRule { Kind = DueRuleKind.MonthDay, Month = 11, Day = 16 + (i % 14) },
                Owner = new ObligationOwner(UnitLevel.School, Role.SchoolChair),
            };
            await SendAsync(services, district, new PutObligationTemplate($"B{i}", null, definition, default));
            var template = new ObligationTemplateId(await database.ScalarAsync<Guid>($"SELECT id FROM obligation_templates WHERE code = 'B{i}'"));
            await SendAsync(services, district, new ActivateObligationTemplate(template, true, Precondition.Any));
        }

        await database.ExecuteAsync("ANALYZE");
        var took = TimeProvider.System.GetElapsedTime(started).TotalSeconds;
        var made = await database.ScalarAsync<long>("SELECT count(*) FROM obligations WHERE due_on < '2026-12-31'");
        List<string> lines =
        [
            string.Create(
                CultureInfo.InvariantCulture,
                $"{made:#,0} obligations of {schools:#,0} schools made in {took:0.0} s; memory {Peak()} MiB at most"),
        ];
        foreach (var (name, at) in new[] { ("Monday 08:00", Monday), ("the same again", Monday), ("Tuesday 08:00", Monday.AddDays(1)), ("after a week's outage", Monday.AddDays(8)) })
        {
            clock.StandAt(at);
            var (seconds, sent) = await RemindAsync(services, district);
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"{name}: {seconds:0.0} s, {sent.People:#,0} people, {sent.Reminders:#,0} reminders of {sent.Obligations:#,0} open obligations; memory {Peak()} MiB at most"));
        }

        await Report.AppendAsync(string.Create(CultureInfo.InvariantCulture, $"Reminders of {schools * Templates:#,0} obligations (goal: a run ≤ 30 s)"), lines);
    }

    private static async Task<(double Seconds, SentReminders Sent)> RemindAsync(ServiceProvider services, DistrictId district)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ITenantContext>().Enter(Caller.System(district, "bench"));
        var started = TimeProvider.System.GetTimestamp();
        var sent = (SentReminders)await scope.ServiceProvider.GetServices<IJobHandler>().Single(h => h.Kind == ScheduledReminders.Send)
            .RunAsync(JsonSerializer.SerializeToElement(new { }), new NoProgress(), CancellationToken.None);
        return (TimeProvider.System.GetElapsedTime(started).TotalSeconds, sent);
    }

    private static async Task SendAsync<T>(ServiceProvider services, DistrictId district, IRequest<Result<T>> request)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ITenantContext>().Enter(Caller.System(district, "bench"));
        var result = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
        if (!result.IsSuccess)
            throw new InvalidOperationException($"{request.GetType().Name}: {result.Error}");
    }

    private static string Peak() => File.ReadLines("/proc/self/status").First(l => l.StartsWith("VmHWM", StringComparison.Ordinal)).Split(':')[1].Trim().Split(' ')[0] is var kib
        ? (long.Parse(kib, CultureInfo.InvariantCulture) / 1024).ToString(CultureInfo.InvariantCulture)
        : "";

    private static string Rows(Guid district, int schools) => $$"""
        CREATE FUNCTION pg_temp.id(kind text, n bigint) RETURNS uuid LANGUAGE sql IMMUTABLE AS $f$ SELECT md5(kind || n)::uuid $f$;
        INSERT INTO zones (district_id, id, code, name, version, updated_at) SELECT '{{district}}', pg_temp.id('zone', z), 'z' || z, 'z' || z, 1, now() FROM generate_series(0, 9) z;
        INSERT INTO schools (district_id, id, code, name, zone_id, stage, ownership, setting, members, counting_kind, titles, version, updated_at)
            SELECT '{{district}}', pg_temp.id('school', s), 's' || s, 'school ' || s, pg_temp.id('zone', s % 10), 1, 0, 0, 20 + s % 80, 0, '[]', 1, now() FROM generate_series(0, {{schools - 1}}) s;
        INSERT INTO users (district_id, id, user_name, normalized_user_name, display_name, security_stamp, access_failed_count, version, updated_at)
            SELECT '{{district}}', pg_temp.id('user', u), 'c' || u, 'C' || u, 'c' || u, 'stamp', 0, 1, now() FROM generate_series(0, {{schools - 1}}) u;
        INSERT INTO posts (district_id, id, user_id, role, school_id, "from")
            SELECT '{{district}}', pg_temp.id('post', u), pg_temp.id('user', u), 3, pg_temp.id('school', u), '2020-01-01' FROM generate_series(0, {{schools - 1}}) u;
        """;

    private sealed class NoProgress : IJobProgress
    {
        public Task ReportAsync(int done, int total, CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
