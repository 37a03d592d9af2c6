using DistrictUnion.Benchmarks;

// Measures what performance.md asks for. Figures of a shared machine are compared within one run only; each run appends to results.md.
const string usage =
    """
    p2 [--schools N] [--seconds S]      8 writers change facts of N schools (10,000) while the ranking is read
    p2-growth [--rounds R]              the write path at 50,000 schools against that at 5,000, interleaved R times (7)
    p3 [--seconds S]                    8 writers on 10 hot schools for S seconds (60), then the difference to a recomputation
    p9 [--rounds R]                     100,000 facts from a workbook, R times (5), against COPY of the same rows
    reminders [--schools N]             a morning's reminders of N × 20 obligations (2,500), again, the next day and after an outage
    lab [--schools N] [--leaves L] [--rounds R]   a closed round of N schools (2,000) and L leaves (200) replayed under other weights, R times (5), by the API
    BENCH_POSTGRES: connection string of a role that may create databases and roles.
    """;

var postgres = Environment.GetEnvironmentVariable("BENCH_POSTGRES");
if (postgres is null || args.Length == 0)
{
    Console.Error.WriteLine(usage);
    return 2;
}

int Option(string name, int absent) => Array.IndexOf(args, name) is var i and >= 0 && i + 1 < args.Length
    ? int.Parse(args[i + 1], System.Globalization.CultureInfo.InvariantCulture)
    : absent;

switch (args[0])
{
    case "p2":
        await RankingUnderWriters.RunAsync(postgres, Option("--schools", 10_000), TimeSpan.FromSeconds(Option("--seconds", 30)));
        return 0;
    case "p2-growth":
        await WritePathGrowth.RunAsync(postgres, Option("--rounds", 7));
        return 0;
    case "p3":
        return await HotSchools.RunAsync(postgres, TimeSpan.FromSeconds(Option("--seconds", 60))) ? 0 : 1;
    case "p9":
        await BulkImport.RunAsync(postgres, Option("--rounds", 5));
        return 0;
    case "reminders":
        await ReminderRuns.RunAsync(postgres, Option("--schools", 2500));
        return 0;
    case "lab":
        await LabReplays.RunAsync(postgres, Option("--schools", 2000), Option("--leaves", 200), Option("--rounds", 5));
        return 0;
    default:
        Console.Error.WriteLine(usage);
        return 2;
}
