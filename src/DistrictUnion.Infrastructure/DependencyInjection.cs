using DistrictUnion.Application.Jobs;
using DistrictUnion.Application.Messages;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Accounts;
using DistrictUnion.Infrastructure.Care;
using DistrictUnion.Infrastructure.EvidenceFiles;
using DistrictUnion.Infrastructure.Files;
using DistrictUnion.Infrastructure.Identity;
using DistrictUnion.Infrastructure.Jobs;
using DistrictUnion.Infrastructure.Messages;
using DistrictUnion.Infrastructure.Persistence;
using DistrictUnion.Infrastructure.Spreadsheets;
using DistrictUnion.Infrastructure.Tenancy;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Quartz;

namespace DistrictUnion.Infrastructure;

/// <summary>Registers what the use cases stand on.</summary>
public static class DependencyInjection
{
    private static string OwnFolder => OwnData("evidence");

    private static string OwnKeys => OwnData("keys");

    private static string OwnData(string folder) =>
        Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create), "districtunion", folder);

    /// <summary>Adds the database, accounts and files on a PostgreSQL connection of the service's role.</summary>
    public static IServiceCollection AddInfrastructure(this IServiceCollection services, string connection)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(_ => SourceOf(connection));
        services.AddSingleton<IDatabaseDialect, PostgreSqlDialect>();
        services.AddScoped<TenantContext>();
        services.AddScoped<ITenantContext>(p => p.GetRequiredService<TenantContext>());
        services.AddScoped<TenantTransactionInterceptor>();
        services.AddDbContext<PostgreSqlUnionDbContext>((provider, options) => options
            .UseNpgsql(provider.GetRequiredService<NpgsqlDataSource>().CreateConnection(), contextOwnsConnection: true)
            .UseQueryCache()
            .AddInterceptors(provider.GetRequiredService<TenantTransactionInterceptor>())
            .AddInterceptors(provider.GetServices<Microsoft.EntityFrameworkCore.Diagnostics.IInterceptor>()));
        services.AddScoped<UnionDbContext>(p => p.GetRequiredService<PostgreSqlUnionDbContext>());
        services.AddScoped<IUnionDb>(p => p.GetRequiredService<PostgreSqlUnionDbContext>());
        services.AddScoped<UnitOfWork>();
        services.AddScoped<IUnitOfWork>(p => p.GetRequiredService<UnitOfWork>());
        services.AddScoped<ITransactionControl>(p => p.GetRequiredService<UnitOfWork>());
        services.AddScoped<IAcrossSchools, AcrossSchools>();
        services.AddScoped<IScorecardLocks, ScorecardLocks>();
        services.AddScoped<IBulkWriter, BulkWriter>();
        services.AddScoped<IJobLocks, JobLocks>();
        services.AddScoped<IWorkClaims, WorkClaims>();
        services.AddSingleton<IRecurringSchedule, RecurringSchedule>();
        services.TryAddSingleton<IFaultPoints, NoFaults>();
        services.TryAddSingleton<RetentionDays>();
        services.AddScoped<IRankingReader, RankingReader>();
        services.AddSingleton<ITenantDirectory, PostgreSqlTenantDirectory>();
        services.AddSingleton<ISchemeFileReader, YamlSchemeFileReader>();
        services.AddSingleton<ISchemeFileWriter, YamlSchemeFileWriter>();
        services.AddSingleton<ICsvReader, CsvFileReader>();
        services.AddSingleton<ISpreadsheetReader, SpreadsheetReader>();
        services.AddSingleton<ISpreadsheetWriter, SpreadsheetWriter>();
        services.AddSingleton<IOfficeText, OfficeTextReader>();
        services.AddSingleton<IDocumentWriter, DocumentWriter>();
        services.AddSingleton<IDocumentTemplates, DocumentTemplates>();
        services.AddSingleton<ITemporaryFiles, TemporaryFiles>();
        services.AddSingleton<IIdempotencyStore, IdempotencyStore>();
        services.TryAddSingleton<EvidenceLimits>();
        services.TryAddSingleton<IEvidenceStore>(p => new EvidenceStore(OwnFolder, p.GetRequiredService<EvidenceLimits>()));
        services.TryAddSingleton<IFileScanner, NoScanner>();
        services.TryAddSingleton(FieldKeys.None);
        services.AddSingleton<IFieldCipher, FieldCipher>();
        services.AddChannels();
        services.AddIdentityCore<UserAccount>(options =>
        {
            options.Lockout.MaxFailedAccessAttempts = 10;
            options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
        }).AddUserManager<ClockedUserManager>();
        services.AddScoped<IUserStore<UserAccount>, UserStore>();
        services.AddScoped<IAccountSecurity, AccountSecurity>();
        services.AddScoped<IUserNames, UserNames>();
        return services;
    }

    /// <summary>Sets how people and other systems are told; otherwise only the inbox and public addresses are used.</summary>
    public static IServiceCollection AddMessageOptions(this IServiceCollection services, MessageOptions messages, OutboundOptions outbound, string? keyFolder) => services
        .AddSingleton(messages).AddSingleton(outbound).AddSingleton(new SiteAddress(string.IsNullOrWhiteSpace(messages.Site) ? null : messages.Site.TrimEnd('/')))
        .Configure<KeyManagementOptions>(o => o.XmlRepository = new FileSystemXmlRepository(Directory.CreateDirectory(keyFolder ?? OwnKeys), NullLoggerFactory.Instance));

    /// <summary>Lets this process die at a boundary between steps, for the tests of what survives that.</summary>
    public static IServiceCollection AddFatalStep(this IServiceCollection services, string step) => services.AddSingleton<IFaultPoints>(new KillAt(step));

    private static void AddChannels(this IServiceCollection services)
    {
        services.TryAddSingleton(new MessageOptions());
        services.TryAddSingleton(new OutboundOptions());
        services.AddDataProtection().SetApplicationName("districtunion");
        services.AddSingleton<ISecretKeeper, SecretKeeper>();

        // The address of a robot is its password: no request of this client is logged.
        services.AddHttpClient(GuardedHttp.Client).ConfigurePrimaryHttpMessageHandler(p => GuardedHttp.HandlerOf(p.GetRequiredService<OutboundOptions>())).RemoveAllLoggers();
        services.AddSingleton<OutboundClient>();
        services.AddSingleton<IWebhookSender, WebhookSender>();
        services.AddSingleton<IMessageChannel, SmtpSender>();
        services.AddSingleton<IMessageChannel, WeComSender>();
        services.AddSingleton<IMessageChannel, DingTalkSender>();
        services.AddSingleton<IMessageChannel, SmsGateway>();
    }

    /// <summary>Says where evidence is kept and how much of it; otherwise it is kept among the data of the service's own user.</summary>
    public static IServiceCollection AddEvidenceFiles(this IServiceCollection services, string? folder, EvidenceLimits limits) =>
        services.AddSingleton(limits).AddSingleton<IEvidenceStore>(new EvidenceStore(folder ?? OwnFolder, limits));

    /// <summary>Says by which keys fields are encrypted; otherwise none is, and care records can't be kept.</summary>
    public static IServiceCollection AddFieldKeys(this IServiceCollection services, FieldKeys keys) => services.AddSingleton(keys);

    /// <summary>Has files looked at by ClamAV.</summary>
    /// <param name="services">Services.</param>
    /// <param name="address">Host and port of clamd; null: nothing is looked at.</param>
    /// <exception cref="InvalidOperationException">The address isn't one.</exception>
    public static IServiceCollection AddFileScanner(this IServiceCollection services, string? address)
    {
        if (string.IsNullOrWhiteSpace(address))
            return services;
        return Uri.TryCreate($"tcp://{address}", UriKind.Absolute, out var clamd) && clamd.Port > 0
            ? services.AddSingleton<IFileScanner>(p => new ClamScanner(clamd.Host, clamd.Port, p.GetRequiredService<ILogger<ClamScanner>>()))
            : throw new InvalidOperationException("Evidence__Scanner must name clamd as host:port.");
    }

    /// <summary>
    /// Statements that come again are prepared by the driver: under row-level policies planning them each time costs more than
    /// running them. A connection string that says otherwise, for a pooler that can't, wins.
    /// </summary>
    private static NpgsqlDataSource SourceOf(string connection)
    {
        const int statements = 200;
        var builder = new NpgsqlDataSourceBuilder(connection);
        if (!connection.Contains("Max Auto Prepare", StringComparison.OrdinalIgnoreCase))
            builder.ConnectionStringBuilder.MaxAutoPrepare = statements;
        return builder.Build();
    }

    /// <summary>Adds the job engine: Quartz on the same database, its schema made by <c>migrate</c>.</summary>
    public static IServiceCollection AddJobEngine(this IServiceCollection services, string connection)
    {
        services.AddQuartz(quartz =>
        {
            QuartzStore.Configure(quartz, connection, provision: false);
        });
        services.Configure<QuartzOptions>(o => o.Scheduling.ScheduleTriggerRelativeToReplacedTrigger = true);
        services.AddSingleton<IJobEngine, QuartzJobEngine>();
        services.AddSingleton<IJobRunner, JobRunner>();
        services.AddHostedService<RecurringJobs>();
        services.AddQuartzHostedService(o => o.WaitForJobsToComplete = true);
        return services;
    }
}
