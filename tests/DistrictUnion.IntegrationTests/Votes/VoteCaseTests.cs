using DistrictUnion.IntegrationTests.Hosting;
using Xunit;

namespace DistrictUnion.IntegrationTests.Votes;

/// <summary>Worked case 7 by real ballots. Invalid ballots exist on paper only, so of case b the 50 valid ones are cast; case d has no eligible number.</summary>
public sealed class VoteCaseTests(TestService service) : IClassFixture<TestService>
{
    [Fact]
    public async Task Case_7a_by_ballots()
    {
        var school = await VotedSchool.MakeAsync(service);
        await school.CastAsync(await school.OpenAsync(141), ("very", 127), ("mostly", 10));

        await school.CloseAsync();

        Assert.Equal(92.70m, await school.District.Final("p", "RATE"));
        Assert.Equal(98.54m, await school.District.Final("p", "INDEX"));
        Assert.Equal(5m, await school.District.Final("p", "B90"));
        var fact = await service.ReadAsync<string>("SELECT value FROM school_facts WHERE district_id = (SELECT id FROM districts WHERE code = $1)", school.District.Code);
        Assert.Equal("""{"eligible":141,"returned":137,"invalid":0,"counts":{"mostly":10,"very":127}}""", fact);
        var node = (await school.District.Scorecard("p")).Find("nodes", "code", "RATE");
        Assert.Contains("\"route\":\"vote\"", node.GetProperty("explanation").ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Case_7b_by_its_valid_ballots()
    {
        var school = await VotedSchool.MakeAsync(service);
        await school.CastAsync(await school.OpenAsync(60), ("very", 43), ("mostly", 5), ("basically", 2));

        await school.CloseAsync();

        Assert.Equal(86.00m, await school.District.Final("p", "RATE"));
        Assert.Equal(5m, await school.District.Final("p", "B85"));
        Assert.Equal(0m, await school.District.Final("p", "B90"));
    }

    [Theory]
    [InlineData(40, 10, 10)]
    [InlineData(39, 10, 0)]
    public async Task Case_7_consent_of_a_vote_that_the_school_runs_itself(int yes, int no, int points)
    {
        var school = await VotedSchool.MakeAsync(service);
        await school.CastAsync(await school.OpenAsync(50, "consent", "chair.p"), ("yes", yes), ("no", no));

        await school.CloseAsync("consent", "chair.p");

        Assert.Equal(points, await school.District.Final("p", "CONSENT"));
    }
}
