using System.Globalization;
using System.Text;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using ExcelDataReader;

namespace DistrictUnion.Infrastructure.Spreadsheets;

/// <summary>Reads .xlsx with ExcelDataReader, once <see cref="WorkbookGuard"/> has let the package pass.</summary>
internal sealed class SpreadsheetReader : ISpreadsheetReader
{
    /// <summary>Rows with content that one sheet may have: the largest import, its headings and some titles.</summary>
    private const int MaxRows = 200_100;

    /// <summary>Columns with content that one sheet may have.</summary>
    private const int MaxColumns = 200;

    /// <summary>Serial numbers below this one differ between programs: some count a 29 February 1900.</summary>
    private static readonly DateOnly FirstCertainDay = new(1900, 3, 1);

    /// <summary>The library asks for code page 1252 before it looks at a file.</summary>
    static SpreadsheetReader() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public Result<Sheet> ReadFirst(Stream stream)
    {
        var read = Read(stream, Wanted.FirstSeen);
        return read.IsSuccess ? read.Value[0] : read.As<Sheet>();
    }

    public Result<IReadOnlyList<Sheet>> ReadAll(Stream stream) => Read(stream, Wanted.Seen);

    public Result<IReadOnlyList<Sheet>> ReadWhole(Stream stream) => Read(stream, Wanted.All);

    private static Result<IReadOnlyList<Sheet>> Read(Stream stream, Wanted wanted)
    {
        try
        {
            var facts = WorkbookGuard.Inspect(stream);
            stream.Position = 0;
            using var reader = ExcelReaderFactory.CreateOpenXmlReader(stream, new ExcelReaderConfiguration { LeaveOpen = true });
            List<Sheet> sheets = [];
            var index = 0;
            do
            {
                var sheet = index < facts.Sheets.Count ? facts.Sheets[index] : new SheetFacts();
                index++;
                var isHidden = !string.Equals(reader.VisibleState, "visible", StringComparison.OrdinalIgnoreCase);
                if (isHidden && wanted != Wanted.All)
                    continue;
                sheets.Add(new Sheet(reader.Name ?? "", ReadRows(reader, sheet, facts.CountsFrom1904), isHidden));
            }
            while (!(wanted == Wanted.FirstSeen && sheets.Count > 0) && reader.NextResult());

            return sheets.Exists(s => !s.IsHidden) ? sheets : ValidationError.Of("$", "workbook.empty");
        }
        catch (WorkbookRefusedException e)
        {
            return ValidationError.Of("$", e.Code);
        }
#pragma warning disable CA1031 // A file made by anybody breaks the library in ways it doesn't document; whatever it is, the file can't be read.
        catch (Exception e) when (e is not (OutOfMemoryException or OperationCanceledException))
#pragma warning restore CA1031
        {
            return ValidationError.Of("$", "workbook.malformed");
        }
    }

    private static PackedRows ReadRows(IExcelDataReader reader, SheetFacts facts, bool countsFrom1904)
    {
        var rows = new PackedRows();
        var cells = new SheetCell[MaxColumns];
        var merged = new MergedRows(facts.Merged, MaxColumns);
        for (var number = 1; reader.Read(); number++)
        {
            var used = 0;
            for (var column = 0; column < reader.FieldCount; column++)
            {
                var cell = CellOf(reader.GetValue(column), countsFrom1904);
                if (facts.Refused.TryGetValue((number, column), out var refusal))
                    cell = SheetCell.Refused(refusal, cell.Kind == SheetCellKind.Refused ? cell.Shown : cell.Text);
                if (cell.Kind == SheetCellKind.Empty)
                {
                    if (column < MaxColumns)
                        cells[column] = cell;
                    continue;
                }

                if (column >= MaxColumns)
                    throw new WorkbookRefusedException("workbook.tooManyColumns");
                cells[column] = cell;
                used = column + 1;
            }

            if (used == 0)
                continue;
            if (rows.Count == MaxRows)
                throw new WorkbookRefusedException("workbook.tooManyRows");
            rows.Add(number, WithMerged(cells, used, merged.At(number)), facts.HiddenRows.Contains(number));
        }

        return rows;
    }

    /// <summary>Of cells that are shown as one, none says for itself what it holds, the empty ones included.</summary>
    private static ReadOnlySpan<SheetCell> WithMerged(SheetCell[] cells, int used, IReadOnlyList<MergedRange> merged)
    {
        foreach (var range in merged)
        {
            var width = Math.Min(range.Right + 1, MaxColumns);
            for (; used < width; used++)
                cells[used] = SheetCell.Empty;
            for (var column = range.Left; column < width; column++)
                cells[column] = new SheetCell(cells[column].Kind, cells[column].Text, IsMerged: true);
        }

        return cells.AsSpan(0, used);
    }

    private static SheetCell CellOf(object? value, bool countsFrom1904) => value switch
    {
        null or "" => SheetCell.Empty,
        string text => new SheetCell(SheetCellKind.Text, text),
        bool yes => new SheetCell(SheetCellKind.Boolean, yes ? "true" : "false"),
        DateTime moment => DayOf(moment, countsFrom1904),
        IConvertible number => NumberOf(number),
        _ => SheetCell.Refused("sheet.timeOfDay", value.ToString()),
    };

    private static SheetCell DayOf(DateTime moment, bool countsFrom1904)
    {
        var day = DateOnly.FromDateTime(moment);
        var code = countsFrom1904 ? "sheet.daysFrom1904" : day < FirstCertainDay ? "sheet.dayTooOld" : moment.TimeOfDay != TimeSpan.Zero ? "sheet.timeOfDay" : null;
        return code is null ? SheetCell.Of((DateOnly?)day) : SheetCell.Refused(code, moment.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture));
    }

    /// <summary>The shortest decimal that stands for the stored binary number: what people typed and see.</summary>
    private static SheetCell NumberOf(IConvertible number)
    {
        var text = Convert.ToString(number, CultureInfo.InvariantCulture);
        return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            ? SheetCell.Of((decimal?)value)
            : SheetCell.Refused("sheet.notANumber", text);
    }

    private enum Wanted
    {
        FirstSeen,
        Seen,
        All,
    }
}
