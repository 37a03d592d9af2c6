using System.Globalization;
using System.Text;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Application.Rounds;
using DistrictUnion.Application.Schemes;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Rounds;
using DistrictUnion.Infrastructure.Seeding;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace DistrictUnion.Benchmarks;

/// <summary>
/// A district of any size with one open round: every school has 12 branches with 4 facts each, 10 facts of its own, a submitted
/// evaluation and a scheme of 60 leaves unless told otherwise. Rows are made by the server from hashes of their numbers, so each run makes the same.
/// </summary>
internal sealed class Fixture(BenchmarkDatabase database, int schools, int leaves = Fixture.Leaves)
{
    public const int Branches = 12;
    public const int Leaves = 60;
    public const int Writers = 8;
    public const string Round = "bench";

    private static readonly DateOnly From = new(2026, 3, 1);
    private static readonly DateOnly To = new(2026, 6, 10);

    /// <summary>Loads the district and computes every scorecard by the product's own full roll-up.</summary>
    /// <returns>Seconds of the full roll-up.</returns>
    public async Task<double> LoadAsync()
    {
        await using var services = Services();
        var founded = (await new DistrictFounding(services).FoundAsync("bench", "bench", "bench.admin", "bench-password", CancellationToken.None)).Value;
        await SendAsync(services, founded, new ImportScheme(SchemeFileFormat.Json, SchemeJson()));
        var scheme = new SchemeId(await database.ScalarAsync<Guid>("SELECT id FROM schemes"));
        await SendAsync(services, founded, new PublishScheme(scheme, 1, Precondition.Any));
        await SendAsync(services, founded, new PutRound(
            Round, null, new RoundInput(Round, "bench", new WindowView(From, To), new DueMoment(Deadline.EndOf(To))), default));
        var round = new RoundId(await database.ScalarAsync<Guid>("SELECT id FROM rounds"));
        await SendAsync(services, founded, new DecideRound(round, RoundStep.Open, null, Precondition.Any));
        await database.ExecuteAsync(Rows(founded.Value, round.Value));
        await database.ExecuteAsync("ANALYZE");
        var started = TimeProvider.System.GetTimestamp();
        await new RollupOfAll(services).RunAsync(CancellationToken.None);
        return TimeProvider.System.GetElapsedTime(started).TotalSeconds;
    }

    /// <summary>Recomputes everything and counts stored results that differ.</summary>
    public async Task<int> CountDifferencesAsync()
    {
        await using var services = Services();
        return (await new RollupOfAll(services).RunAsync(CancellationToken.None)).Differences;
    }

    /// <summary>Session token of a writer, from 0.</summary>
    public static string TokenOf(int writer) => string.Create(CultureInfo.InvariantCulture, $"bench-token-{writer}");

    private ServiceProvider Services() => DistrictUnion.Api.ServiceHost.CommandServices(TimeProvider.System, database.App);

