using System.Globalization;
using System.Text.Json;
using DistrictUnion.Application.Imports;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using DistrictUnion.Domain.Schemes;
using DistrictUnion.Domain.Scoring;

namespace DistrictUnion.Application.Evaluations;

/// <summary>
/// Puts what a form says into a self-evaluation. What equals what is there keeps its own text, so that a form that comes back
/// as it went out changes nothing.
/// </summary>
internal sealed class EvaluationFormDraft
{
    private readonly CompiledScheme scheme;
    private readonly EvaluationContent old;
    private readonly FormValues values;
    private readonly Dictionary<string, JsonElement> facts;
    private readonly Dictionary<string, decimal> claims;
    private readonly Dictionary<string, string> comments;
    private readonly Dictionary<string, string> notes;
    private readonly List<string> notApplicable;
    private readonly Dictionary<string, SortedList<int, (FormInput Input, JsonElement? Value)>> ballots = new(StringComparer.Ordinal);
    private readonly List<FormChange> changes = [];
    private readonly List<FieldError> problems = [];
    private readonly Dictionary<string, string> places = new(StringComparer.Ordinal);

    public EvaluationFormDraft(CompiledScheme scheme, EvaluationContent old, FilledForm form, IMessages messages)
    {
        (this.scheme, this.old, values) = (scheme, old, new FormValues(messages));
        facts = new Dictionary<string, JsonElement>(old.Facts ?? [], StringComparer.Ordinal);
        claims = new Dictionary<string, decimal>(old.Claims ?? [], StringComparer.Ordinal);
        comments = new Dictionary<string, string>(old.Comments ?? [], StringComparer.Ordinal);
        notes = new Dictionary<string, string>(old.Notes ?? [], StringComparer.Ordinal);
        notApplicable = [.. old.NotApplicable ?? []];
        problems.AddRange(form.Problems);
        foreach (var input in form.Inputs)
            Take(input);
        foreach (var (code, parts) in ballots)
            TakeBallots(scheme.FactOf(code)!, parts);
        foreach (var (code, awards) in form.Awards)
            TakeAwards(scheme.FactOf(code)!, awards);
    }

    /// <summary>The evaluation as the form wants it.</summary>
    public EvaluationContent Content => old with { Facts = facts, Claims = claims, Comments = comments, Notes = notes, NotApplicable = notApplicable };

    /// <summary>What changes.</summary>
    public IReadOnlyList<FormChange> Changes => changes;

    /// <summary>What can't be read.</summary>
    public IReadOnlyList<FieldError> Problems => problems;

    /// <summary>The cell in which a field of the evaluation stands; the field's own path where it stands in none.</summary>
    public string PlaceOf(string path)
    {
        if (path.StartsWith("notApplicable[", StringComparison.Ordinal) && int.TryParse(path.AsSpan(14, path.Length - 15), CultureInfo.InvariantCulture, out var index) && index < notApplicable.Count)
            path = $"notApplicable.{notApplicable[index]}";
        for (var end = path.Length; end > 0; end = path.LastIndexOfAny(['.', '['], end - 1))
        {
            if (places.TryGetValue(path[..end], out var place))
                return place;
        }

        return path;
    }

    private void Take(FormInput input)
    {
        var (key, place, cell) = input;
        var column = FormCells.ColumnOf(key.Field);
        places.TryAdd(PathOf(key), place.Name);
        if (key.Part is not null)
            places.TryAdd($"facts.{key.Code}", place.Name);
        if (FormCells.Check(cell, place, column) is { } problem)
        {
            problems.Add(problem);
            return;
        }

        var isEmpty = string.IsNullOrWhiteSpace(cell.Text);
        switch (key.Field)
        {
            case FormField.Fact when scheme.FactOf(key.Code) is { } fact:
                Taken(input, isEmpty ? ReadCell<JsonElement?>.Of(null) : Optional(values.Read(fact, cell)), value => TakeFact(input, fact, value));
                break;
            case FormField.Claim:
                Taken(input, isEmpty ? ReadCell<decimal?>.Of(null) : Optional(FormValues.ReadPoints(cell)), points => Put(input, claims, points));
                break;
            case FormField.NotApplicable:
                Taken(input, isEmpty ? ReadCell<bool>.Of(false) : values.ReadFlag(cell), asked => TakeRequest(input, asked));
                break;
            default:
                Taken(input, isEmpty ? ReadCell<string?>.Of(null) : FormValues.ReadText(cell), text => TakeText(input, key.Field == FormField.Note ? notes : comments, text));
                break;
        }
    }

    private void Taken<T>(FormInput input, ReadCell<T> read, Action<T?> take)
    {
        if (read.Problem is { } code)
            problems.Add(FormCells.Problem(code, input.Place, FormCells.ColumnOf(input.Key.Field), read.Allowed));
        else
            take(read.Value);
    }

    private static ReadCell<T?> Optional<T>(ReadCell<T> read)
        where T : struct => new(read.Problem is null ? read.Value : null, read.Problem, read.Allowed);

    private void TakeFact(FormInput input, FactDefinition fact, JsonElement? value)
    {
        if (input.Key.Part is { } part)
        {
            if (!ballots.TryGetValue(fact.Code, out var parts))
                ballots[fact.Code] = parts = [];
            parts[FormKey.BallotParts(fact).TakeWhile(p => p != part).Count()] = (input, value);
            return;
        }

        JsonElement? known = facts.TryGetValue(fact.Code, out var typed) ? typed : null;
        if (AreSame(fact, known, value) || input.Cell.Text == values.Show(fact, known).Text)
            return;
        Put(facts, fact.Code, value);
        Changed(input, known, value);
    }

