using System.IO.Enumeration;
using System.Text.Json;

namespace DistrictUnion.Build.Tools;

/// <summary>What a check found.</summary>
/// <param name="Passed">Whether everything is as it should be.</param>
/// <param name="Sentence">What is so; for a failure how to repair it.</param>
/// <param name="Details">Single findings.</param>
internal sealed record CheckResult(bool Passed, string Sentence, IReadOnlyList<string> Details)
{
    /// <summary>Passed.</summary>
    public static CheckResult Ok(string sentence = "ok") => new(Passed: true, sentence, []);

    /// <summary>Failed.</summary>
    /// <param name="repair">How to repair it.</param>
    /// <param name="details">Single findings.</param>
    public static CheckResult Failed(string repair, params IReadOnlyList<string> details) => new(Passed: false, repair, details);
}

/// <summary>The checks of <c>dotnet build/check.cs</c>.</summary>
/// <param name="checkout">The checkout to look at.</param>
/// <param name="fix">Repair what can be repaired.</param>
internal sealed class SourceChecks(Checkout checkout, bool fix)
{
    private const string Solution = "DistrictUnion.sln";
    private const string Migrations = "src/DistrictUnion.Infrastructure/Persistence/Migrations/PostgreSql";

    private static readonly string[] SourceFolders = ["src", "tests"];

    /// <summary>Layout of the sources as <c>.editorconfig</c> wants it.</summary>
    public async Task<CheckResult> FormatAsync(CancellationToken cancellationToken)
    {
        if (fix && await DotNetAsync(cancellationToken, "format", Solution) is { ExitCode: not 0 } styled)
            return CheckResult.Failed("mend what is listed above; check that the NuGet registry can be reached", [.. styled.Errors]);

        // The build holds the solution to its style and layout (IDE0055); what is left are the programs beside this one, and what no analyzer sees.
        string[] what = fix ? ["."] : ["build", "--verify-no-changes"];
        var result = await DotNetAsync(cancellationToken, ["format", "whitespace", what[0], "--folder", "--exclude", Migrations, .. what[1..]]);
        List<string> findings = result.ExitCode == 0 ? [] : [.. result.Errors];
        foreach (var file in SolutionSources())
        {
            if (WrongBytes(await File.ReadAllBytesAsync(file, cancellationToken)) is { } wrong)
                findings.Add($"{Path.GetRelativePath(checkout.Root, file)}: {wrong}");
        }

        return result.ExitCode == 0 && findings.Count == 0 ? CheckResult.Ok() : CheckResult.Failed("run `dotnet build/check.cs --fix` and commit", findings);
    }

    /// <summary>The web application, which the tests' build of the solution then finds ready.</summary>
    public async Task<CheckResult> PagesAsync(CancellationToken cancellationToken)
    {
        var result = await DotNetAsync(cancellationToken, "msbuild", "src/DistrictUnion.Api/DistrictUnion.Api.csproj", "-t:WebBuild", "-nodeReuse:false", "-v:quiet");
        return result.ExitCode == 0 ? CheckResult.Ok() : CheckResult.Failed("mend what is listed above", [.. result.Errors]);
    }

    /// <summary>The whole solution without its pages, warnings and analyzer findings being errors.</summary>
    public async Task<CheckResult> BuildAsync(CancellationToken cancellationToken)
    {
        var result = await DotNetBuild.RunAsync(checkout, Solution, ["-c", "Debug", "-warnaserror", "-p:SkipWeb=true"], cancellationToken);
        return result.ExitCode == 0 ? CheckResult.Ok() : CheckResult.Failed("mend what is listed above", [.. result.Errors]);
    }

