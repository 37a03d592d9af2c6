using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text;
using Npgsql;

namespace DistrictUnion.Benchmarks;

/// <summary>
/// P9: a workbook of 100,000 facts goes through the API of a service in a process of its own; its time is set against COPY of the
/// same rows into a plain table, its memory is read from the kernel.
/// </summary>
internal static class BulkImport
{
    private const int Schools = 2_000;
    private const int Rows = 100_000;
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static async Task RunAsync(string postgres, int rounds)
    {
        await using var database = await BenchmarkDatabase.CreateAsync(postgres);
        await new Fixture(database, Schools).LoadAsync();
        await database.ExecuteAsync("CREATE TABLE plain (school text, branch text, fact text, value int)");
        using var service = await ServiceProcess.StartAsync(database.App);
        using var client = new HttpClient { BaseAddress = service.Address, Timeout = TimeSpan.FromMinutes(10) };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Fixture.TokenOf(0));
        List<string> lines = [$"before any import: {service.PeakMebibytes():0} MiB at most (VmHWM)"];
        List<double> ratios = [];
        for (var round = 1; round <= rounds; round++)
        {
            var copy = await CopyAsync(database, round);
            var file = Workbook(round);
            var started = TimeProvider.System.GetTimestamp();
            using var body = new ByteArrayContent(file) { Headers = { ContentType = new MediaTypeHeaderValue(Xlsx) } };
            using var response = await client.PostAsync(new Uri($"/api/v1/rounds/{Fixture.Round}/facts/import", UriKind.Relative), body);
            response.EnsureSuccessStatusCode();
            var seconds = TimeProvider.System.GetElapsedTime(started).TotalSeconds;
            ratios.Add(copy / seconds);
            lines.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"round {round}: workbook of {file.Length / 1048576.0:0.0} MiB in {seconds:0.0} s, COPY of the same rows {copy:0.00} s, ratio {copy / seconds:0.000}; memory {service.PeakMebibytes():0} MiB at most"));
        }

        lines.Add(string.Create(CultureInfo.InvariantCulture, $"median ratio {Report.Percentile(ratios, 0.5):0.000} (reading the workbook, {Rows:#,0} histories and {Schools:#,0} scorecards included; goal for the memory ≤ 300 MiB)"));
        await Report.AppendAsync(string.Create(CultureInfo.InvariantCulture, $"P9 import of {Rows:#,0} facts of {Schools:#,0} schools from .xlsx, every row a change"), lines);
    }

    private static async Task<double> CopyAsync(BenchmarkDatabase database, int round)
    {
        await using var source = NpgsqlDataSource.Create(database.Owner);
        await using var connection = await source.OpenConnectionAsync();
        var started = TimeProvider.System.GetTimestamp();
        await using var copy = await connection.BeginBinaryImportAsync("COPY plain FROM STDIN (FORMAT BINARY)");
        foreach (var (school, branch, fact, value) in Facts(round))
        {
            await copy.StartRowAsync();
            await copy.WriteAsync(school);
            await copy.WriteAsync(branch);
            await copy.WriteAsync(fact);
            await copy.WriteAsync(value);
        }

        await copy.CompleteAsync();
        return TimeProvider.System.GetElapsedTime(started).TotalSeconds;
    }

    private static IEnumerable<(string School, string Branch, string Fact, int Value)> Facts(int round) =>
        from i in Enumerable.Range(0, Rows)
        let branch = i / 4 % (Schools * Fixture.Branches)
        select ($"s{branch / Fixture.Branches}", $"b{branch}", $"b{i % 4}", 1 + (((i * 7) + (round * 13)) % 98));

    /// <summary>The least that a spreadsheet program opens, cells as inline text and numbers.</summary>
    private static byte[] Workbook(int round)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(archive, "[Content_Types].xml", """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>""");
            Add(archive, "_rels/.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
            Add(archive, "xl/workbook.xml", """<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="facts" sheetId="1" r:id="r1"/></sheets></workbook>""");
            Add(archive, "xl/_rels/workbook.xml.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>""");
            var sheet = new StringBuilder("""<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1">""");
            foreach (var heading in new[] { "school", "branch", "fact", "value" })
                sheet.Append(CultureInfo.InvariantCulture, $"""<c t="inlineStr"><is><t>{heading}</t></is></c>""");
            sheet.Append("</row>");
            foreach (var (i, (school, branch, fact, value)) in Facts(round).Index())
                sheet.Append(CultureInfo.InvariantCulture, $"""<row r="{i + 2}"><c t="inlineStr"><is><t>{school}</t></is></c><c t="inlineStr"><is><t>{branch}</t></is></c><c t="inlineStr"><is><t>{fact}</t></is></c><c><v>{value}</v></c></row>""");
            Add(archive, "xl/worksheets/sheet1.xml", sheet.Append("</sheetData></worksheet>").ToString());
        }

        return file.ToArray();
    }

    private static void Add(ZipArchive archive, string name, string text)
    {
        using var entry = archive.CreateEntry(name).Open();
        entry.Write(Encoding.UTF8.GetBytes(text));
    }
}

/// <summary>The service as users run it, in a process of its own.</summary>
internal sealed class ServiceProcess : IDisposable
{
    private readonly Process process;

    private ServiceProcess(Process process, Uri address) => (this.process, Address) = (process, address);

    public Uri Address { get; }

    public static async Task<ServiceProcess> StartAsync(string connection)
    {
        var address = new Uri("http://127.0.0.1:5199");
        var start = new ProcessStartInfo("dotnet", [typeof(DistrictUnion.Api.ServiceHost).Assembly.Location, "serve", "--urls", address.ToString()])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            Environment = { ["ConnectionStrings__App"] = connection, ["Jobs__Enabled"] = "false", ["Limits__PerUser"] = "10000000" },
        };
        var started = Process.Start(start) ?? throw new InvalidOperationException("The service didn't start.");
        started.OutputDataReceived += (_, _) => { };
        started.BeginOutputReadLine();
        using var client = new HttpClient { BaseAddress = address };
        for (var tries = 0; tries < 120; tries++)
        {
            try
            {
                using var answer = await client.GetAsync(new Uri("/health/live", UriKind.Relative));
                if (answer.IsSuccessStatusCode)
                    return new ServiceProcess(started, address);
            }
            catch (HttpRequestException)
            {
                // Not yet.
            }

            await Task.Delay(250);
        }

        started.Kill();
        throw new InvalidOperationException("The service didn't answer within 30 s.");
    }

    /// <summary>The most memory that the process ever held, as the kernel counts it.</summary>
    public double PeakMebibytes() => File.ReadLines($"/proc/{process.Id}/status").First(l => l.StartsWith("VmHWM", StringComparison.Ordinal))
        .Split(' ', StringSplitOptions.RemoveEmptyEntries) is [_, var kibibytes, ..] ? double.Parse(kibibytes, CultureInfo.InvariantCulture) / 1024 : double.NaN;

    public void Dispose()
    {
        process.Kill();
        process.WaitForExit();
        process.Dispose();
    }
}
