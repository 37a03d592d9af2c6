namespace DistrictUnion.Application.Ports;

/// <summary>Someone else changed or created the same row between reading and saving; the caller's tag is stale.</summary>
public sealed class ConcurrentChangeException : Exception
{
    /// <summary>Makes the exception.</summary>
    public ConcurrentChangeException()
        : base("The resource was changed by someone else in the meantime.")
    {
    }

    /// <summary>Makes the exception with a message.</summary>
    public ConcurrentChangeException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception with a message and its cause.</summary>
    public ConcurrentChangeException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
