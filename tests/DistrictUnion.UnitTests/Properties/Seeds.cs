using FsCheck;
using FsCheck.Fluent;

namespace DistrictUnion.UnitTests.Properties;

/// <summary>
/// Runs a property on generated cases. FsCheck draws a seed, the seed draws schemes, organisations and histories; a failing run
/// prints the seed, which replays it.
/// </summary>
internal static class Seeds
{
    private const int Runs = 300;

    public static void Hold(Action<Draw> property, int runs = Runs)
    {
        var seeds = Gen.Choose(0, int.MaxValue - 1).ToArbitrary();
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(runs).WithQuietOnSuccess(true), Prop.ForAll(seeds, seed => property(new Draw(seed))));
    }
}

/// <summary>Deterministic choices of one generated case.</summary>
internal sealed class Draw(int seed)
{
    private readonly Random _random = new(seed);

    public int Int(int from, int to) => _random.Next(from, to + 1);

    public long Long(long from, long to) => _random.NextInt64(from, to + 1);

    public bool Chance(int percent) => _random.Next(100) < percent;

    public T One<T>(params IReadOnlyList<T> choices) => choices[_random.Next(choices.Count)];

    public decimal Decimal(int from, int to, int digits) => new decimal(_random.Next(from * Power(digits), (to * Power(digits)) + 1)) / Power(digits);

    public IReadOnlyList<T> Shuffled<T>(IEnumerable<T> items)
    {
        var shuffled = items.ToArray();
        _random.Shuffle(shuffled);
        return shuffled;
    }

    public IEnumerable<T> Some<T>(IEnumerable<T> items, int percent) => items.Where(_ => Chance(percent)).ToList();

    private static int Power(int digits) => digits == 0 ? 1 : 10 * Power(digits - 1);
}
