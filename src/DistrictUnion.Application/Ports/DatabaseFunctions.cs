using System.Numerics;

namespace DistrictUnion.Application.Ports;

/// <summary>Functions that a query may use; each database says them in its own words.</summary>
public static class DatabaseFunctions
{
    /// <summary>How many bits are set.</summary>
    public static long CountBits(long value) => BitOperations.PopCount(unchecked((ulong)value));
}
