using System.Globalization;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Care;
using DistrictUnion.Domain.Common;

namespace DistrictUnion.Application.Care;

/// <summary>What is told of a person in a care record, readable; null: nothing is told, or it doesn't open.</summary>
/// <param name="Person">Who it is.</param>
/// <param name="Circumstances">What happened.</param>
/// <param name="Visitors">Who visits.</param>
/// <param name="Outcome">What came of it.</param>
/// <param name="Amount">Money.</param>
/// <param name="Grounds">Why it was waived.</param>
internal sealed record CareTexts(string? Person = null, string? Circumstances = null, string? Visitors = null, string? Outcome = null, decimal? Amount = null, string? Grounds = null)
{
    /// <summary>Names of the fields that are stored and don't open.</summary>
    public IReadOnlyList<string> Unreadable { get; init; } = [];
}

/// <summary>Encrypts and decrypts the fields of care records, each bound to its district, school, record and name, so that one that is moved elsewhere doesn't open.</summary>
internal sealed class CareFields(IFieldCipher cipher)
{
    /// <summary>The refusal while no key is configured; null: there is one.</summary>
    public Error? RefuseWithoutKey() => cipher.IsReady ? null : new UnavailableError("care.noKey");

    /// <summary>Encrypts what is told in a record.</summary>
    public SealedCare Seal(DistrictId district, SchoolId school, CareRecordId record, CareTexts texts)
    {
        byte[]? Of(string? text, string field) => string.IsNullOrWhiteSpace(text) ? null : cipher.Seal(text.Trim(), PlaceOf(district, school, record, field));
        return new SealedCare(
            Of(texts.Person, "person"),
            Of(texts.Circumstances, "circumstances"),
            Of(texts.Visitors, "visitors"),
            Of(texts.Outcome, "outcome"),
            Of(texts.Amount?.ToString(CultureInfo.InvariantCulture), "amount"),
            Of(texts.Grounds, "grounds"));
    }

    /// <summary>Encrypts what is told in a record that exists.</summary>
    public SealedCare Seal(CareRecord record, CareTexts texts) => Seal(record.DistrictId, record.SchoolId, record.Id, texts);

    /// <summary>Encrypts one field of a record.</summary>
    public byte[]? Seal(CareRecord record, string field, string? text) =>
        string.IsNullOrWhiteSpace(text) ? null : cipher.Seal(text.Trim(), PlaceOf(record.DistrictId, record.SchoolId, record.Id, field));

    /// <summary>Decrypts what is told in a record.</summary>
    public CareTexts Open(CareRecord record)
    {
        List<string> unreadable = [];
        string? Of(byte[]? sealedText, string field)
        {
            if (sealedText is null)
                return null;
            if (cipher.Open(sealedText, PlaceOf(record.DistrictId, record.SchoolId, record.Id, field)) is { } text)
                return text;
            unreadable.Add(field);
            return null;
        }

        var amount = Of(record.Amount, "amount");
        return new CareTexts(
            Of(record.Person, "person"),
            Of(record.Circumstances, "circumstances"),
            Of(record.Visitors, "visitors"),
            Of(record.Outcome, "outcome"),
            amount is null ? null : decimal.Parse(amount, CultureInfo.InvariantCulture),
            Of(record.Grounds, "grounds"))
        {
            Unreadable = unreadable,
        };
    }

    /// <summary>The same texts under the current key; null: they are already. What doesn't open stays as it is.</summary>
    /// <param name="record">Record.</param>
    /// <param name="unreadable">How many fields don't open.</param>
    public SealedCare? Renew(CareRecord record, out int unreadable)
    {
        var (stored, failed) = (record.Sealed, 0);
        byte[]? Of(byte[]? sealedText, string field)
        {
            var place = PlaceOf(record.DistrictId, record.SchoolId, record.Id, field);
            if (sealedText is null || (cipher.IsCurrent(sealedText) && cipher.Open(sealedText, place) is not null))
                return sealedText;
            if (cipher.Open(sealedText, place) is { } text)
                return cipher.Seal(text, place);
            failed++;
            return sealedText;
        }

        var renewed = new SealedCare(
            Of(stored.Person, "person"),
            Of(stored.Circumstances, "circumstances"),
            Of(stored.Visitors, "visitors"),
            Of(stored.Outcome, "outcome"),
            Of(stored.Amount, "amount"),
            Of(stored.Grounds, "grounds"));
        unreadable = failed;

        // What stayed is the same array, so equal references mean that nothing was renewed.
        return renewed == stored ? null : renewed;
    }

    private static string PlaceOf(DistrictId district, SchoolId school, CareRecordId record, string field) => $"care|{district.Value:N}|{school.Value:N}|{record.Value:N}|{field}";
}