    private static async Task SendAsync<T>(ServiceProvider services, DistrictId district, IRequest<Result<T>> request)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ITenantContext>().Enter(Caller.System(district, "bench"));
        var result = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
        if (!result.IsSuccess)
            throw new InvalidOperationException($"{request.GetType().Name}: {result.Error}");
    }

    private string SchemeJson()
    {
        var facts = new StringBuilder();
        for (var i = 0; i < 4; i++)
            facts.Append(CultureInfo.InvariantCulture, $$"""{"code":"b{{i}}","name":"b{{i}}","type":"integer","level":"branch","rollup":"sum"},""");
        for (var i = 0; i < 10; i++)
            facts.Append(CultureInfo.InvariantCulture, $$"""{"code":"s{{i}}","name":"s{{i}}","type":"integer","level":"school"},""");
        string RuleOf(int i) => i % 2 == 0
            ? string.Create(CultureInfo.InvariantCulture, $$"""{"type":"rateLinear","rate":{"of":"b{{i % 4}}","to":"b{{(i + 1) % 4}}"} }""")
            : string.Create(CultureInfo.InvariantCulture, $$"""{"type":"value","fact":"s{{i % 10}}","outOf":1000}""");
        var items = Enumerable.Range(0, leaves).Select(i => string.Create(
            CultureInfo.InvariantCulture, $$"""{"code":"L{{i}}","name":"L{{i}}","max":1,"rule":{{RuleOf(i)}} }"""));
        return $$"""
            {"code":"bench","name":"bench","subject":"school","missing":"zero","bonus":{"cap":"none"},"facts":[{{facts.ToString().TrimEnd(',')}}],
             "sections":[{"code":"A","name":"A","max":{{leaves}},"items":[{{string.Join(',', items)}}]}],"ranking":{"ties":["fact:s0"]} }
            """;
    }

    private string Rows(Guid district, Guid round) => $$"""
        CREATE FUNCTION pg_temp.id(kind text, n bigint) RETURNS uuid LANGUAGE sql IMMUTABLE AS $f$ SELECT md5(kind || n)::uuid $f$;
        CREATE FUNCTION pg_temp.number(kind text, n bigint, below int) RETURNS int LANGUAGE sql IMMUTABLE AS $f$ SELECT (('x' || substr(md5(kind || n), 1, 7))::bit(28)::int) % below $f$;
        INSERT INTO zones (district_id, id, code, name, version, updated_at) SELECT '{{district}}', pg_temp.id('zone', z), 'z' || z, 'z' || z, 1, now() FROM generate_series(0, 9) z;
        INSERT INTO schools (district_id, id, code, name, zone_id, stage, ownership, setting, members, counting_kind, titles, version, updated_at)
            SELECT '{{district}}', pg_temp.id('school', s), 's' || s, 'school ' || s, pg_temp.id('zone', s % 10), 1, 0, 0, 20 + s % 80, 0, '[]', 1, now() FROM generate_series(0, {{schools - 1}}) s;
        INSERT INTO branches (district_id, id, code, name, kind, version, updated_at)
            SELECT '{{district}}', pg_temp.id('branch', b), 'b' || b, 'branch ' || b, 0, 1, now() FROM generate_series(0, {{((long)schools * Branches) - 1}}) b;
        INSERT INTO branch_affiliations (district_id, branch_id, sequence, school_id, "from", "to")
            SELECT '{{district}}', pg_temp.id('branch', b), 1, pg_temp.id('school', b / {{Branches}}), '2020-01-01', NULL FROM generate_series(0, {{((long)schools * Branches) - 1}}) b;
        INSERT INTO branch_facts (district_id, round_id, branch_id, code, route, value, "order", counts, actor, at)
            SELECT '{{district}}', '{{round}}', pg_temp.id('branch', b), 'b' || f, 2, (1 + pg_temp.number('bf' || f, b, 99))::text, 1, true, 'bench', now()
            FROM generate_series(0, {{((long)schools * Branches) - 1}}) b, generate_series(0, 3) f;
        INSERT INTO school_facts (district_id, round_id, school_id, code, route, value, "order", counts, actor, at)
            SELECT '{{district}}', '{{round}}', pg_temp.id('school', s), 's' || f, 2, pg_temp.number('sf' || f, s, 1000)::text, 1, true, 'bench', now()
            FROM generate_series(0, {{schools - 1}}) s, generate_series(0, 9) f;
        INSERT INTO self_evaluations (district_id, round_id, school_id, state, content, handed_in, returned, received_at, days_late, review_count, version, updated_at)
            SELECT '{{district}}', '{{round}}', pg_temp.id('school', s), 1, '{}', '{}', false, now(), 0, 0, 1, now() FROM generate_series(0, {{schools - 1}}) s;
        INSERT INTO scorecards (district_id, round_id, school_id, school_code, zone_id, stage, members, total, base, bonus, late, outcome, tie_key, vetoes, nodes, revision)
            SELECT '{{district}}', '{{round}}', pg_temp.id('school', s), 's' || s, pg_temp.id('zone', s % 10), 1, 0, 0, 0, 0, 0, 0, '', '[]', '', 0 FROM generate_series(0, {{schools - 1}}) s;
        INSERT INTO users (district_id, id, user_name, normalized_user_name, display_name, security_stamp, access_failed_count, version, updated_at)
            SELECT '{{district}}', pg_temp.id('user', u), 'w' || u, 'W' || u, 'w' || u, 'stamp', 0, 1, now() FROM generate_series(0, {{Writers - 1}}) u;
        INSERT INTO posts (district_id, id, user_id, role, "from")
            SELECT '{{district}}', pg_temp.id('post', u), pg_temp.id('user', u), 1, '2020-01-01' FROM generate_series(0, {{Writers - 1}}) u;
        INSERT INTO sessions (district_id, id, token_hash, user_id, active_post_id, security_stamp, created_at, expires_at)
            SELECT '{{district}}', pg_temp.id('session', u), sha256(convert_to('bench-token-' || u, 'UTF8')), pg_temp.id('user', u), pg_temp.id('post', u), 'stamp', now(), now() + interval '1 day'
            FROM generate_series(0, {{Writers - 1}}) u;
        """;
}
