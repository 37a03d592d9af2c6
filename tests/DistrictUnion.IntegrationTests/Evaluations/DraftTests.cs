using System.Text.Json;
using DistrictUnion.IntegrationTests.Hosting;
using Xunit;

namespace DistrictUnion.IntegrationTests.Evaluations;

/// <summary>A draft is saved answer by answer, by one person or several.</summary>
public sealed class DraftTests(TestService service) : IClassFixture<TestService>
{
    private const string Evaluation = "rounds/r1/schools/p/self-evaluation";

    [Fact]
    public async Task One_answer_is_saved_and_the_others_stay()
    {
        var chair = await (await OpenAsync()).As("chair.p");

        var first = await PatchAsync(chair, null, Change("facts.lectures", 3), Change("claims.B1", 20.5m), Change("comments.B1", "见附件"));
        first.Expect(201);
        var second = (await PatchAsync(chair, first.ETag, Change("facts.congressHeld", true), Change("notApplicable.A4", true))).Expect(200);

        Assert.Equal((3m, 20.5m, "见附件", "A4"), (second.Number("facts.lectures"), second.Number("claims.B1"), second.Text("comments.B1"), second.Text("notApplicable[0]")));
        var third = (await PatchAsync(chair, second.ETag, Change("facts.lectures", null), Change("notApplicable.A4", false))).Expect(200);
        Assert.False(third.At("facts").TryGetProperty("lectures", out _));
        Assert.Empty(third.At("notApplicable").EnumerateArray());
        Assert.True(third.At("facts.congressHeld").GetBoolean());
        Assert.Equal(third.ETag, (await chair.GetAsync(Evaluation)).ETag);
    }

    [Fact]
    public async Task The_second_of_two_people_on_one_answer_is_told_both_values_and_nothing_is_stored()
    {
        var district = await OpenAsync();
        await district.Appoint("clerk.p", "schoolClerk", school: "p");
        var (chair, clerk) = (await district.As("chair.p"), await district.As("clerk.p"));
        var known = (await PatchAsync(chair, null, Change("claims.B1", 20))).Expect(201).ETag;
        var newer = (await PatchAsync(clerk, known, Change("claims.B1", 25, 20), Change("facts.lectures", 3))).Expect(200).ETag;

        var stale = (await PatchAsync(chair, known, Change("claims.B1", 30, 20), Change("facts.congressHeld", true))).ExpectProblem(412, "precondition-failed");

        Assert.Equal(("claims.B1", 30m, 25m), (stale.Text("conflicts[0].path"), stale.Number("conflicts[0].mine"), stale.Number("conflicts[0].theirs")));
        Assert.Single(stale.At("conflicts").EnumerateArray());
        var stored = await chair.GetAsync(Evaluation);
        Assert.Equal((newer, 25m), (stored.ETag, stored.Number("claims.B1")));
        Assert.False(stored.At("facts").TryGetProperty("congressHeld", out _));
    }

    [Fact]
    public async Task Who_touched_another_answer_is_told_that_nothing_stands_against_it()
    {
        var district = await OpenAsync();
        var chair = await district.As("chair.p");
        var known = (await PatchAsync(chair, null, Change("claims.B1", 20))).Expect(201).ETag;
        (await PatchAsync(chair, known, Change("facts.lectures", 3))).Expect(200);

        var stale = (await PatchAsync(chair, known, Change("claims.B1", 25, 20))).ExpectProblem(412, "precondition-failed");

        Assert.Empty(stale.At("conflicts").EnumerateArray());
        (await chair.SendAsync(HttpMethod.Patch, Evaluation, Json(new { changes = new[] { Change("claims.B1", 25, 20) } }))).ExpectProblem(428, "precondition-required");
    }

    [Theory]
    [InlineData("facts.nobody", 1, "facts.nobody")]
    [InlineData("facts.lectures", -1, "facts.lectures")]
    [InlineData("claims.B1", 41, "claims.B1")]
    [InlineData("claims.A2", 1, "claims.A2")]
    [InlineData("claims.B1", "many", "changes[0].value")]
    [InlineData("comments.B1", 3, "changes[0].value")]
    [InlineData("facts.satisfaction", 3, "facts.satisfaction")]
    [InlineData("state", "x", "changes[0].path")]
    public async Task A_wrong_answer_is_refused_by_its_field(string path, object value, string field)
    {
        var chair = await (await OpenAsync()).As("chair.p");

        (await PatchAsync(chair, null, Change(path, value))).ExpectInvalid(field);
        (await chair.GetAsync(Evaluation)).Expect(404);
    }

