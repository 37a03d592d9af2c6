using DistrictUnion.Domain.Common;
using DistrictUnion.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace DistrictUnion.UnitTests.Architecture;

public sealed class SqlServerTranslationFacts
{
    [Fact]
    public void Probe()
    {
        using var db = DesignTime.SqlServer("Server=localhost");
        var ids = new List<SchoolId> { SchoolId.New() };
        var text = db.Schools.Where(s => ids.Contains(s.Id)).ToQueryString();
        Assert.Contains("SELECT", text, StringComparison.Ordinal);
    }
}
