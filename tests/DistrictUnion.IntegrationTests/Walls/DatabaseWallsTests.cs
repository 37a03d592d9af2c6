using System.Runtime.CompilerServices;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Organisation;
using DistrictUnion.IntegrationTests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Xunit;

namespace DistrictUnion.IntegrationTests.Walls;

/// <summary>What the database itself refuses to the service's role.</summary>
public sealed class DatabaseWallsTests(TestService service) : IClassFixture<TestService>
{
    private static readonly string[] AppendOnly =
        ["audit_entries", "care_steps", "care_views", "fact_changes", "review_changes", "round_amendments", "round_publications", "round_reopenings", "tie_resolutions"];

    /// <summary>Two districts that no test of the class changes, because everything is refused.</summary>
    private static readonly ConditionalWeakTable<TestService, Task<PopulatedDistrict[]>> Pairs = [];

    [Fact]
    public async Task Without_a_context_no_tenant_table_shows_a_row_or_takes_one()
    {
        var district = await IdOfAsync((await PairAsync())[0]);
        await using var connection = await TenantTables.ConnectAsync(service, null);
        foreach (var table in await TenantTables.ListAsync(service))
        {
            Assert.Equal((table, 0L), (table, await TenantTables.CountAsync(connection, table)));
            await RefusedAsync(connection, $"INSERT INTO {table} (district_id) VALUES ('{district}')", "row-level security");
        }
    }

    [Fact]
    public async Task With_a_districts_context_only_its_rows_are_there_and_none_of_another_can_be_written()
    {
        var (own, foreign) = (await IdOfAsync((await PairAsync())[0]), await IdOfAsync((await PairAsync())[1]));
        await using var connection = await TenantTables.ConnectAsync(service, own, "*");
        foreach (var table in await TenantTables.ListAsync(service))
        {
            Assert.Equal((table, 0L), (table, await TenantTables.CountAsync(connection, $"{table} WHERE district_id <> '{own}'")));
            if (table != "round_publications")
                Assert.NotEqual((table, 0L), (table, await TenantTables.CountAsync(connection, table)));
            await RefusedAsync(connection, $"INSERT INTO {table} (district_id) VALUES ('{foreign}')", "row-level security");
        }
    }

    [Fact]
    public async Task With_a_schools_context_no_other_schools_rows_are_there()
    {
        var made = (await PairAsync())[0];
        var (district, school) = (await IdOfAsync(made), await SchoolAsync(made.School));
        var other = await SchoolAsync(made.OtherSchool);
        await using var connection = await TenantTables.ConnectAsync(service, district, school.ToString());

        Assert.Equal(1, await TenantTables.CountAsync(connection, "schools"));
        foreach (var table in new[] { "scorecards", "self_evaluations", "school_reviews", "review_changes", "school_facts", "round_extensions", "branch_affiliations" })
        {
            Assert.Equal((table, 0L), (table, await TenantTables.CountAsync(connection, $"{table} WHERE school_id <> '{school}'")));
            Assert.NotEqual((table, 0L), (table, await TenantTables.CountAsync(connection, table)));
            await RefusedAsync(connection, $"INSERT INTO {table} (district_id, school_id) VALUES ('{district}', '{other}')", "row-level security");
        }

        Assert.Equal(0L, await TenantTables.CountAsync(connection, $"obligations WHERE school_id IS NULL OR school_id <> '{school}'"));
        Assert.NotEqual(0L, await TenantTables.CountAsync(connection, "obligations"));
        foreach (var foreign in new[] { "NULL", $"'{other}'" })
            await RefusedAsync(connection, $"INSERT INTO obligations (district_id, school_id) VALUES ('{district}', {foreign})", "row-level security");
        Assert.Equal(2, await TenantTables.CountAsync(connection, "branches"));
        foreach (var table in new[] { "branch_reports", "branch_facts", "branch_events" })
        {
            Assert.NotEqual((table, 0L), (table, await TenantTables.CountAsync(connection, table)));
            Assert.Equal((table, 0L), (table, await TenantTables.CountAsync(
                connection, $"{table} t WHERE NOT EXISTS (SELECT 1 FROM branch_affiliations a WHERE a.branch_id = t.branch_id AND a.school_id = '{school}')")));
        }
    }

