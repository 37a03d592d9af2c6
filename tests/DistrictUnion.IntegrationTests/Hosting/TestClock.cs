using System.Globalization;

namespace DistrictUnion.IntegrationTests.Hosting;

/// <summary>A clock that stands where it is set. Timers and stopwatches run in real time.</summary>
public sealed class TestClock : TimeProvider
{
    /// <summary>A Monday a week before the deadline of the tests' rounds.</summary>
    public const string Start = "2025-11-03T09:00:00+08:00";

    private DateTimeOffset now = Parse(Start);

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => now;

    /// <summary>Sets the clock.</summary>
    public void Set(string instant) => now = Parse(instant);

    /// <summary>Moves the clock on.</summary>
    public void Advance(TimeSpan by) => now += by;

    private static DateTimeOffset Parse(string instant) => DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture).ToUniversalTime();
}
