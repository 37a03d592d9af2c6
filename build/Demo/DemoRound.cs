using System.Globalization;

namespace DistrictUnion.Build.Demo;

/// <summary>A round of the annual scheme.</summary>
internal sealed record DemoRound(string Code, string Name, DateOnly From, DateOnly To, string OpenedAt, string? ClosedAt, string? PublishedAt)
{
    /// <summary>The round that was published.</summary>
    public static DemoRound Spring { get; } = new(
        "2026-spring", "2026年春季学期考核", new(2026, 3, 1), new(2026, 6, 10),
        "2026-03-02T09:00:00+08:00", "2026-06-18T18:00:00+08:00", "2026-06-24T10:00:00+08:00");

    /// <summary>The round that is open.</summary>
    public static DemoRound Autumn { get; } = new(
        "2026-autumn", "2026年秋季学期考核", new(2026, 9, 1), new(2026, 11, 10), "2026-09-01T09:00:00+08:00", ClosedAt: null, PublishedAt: null);

    /// <summary>Both.</summary>
    public static IReadOnlyList<DemoRound> All { get; } = [Spring, Autumn];

    /// <summary>Whether its result is out.</summary>
    public bool IsPublished => PublishedAt is not null;

    /// <summary>The first late instant: the due day counts to its end.</summary>
    public string DueAt => Instant(To.AddDays(1), 0, 0);

    /// <summary>A day of the window, so many days before its end.</summary>
    public DateOnly DaysBeforeEnd(int days) => To.AddDays(-days);

    /// <summary>A local instant (Asia/Shanghai).</summary>
    public static string Instant(DateOnly day, int hour, int minute) =>
        string.Create(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd}T{hour:00}:{minute:00}:00+08:00");
}