    [Fact]
    public async Task Every_table_with_a_district_has_row_level_security_and_a_policy()
    {
        Assert.Equal(0L, await service.ReadAsync<long>(
            """
            SELECT COUNT(*) FROM pg_class t JOIN pg_attribute a ON a.attrelid = t.oid AND a.attname = 'district_id'
            WHERE t.relkind = 'r' AND (NOT t.relrowsecurity OR NOT EXISTS (SELECT 1 FROM pg_policy p WHERE p.polrelid = t.oid))
            """));
        Assert.True((await TenantTables.ListAsync(service)).Count >= 28);
    }

    [Fact]
    public async Task The_services_role_owns_nothing_creates_nothing_and_passes_no_wall()
    {
        Assert.Equal(0L, await service.ReadAsync<long>(
            """
            SELECT (SELECT COUNT(*) FROM pg_class WHERE relowner = r.oid) + (SELECT COUNT(*) FROM pg_proc WHERE proowner = r.oid)
                 + (SELECT COUNT(*) FROM pg_namespace WHERE nspowner = r.oid) + (SELECT COUNT(*) FROM pg_database WHERE datdba = r.oid)
            FROM pg_roles r WHERE rolname = $1
            """,
            new NpgsqlConnectionStringBuilder(service.AppConnection).Username!));
        Assert.False(await service.ReadAsync<bool>(
            "SELECT rolsuper OR rolbypassrls OR rolcreatedb OR rolcreaterole FROM pg_roles WHERE rolname = $1",
            new NpgsqlConnectionStringBuilder(service.AppConnection).Username!));
        await using var connection = await TenantTables.ConnectAsync(service, null);
        foreach (var statement in new[]
        {
            "CREATE TABLE own_table (id int)", "CREATE SCHEMA own_schema", "CREATE ROLE own_role", "ALTER TABLE zones DISABLE ROW LEVEL SECURITY",
            "DROP TABLE zones", "TRUNCATE zones", "DROP POLICY tenant ON zones",
        })
        {
            await RefusedAsync(connection, statement, "");
        }
    }

    [Fact]
    public async Task What_is_append_only_is_neither_changed_nor_deleted()
    {
        var district = await IdOfAsync((await PairAsync())[0]);
        await using var connection = await TenantTables.ConnectAsync(service, district, "*");
        foreach (var table in AppendOnly)
        {
            await RefusedAsync(connection, $"UPDATE {table} SET district_id = district_id", "permission denied");
            await RefusedAsync(connection, $"DELETE FROM {table}", "permission denied");
        }
    }

    [Fact]
    public async Task The_write_guard_refuses_another_tenants_row_on_add_change_and_delete()
    {
        var (own, foreign) = (await IdOfAsync((await PairAsync())[0]), await IdOfAsync((await PairAsync())[1]));
        foreach (var state in new[] { EntityState.Added, EntityState.Modified, EntityState.Deleted })
        {
            await using var scope = service.Services.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<ITenantContext>().Enter(Caller.System(new DistrictId(own), "own"));
            var db = scope.ServiceProvider.GetRequiredService<IUnionDb>();
            db.Zones.Entry(Zone.Create(new DistrictId(foreign), "smuggled", "走私")).State = state;
            var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync(CancellationToken.None));
            Assert.Contains("another district", refusal.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_model_and_its_filters_show_nothing_before_a_tenant_is_entered()
    {
        await PairAsync();
        await using var scope = service.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IUnionDb>();
        Assert.Empty(await db.Schools.ToListAsync());
        Assert.Empty(await db.Rounds.ToListAsync());
        Assert.Empty(await db.Users.ToListAsync());
    }

    private static async Task RefusedAsync(NpgsqlConnection connection, string statement, string because)
    {
        await using var command = new NpgsqlCommand(statement, connection);
        var refusal = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync());
        Assert.True(
            refusal.SqlState == PostgresErrorCodes.InsufficientPrivilege && refusal.MessageText.Contains(because, StringComparison.Ordinal),
            $"{statement}: {refusal.MessageText}");
    }

    private Task<Guid> IdOfAsync(PopulatedDistrict district) => service.ReadAsync<Guid>("SELECT id FROM districts WHERE code = $1", district.District.Code);

    private Task<PopulatedDistrict[]> PairAsync() => Pairs.GetValue(service, async s => [await PopulatedDistrict.MakeAsync(s), await PopulatedDistrict.MakeAsync(s)]);

    private Task<Guid> SchoolAsync(string school) => service.ReadAsync<Guid>("SELECT id FROM schools WHERE code = $1", school);
}
