using DistrictUnion.Application.Votes;
using DistrictUnion.IntegrationTests.Hosting;
using Npgsql;
using Xunit;
using static DistrictUnion.IntegrationTests.Votes.VotedSchool;

namespace DistrictUnion.IntegrationTests.Votes;

/// <summary>What a thief of the whole database would learn of a voter's choice: nothing.</summary>
public sealed class UnlinkabilityTests(TestService service) : IClassFixture<TestService>
{
    [Fact]
    public async Task A_dump_holds_no_used_link_no_receipt_no_time_and_no_order_of_a_ballot()
    {
        var school = await VotedSchool.MakeAsync(service);
        var tokens = await school.OpenAsync(8);
        var before = await RowsAsync();
        string[] choices = ["very", "very", "not", "mostly", "very", "not"];
        List<string> receipts = [];
        foreach (var (token, choice) in tokens.Zip(choices))
            receipts.Add((await service.Anonymous().PostAsync($"public/ballots/{token}", new { option = choice }, ("Idempotency-Key", $"key-of-{token}"))).Expect(200).Text("receipt"));
        foreach (var receipt in receipts)
            (await service.Anonymous().GetAsync($"public/receipts/{receipt}")).Expect(200);
        var after = await RowsAsync();

        var dump = string.Join('\n', after.SelectMany(t => t.Value));
        foreach (var (token, receipt) in tokens.Zip(receipts))
        {
            Assert.DoesNotContain(token, dump, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(Convert.ToHexString(BallotCodes.HashToken(token)), dump, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(receipt, dump, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(receipt.Replace("-", "", StringComparison.Ordinal), dump, StringComparison.OrdinalIgnoreCase);
        }

        // Six ballots changed the one row of sums and took away six links; no other table has a new, changed or missing row.
        var changed = after.Where(t => !t.Value.Order().SequenceEqual(before[t.Key].Order())).Select(t => t.Key).Order();
        Assert.Equal(["ballot_boxes", "ballot_links"], changed);
        Assert.Equal(6, before["ballot_links"].Except(after["ballot_links"]).Count());
        var hashes = receipts.Select(BallotCodes.HashReceipt).Order(StringComparer.Ordinal);
        var box = Assert.Single(after["ballot_boxes"].Except(before["ballot_boxes"])).Replace("\"\"", "\"", StringComparison.Ordinal);
        Assert.EndsWith($$"""6,"{"mostly":1,"not":2,"very":3}","[{{string.Join(',', hashes.Select(h => $"\"{h}\""))}}]")""", box, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_audit_trail_tells_who_ran_the_vote_and_nothing_of_ballots_or_links()
    {
        var school = await VotedSchool.MakeAsync(service);
        var tokens = await school.OpenAsync(6);
        await school.CastAsync(tokens, ("very", 6));
        await school.CloseAsync();

        var audit = await service.ReadAsync<string>("SELECT string_agg(a::text, chr(10)) FROM audit_entries a WHERE district_id = (SELECT id FROM districts WHERE code = $1)", school.District.Code);

        foreach (var action in new[] { "PutVote", "MakeBallotLinks", "DecideVote" })
            Assert.Contains(action, audit, StringComparison.Ordinal);
        foreach (var never in new[] { "CastBallot", "BallotLink\"", "BallotBox", "voter" })
            Assert.DoesNotContain(never, audit, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_link_of_one_district_says_nothing_to_another()
    {
        var (own, other) = (await VotedSchool.MakeAsync(service), await VotedSchool.MakeAsync(service));
        var tokens = await own.OpenAsync(6);
        await other.OpenAsync(6);

        (await own.CastAsync(tokens[0], "very")).Expect(200);

        Assert.Equal(0, (await (await other.District.As("officer")).GetAsync($"{VotesPath}/ballots/turnout")).Expect(200).At("cast").GetInt32());
    }

    private async Task<Dictionary<string, List<string>>> RowsAsync()
    {
        await using var connection = new NpgsqlConnection(service.OwnerConnection);
        await connection.OpenAsync();
        List<string> tables = [];
        await using (var list = new NpgsqlCommand("SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'", connection))
        await using (var reader = await list.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
                tables.Add(reader.GetString(0));
        }

        Dictionary<string, List<string>> rows = new(StringComparer.Ordinal);
        foreach (var table in tables)
        {
            rows[table] = [];
            await using var read = new NpgsqlCommand($"SELECT t::text FROM \"{table}\" t", connection);
            await using var reader = await read.ExecuteReaderAsync();
            while (await reader.ReadAsync())
                rows[table].Add(reader.GetString(0));
        }

        return rows;
    }
}
