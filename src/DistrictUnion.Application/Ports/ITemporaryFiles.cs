namespace DistrictUnion.Application.Ports;

/// <summary>Room for what is too big for memory and not to be kept.</summary>
public interface ITemporaryFiles
{
    /// <summary>An empty file that only this service reads and that is gone when it is disposed of.</summary>
    Stream Create();
}
