using System.Globalization;
using DistrictUnion.Application.Ports;
using DistrictUnion.IntegrationTests.Hosting;
using Xunit;

namespace DistrictUnion.IntegrationTests.Messages;

/// <summary>
/// A process that is killed between any two steps loses nothing and repeats nothing, and the next instance goes on within a minute.
/// <c>FAULT_ROUNDS=20</c> kills as often at each step; <c>FAULT_TAKEOVER=process</c> lets a second real process take over by its own timetable, and notes the seconds.
/// </summary>
[LongRunning]
public sealed class FaultTests(MessageService service) : IClassFixture<MessageService>
{
    private static readonly int Rounds = int.TryParse(Environment.GetEnvironmentVariable("FAULT_ROUNDS"), NumberStyles.None, CultureInfo.InvariantCulture, out var rounds) ? rounds : 1;
    private static readonly bool ByAnotherProcess = Environment.GetEnvironmentVariable("FAULT_TAKEOVER") == "process";

    public static TheoryData<string, int> Steps
    {
        get
        {
            var steps = new TheoryData<string, int>();
            foreach (var step in FaultSteps.All)
            {
                for (var round = 1; round <= Rounds; round++)
                    steps.Add(step, round);
            }

            return steps;
        }
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public Task Killed_at_any_step_the_effects_are_there_exactly_once(string step, int round) => new FaultDrill(service, $"{step}.{round}").RunAsync(step, ByAnotherProcess);
}
