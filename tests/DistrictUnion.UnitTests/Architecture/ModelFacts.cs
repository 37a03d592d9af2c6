using DistrictUnion.Application.EvidenceLedger;
using DistrictUnion.Domain.Accounts;
using DistrictUnion.Domain.Activities;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.EvidenceLedger;
using DistrictUnion.Domain.Titles;
using DistrictUnion.Domain.Votes;
using DistrictUnion.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Xunit;

namespace DistrictUnion.UnitTests.Architecture;

public sealed class ModelFacts
{
    /// <summary>Looked up before the district is known; both are unique in the installation.</summary>
    private static readonly string[] InstallationWide =
    [
        $"{nameof(UserAccount)}.NormalizedUserName", $"{nameof(Session)}.TokenHash", $"{nameof(ApiKey)}.KeyHash", $"{nameof(Invitation)}.TokenHash",
        $"{nameof(BallotLink)}.TokenHash", $"{nameof(CalendarFeed)}.TokenHash", $"{nameof(DemocraticVote)}.ReceiptPrefix", $"{nameof(HeldTitle)}.{nameof(HeldTitle.Number)}", $"{nameof(PublicityNotice)}.{nameof(PublicityNotice.Id)}",
    ];

    /// <summary>Named by a hash without keeping the file: they go with it.</summary>
    private static readonly Type[] TellsOfBytesOnly = [typeof(FileScan)];

    public static TheoryData<string> Engines => ["PostgreSql", "SqlServer"];

    [Theory]
    [MemberData(nameof(Engines))]
    public void Every_entity_is_tenant_owned_or_global_and_every_tenant_owned_one_is_filtered(string engine)
    {
        foreach (var entity in ModelOf(engine).GetEntityTypes())
        {
            var owned = typeof(ITenantOwned).IsAssignableFrom(entity.ClrType);
            Assert.True(owned ^ typeof(IGlobal).IsAssignableFrom(entity.ClrType), $"{entity.DisplayName()} is neither, or both.");
            var filters = entity.GetDeclaredQueryFilters().Select(f => f.Key).ToList();
            if (owned)
                Assert.Contains(TenantFilters.District, filters);
            if (typeof(ISchoolOwned).IsAssignableFrom(entity.ClrType) || typeof(IBranchOwned).IsAssignableFrom(entity.ClrType))
                Assert.Contains(TenantFilters.School, filters);
        }
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void Keys_unique_indexes_and_foreign_keys_of_tenant_rows_lead_with_the_district(string engine)
    {
        foreach (var entity in ModelOf(engine).GetEntityTypes().Where(e => typeof(ITenantOwned).IsAssignableFrom(e.ClrType)))
        {
            Assert.Equal(nameof(ITenantOwned.DistrictId), entity.FindPrimaryKey()!.Properties[0].Name);
            foreach (var index in entity.GetIndexes().Where(i => i.IsUnique))
                Assert.True(index.Properties[0].Name == nameof(ITenantOwned.DistrictId) || InstallationWide.Contains($"{entity.ClrType.Name}.{index.Properties[0].Name}"), index.Name);
            foreach (var key in entity.GetForeignKeys())
                Assert.Equal(nameof(ITenantOwned.DistrictId), key.Properties[0].Name);
        }
    }

    [Fact]
    public void The_last_migration_holds_the_whole_model()
    {
        using var context = DesignTime.PostgreSql("Host=localhost");

        Assert.False(
            context.Database.HasPendingModelChanges(),
            "Add the missing migration: dotnet tool restore && dotnet ef migrations add NAME --project src/DistrictUnion.Infrastructure --startup-project build/EfDesign --context PostgreSqlUnionDbContext -- postgres");
    }

    [Fact]
    public void Every_tenant_table_gets_a_policy_and_append_only_tables_no_right_to_change()
    {
        var model = ModelOf("PostgreSql");
        var sql = PostgreSqlMigrator.SecuritySql(model, "du_app");

        foreach (var entity in model.GetEntityTypes())
        {
            var table = entity.GetTableName();
            if (typeof(ITenantOwned).IsAssignableFrom(entity.ClrType))
                Assert.Contains($"CREATE POLICY tenant ON \"{table}\" TO \"du_app\"", sql, StringComparison.Ordinal);
            if (typeof(IAppendOnly).IsAssignableFrom(entity.ClrType))
                Assert.Contains($"GRANT SELECT, INSERT ON \"{table}\" TO \"du_app\"", sql, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_sweep_knows_every_entity_that_holds_a_kept_file()
    {
        var holders = ModelOf("PostgreSql").GetEntityTypes().Select(e => e.ClrType)
            .Where(t => !TellsOfBytesOnly.Contains(t) && Holds(t, []));

        Assert.Equal(holders.OrderBy(t => t.Name), KeptFileReferences.Holders.Keys.OrderBy(t => t.Name));
    }

    /// <summary>Whether a type, or anything that it is made of, names a kept file.</summary>
    private static bool Holds(Type type, HashSet<Type> seen)
    {
        if (type == typeof(KeptFile))
            return true;
        if (!seen.Add(type))
            return false;
        if (type.IsGenericType || type.IsArray)
            return (type.IsArray ? [type.GetElementType()!] : type.GetGenericArguments()).Any(t => Holds(t, seen));
        return type.Namespace?.StartsWith("DistrictUnion", StringComparison.Ordinal) == true
            && type.GetProperties().Any(p => (p.Name == nameof(KeptFile.Hash) && p.PropertyType == typeof(string)) || Holds(p.PropertyType, seen));
    }

    private static IModel ModelOf(string engine)
    {
        using UnionDbContext context = engine == "SqlServer" ? DesignTime.SqlServer("Server=localhost") : DesignTime.PostgreSql("Host=localhost");
        return context.GetService<IDesignTimeModel>().Model;
    }
}
