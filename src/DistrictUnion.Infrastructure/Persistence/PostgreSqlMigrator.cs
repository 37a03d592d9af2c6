using System.Globalization;
using System.Text;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Organisation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace DistrictUnion.Infrastructure.Persistence;

/// <summary>
/// Brings a PostgreSQL database to the model, as the owner: migrations, then roles' rights, policies and look-up functions, all
/// generated from the model. Everything may run again and again.
/// </summary>
public sealed class PostgreSqlMigrator(UnionDbContext context)
{
    /// <summary>Migrates, with the service's role made when it is absent.</summary>
    /// <param name="appConnection">The service's connection: names its role and password.</param>
    /// <param name="cancellationToken">Stops between steps.</param>
    public async Task MigrateAsync(string appConnection, CancellationToken cancellationToken)
    {
        await context.Database.MigrateAsync(cancellationToken);
        var app = new NpgsqlConnectionStringBuilder(appConnection);
        var role = app.Username ?? throw new InvalidOperationException("The service's connection names no user.");
        await context.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            var connection = (NpgsqlConnection)context.Database.GetDbConnection();
            await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
            await EnsureRoleAsync(connection, role, app.Password, cancellationToken);
            await ExecuteAsync(connection, SecuritySql(context.Model, role), cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
        finally
        {
            await context.Database.CloseConnectionAsync();
        }
    }

    /// <summary>The rights, policies and functions of a model.</summary>
    public static string SecuritySql(IModel model, string role)
    {
        var sql = new StringBuilder();
        var app = Quote(role);
        sql.AppendLine(CultureInfo.InvariantCulture, $"GRANT USAGE ON SCHEMA public TO {app};");
        foreach (var entity in model.GetEntityTypes().Where(e => e.GetTableName() is not null))
        {
            var table = Quote(entity.GetTableName()!);
            var type = entity.ClrType;
            var rights = typeof(IAppendOnly).IsAssignableFrom(type) ? "SELECT, INSERT" : "SELECT, INSERT, UPDATE, DELETE";
            sql.AppendLine(CultureInfo.InvariantCulture, $"REVOKE ALL ON {table} FROM {app}; GRANT {rights} ON {table} TO {app};");
            if (typeof(IGlobal).IsAssignableFrom(type))
                continue;
            sql.AppendLine(CultureInfo.InvariantCulture, $"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY;");
            sql.AppendLine(CultureInfo.InvariantCulture, $"DROP POLICY IF EXISTS tenant ON {table};");
            var rule = PolicyOf(type, entity.GetTableName()!);
            sql.AppendLine(CultureInfo.InvariantCulture, $"CREATE POLICY tenant ON {table} TO {app} USING ({rule.See}) WITH CHECK ({rule.Write});");
        }

        sql.AppendLine(Functions(app));
        return sql.ToString();
    }

    private static (string See, string Write) PolicyOf(Type type, string table)
    {
        const string district = "district_id = (SELECT NULLIF(current_setting('du.district', true), '')::uuid)";
        const string all = "(SELECT current_setting('du.school', true)) = '*'";
        const string school = "(SELECT CASE WHEN current_setting('du.school', true) NOT IN ('', '*') THEN current_setting('du.school', true)::uuid END)";

        // Of an OR the planner expects half a percent of the rows, and sorts a district's where an index has them in order; of a CASE, half.
        if (type == typeof(School))
            return Both($"{district} AND CASE WHEN {all} THEN TRUE ELSE id = {school} END");
        if (typeof(ISchoolOwned).IsAssignableFrom(type) || typeof(IUnitOwned).IsAssignableFrom(type))
            return Both($"{district} AND CASE WHEN {all} THEN TRUE ELSE school_id = {school} END");
        if (!typeof(IBranchOwned).IsAssignableFrom(type))
            return Both(district);

        var key = type == typeof(Branch) ? "id" : "branch_id";
        var affiliated = $"EXISTS (SELECT 1 FROM branch_affiliations a WHERE a.district_id = {table}.district_id AND a.branch_id = {table}.{key} AND a.school_id = {school})";

        // A new branch has no affiliation before it is stored; its row may be written by whoever may write its affiliation.
        return type == typeof(Branch) ? ($"{district} AND ({all} OR {affiliated})", district) : Both($"{district} AND ({all} OR {affiliated})");
    }

    private static (string, string) Both(string rule) => (rule, rule);

    /// <summary>Look-ups before a tenant is known, as the owner.</summary>
    private static string Functions(string app) => $"""
        CREATE OR REPLACE FUNCTION du_find_login(wanted text) RETURNS TABLE (district_id uuid, district_code text)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
            SELECT d.id, d.code::text FROM users u JOIN districts d ON d.id = u.district_id
            WHERE u.normalized_user_name = wanted AND d.suspended_at IS NULL
        $$;
        CREATE OR REPLACE FUNCTION du_find_session(wanted bytea, at timestamptz, today date)
        RETURNS TABLE (district_id uuid, district_code text, user_id uuid, user_name text, display_name text, session_id uuid,
                       post_id uuid, role int, zone_id uuid, school_id uuid, branch_id uuid)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
            SELECT d.id, d.code::text, u.id, u.user_name::text, u.display_name::text, s.id, p.id, p.role, p.zone_id,
                   COALESCE(p.school_id, (SELECT a.school_id FROM branch_affiliations a
                       WHERE a.district_id = p.district_id AND a.branch_id = p.branch_id AND a."from" <= today AND (a."to" IS NULL OR a."to" > today)
                       ORDER BY a.sequence DESC LIMIT 1)),
                   p.branch_id
            FROM sessions s
            JOIN users u ON u.district_id = s.district_id AND u.id = s.user_id AND u.security_stamp = s.security_stamp
            JOIN districts d ON d.id = s.district_id AND d.suspended_at IS NULL
            LEFT JOIN posts p ON p.district_id = s.district_id AND p.id = s.active_post_id AND p."from" <= today AND (p."to" IS NULL OR p."to" > today)
            WHERE s.token_hash = wanted AND s.revoked_at IS NULL AND s.expires_at > at
        $$;
        CREATE OR REPLACE FUNCTION du_find_invitation(wanted bytea, at timestamptz) RETURNS TABLE (district_id uuid, district_code text)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
            SELECT d.id, d.code::text FROM invitations i JOIN districts d ON d.id = i.district_id AND d.suspended_at IS NULL
            WHERE i.token_hash = wanted AND i.used_at IS NULL AND i.revoked_at IS NULL AND i.expires_at > at
        $$;
        CREATE OR REPLACE FUNCTION du_find_api_key(wanted bytea, at timestamptz)
        RETURNS TABLE (district_id uuid, district_code text, key_id uuid, prefix text, name text, scopes text, networks text)
        LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
            UPDATE api_keys k SET last_used_at = at
            WHERE k.key_hash = wanted AND k.revoked_at IS NULL AND k.expires_at > at AND (k.last_used_at IS NULL OR k.last_used_at < at - interval '1 minute');
            SELECT d.id, d.code::text, k.id, k.prefix::text, k.name::text, k.scopes::text, k.networks::text
            FROM api_keys k JOIN districts d ON d.id = k.district_id AND d.suspended_at IS NULL
            WHERE k.key_hash = wanted AND k.revoked_at IS NULL AND k.expires_at > at
        $$;
        CREATE OR REPLACE FUNCTION du_find_ballot(wanted bytea) RETURNS TABLE (district_id uuid, district_code text, vote_id uuid)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
            SELECT d.id, d.code::text, l.vote_id FROM ballot_links l JOIN districts d ON d.id = l.district_id AND d.suspended_at IS NULL
            WHERE l.token_hash = wanted
        $$;
        CREATE OR REPLACE FUNCTION du_find_vote(wanted text) RETURNS TABLE (district_id uuid, district_code text, vote_id uuid)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
            SELECT d.id, d.code::text, v.id FROM votes v JOIN districts d ON d.id = v.district_id AND d.suspended_at IS NULL
            WHERE v.receipt_prefix = wanted
        $$;
        CREATE OR REPLACE FUNCTION du_find_notice(wanted uuid) RETURNS TABLE (district_id uuid, district_code text)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
            SELECT d.id, d.code::text FROM publicity_notices n JOIN districts d ON d.id = n.district_id AND d.suspended_at IS NULL
            WHERE n.id = wanted
        $$;
        CREATE OR REPLACE FUNCTION du_find_certificate(wanted text) RETURNS TABLE (district_id uuid, district_code text)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
            SELECT d.id, d.code::text FROM held_titles t JOIN districts d ON d.id = t.district_id AND d.suspended_at IS NULL
            WHERE t.number = wanted
        $$;
        CREATE OR REPLACE FUNCTION du_find_due(kind text, at timestamptz) RETURNS TABLE (district_id uuid, district_code text)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
            SELECT d.id, d.code::text FROM districts d
            WHERE d.suspended_at IS NULL AND CASE kind
                WHEN 'jobs.sweep' THEN EXISTS (SELECT 1 FROM jobs j WHERE j.district_id = d.id AND j.state IN (0, 1) AND COALESCE(j.lease_until, j.next_attempt_at, j.queued_at) <= at)
                WHEN 'events.dispatch' THEN EXISTS (SELECT 1 FROM outbox_messages o WHERE o.district_id = d.id AND o.delivered_at IS NULL)
                WHEN 'messages.deliver' THEN EXISTS (SELECT 1 FROM deliveries v WHERE v.district_id = d.id AND v.next_attempt_at <= at)
                WHEN 'webhooks.deliver' THEN EXISTS (SELECT 1 FROM webhook_deliveries w WHERE w.district_id = d.id AND w.next_attempt_at <= at)
                ELSE true END
            ORDER BY d.code
        $$;
        CREATE OR REPLACE FUNCTION du_find_feed(wanted bytea) RETURNS TABLE (district_id uuid, district_code text, feed_id uuid)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
            SELECT d.id, d.code::text, f.id FROM calendar_feeds f JOIN districts d ON d.id = f.district_id AND d.suspended_at IS NULL
            WHERE f.token_hash = wanted AND f.revoked_at IS NULL
        $$;
        REVOKE ALL ON FUNCTION du_find_login(text), du_find_session(bytea, timestamptz, date), du_find_invitation(bytea, timestamptz),
            du_find_api_key(bytea, timestamptz), du_find_ballot(bytea), du_find_vote(text), du_find_notice(uuid), du_find_certificate(text),
            du_find_due(text, timestamptz), du_find_feed(bytea) FROM PUBLIC;
        GRANT EXECUTE ON FUNCTION du_find_login(text), du_find_session(bytea, timestamptz, date), du_find_invitation(bytea, timestamptz),
            du_find_api_key(bytea, timestamptz), du_find_ballot(bytea), du_find_vote(text), du_find_notice(uuid), du_find_certificate(text),
            du_find_due(text, timestamptz), du_find_feed(bytea) TO {app};
        """;

    private static async Task EnsureRoleAsync(NpgsqlConnection connection, string role, string? password, CancellationToken cancellationToken)
    {
        await using var find = new NpgsqlCommand("SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = @role", connection);
        find.Parameters.AddWithValue("role", role);
        switch (await find.ExecuteScalarAsync(cancellationToken))
        {
            case true:
                throw new InvalidOperationException($"The service's role {role} is a superuser or bypasses row-level security; name another with --app-connection.");
            case false:
                return;
        }

        var secret = password is null ? "" : $" PASSWORD '{password.Replace("'", "''", StringComparison.Ordinal)}'";
        await ExecuteAsync(connection, $"CREATE ROLE {Quote(role)} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE{secret}", cancellationToken);
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static string Quote(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