    [Fact]
    public async Task What_was_handed_in_takes_no_single_answer_and_a_locked_form_neither()
    {
        var district = await OpenAsync("2025-11-12T16:00:00Z");
        await district.HandIn("p", claims: new { B1 = 20 });
        var chair = await district.As("chair.p");
        (await PatchAsync(chair, "*", Change("claims.B1", 25))).ExpectConflict("submitted", "withdraw", "return", "review");
        (await chair.DoAsync($"{Evaluation}/withdraw")).Expect(200);

        district.MoveClockTo("2025-11-12T16:00:00Z");

        (await PatchAsync(await district.As("chair.p"), "*", Change("claims.B1", 25))).ExpectConflict("locked");
    }

    [Fact]
    public async Task Saving_one_answer_costs_three_statements_besides_who_calls_and_whose_rows()
    {
        var district = await OpenAsync();
        var chair = await district.As("chair.p");
        await PatchAsync(chair, null, Change("claims.B1", 20));
        await PatchAsync(chair, "*", Change("claims.B1", 21));
        using var statements = new StatementLog();

        var count = await statements.CountAsync(trace => PatchAsync(chair, "*", [trace], Change("claims.B1", 22)));

        Assert.True(count == 5, $"{count} statements\n{statements.Last}");
    }

    [Fact]
    public async Task Opening_an_evaluation_of_two_hundred_leaves_costs_six_statements_at_most()
    {
        var district = await service.FoundDistrictAsync();
        await district.PutZone("north");
        await district.PutSchoolWithChair("p", "north");
        var leaves = string.Join(',', Enumerable.Range(0, 200).Select(i => $$"""{ "code": "L{{i}}", "name": "指标{{i}}", "max": 1, "rule": { "type": "manual" } }"""));
        await district.PublishScheme($$"""
            { "code": "wide", "name": "二百项", "basis": "测试", "missing": "zero", "bonus": { "cap": "none" }, "facts": [],
              "sections": [ { "code": "A", "name": "甲", "max": 200, "items": [ {{leaves}} ] } ] }
            """);
        await district.PlanRound(scheme: "wide");
        await district.OpenRound();
        var chair = await district.As("chair.p");
        (await PatchAsync(chair, null, [.. Enumerable.Range(0, 200).Select(i => Change($"claims.L{i}", 0.5m))])).Expect(201);
        (await chair.GetAsync("rounds/r1/scheme")).Expect(200);
        using var statements = new StatementLog();

        foreach (var part in new[] { Evaluation, "rounds/r1/scheme", "rounds/r1/schools/p/evidence" })
            Assert.InRange(await statements.CountAsync(chair, part), 2, 6);
        Assert.Equal(200, (await chair.GetAsync(Evaluation)).At("claims").EnumerateObject().Count());
    }

    internal static object Change(string path, object? value, object? was = null) => new { path, value, was };

    internal static Task<Answer> PatchAsync(UnionClient client, string? tag, params object[] changes) => PatchAsync(client, tag, [], changes);

    private static Task<Answer> PatchAsync(UnionClient client, string? tag, (string Name, string Value)[] headers, params object[] changes) => client.SendAsync(
        HttpMethod.Patch, Evaluation, Json(new { changes }), tag is null ? headers : [.. headers, ("If-Match", tag)]);

    internal static ByteArrayContent Json(object body) =>
        new(JsonSerializer.SerializeToUtf8Bytes(body)) { Headers = { ContentType = new("application/json") } };

    private async Task<TestDistrict> OpenAsync(string? closesAt = null)
    {
        var district = await service.FoundDistrictAsync();
        await district.PrepareAnnual(1, "p");
        if (closesAt is not null)
            await district.PlanLock(closesAt);
        await district.OpenRound();
        return district;
    }
}
