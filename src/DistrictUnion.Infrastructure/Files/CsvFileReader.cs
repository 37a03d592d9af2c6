using System.Text;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Infrastructure.Spreadsheets;
using Microsoft.VisualBasic.FileIO;

namespace DistrictUnion.Infrastructure.Files;

/// <summary>CSV by the framework's own parser. Cells are kept as typed; nothing in them is ever executed.</summary>
internal sealed class CsvFileReader : ICsvReader
{
    public Result<Sheet> Read(Stream stream)
    {
        try
        {
            // The parser reads ahead as soon as it is made.
            using var parser = new TextFieldParser(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true), detectEncoding: false)
            {
                HasFieldsEnclosedInQuotes = true,
                TrimWhiteSpace = false,
            };
            parser.SetDelimiters(",");
            if (parser.ReadFields() is not { } columns)
                return ValidationError.Of("$", "csv.empty");
            columns[0] = columns[0].TrimStart('\uFEFF');
            if (columns.Distinct(StringComparer.Ordinal).Count() != columns.Length)
                return ValidationError.Of("$", "csv.duplicateColumn");
            var rows = new PackedRows();
            rows.Add(1, CellsOf(columns));
            while (parser.ReadFields() is { } cells)
            {
                if (cells.Length != columns.Length)
                    return ValidationError.Of("$", "csv.columnCount", ("row", rows.Count), ("expected", columns.Length), ("found", cells.Length));
                rows.Add(rows.Count + 1, CellsOf(cells));
            }

            return new Sheet("", rows);
        }
        catch (MalformedLineException e)
        {
            return ValidationError.Of("$", "csv.malformed", ("line", e.LineNumber));
        }
        catch (DecoderFallbackException)
        {
            return ValidationError.Of("$", "csv.encoding");
        }
    }

    private static SheetCell[] CellsOf(string[] texts) =>
        [.. texts.Select(text => text.Length == 0 ? SheetCell.Empty : new SheetCell(SheetCellKind.Untyped, text))];
}
