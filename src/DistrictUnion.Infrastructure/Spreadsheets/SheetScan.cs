using System.Globalization;
using System.Xml;

namespace DistrictUnion.Infrastructure.Spreadsheets;

/// <summary>Goes through one sheet's XML for what its values don't tell: formulas, errors, hidden rows, merged cells, how far it goes.</summary>
internal static class SheetScan
{
    private const int MaxRow = 1_048_576;
    private const int MaxColumn = 16_384;

    /// <summary>Cells that a reader would go through: rows times columns, gaps included.</summary>
    private const long MaxArea = 200_000_000;

    /// <summary>Formulas and errors of a sheet; more isn't a table of data.</summary>
    private const int MaxRefused = 100_000;

    /// <summary>Merged ranges of a sheet: more than the form of the largest scheme has.</summary>
    private const int MaxMerged = 20_000;

    public static SheetFacts Of(XmlReader reader)
    {
        var facts = new SheetFacts();
        var (row, column) = (0, 0);
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element)
                continue;
            switch (reader.LocalName)
            {
                case "row":
                    row = NumberOf(reader, "r") ?? row + 1;
                    column = 0;
                    facts.LastRow = Math.Max(facts.LastRow, Within(row, MaxRow));
                    if (IsSet(reader, "hidden"))
                        facts.HiddenRows.Add(row);
                    break;
                case "c":
                    column = ColumnOf(reader.GetAttribute("r")) ?? column + 1;
                    facts.LastColumn = Math.Max(facts.LastColumn, Within(column, MaxColumn));
                    if (reader.GetAttribute("t") == "e")
                        Refuse(facts, row, column, "sheet.errorValue");
                    break;
                case "f":
                    Refuse(facts, row, column, "sheet.formula");
                    RefuseReachingOut(reader);
                    break;
                case "mergeCell":
                    if (facts.Merged.Count == MaxMerged)
                        throw new WorkbookRefusedException("workbook.tooManyMerged");
                    if (RangeOf(reader.GetAttribute("ref")) is { } range)
                        facts.Merged.Add(range);
                    break;
                case "oleObject" or "control":
                    throw new WorkbookRefusedException("workbook.macros");
            }
        }

        if ((long)facts.LastRow * facts.LastColumn > MaxArea)
            throw new WorkbookRefusedException("workbook.tooLarge");
        return facts;
    }

    private static void Refuse(SheetFacts facts, int row, int column, string code)
    {
        if (facts.Refused.Count == MaxRefused)
            throw new WorkbookRefusedException("workbook.tooManyFormulas");
        facts.Refused[(row, column - 1)] = code;
    }

    /// <summary>A formula such as <c>cmd|'/c calc'!A0</c> asks another program (DDE).</summary>
    private static void RefuseReachingOut(XmlReader reader)
    {
        if (reader.IsEmptyElement)
            return;
        var formula = reader.Read() && reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA ? reader.Value : "";
        var bar = formula.IndexOf('|', StringComparison.Ordinal);
        if (bar > 0 && formula.IndexOf('!', bar) > bar)
            throw new WorkbookRefusedException("workbook.externalLinks");
    }

    private static bool IsSet(XmlReader reader, string attribute) => reader.GetAttribute(attribute) is "1" or "true";

    private static int? NumberOf(XmlReader reader, string attribute) =>
        int.TryParse(reader.GetAttribute(attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static int Within(int number, int most) => number >= 1 && number <= most ? number : throw new WorkbookRefusedException("workbook.malformed");

    /// <summary>Number of the column of a reference such as C5, from 1.</summary>
    private static int? ColumnOf(ReadOnlySpan<char> reference)
    {
        var column = 0;
        foreach (var c in reference)
        {
            if (!char.IsAsciiLetter(c) || column > MaxColumn)
                break;
            column = (column * 26) + (char.ToUpperInvariant(c) - 'A' + 1);
        }

        return column == 0 ? null : column;
    }

    private static MergedRange? RangeOf(string? reference)
    {
        var parts = (reference ?? "").Split(':');
        if (PlaceOf(parts[0]) is not { } from || PlaceOf(parts[^1]) is not { } to)
            return null;
        return new MergedRange(Math.Min(from.Row, to.Row), Math.Min(from.Column, to.Column), Math.Max(from.Row, to.Row), Math.Max(from.Column, to.Column));
    }

    private static (int Row, int Column)? PlaceOf(string reference) =>
        ColumnOf(reference) is { } column && int.TryParse(reference.AsSpan().TrimStart("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"), NumberStyles.None, CultureInfo.InvariantCulture, out var row)
            ? (row, column - 1)
            : null;
}
