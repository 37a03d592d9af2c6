using System.Globalization;
using DistrictUnion.Domain.Common;

namespace DistrictUnion.Application.Pipeline;

/// <summary>What the caller knows of the resource: its <c>If-Match</c> and <c>If-None-Match</c>.</summary>
/// <param name="IfMatch">Tag that the resource must still carry, <c>*</c> for any; null when not given.</param>
/// <param name="IfNoneMatch"><c>*</c>: only create; null when not given.</param>
public readonly record struct Precondition(string? IfMatch, string? IfNoneMatch)
{
    /// <summary>Whatever is there.</summary>
    public static Precondition Any { get; } = new("*", null);

    /// <summary>The refusal for a resource that exists with a version; null when the write may go on.</summary>
    public Error? Against(long version)
    {
        if (IfNoneMatch is not null)
            return new PreconditionFailedError();
        if (IfMatch is null)
            return new PreconditionRequiredError();
        return Matches(version) ? null : new PreconditionFailedError();
    }

    /// <summary>The refusal for a resource that doesn't exist yet; null when it may be created.</summary>
    public Error? AgainstAbsent() => IfMatch is null ? null : new PreconditionFailedError();

    /// <summary>The refusal for an aggregate that may not exist yet.</summary>
    public Error? Against(AggregateRoot? aggregate) => aggregate is null ? AgainstAbsent() : Against(aggregate.Version);

    /// <summary>The tag of a version.</summary>
    public static string TagOf(long version) => string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");

    private bool Matches(long version)
    {
        var tag = TagOf(version);
        return IfMatch!.Split(',', StringSplitOptions.TrimEntries).Any(t => t == "*" || t == tag);
    }
}

/// <summary>A representation with the aggregate's version as its tag.</summary>
/// <typeparam name="T">Body.</typeparam>
/// <param name="Body">Body.</param>
/// <param name="Version">Version of the aggregate.</param>
/// <param name="Created">Whether the request created it.</param>
public sealed record Tagged<T>(T Body, long Version, bool Created = false);

/// <summary>One page of a list.</summary>
/// <typeparam name="T">Item.</typeparam>
/// <param name="Items">Items of the page.</param>
/// <param name="Number">Number, from 1; called <c>page</c> in JSON.</param>
/// <param name="PageSize">Items a page, at most 200.</param>
/// <param name="Total">Items in all.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, [property: System.Text.Json.Serialization.JsonPropertyName("page")] int Number, int PageSize, int Total);

/// <summary>Which page is asked for.</summary>
/// <param name="Number">Number, from 1.</param>
/// <param name="Size">Items a page, 1…200.</param>
public readonly record struct PageRequest(int Number, int Size)
{
    /// <summary>Items before the page.</summary>
    public int Skip => (int)Math.Min((Number - 1L) * Size, int.MaxValue);
}

/// <summary>Nothing to tell.</summary>
public readonly record struct Nothing;
