using OpenData.Benchmarks;
using OpenData.Benchmarks.Api;
using OpenData.Benchmarks.Engines;
using OpenData.Benchmarks.Search;

return args switch
{
    ["data", var rows, var file] when long.TryParse(rows, out var count) => RecordsFile.Write(file, count),
    ["api", var executable, var folder, var file, .. var options] => await ApiBench.RunAsync(executable, folder, file, options),
    ["rest", var executable, var folder, var file, .. var options] => await RestBench.RunAsync(executable, folder, file, options),
    ["engines", var executable, var folder, var file, .. var options] => await EngineBench.RunAsync(executable, folder, file, options),
    ["search", var executable, var folder, var file, .. var options] => await SearchBench.RunAsync(executable, folder, file, options),
    ["bare-search", var registry] => await BareSearch.RunAsync(registry),
    ["catalog", var folder, var datasets] when int.TryParse(datasets, out var count) => await SeedAsync(folder, count),
    ["bare", var unit, var original] => await BareServer.RunAsync(unit, original),
    ["run", var executable, var folder, var file, .. var options] => await Bench.RunAsync(executable, folder, file, options),
    _ => Usage(),
};

static async Task<int> SeedAsync(string folder, int count)
{
    Console.WriteLine(await SeededCatalog.MakeAsync(folder, count));
    return 0;
}

static int Usage()
{
    Console.Error.WriteLine("""
        data ROWS FILE                            writes the bench file
        run EXECUTABLE FOLDER REPORT [--large] [--rows N] [--runs N]
                                                  measures the executable over files made in FOLDER; writes REPORT as markdown
        api EXECUTABLE FOLDER REPORT [--rows N] [--runs N] [--seconds N]
                                                  measures requests per second of its server, and of PostGraphile's, over such a file
        rest EXECUTABLE FOLDER REPORT [--rows N] [--runs N] [--seconds N]
                                                  measures rows by REST against a bare handler over the same file of SQLite
        engines EXECUTABLE FOLDER REPORT [--rows N] [--runs N] [--seconds N]
                                                  measures both engines: publishing against a plain load by their own tools, and queries
                                                  against the same SQL sent by hand
        bare UNIT ORIGINAL                        serves such a bare handler
        search EXECUTABLE FOLDER REPORT [--datasets N] [--runs N] [--seconds N]
                                                  measures searches of a generated catalog, and those of a bare handler over the same file of SQLite
        catalog FOLDER DATASETS                   makes such a catalog
        bare UNIT ORIGINAL, bare-search REGISTRY  serves such a bare handler
        """);
    return 2;
}
