using DistrictUnion.Infrastructure.Seeding;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace DistrictUnion.Api.Cli;

/// <summary>The verbs of the program. A failure is one sentence that says what to do, and an exit code other than 0.</summary>
public static class CommandLine
{
    private const string Usage =
        """
        districtunion serve [--urls URL]                      serve pages, API and jobs
        districtunion migrate                                 bring the database to this version, as its owner
        districtunion seed --seeds DIR [--no-demo]            load calendars, schemes and the demo districts
        districtunion district add CODE NAME --admin NAME     make a district with its administrator
        districtunion rollup                                  recompute every open round and compare
        districtunion care rekey                              encrypt care records under the first key of Care__KeyFile
        districtunion verify bundle FILE [--head HASH]        compute a published result again, offline; 0 same, 1 different, 2 unreadable
        districtunion openapi FILE                            write the OpenAPI document
        Connections: ConnectionStrings__App (the service's role), ConnectionStrings__Owner (migrate). Keys of care records: Care__KeyFile. Passwords: DU_ADMIN_PASSWORD, DU_DEMO_PASSWORD.
        """;

    /// <summary>Runs a verb.</summary>
    /// <returns>0 when it did what was asked.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            return args switch
            {
                [] or ["serve", ..] or [['-', ..], ..] when args is not ["--help" or "-h", ..] => await ServeVerb.RunAsync([.. args.SkipWhile(a => a == "serve")]),
                ["migrate"] => await MigrateVerb.RunAsync(),
                ["seed", ..] => await SeedVerb.RunAsync(new Options(args[1..], ["--seeds"], ["--no-demo"])),
                ["district", "add", var code, var name, ..] => await DistrictVerb.AddAsync(code, name, new Options(args[4..], ["--admin"], [])),
                ["rollup"] => await RollupVerb.RunAsync(),
                ["care", "rekey"] => await RekeyVerb.RunAsync(),
                ["verify", "bundle", var bundle] => VerifyVerb.Run(bundle, null),
                ["verify", "bundle", var bundle, "--head", var head] => VerifyVerb.Run(bundle, head),
                ["openapi", var file] => await OpenApiVerb.RunAsync(file),
                ["--help" or "-h" or "help", ..] => Say(Usage, 0),
                _ => Say($"Unknown command: {string.Join(' ', args)}\n{Usage}", 2),
            };
        }
        catch (VerbException e)
        {
            return Fail(e.Message);
        }
        catch (SeedException e)
        {
            return Fail(e.Message);
        }
        catch (InvalidOperationException e)
        {
            return Fail(e.Message);
        }
        catch (IOException e)
        {
            return Fail(e.Message);
        }
        catch (Exception e) when (e is NpgsqlException or DbUpdateException || e.InnerException is NpgsqlException)
        {
            return Fail($"The database refused: {(e.InnerException ?? e).Message} Check the connection string and that the server runs.");
        }
    }

    private static int Fail(string sentence)
    {
        Console.Error.WriteLine(sentence);
        return 1;
    }

    private static int Say(string text, int code)
    {
        (code == 0 ? Console.Out : Console.Error).WriteLine(text);
        return code;
    }
}

/// <summary>A verb can't go on; the message says what to do.</summary>
public sealed class VerbException : Exception
{
    /// <summary>Makes the exception.</summary>
    public VerbException()
    {
    }

    /// <summary>Makes the exception with its sentence.</summary>
    public VerbException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception with its sentence and cause.</summary>
    public VerbException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}

/// <summary>Options after a verb.</summary>
internal sealed class Options
{
    private readonly Dictionary<string, string> values = new(StringComparer.Ordinal);
    private readonly HashSet<string> flags = new(StringComparer.Ordinal);

    public Options(string[] args, string[] withValue, string[] withoutValue)
    {
        for (var i = 0; i < args.Length; i++)
        {
            if (withoutValue.Contains(args[i], StringComparer.Ordinal))
                flags.Add(args[i]);
            else if (withValue.Contains(args[i], StringComparer.Ordinal) && i + 1 < args.Length)
                values[args[i]] = args[++i];
            else
                throw new VerbException($"Unknown or incomplete option {args[i]}; see --help.");
        }
    }

    public bool Has(string flag) => flags.Contains(flag);

    public string Need(string option) => values.GetValueOrDefault(option) ?? throw new VerbException($"Option {option} is missing; see --help.");
}
