using System.Diagnostics.Metrics;

namespace DistrictUnion.Application.Results;

/// <summary>Counts what the full roll-up finds.</summary>
public sealed class RollupMetrics
{
    /// <summary>Name of the meter.</summary>
    public const string MeterName = "DistrictUnion";

    private readonly Counter<long> runs;
    private readonly Counter<long> differences;

    /// <summary>Makes the instruments.</summary>
    public RollupMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(MeterName);
        runs = meter.CreateCounter<long>("districtunion.rollup.runs");
        differences = meter.CreateCounter<long>("districtunion.rollup.differences", description: "Stored results that differ from their facts");
    }

    /// <summary>Counts one run and the differences it found.</summary>
    public void Differences(int count)
    {
        runs.Add(1);
        differences.Add(count);
    }
}
