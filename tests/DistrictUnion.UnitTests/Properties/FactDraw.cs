using DistrictUnion.Domain.Schemes;
using DistrictUnion.Domain.Scoring;

namespace DistrictUnion.UnitTests.Properties;

/// <summary>Draws values that the reader accepts.</summary>
internal static class FactDraw
{
    public static FactValue Value(Draw draw, FactDefinition fact) => fact.Type switch
    {
        FactType.Boolean => new BooleanValue(draw.Chance(70)),
        FactType.Integer => new NumberValue(draw.Int(0, 40)),
        FactType.Decimal => new NumberValue(draw.Decimal(0, 100, draw.Int(0, 4))),
        FactType.Scores => new ScoresValue([.. Enumerable.Range(0, draw.Int(0, 3)).Select(_ => draw.Decimal(60, 100, 1))]),
        FactType.Ballots => Ballots(draw, fact.Options),
        _ => new AwardsValue([.. Enumerable.Range(0, draw.Int(0, 4)).Select(_ =>
            new Award(draw.One("甲事", "乙事"), draw.One(fact.Levels), new DateOnly(2025, 9, 1).AddDays(draw.Int(0, 60))))]),
    };

    private static BallotsValue Ballots(Draw draw, IReadOnlyList<string> options)
    {
        var eligible = draw.Int(0, 60);
        var returned = draw.Int(eligible / 2, eligible);
        var invalid = draw.Int(0, returned / 5);
        var left = returned - invalid;
        var counts = new Dictionary<string, long>();
        foreach (var option in options)
        {
            var count = draw.Int(0, left);
            counts[option] = count;
            left -= count;
        }

        return new(eligible, returned, invalid, counts);
    }
}
