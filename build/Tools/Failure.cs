namespace DistrictUnion.Build.Tools;

/// <summary>Something the person at the keyboard can mend: one sentence that says what to do, shown without a stack trace.</summary>
internal sealed class Failure(string sentence, Exception? cause = null) : Exception(sentence, cause);
