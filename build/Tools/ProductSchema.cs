namespace DistrictUnion.Build.Tools;

/// <summary>Which program last migrated a database.</summary>
/// <param name="Program">Hash of the program's sources.</param>
internal sealed record MigratedSchema(string Program);

/// <summary>Brings a database to the program's last migration.</summary>
internal sealed class ProductSchema(ProductDatabase database, ApiProgram program)
{
    private readonly string _file = Path.Combine(database.Folder, "schema.json");

    /// <summary>Migrates, unless this very program did so before: whether there is anything to migrate takes the program seconds to find out.</summary>
    /// <param name="build">Hash of the program's sources.</param>
    /// <param name="cancellationToken">Cancels by ending the migration.</param>
    /// <exception cref="Failure">A migration failed.</exception>
    public async Task MigrateAsync(string build, CancellationToken cancellationToken)
    {
        // Only of the embedded database nobody else can have taken anything back.
        if (database.IsEmbedded && PrivateFile.Read<MigratedSchema>(_file)?.Program == build) return;
        await program.RunAsync("Migrating the database", ["migrate"], variable: null, cancellationToken);
        PrivateFile.Write(_file, new MigratedSchema(build));
    }
}