    private void TakeBallots(FactDefinition fact, SortedList<int, (FormInput Input, JsonElement? Value)> parts)
    {
        JsonElement? known = facts.TryGetValue(fact.Code, out var typed) ? typed : null;
        var told = parts.Values.Where(p => p.Value is not null).ToDictionary(p => p.Input.Key.Part!, p => p.Value!.Value, StringComparer.Ordinal);
        foreach (var (input, value) in told.Count > 0 ? parts.Values : [])
        {
            if (value is null && !input.Key.Part!.StartsWith(FormKey.CountsPrefix, StringComparison.Ordinal))
                problems.Add(FormCells.Problem("csv.cellRequired", input.Place, FormColumns.Value));
        }

        JsonElement? next = told.Count > 0 ? FormValues.BallotsOf(told) : null;
        if (AreSame(fact, known, next))
            return;
        Put(facts, fact.Code, next);
        foreach (var (input, value) in parts.Values)
        {
            var before = FormValues.PartOf(known, input.Key.Part!);
            if (before?.GetRawText() != value?.GetRawText())
                Changed(input, before, value);
        }
    }

    private void TakeAwards(FactDefinition fact, IReadOnlyList<FilledAward> awards)
    {
        JsonElement? known = facts.TryGetValue(fact.Code, out var typed) ? typed : null;
        JsonElement? next = awards.Count > 0 ? values.AwardsOf(fact, awards.Select(a => a.Award)) : null;
        for (var i = 0; i < awards.Count; i++)
        {
            var path = string.Create(CultureInfo.InvariantCulture, $"facts.{fact.Code}[{i}]");
            places[path] = awards[i].PlaceOf();
            foreach (var column in FormAwards.Table.Columns)
                places[$"{path}.{column.Name}"] = awards[i].PlaceOf(column.Name);
        }

        var wasEmpty = known is { ValueKind: JsonValueKind.Array } list && list.GetArrayLength() == 0;
        if (AreSame(fact, known, next) || (wasEmpty && next is null))
            return;
        Put(facts, fact.Code, next);
        changes.Add(new FormChange(awards.Count > 0 ? awards[0].PlaceOf() : "", awards.Count > 0 ? awards[0].Row : 0, NodeOf(fact.Code), FormField.Fact, fact.Code, fact.Name, known, next));
    }

    private void TakeRequest(FormInput input, bool asked)
    {
        var before = notApplicable.Contains(input.Key.Code);
        if (before == asked)
            return;
        if (asked)
            notApplicable.Add(input.Key.Code);
        else
            notApplicable.RemoveAll(n => n == input.Key.Code);
        Changed(input, Flag(before), Flag(asked));
    }

    private void TakeText(FormInput input, Dictionary<string, string> texts, string? text)
    {
        var known = texts.GetValueOrDefault(input.Key.Code);
        if (FormValues.Plain(known) == FormValues.Plain(text))
            return;
        Put(texts, input.Key.Code, text);
        Changed(input, Element(known), Element(text));
    }

    private void Put(FormInput input, Dictionary<string, decimal> points, decimal? value)
    {
        decimal? known = points.TryGetValue(input.Key.Code, out var typed) ? typed : null;
        if (known == value)
            return;
        if (value is { } next)
            points[input.Key.Code] = next;
        else
            points.Remove(input.Key.Code);
        Changed(input, Element(known), Element(value));
    }

    private static void Put(Dictionary<string, string> texts, string code, string? text)
    {
        if (text is null)
            texts.Remove(code);
        else
            texts[code] = text;
    }

    private static void Put(Dictionary<string, JsonElement> facts, string code, JsonElement? value)
    {
        if (value is { } known)
            facts[code] = known;
        else
            facts.Remove(code);
    }

    private void Changed(FormInput input, JsonElement? before, JsonElement? after)
    {
        var (key, place) = (input.Key, input.Place);
        var isOfFact = key.Field is FormField.Fact or FormField.Note;
        changes.Add(new FormChange(
            place.Name,
            place.Row,
            isOfFact ? NodeOf(key.Code) : key.Code,
            key.Field,
            isOfFact ? key.FactCode : null,
            isOfFact ? scheme.FactOf(key.Code)!.Name : scheme.Nodes[scheme.IndexOf(key.Code)].Name,
            before,
            after));
    }

    private string? NodeOf(string fact) => scheme.Nodes.FirstOrDefault(n => n.Facts.Contains(fact))?.Code;

    private static string PathOf(FormKey key) => key.Field switch
    {
        FormField.Fact => $"facts.{key.FactCode}",
        FormField.Note => $"notes.{key.Code}",
        FormField.Claim => $"claims.{key.Code}",
        FormField.NotApplicable => $"notApplicable.{key.Code}",
        _ => $"comments.{key.Code}",
    };

    /// <summary>Whether two values are the same fact, however they are written.</summary>
    private static bool AreSame(FactDefinition fact, JsonElement? one, JsonElement? other) => (one, other) switch
    {
        (null, null) => true,
        ({ } a, { } b) when FactValueReader.Read(fact, a, "").Value is { } first && FactValueReader.Read(fact, b, "").Value is { } second =>
            FactValueWriter.Write(first) == FactValueWriter.Write(second),
        ({ } a, { } b) => a.GetRawText() == b.GetRawText(),
        _ => false,
    };

    private static JsonElement? Flag(bool asked) => asked ? JsonElement.Parse("true") : null;

    private static JsonElement? Element(string? text) => text is null ? null : JsonSerializer.SerializeToElement(text);

    private static JsonElement? Element(decimal? points) => points is { } known ? JsonSerializer.SerializeToElement(known) : null;
}
