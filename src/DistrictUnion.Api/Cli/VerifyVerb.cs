using System.Globalization;
using DistrictUnion.Api.Words;
using DistrictUnion.Application.Bundles;
using DistrictUnion.Application.Ports;

namespace DistrictUnion.Api.Cli;

/// <summary>Computes a bundle again, without a database, configuration or network.</summary>
internal static class VerifyVerb
{
    /// <summary>Exit code of a bundle that says something else than what follows from it, or isn't the published one.</summary>
    private const int Different = 1;

    /// <summary>Exit code of a file that can't be read as a bundle.</summary>
    private const int Unreadable = 2;

    public static int Run(string path, string? head)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            var report = BundleVerifier.Verify(file, head);
            Say(report.IsSame ? Console.Out : Console.Error, messages => SentencesOf(report, messages));
            return report.IsSame ? 0 : Different;
        }
        catch (BundleUnreadableException e)
        {
            Say(Console.Error, messages => [messages.Format(e.Message, e.Arguments)]);
            return Unreadable;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            Say(Console.Error, messages => [messages.Of("bundle.cannotOpen", ("path", path), ("problem", e.Message))]);
            return Unreadable;
        }
    }

    private static IEnumerable<string> SentencesOf(BundleReport report, MessageCatalogue messages)
    {
        if (report.Header is { } header)
        {
            yield return messages.Of(
                header.Kind == BundleKind.Round ? "bundle.ofRound" : "bundle.ofCampaign",
                ("district", header.District), ("code", header.Code), ("number", header.Number), ("created", header.Created), ("product", header.Product));
            yield return messages.Of("bundle.head", ("head", report.Head));
        }

        yield return messages.Of("bundle.recomputed", ("units", report.Units), ("values", report.Values), ("differences", report.Differences));
        if (report.ChangedFiles.Count > 0)
            yield return messages.Of("bundle.changedFiles", ("files", report.ChangedFiles));
        if (report.StructureChangedAt is { } at)
            yield return messages.Of("bundle.structureChanged", ("at", at));
        if (report.First is { } first)
            yield return FirstOf(first, messages);
        if (report.IsOther)
            yield return messages.Of("bundle.otherHead", ("expected", report.ExpectedHead));
        yield return messages.Of(report.IsSame ? report.ExpectedHead is null ? "bundle.same" : "bundle.sameAsPublished" : "bundle.different");
    }

    private static string FirstOf(BundleDifference first, MessageCatalogue messages)
    {
        var nothing = messages.Of("bundle.nothing");
        var place = messages.Of(first.Line is null ? "bundle.inFile" : "bundle.inLine", ("file", first.File), ("line", first.Line));
        var unit = first.Unit is null ? "" : messages.Of("bundle.ofUnit", ("unit", Printable(first.Unit)));
        return messages.Of(
            first.Item == "unreadable" ? "bundle.firstUnreadable" : "bundle.first",
            ("place", place + unit), ("item", Printable(first.Item)), ("expected", Printable(first.Expected ?? nothing)), ("found", Printable(first.Found ?? nothing)));
    }

    /// <summary>Texts of a foreign file must not steer the terminal they are printed on.</summary>
    private static string Printable(string text) => string.Concat(text.Select(letter => char.IsControl(letter) ? '?' : letter));

    /// <summary>The same in Chinese and in English: a bundle is read where nobody knows the reader's language.</summary>
    private static void Say(TextWriter writer, Func<MessageCatalogue, IEnumerable<string>> sentences)
    {
        var (messages, before) = (new MessageCatalogue(), CultureInfo.CurrentUICulture);
        foreach (var language in MessageCatalogue.Languages)
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
            foreach (var sentence in sentences(messages))
                writer.WriteLine(sentence);
        }

        CultureInfo.CurrentUICulture = before;
    }
}
