using System.Reflection;
using System.Text.RegularExpressions;
using DistrictUnion.Application.Pipeline;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Infrastructure.Persistence;
using FluentValidation;
using Xunit;

namespace DistrictUnion.UnitTests.Architecture;

public sealed partial class LayerFacts
{
    private static readonly Assembly Domain = typeof(Error).Assembly;
    private static readonly Assembly Application = typeof(IUnionDb).Assembly;
    private static readonly Assembly Infrastructure = typeof(UnionDbContext).Assembly;
    private static readonly Assembly Api = typeof(Api.ServiceHost).Assembly;

    [Fact]
    public void The_domain_references_nothing_but_the_framework()
    {
        var outside = Domain.GetReferencedAssemblies().Select(a => a.Name!).Where(n => n != "netstandard" && !n.StartsWith("System.", StringComparison.Ordinal));

        Assert.Empty(outside);
        Assert.DoesNotContain("Reference Include", File.ReadAllText(Path.Combine(SourceTree.Root, "src/DistrictUnion.Domain/DistrictUnion.Domain.csproj")));
    }

    [Fact]
    public void The_application_knows_no_database_provider_and_no_outer_layer()
    {
        var names = Application.GetReferencedAssemblies().Select(a => a.Name!).ToList();

        Assert.DoesNotContain(names, n => n.StartsWith("Npgsql", StringComparison.Ordinal) || n.Contains("SqlServer", StringComparison.Ordinal));
        Assert.DoesNotContain(names, n => n.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal));
        Assert.DoesNotContain(names, n => n is "DistrictUnion.Infrastructure" or "districtunion");
    }

    [Fact]
    public void Public_types_are_sealed_or_abstract()
    {
        var open = new[] { Domain, Application, Infrastructure, Api }.SelectMany(a => a.GetExportedTypes())
            .Where(t => t.IsClass && !t.IsSealed && !t.IsAbstract && t.Namespace?.Contains("Migrations", StringComparison.Ordinal) != true
                && t.Name != "Program")
            .Select(t => t.FullName);

        Assert.Empty(open);
    }

    [Fact]
    public void Every_command_has_a_validator_or_is_parameterless()
    {
        var commands = Application.GetTypes().Where(t => t is { IsAbstract: false, IsInterface: false }
            && t.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(ICommand<>))).ToList();
        var validated = Application.GetTypes().SelectMany(t => t.GetInterfaces())
            .Where(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IValidator<>)).Select(i => i.GetGenericArguments()[0]).ToHashSet();

        Assert.NotEmpty(commands);
        Assert.Empty(commands.Where(c => !validated.Contains(c) && c.GetConstructors().Any(k => k.GetParameters().Length > 0)).Select(c => c.Name));
    }

    [Fact]
    public void Filters_are_never_dropped_without_naming_them()
    {
        var bare = SourceTree.CSharp().Where(f => BareIgnoreQueryFilters().IsMatch(f.Text)).Select(f => f.Path);

        Assert.Empty(bare);
    }

    [Fact]
    public void Every_clock_is_a_time_provider()
    {
        var clocks = SourceTree.CSharp().Where(f => SystemClock().IsMatch(f.Text)).Select(f => f.Path);

        Assert.Empty(clocks);
    }

    [Fact]
    public void Nothing_in_scoring_is_a_double()
    {
        var inexact = SourceTree.CSharp()
            .Where(f => f.Path.Contains("DistrictUnion.Domain", StringComparison.Ordinal) && FloatingPoint().IsMatch(f.Text)).Select(f => f.Path);

        Assert.Empty(inexact);
    }

    [Fact]
    public void Whoever_reaches_across_schools_says_so_in_the_name()
    {
        var silent = SourceTree.CSharp().SelectMany(f => AcrossSchoolsBegun().Matches(f.Text)
            .Select(begun => (f.Path, Method: MethodHead().Matches(f.Text[..begun.Index]).LastOrDefault()?.Groups["name"].Value ?? "")))
            .Where(m => !m.Method.EndsWith("AcrossSchoolsAsync", StringComparison.Ordinal))
            .Select(m => $"{m.Path}: {m.Method}");

        Assert.Empty(silent);
    }

    [GeneratedRegex(@"\bacrossSchools\.BeginAsync\(", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AcrossSchoolsBegun();

    [GeneratedRegex(@"^ {4}(public|private|internal|protected)\b[^\n=]*?\b(?<name>\w+)(<[^>\n]*>)?\(", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex MethodHead();

    [GeneratedRegex(@"IgnoreQueryFilters\(\s*\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex BareIgnoreQueryFilters();

    [GeneratedRegex(@"\bDateTime(Offset)?\.(Utc)?Now\b|\bDateTime\.Today\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SystemClock();

    [GeneratedRegex(@"\b(double|float)\b(?![^\n]*///)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FloatingPoint();
}
