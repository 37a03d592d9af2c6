using System.Text.Json;
using DistrictUnion.Domain.Common;
using static DistrictUnion.Domain.Schemes.SchemeWriter;

namespace DistrictUnion.Domain.Schemes;

/// <summary>Writes the properties of a rule in canonical order.</summary>
internal static class SchemeRuleWriter
{
    public static void Write(Utf8JsonWriter writer, RuleDefinition rule)
    {
        switch (rule)
        {
            case ManualRule:
                writer.WriteString("type", "manual");
                break;
            case BooleanRule boolean:
                writer.WriteString("type", "boolean");
                writer.WriteString("fact", boolean.Fact);
                break;
            case ChecklistRule checklist:
                writer.WriteString("type", "checklist");
                WriteList(writer, "parts", checklist.Parts, WritePart);
                break;
            case DeductRule deduct:
                writer.WriteString("type", "deduct");
                writer.WriteString("misses", deduct.Misses);
                writer.WriteNumberText("points", deduct.Points);
                WriteText(writer, "gate", deduct.Gate);
                break;
            case CountRule count:
                writer.WriteString("type", "count");
                writer.WriteString("count", count.Count);
                writer.WriteNumberText("points", count.Points);
                break;
            case TiersRule tiers:
                writer.WriteString("type", "tiers");
                WriteText(writer, "value", tiers.Value);
                if (tiers.Rate is { } rate) WriteRate(writer, rate);
                WriteList(writer, "bands", tiers.Bands, WriteBand);
                break;
            case RateStepRule step:
                writer.WriteString("type", "rateStep");
                WriteRate(writer, step.Rate);
                writer.WriteNumberText("target", step.Target);
                writer.WriteNumberText("step", step.Step);
                writer.WriteNumberText("points", step.Points);
                WriteWord(writer, "steps", step.Steps);
                break;
            case RateLinearRule line:
                writer.WriteString("type", "rateLinear");
                WriteRate(writer, line.Rate);
                writer.WriteNumberText("zeroAt", line.ZeroAt);
                writer.WriteNumberText("fullAt", line.FullAt);
                break;
            case ValueRule value:
                writer.WriteString("type", "value");
                writer.WriteString("fact", value.Fact);
                writer.WriteNumberText("outOf", value.OutOf);
                break;
            case PanelRule panel:
                writer.WriteString("type", "panel");
                writer.WriteString("scores", panel.Scores);
                writer.WriteNumberText("outOf", panel.OutOf);
                writer.WriteNumber("trimFrom", panel.TrimFrom);
                writer.WriteNumber("minimum", panel.Minimum);
                break;
            case SurveyIndexRule index:
                writer.WriteString("type", "surveyIndex");
                writer.WriteString("ballots", index.Ballots);
                WriteNumbers(writer, "weights", index.Weights);
                writer.WriteString("quorum", QuorumText(index.Quorum));
                break;
            case SurveyRateRule rateOfSatisfied:
                writer.WriteString("type", "surveyRate");
                writer.WriteString("ballots", rateOfSatisfied.Ballots);
                WriteTexts(writer, "satisfied", rateOfSatisfied.Satisfied);
                WriteWord(writer, "base", rateOfSatisfied.Base);
                writer.WriteString("quorum", QuorumText(rateOfSatisfied.Quorum));
                if (rateOfSatisfied.Bands is { } bands) WriteList(writer, "bands", bands, WriteBand);
                break;
        }
    }

    private static void WriteRate(Utf8JsonWriter writer, RateDefinition rate)
    {
        writer.WriteStartObject("rate");
        writer.WriteString("of", rate.Of);
        writer.WriteString("to", rate.To);
        writer.WriteEndObject();
    }

    private static void WriteBand(Utf8JsonWriter writer, BandDefinition band)
    {
        writer.WriteNumberText("atLeast", band.AtLeast);
        writer.WriteNumberText("points", band.Points);
    }

    private static void WritePart(Utf8JsonWriter writer, ChecklistPart part)
    {
        writer.WriteString("fact", part.Fact);
        writer.WriteNumberText("points", part.Points);
    }
}
