using Npgsql;

namespace DistrictUnion.Build.Tools;

/// <summary>
/// Role and database of the owner. The service's role is made by <c>districtunion migrate</c>, which knows what it may do.
/// </summary>
internal static class PostgresRoles
{
    /// <summary>Makes <c>du_owner</c> and its database when absent. The role is no superuser: it owns the database and may make roles.</summary>
    /// <param name="adminConnection">Connection of the superuser.</param>
    /// <param name="ownerPassword">Letters and digits.</param>
    /// <param name="database">Name of the database.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="Failure">The server refuses.</exception>
    public static async Task EnsureOwnerAsync(string adminConnection, string ownerPassword, string database, CancellationToken cancellationToken)
    {
        await using var source = NpgsqlDataSource.Create(adminConnection);
        try
        {
            if (!await HasAsync(source, "SELECT 1 FROM pg_roles WHERE rolname = $1", "du_owner", cancellationToken))
                await ExecuteAsync(source, $"CREATE ROLE du_owner LOGIN CREATEROLE PASSWORD '{ownerPassword}'", cancellationToken);
            if (!await HasAsync(source, "SELECT 1 FROM pg_database WHERE datname = $1", database, cancellationToken))
                await ExecuteAsync(source, $"CREATE DATABASE {database} OWNER du_owner", cancellationToken);
        }
        catch (NpgsqlException refused)
        {
            throw new Failure($"PostgreSQL refuses to make the owner's role and database ({refused.Message}): drop the data with `dotnet build/run.cs --reset`.", refused);
        }
    }

    private static async Task<bool> HasAsync(NpgsqlDataSource source, string query, string name, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand(query);
        command.Parameters.Add(new() { Value = name });
        return await command.ExecuteScalarAsync(cancellationToken) is not null;
    }

    private static async Task ExecuteAsync(NpgsqlDataSource source, string statement, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand(statement);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
