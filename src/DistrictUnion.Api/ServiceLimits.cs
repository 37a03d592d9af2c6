namespace DistrictUnion.Api;

/// <summary>Limits of a request, configurable under <c>Limits</c>.</summary>
public sealed class ServiceLimits
{
    /// <summary>Largest JSON body, bytes.</summary>
    public const long JsonBytes = 1L << 20;

    /// <summary>Largest file, bytes.</summary>
    public const long FileBytes = 20L << 20;

    /// <summary>Requests a minute of one user.</summary>
    public int PerUser { get; set; } = 1_200;

    /// <summary>Requests a minute of one school's people together.</summary>
    public int PerSchool { get; set; } = 6_000;

    /// <summary>Requests a minute of one address where nobody signs in; the staff of a school vote from behind one address.</summary>
    public int PerAddress { get; set; } = 600;

    /// <summary>Requests a minute of one district's people together.</summary>
    public int PerDistrict { get; set; } = 60_000;
}
