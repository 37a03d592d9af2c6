using System.Net;
using DistrictUnion.Application.Common;
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

    public async Task<KeyCaller?> FindByApiKeyAsync(byte[] keyHash, IPAddress? address, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand("SELECT district_id, district_code, key_id, prefix, name, scopes, networks FROM du_find_api_key(@hash, @at)");
        command.Parameters.AddWithValue("hash", keyHash);
        command.Parameters.AddWithValue("at", clock.GetUtcNow());
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken) || !IsAccepted(Json.Read<List<string>>(reader.GetString(6)), address))
            return null;

        // A key stands for a system, not for a person: it has no account, no session and no post.
        var caller = new Caller(new DistrictId(reader.GetGuid(0)), reader.GetString(1), null, reader.GetString(3), reader.GetString(4), null, null) { KeyId = new ApiKeyId(reader.GetGuid(2)) };
        return new KeyCaller(caller, Json.Read<List<string>>(reader.GetString(5)));
    }

    public async Task<(DistrictId Id, string Code)?> FindByInvitationAsync(byte[] tokenHash, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand("SELECT district_id, district_code FROM du_find_invitation(@hash, @at)");
        command.Parameters.AddWithValue("hash", tokenHash);
        command.Parameters.AddWithValue("at", clock.GetUtcNow());
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? (new DistrictId(reader.GetGuid(0)), reader.GetString(1)) : null;
    }

    public async Task<VoteAddress?> FindByBallotAsync(byte[] tokenHash, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand("SELECT district_id, district_code, vote_id FROM du_find_ballot(@hash)");
        command.Parameters.AddWithValue("hash", tokenHash);
        return await ReadVoteAsync(command, cancellationToken);
    }

    public async Task<VoteAddress?> FindByReceiptPrefixAsync(string prefix, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand("SELECT district_id, district_code, vote_id FROM du_find_vote(@prefix)");
        command.Parameters.AddWithValue("prefix", prefix);
        return await ReadVoteAsync(command, cancellationToken);
    }

    public async Task<(DistrictId Id, string Code)?> FindByNoticeAsync(PublicityNoticeId notice, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand("SELECT district_id, district_code FROM du_find_notice(@notice)");
        command.Parameters.AddWithValue("notice", notice.Value);
        return await ReadDistrictAsync(command, cancellationToken);
    }

    public async Task<(DistrictId Id, string Code)?> FindByCertificateAsync(string number, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand("SELECT district_id, district_code FROM du_find_certificate(@number)");
        command.Parameters.AddWithValue("number", number);
        return await ReadDistrictAsync(command, cancellationToken);
    }

    public async Task<FeedAddress?> FindByFeedAsync(byte[] tokenHash, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand("SELECT district_id, district_code, feed_id FROM du_find_feed(@hash)");
        command.Parameters.AddWithValue("hash", tokenHash);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken)
            ? new FeedAddress(new DistrictId(reader.GetGuid(0)), reader.GetString(1), new CalendarFeedId(reader.GetGuid(2)))
            : null;
    }

    private static async Task<(DistrictId Id, string Code)?> ReadDistrictAsync(NpgsqlCommand command, CancellationToken cancellationToken)
    {
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? (new DistrictId(reader.GetGuid(0)), reader.GetString(1)) : null;
    }

    private static async Task<VoteAddress?> ReadVoteAsync(NpgsqlCommand command, CancellationToken cancellationToken)
    {
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken)
            ? new VoteAddress(new DistrictId(reader.GetGuid(0)), reader.GetString(1), new VoteId(reader.GetGuid(2)))
            : null;
    }

    private static bool IsAccepted(List<string> networks, IPAddress? address)
    {
        if (networks.Count == 0)
            return true;
        var from = address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address;
        return from is not null && networks.Exists(n => IPNetwork.TryParse(n, out var network) ? network.Contains(from) : IPAddress.TryParse(n, out var one) && one.Equals(from));
    }

    public async Task<IReadOnlyList<(DistrictId Id, string Code)>> ListDistrictsAsync(CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand("SELECT id, code FROM districts WHERE suspended_at IS NULL ORDER BY code");
        return await ReadDistrictsAsync(command, cancellationToken);
    }

    public async Task<IReadOnlyList<(DistrictId Id, string Code)>> ListDueAsync(string kind, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand("SELECT district_id, district_code FROM du_find_due(@kind, @at)");
        command.Parameters.AddWithValue("kind", kind);
        command.Parameters.AddWithValue("at", now);
        return await ReadDistrictsAsync(command, cancellationToken);
    }

    private static async Task<IReadOnlyList<(DistrictId Id, string Code)>> ReadDistrictsAsync(NpgsqlCommand command, CancellationToken cancellationToken)
    {
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        List<(DistrictId, string)> districts = [];
        while (await reader.ReadAsync(cancellationToken))
            districts.Add((new DistrictId(reader.GetGuid(0)), reader.GetString(1)));
        return districts;
    }

    private static Guid? GuidAt(NpgsqlDataReader reader, int ordinal) => reader.IsDBNull(ordinal) ? null : reader.GetGuid(ordinal);
}
