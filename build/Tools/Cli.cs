using System.Runtime.InteropServices;

namespace DistrictUnion.Build.Tools;

/// <summary>Runs a build program: signals become cancellation, failures one sentence and an exit code.</summary>
internal static class Cli
{
    /// <summary>Exit code of a program that was interrupted before its work was done (128 + SIGINT).</summary>
    public const int Interrupted = 130;

    /// <summary>Runs a program and returns its exit code.</summary>
    /// <param name="program">The work; its token is cancelled by Ctrl-C, SIGTERM and a closed terminal.</param>
    public static async Task<int> RunAsync(Func<CancellationToken, Task<int>> program)
    {
        using var stopping = new CancellationTokenSource();
        void Stop(PosixSignalContext signal)
        {
            // Whatever was started is stopped by the program itself; the default would leave it behind.
            signal.Cancel = true;
            stopping.Cancel();
        }

        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        using var hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, Stop);
        try
        {
            return await program(stopping.Token);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            return Interrupted;
        }
        catch (Failure failure)
        {
            await Console.Error.WriteLineAsync(failure.Message);
            return 1;
        }
        catch (UnauthorizedAccessException denied)
        {
            await Console.Error.WriteLineAsync(
                $"A file is closed to this user ({denied.Message}) Run as its owner, or give this user access.");
            return 1;
        }
        catch (IOException broken)
        {
            await Console.Error.WriteLineAsync(
                $"A file can't be read or written ({broken.Message}) Free disk space or close what holds it, then run this again.");
            return 1;
        }
    }
}
