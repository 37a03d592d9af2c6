using DistrictUnion.Application.Imports;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;

namespace DistrictUnion.Application.Evaluations;

/// <summary>A cell of a file.</summary>
/// <param name="Name">Name as people see it.</param>
/// <param name="Row">Number of the row.</param>
internal readonly record struct FormPlace(string Name, int Row)
{
    /// <summary>A cell of the sheet that the form stands in.</summary>
    public static FormPlace Of(int column, int row) => new(CellNames.Of(column, row), row);
}

/// <summary>A cell that was filled in, or left empty.</summary>
internal sealed record FormInput(FormKey Key, FormPlace Place, SheetCell Cell);

/// <summary>An award that was filled in.</summary>
/// <param name="Award">Award.</param>
/// <param name="Sheet">Sheet of the list.</param>
/// <param name="Row">Number of its row.</param>
internal sealed record FilledAward(FormAward Award, string Sheet, int Row)
{
    /// <summary>The cell of a field; of the matter, where it is about the award as a whole.</summary>
    public string PlaceOf(string? field = null)
    {
        var column = FormAwards.Table.Columns.TakeWhile(c => c.Name != field).Count();
        return $"{Sheet}!{CellNames.Of(column < FormAwards.Table.Columns.Count ? column : 1, Row)}";
    }
}

/// <summary>What a file says.</summary>
/// <param name="Source">Which kind it is.</param>
/// <param name="Inputs">Cells.</param>
/// <param name="Awards">Awards by data item; every data item whose awards stand in the file is there.</param>
/// <param name="Unmatched">Rows that stand for nothing for certain.</param>
/// <param name="Problems">Problems of cells.</param>
/// <param name="ChangedSinceDownload">Whether the evaluation was changed after the form was handed out.</param>
internal sealed record FilledForm(
    FormSource Source,
    IReadOnlyList<FormInput> Inputs,
    IReadOnlyDictionary<string, IReadOnlyList<FilledAward>> Awards,
    IReadOnlyList<FormRow> Unmatched,
    IReadOnlyList<FieldError> Problems,
    bool ChangedSinceDownload = false);

/// <summary>What is the same about every cell that can't be taken.</summary>
internal static class FormCells
{
    /// <summary>The problem of a cell by its looks; null when it can be read.</summary>
    public static FieldError? Check(SheetCell cell, FormPlace place, FormColumn column) =>
        cell.IsMerged ? Problem("sheet.merged", place, column)
        : cell.Kind == SheetCellKind.Refused ? Problem(cell.Text, place, column)
        : null;

    /// <summary>A problem of a cell.</summary>
    public static FieldError Problem(string code, FormPlace place, FormColumn column, IReadOnlyList<string>? allowed = null) =>
        FieldError.Of(place.Name, code, ("cell", place.Name), ("column", column.Heading), ("row", place.Row), ("allowed", allowed ?? []));

    /// <summary>The column of a field.</summary>
    public static FormColumn ColumnOf(FormField field) => field switch
    {
        FormField.Fact => FormColumns.Value,
        FormField.Note => FormColumns.Note,
        FormField.Claim => FormColumns.Claim,
        FormField.NotApplicable => FormColumns.NotApplicable,
        _ => FormColumns.Comment,
    };
}
