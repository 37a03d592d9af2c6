using DistrictUnion.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore.Design;

namespace DistrictUnion.EfDesign;

/// <summary>Start-up project of <c>dotnet ef</c>; it makes contexts and does nothing else.</summary>
internal static class Program
{
    private static int Main()
    {
        Console.Error.WriteLine("This program serves `dotnet ef` only.");
        return 1;
    }
}

/// <summary>Makes the PostgreSQL context that migrations are written for.</summary>
public sealed class PostgreSqlFactory : IDesignTimeDbContextFactory<PostgreSqlUnionDbContext>
{
    /// <inheritdoc/>
    public PostgreSqlUnionDbContext CreateDbContext(string[] args) => DesignTime.PostgreSql("Host=127.0.0.1");
}
