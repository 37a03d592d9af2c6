using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Accounts;
using DistrictUnion.Domain.Common;
using Npgsql;

namespace DistrictUnion.Infrastructure.Tenancy;

/// <summary>Look-ups before a tenant is known, by the functions that the owner made for just that.</summary>
internal sealed class PostgreSqlTenantDirectory(NpgsqlDataSource source, TimeProvider clock) : ITenantDirectory
{
    public async Task<(DistrictId Id, string Code)?> FindByUserNameAsync(string userName, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand("SELECT district_id, district_code FROM du_find_login(@name)");
        command.Parameters.AddWithValue("name", userName);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? (new DistrictId(reader.GetGuid(0)), reader.GetString(1)) : null;
    }

    public async Task<Caller?> FindBySessionAsync(byte[] tokenHash, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand(
            """
            SELECT district_id, district_code, user_id, user_name, display_name, session_id, post_id, role, zone_id, school_id, branch_id
            FROM du_find_session(@hash, @at, @today)
            """);
        command.Parameters.AddWithValue("hash", tokenHash);
        command.Parameters.AddWithValue("at", clock.GetUtcNow());
        command.Parameters.AddWithValue("today", clock.Today());
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken))
            return null;
        var post = await reader.IsDBNullAsync(6, cancellationToken)
            ? null
            : new CallerPost(
                new PostId(reader.GetGuid(6)),
                (Role)reader.GetInt32(7),
                GuidAt(reader, 8) is { } zone ? new ZoneId(zone) : null,
                GuidAt(reader, 9) is { } school ? new SchoolId(school) : null,
                GuidAt(reader, 10) is { } branch ? new BranchId(branch) : null);
        return new Caller(
            new DistrictId(reader.GetGuid(0)),
            reader.GetString(1),
            new UserId(reader.GetGuid(2)),
            reader.GetString(3),
            reader.GetString(4),
            new SessionId(reader.GetGuid(5)),
            post);
    }

    public async Task<IReadOnlyList<(DistrictId Id, string Code)>> ListDistrictsAsync(CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand("SELECT id, code FROM districts WHERE suspended_at IS NULL ORDER BY code");
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        List<(DistrictId, string)> districts = [];
        while (await reader.ReadAsync(cancellationToken))
            districts.Add((new DistrictId(reader.GetGuid(0)), reader.GetString(1)));
        return districts;
    }

    private static Guid? GuidAt(NpgsqlDataReader reader, int ordinal) => reader.IsDBNull(ordinal) ? null : reader.GetGuid(ordinal);
}
