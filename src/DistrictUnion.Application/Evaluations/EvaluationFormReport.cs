using System.Text.Json;

namespace DistrictUnion.Application.Evaluations;

/// <summary>What kind of workbook was sent.</summary>
public enum FormSource
{
    /// <summary>The product's own form.</summary>
    Form,

    /// <summary>Anybody's own, matched by its headings and the codes or names of the indicators.</summary>
    FreeForm,
}

/// <summary>What the import of a filled-in form comes to.</summary>
/// <param name="Source">What kind of workbook it is.</param>
/// <param name="Stored">Whether anything was written; a form that changes nothing writes nothing.</param>
/// <param name="Confirm">What to send as <c>confirm</c> to have just this carried out; a free form needs it.</param>
/// <param name="ChangedSinceDownload">Whether the evaluation was changed after the form was handed out.</param>
/// <param name="Changes">What changes, cell by cell.</param>
/// <param name="Unmatched">Rows of a free form that stand for no indicator for certain; they are left out.</param>
/// <param name="Errors">What is wrong, cell by cell. With errors nothing is stored.</param>
/// <param name="Warnings">What is accepted but should be looked at.</param>
public sealed record EvaluationFormReport(
    FormSource Source,
    bool Stored,
    string Confirm,
    bool ChangedSinceDownload,
    IReadOnlyList<FormChange> Changes,
    IReadOnlyList<FormRow> Unmatched,
    IReadOnlyList<FormRow> Errors,
    IReadOnlyList<FormRow> Warnings);

/// <summary>One change.</summary>
/// <param name="Cell">Cell, such as C7; with its sheet where that isn't the first: <c>获奖清单!B2</c>.</param>
/// <param name="Row">Number of the row.</param>
/// <param name="Node">Code of the indicator; null for a data item that none reads.</param>
/// <param name="Field">Field.</param>
/// <param name="Fact">Code of the data item, with the part of a counted vote; null for other fields.</param>
/// <param name="Name">Name of the data item or of the indicator.</param>
/// <param name="Old">Value before; null for none.</param>
/// <param name="New">Value after; null for none.</param>
public sealed record FormChange(string Cell, int Row, string? Node, FormField Field, string? Fact, string Name, JsonElement? Old, JsonElement? New);

/// <summary>Something about one cell; the edge adds the words.</summary>
/// <param name="Cell">Cell; the path of the field where the file has no cell for it.</param>
/// <param name="Text">What stands there.</param>
/// <param name="Code">Code of the message.</param>
/// <param name="Arguments">Parameters of the message.</param>
public sealed record FormRow(string Cell, string? Text, string Code, IReadOnlyDictionary<string, object?> Arguments);
