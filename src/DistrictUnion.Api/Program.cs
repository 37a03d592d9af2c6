return await DistrictUnion.Api.Cli.CommandLine.RunAsync(args);
