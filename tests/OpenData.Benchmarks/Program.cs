using OpenData.Benchmarks;

return args switch
{
    ["data", var rows, var file] when long.TryParse(rows, out var count) => RecordsFile.Write(file, count),
    ["run", var executable, var folder, var file, .. var options] => await Bench.RunAsync(executable, folder, file, options),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        data ROWS FILE                            writes the bench file
        run EXECUTABLE FOLDER REPORT [--large] [--rows N] [--runs N]
                                                  measures the executable over files made in FOLDER; writes REPORT as markdown
        """);
    return 2;
}
