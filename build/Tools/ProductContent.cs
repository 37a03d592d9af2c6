namespace DistrictUnion.Build.Tools;

/// <summary>What was loaded into a database, remembered so that the next start repeats nothing.</summary>
/// <param name="Demo">The demo districts; false: one empty district.</param>
/// <param name="DemoPassword">Password of the demo accounts, printed at every start; null without the demo.</param>
/// <param name="Loaded">Hash of seeds and program that were loaded completely; null: loading was not finished.</param>
internal sealed record LoadedContent(bool Demo, string? DemoPassword, string? Loaded);

/// <summary>A password of the administrator of an empty district.</summary>
/// <param name="Text">The password; null when nothing was loaded and none was given.</param>
/// <param name="IsGenerated">Whether it was generated now; it holds only if the administrator was made now.</param>
internal sealed record AdministratorPassword(string? Text, bool IsGenerated);

/// <summary>Loads the seeds into a migrated database.</summary>
internal sealed class ProductContent(Checkout checkout, ProductDatabase database, ApiProgram program)
{
    private readonly string _file = Path.Combine(database.Folder, "content.json");

    /// <summary>Loads the demo districts.</summary>
    /// <param name="build">Hash of the program, so that a changed program loads again.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The password of every demo account.</returns>
    public async Task<string> LoadDemoAsync(string build, CancellationToken cancellationToken)
    {
        var known = Remembered(demo: true);
        var password = Given("DU_DEMO_PASSWORD") ?? known?.DemoPassword ?? PrivateFile.NewPassword();
        var wanted = Hash(build);
        if (database.IsEmbedded && known?.Loaded == wanted && known?.DemoPassword == password) return password;

        PrivateFile.Write(_file, new LoadedContent(Demo: true, password, Loaded: null));
        Console.WriteLine("Loading the demo districts …");
        await program.RunAsync(
            "Loading the demo districts", ["seed", "--seeds", checkout.PathOf("seeds")],
            ("DU_DEMO_PASSWORD", password), cancellationToken);
        await program.RunAsync("Rolling up", ["rollup"], variable: null, cancellationToken);
        PrivateFile.Write(_file, new LoadedContent(Demo: true, password, wanted));
        return password;
    }

    /// <summary>Loads calendars, schemes and one empty district.</summary>
    /// <param name="build">Hash of the program, so that a changed program loads again.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<AdministratorPassword> LoadEmptyAsync(string build, CancellationToken cancellationToken)
    {
        var known = Remembered(demo: false);
        var given = Given("DU_ADMIN_PASSWORD");
        var wanted = Hash(build);
        if (database.IsEmbedded && known?.Loaded == wanted) return new(given, IsGenerated: false);

        // A printed password is not kept. Loading again leaves an existing administrator as he is, so whether a new password
        // holds is seen by signing in.
        var password = given ?? PrivateFile.NewPassword();
        await program.RunAsync(
            "Making the empty district", ["seed", "--seeds", checkout.PathOf("seeds"), "--no-demo"],
            ("DU_ADMIN_PASSWORD", password), cancellationToken);
        PrivateFile.Write(_file, new LoadedContent(Demo: false, DemoPassword: null, wanted));
        return new(password, IsGenerated: given is null);
    }

    private LoadedContent? Remembered(bool demo)
    {
        var known = PrivateFile.Read<LoadedContent>(_file);
        if (known is null || known.Demo == demo) return known;

        // An existing database may have been emptied since by its operator; only the embedded one goes with this memory.
        if (!database.IsEmbedded) return null;
        throw new Failure(demo
            ? "This database was made with --no-demo: start with --no-demo again, or drop it with --reset."
            : "This database holds the demo districts: start without --no-demo, or drop it with --reset.");
    }

    private string Hash(string build) =>
        build + Fingerprint.Of(Directory.EnumerateFiles(checkout.PathOf("seeds"), "*", SearchOption.AllDirectories), checkout.Root);

    private static string? Given(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value ? value : null;
}
