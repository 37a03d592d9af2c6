using System.Collections;
using System.Collections.Concurrent;
using System.Data;
using System.Data.Common;
using DistrictUnion.Application;
using DistrictUnion.Application.Ports;
using DistrictUnion.Application.Results;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.EvidenceLedger;
using DistrictUnion.Domain.Rounds;
using DistrictUnion.Infrastructure.Persistence;
using DistrictUnion.Infrastructure.Tenancy;
using DistrictUnion.UnitTests.Scoring;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Xunit;

namespace DistrictUnion.UnitTests.Architecture;

/// <summary>
/// Runs every use case against the SQL Server provider with a database that answers "nothing": what a handler asks before it
/// gives up is translated by the real provider, and a query that can't be fails here.
/// </summary>
public sealed class SqlServerTranslationFacts
{
    [Fact]
    public async Task Every_use_case_asks_what_sql_server_understands()
    {
        var spy = new EmptyDatabase();
        List<string> untranslatable = [];
        await using var services = Services(spy);
        foreach (var handler in typeof(IUnionDb).Assembly.GetTypes().Where(t => t is { IsAbstract: false, IsClass: true }))
        {
            var contract = handler.GetInterfaces().FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IRequestHandler<,>));
            if (contract is null)
                continue;
            await using var scope = services.CreateAsyncScope();
            var instance = scope.ServiceProvider.GetRequiredService(contract);
            try
            {
                await (Task)contract.GetMethod("Handle")!.Invoke(instance, [Sample(contract.GetGenericArguments()[0]), CancellationToken.None])!;
            }
            catch (InvalidOperationException e) when (e.Message.Contains("could not be translated", StringComparison.Ordinal))
            {
                untranslatable.Add($"{handler.Name}: {e.Message}");
            }
            catch (Exception e) when (e is InvalidOperationException or NullReferenceException or ArgumentException or NotSupportedException)
            {
                // An empty database or a sample that makes no sense: whatever was asked so far has been translated.
            }
        }

        Assert.Empty(untranslatable);
        Assert.True(spy.Statements.Count >= 30, $"Only {spy.Statements.Count} different statements were asked.");
    }

    [Fact]
    public async Task Scoring_inputs_and_summary_are_read_in_sql_server_words()
    {
        var spy = new EmptyDatabase();
        await using var services = Services(spy);
        await using var scope = services.CreateAsyncScope();
        var round = AssessmentRound.Plan(
            DistrictId.New(), "r", new RoundPlan("r", SchemeId.New(), null, new(2026, 3, 1), new(2026, 6, 10), default, null, DueShift.None, new(), RoundKind.Annual), default);

        await scope.ServiceProvider.GetRequiredService<ScoringInputs>().LoadAcrossSchoolsAsync(
            round, TestScheme.OneLeaf("100", """{ "type": "boolean", "fact": "held" }""", """{ "code": "held", "name": "held", "type": "boolean", "level": "school" }"""), [SchoolId.New()], CancellationToken.None);
        await scope.ServiceProvider.GetRequiredService<IRankingReader>().SumAcrossSchoolsAsync(round.Id, null, CancellationToken.None);

        Assert.True(spy.Statements.Count >= 8);
        Assert.All(spy.Statements.Keys, s => Assert.Contains("[", s, StringComparison.Ordinal));
    }

    [Fact]
    public void Alike_pictures_are_found_in_each_engines_words()
    {
        static string Asked(UnionDbContext context)
        {
            using (context)
                return context.Evidence.IgnoreQueryFilters().Where(e => DatabaseFunctions.CountBits(e.PictureHash!.Value ^ 5L) <= PictureHash.MostDifferences).ToQueryString();
        }

        Assert.Matches(@"BIT_COUNT\(\[e\]\.\[picture_hash\] \^ ", Asked(DesignTime.SqlServer("Server=nowhere")));
        Assert.Matches(@"bit_count\(int8send\(e\.picture_hash # ", Asked(DesignTime.PostgreSql("Host=nowhere")));
    }

    private static ServiceProvider Services(EmptyDatabase spy)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddMetrics();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<EvidenceLimits>();
        services.AddApplication();
        services.AddScoped<ITenantContext>(_ =>
        {
            var tenant = new TenantContext();
            tenant.Enter(Caller.System(DistrictId.New(), "d"));
            return tenant;
        });
        services.AddScoped(p => DesignTime.SqlServer("Server=nowhere", p.GetRequiredService<ITenantContext>(), spy, new ClosedConnection()));
        services.AddScoped<UnionDbContext>(p => p.GetRequiredService<SqlServerUnionDbContext>());
        services.AddScoped<IUnionDb>(p => p.GetRequiredService<SqlServerUnionDbContext>());
        services.AddScoped<IRankingReader, RankingReader>();
        foreach (var port in typeof(IUnionDb).Assembly.GetExportedTypes().Where(t => t.IsInterface && t.Namespace == typeof(IUnionDb).Namespace))
            services.TryAdd(ServiceDescriptor.Scoped(port, _ => Stub.Of(port)));
        return services.BuildServiceProvider();
    }

    /// <summary>A request with something in every field.</summary>
    private static object? Sample(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } underlying)
            return Sample(underlying);
        if (type == typeof(string))
            return "x";
        if (type.IsEnum)
            return Enum.GetValues(type).GetValue(0);
        if (type.IsPrimitive || type == typeof(decimal) || type == typeof(DateOnly) || type == typeof(DateTimeOffset) || type == typeof(Guid)
            || type == typeof(System.Text.Json.JsonElement))
        {
            return type == typeof(int) ? 1 : Activator.CreateInstance(type);
        }

        if (type != typeof(object) && typeof(IEnumerable).IsAssignableFrom(type) && type.IsGenericType)
        {
            var arguments = type.GetGenericArguments();
            if (arguments.Length == 2)
                return Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(arguments));
            var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(arguments))!;
            list.Add(Sample(arguments[0]));
            return list;
        }

        var constructor = type.GetConstructors().MaxBy(c => c.GetParameters().Length);
        return constructor is null ? Activator.CreateInstance(type) : constructor.Invoke([.. constructor.GetParameters().Select(p => Sample(p.ParameterType))]);
    }

    /// <summary>Remembers each statement and answers with no rows.</summary>
    private sealed class EmptyDatabase : DbCommandInterceptor
    {
        public ConcurrentDictionary<string, bool> Statements { get; } = new(StringComparer.Ordinal);

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Statements[command.CommandText] = true;
            return ValueTask.FromResult(InterceptionResult<DbDataReader>.SuppressWithResult(new DataTable().CreateDataReader()));
        }
    }

    private sealed class ClosedConnection : DbConnectionInterceptor
    {
        public override ValueTask<InterceptionResult> ConnectionOpeningAsync(
            DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) =>
            ValueTask.FromResult(InterceptionResult.Suppress());
    }

    /// <summary>Ports without an effect; a transaction just runs its work.</summary>
    private class Stub : System.Reflection.DispatchProxy
    {
        public static object Of(Type port) => typeof(System.Reflection.DispatchProxy).GetMethod(nameof(Create), 2, [])!
            .MakeGenericMethod(port, typeof(Stub)).Invoke(null, [])!;

        protected override object? Invoke(System.Reflection.MethodInfo? targetMethod, object?[]? args)
        {
            if (args?.OfType<Delegate>().FirstOrDefault() is { } work && work.Method.GetParameters().Length == 0)
                return work.DynamicInvoke();
            var type = targetMethod!.ReturnType;
            if (type == typeof(Task))
                return Task.CompletedTask;
            if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Task<>))
            {
                var value = Value(type.GetGenericArguments()[0]);
                return typeof(Task).GetMethod(nameof(Task.FromResult))!.MakeGenericMethod(type.GetGenericArguments()).Invoke(null, [value]);
            }

            return type == typeof(void) ? null : Value(type);
        }

        private static object? Value(Type type) => type == typeof(IAsyncDisposable) ? new Nothing()
            : type == typeof(IReadOnlyList<ScorecardKey>) ? new List<ScorecardKey> { new(RoundId.New(), SchoolId.New()) }
            : type.IsGenericType && typeof(IEnumerable).IsAssignableFrom(type) ? Array.CreateInstance(type.GetGenericArguments()[0], 0)
            : type == typeof(string) ? ""
            : type.IsValueType ? Activator.CreateInstance(type) : null;

        private sealed class Nothing : IAsyncDisposable
        {
            public ValueTask DisposeAsync() => ValueTask.CompletedTask;
        }
    }
}
