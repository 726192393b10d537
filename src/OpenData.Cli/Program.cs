using OpenData.Cli;
using OpenData.Cli.Output;

using var terminal = Terminal.Open(args);
return await CommandLine.RunAsync(args, terminal);