    /// <summary>The committed OpenAPI document against the one the built service writes.</summary>
    public async Task<CheckResult> OpenApiAsync(CancellationToken cancellationToken)
    {
        var committed = checkout.PathOf("src", "DistrictUnion.Api", "openapi.json");
        var service = checkout.PathOf("src", "DistrictUnion.Api", "bin", "Debug", "net10.0", "districtunion.dll");
        var folder = Directory.CreateTempSubdirectory("districtunion-openapi-");
        try
        {
            var written = Path.Combine(folder.FullName, "openapi.json");
            var result = await DotNetAsync(cancellationToken, service, "openapi", written);
            if (result.ExitCode != 0 || !File.Exists(written))
                return CheckResult.Failed($"mend the verb openapi of the service: {result.LastLine}");
            var wanted = await File.ReadAllBytesAsync(written, cancellationToken);

            // Without this, an application that forgot to map its endpoints would agree with a document it wrote itself.
            if (!HasOperations(wanted)) return CheckResult.Failed("mend the verb openapi of the service: its document names no operation");
            if (File.Exists(committed) && (await File.ReadAllBytesAsync(committed, cancellationToken)).SequenceEqual(wanted))
                return CheckResult.Ok();
            if (!fix)
                return CheckResult.Failed("the service publishes another document than src/DistrictUnion.Api/openapi.json; run `dotnet build/check.cs --fix`, look at the difference, and commit");
            await File.WriteAllBytesAsync(committed, wanted, cancellationToken);
            return CheckResult.Ok("src/DistrictUnion.Api/openapi.json was rewritten");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>The pages' types against the committed OpenAPI document.</summary>
    public Task<CheckResult> TypesAsync(CancellationToken cancellationToken) => new WebApplication(checkout).TypesAsync(fix, cancellationToken);

    /// <summary>
    /// Models of migrations that a later one replaced: thousands of lines which are compiled with every build and built with every migration, for
    /// nobody. That the last one holds the whole model is a unit test.
    /// </summary>
    public async Task<CheckResult> OlderModelsAsync(CancellationToken cancellationToken)
    {
        var models = Directory.EnumerateFiles(checkout.PathOf(Migrations), "*.Designer.cs").Order(StringComparer.Ordinal).ToList();
        List<string> whole = [];
        foreach (var model in models.SkipLast(1))
        {
            if ((await File.ReadAllTextAsync(model, cancellationToken)).Contains("BuildTargetModel", StringComparison.Ordinal))
                whole.Add(Path.GetFileName(model));
        }

        return whole.Count == 0
            ? CheckResult.Ok()
            : CheckResult.Failed("leave the model of the last migration alone (decision 022): empty the class in each of these, its two attributes stay", whole);
    }

    private IEnumerable<string> SolutionSources() => SourceFolders.SelectMany(folder =>
        new FileSystemEnumerable<string>(checkout.PathOf(folder), (ref entry) => entry.ToFullPath(), new() { RecurseSubdirectories = true })
        {
            ShouldRecursePredicate = (ref entry) => entry.FileName is not ("bin" or "obj" or "node_modules"),
            ShouldIncludePredicate = (ref entry) => !entry.IsDirectory && entry.FileName.EndsWith(".cs", StringComparison.Ordinal),
        })
        .Where(file => !file.StartsWith(checkout.PathOf(Migrations.Split('/')), StringComparison.Ordinal));

    private static string? WrongBytes(ReadOnlySpan<byte> source) =>
        source.StartsWith("\uFEFF"u8) ? "begins with a byte order mark"
        : source.Contains((byte)'\r') ? "has line ends of Windows"
        : source is [] or [.., (byte)'\n'] ? null : "doesn't end with a line end";

    private static bool HasOperations(byte[] document)
    {
        using var parsed = JsonDocument.Parse(document);
        return parsed.RootElement.TryGetProperty("paths", out var paths) && paths.ValueKind == JsonValueKind.Object && paths.EnumerateObject().Any();
    }

    private Task<ProgramResult> DotNetAsync(CancellationToken cancellationToken, params IEnumerable<string> arguments) =>
        Programs.RunAsync(Programs.DotNet(checkout.Root, arguments), cancellationToken);
}
