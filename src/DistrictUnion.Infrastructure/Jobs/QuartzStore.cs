using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Quartz;

namespace DistrictUnion.Infrastructure.Jobs;

/// <summary>How Quartz keeps its schedule.</summary>
public static class QuartzStore
{
    /// <summary>Makes Quartz' tables, as the owner, and lets the service's role use them.</summary>
    public static async Task ProvisionAsync(string ownerConnection, string role, CancellationToken cancellationToken)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddQuartz(quartz => Configure(quartz, ownerConnection, provision: true));
        await using (var provider = services.BuildServiceProvider())
        {
            var scheduler = await provider.GetRequiredService<ISchedulerFactory>().GetScheduler(cancellationToken);
            await scheduler.Shutdown(waitForJobsToComplete: false, cancellationToken);
        }

        await using var source = NpgsqlDataSource.Create(ownerConnection);
        await using var grant = source.CreateCommand(
            $$"""
            DO $$ DECLARE t text; BEGIN
                FOR t IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename LIKE 'qrtz\_%' LOOP
                    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO %I', t, '{{role.Replace("'", "''", StringComparison.Ordinal)}}');
                END LOOP;
            END $$
            """);
        await grant.ExecuteNonQueryAsync(cancellationToken);
    }

    internal static void Configure(IQuartzBuilder quartz, string connection, bool provision)
    {
        quartz.ConfigureScheduler(o =>
        {
            o.InstanceName = "districtunion";
            o.InstanceId = $"{Environment.MachineName}-{Guid.NewGuid():N}";
        });
        quartz.UsePersistentStore(store =>
        {
            store.UsePostgres(connection);
            store.UseSystemTextJsonSerializer();
            if (provision)
                store.ProvisionSchema();
            store.ConfigureStore(o =>
            {
                o.MisfireThreshold = TimeSpan.FromSeconds(30);
                o.StoreJobDataAsStrings = true;
            });
            store.UseClustering(c =>
            {
                // A killed instance holds the triggers that it was about to fire, the sweep's among them, until the others miss it: soon, or lost jobs waited longer than a minute.
                c.CheckinInterval = TimeSpan.FromSeconds(5);
                c.CheckinMisfireThreshold = TimeSpan.FromSeconds(10);
            });
        });
    }
}
