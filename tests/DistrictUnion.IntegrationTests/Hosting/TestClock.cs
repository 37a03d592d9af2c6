using System.Globalization;

namespace DistrictUnion.IntegrationTests.Hosting;

/// <summary>A clock that stands where it is set. Timers and stopwatches run in real time.</summary>
public sealed class TestClock : TimeProvider
{
    private DateTimeOffset now = Parse("2025-11-03T09:00:00+08:00");

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => now;

    /// <summary>Sets the clock.</summary>
    public void Set(string instant) => now = Parse(instant);

    /// <summary>Moves the clock on.</summary>
    public void Advance(TimeSpan by) => now += by;

    private static DateTimeOffset Parse(string instant) => DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture).ToUniversalTime();
}
