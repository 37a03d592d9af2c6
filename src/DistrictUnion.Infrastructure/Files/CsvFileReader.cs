using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;

namespace DistrictUnion.Infrastructure.Files;

/// <summary>CSV by CsvHelper. Cells are kept as typed; nothing in them is ever executed.</summary>
internal sealed class CsvFileReader : ICsvReader
{
    public Result<List<IReadOnlyDictionary<string, string>>> Read(Stream stream)
    {
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture) { TrimOptions = TrimOptions.None, DetectColumnCountChanges = true };
        using var reader = new StreamReader(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true));
        using var csv = new CsvReader(reader, configuration);
        try
        {
            List<IReadOnlyDictionary<string, string>> rows = [];
            if (!csv.Read() || !csv.ReadHeader())
                return ValidationError.Of("$", "csv.empty");
            var columns = csv.HeaderRecord!;
            if (columns.Distinct(StringComparer.Ordinal).Count() != columns.Length)
                return ValidationError.Of("$", "csv.duplicateColumn");
            while (csv.Read())
                rows.Add(columns.Select((c, i) => (c, Value: csv.GetField(i) ?? "")).ToDictionary(p => p.c, p => p.Value, StringComparer.Ordinal));
            return rows;
        }
        catch (CsvHelperException)
        {
            return ValidationError.Of("$", "csv.malformed", ("line", csv.Parser.Row));
        }
        catch (DecoderFallbackException)
        {
            return ValidationError.Of("$", "csv.encoding");
        }
    }
}
