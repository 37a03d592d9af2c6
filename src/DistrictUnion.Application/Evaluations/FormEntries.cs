using DistrictUnion.Application.Ports;
using DistrictUnion.Application.Schemes;
using DistrictUnion.Domain.Schemes;
using DistrictUnion.Domain.Scoring;

namespace DistrictUnion.Application.Evaluations;

/// <summary>What a form asks about, in the order of the scheme: leaves, bonuses, vetoes of the school's, other data items.</summary>
internal sealed class FormEntries(CompiledScheme scheme, IMessages messages)
{
    private readonly RuleTexts rules = new(scheme, messages);

    /// <summary>All entries, at least one.</summary>
    public IReadOnlyList<FormEntry> All()
    {
        List<FormEntry> entries = [.. scheme.Nodes.Where(n => n.Kind == NodeKind.Leaf).Select(Leaf), .. scheme.Nodes.Where(n => n.Kind == NodeKind.Bonus).Select(Bonus)];
        entries.AddRange(scheme.Definition.Vetoes.Where(v => scheme.FactOf(v.Fact) is { Level: FactLevel.School }).Select(Veto));
        var shown = entries.SelectMany(e => e.Facts).Select(f => f.Code).ToHashSet(StringComparer.Ordinal);
        entries.AddRange(scheme.Facts.Where(f => f.Level == FactLevel.School && !shown.Contains(f.Code)).Select(Other));
        return entries;
    }

    private FormEntry Leaf(CompiledNode node)
    {
        List<FormHeading> path = [];
        for (var at = node; at.Parent >= 0;)
        {
            at = scheme.Nodes[at.Parent];
            path.Insert(0, HeadingOf(at));
        }

        return new FormEntry(
            path.Count > 0 ? path : [HeadingOf(node)], node.Code, node.Name, SheetCell.Of(node.Max), rules.Of(node.Rule!, node.Max!.Value), messages.Word("evidence", node.Evidence), FactsOf(node.Facts))
        {
            Node = node,
        };
    }

    private FormEntry Bonus(CompiledNode node)
    {
        var bonus = scheme.Definition.Bonuses.First(b => b.Code == node.Code);
        var max = bonus.Cap is { } cap ? SheetCell.Of((decimal?)cap) : SheetCell.Of(messages.Of("form.uncapped"));
        return new FormEntry([Group("bonuses")], node.Code, node.Name, max, rules.Of(bonus), messages.Word("evidence", EvidencePolicy.None), FactsOf(node.Facts)) { Node = node };
    }

    private FormEntry Veto(VetoDefinition veto) =>
        new([Group("vetoes")], veto.Code, veto.Name, SheetCell.Empty, messages.Of("form.veto"), messages.Word("evidence", EvidencePolicy.None), FactsOf([veto.Fact]));

    private FormEntry Other(FactDefinition fact) =>
        new([Group("others")], fact.Code, fact.Name, SheetCell.Empty, "", messages.Word("evidence", EvidencePolicy.None), [fact]);

    private FormHeading HeadingOf(CompiledNode node) => new(node.Code, messages.Of("form.section", ("code", node.Code), ("name", node.Name), ("max", node.Max)));

    /// <summary>A group of the form's own; no node's code has a colon.</summary>
    private FormHeading Group(string name) => new($":{name}", messages.Of($"form.{name}"));

    private IReadOnlyList<FactDefinition> FactsOf(IReadOnlyList<string> codes) => [.. codes.Distinct(StringComparer.Ordinal).Select(scheme.FactOf).OfType<FactDefinition>()];
}
