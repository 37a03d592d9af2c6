using System.Diagnostics;
using DistrictUnion.Application.Ports;

namespace DistrictUnion.Infrastructure.Jobs;

/// <summary>Does nothing.</summary>
internal sealed class NoFaults : IFaultPoints
{
    public void Pass(string step)
    {
    }
}

/// <summary>Ends this process at a boundary as <c>kill -9</c> does: nothing is flushed, rolled back or told to anybody.</summary>
internal sealed class KillAt(string fatal) : IFaultPoints
{
    public void Pass(string step)
    {
        if (step == fatal)
            Process.GetCurrentProcess().Kill();
    }
}
