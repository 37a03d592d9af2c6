using System.Text.Json;

namespace DistrictUnion.Domain.Common;

/// <summary>
/// An expected refusal. A code with parameters; it is put into words, Chinese or English, at the edge. The sealed records
/// below are all the kinds there are, each with its HTTP status in one place of the API.
/// </summary>
/// <param name="Code">Stable code, for example <c>round.notOpen</c>.</param>
public abstract record Error(string Code)
{
    /// <summary>Parameters of the message.</summary>
    public IReadOnlyDictionary<string, object?> Arguments { get; init; } = new Dictionary<string, object?>();
}

/// <summary>What was asked for doesn't exist, or belongs to someone else: the two answer alike.</summary>
public sealed record NotFoundError() : Error("notFound");

/// <summary>The caller's post doesn't allow it.</summary>
public sealed record ForbiddenError(string Code = "forbidden") : Error(Code);

/// <summary>Input that can't be used, field by field.</summary>
public sealed record ValidationError(IReadOnlyList<FieldError> Fields) : Error("validation")
{
    /// <summary>One field, one code.</summary>
    public static ValidationError Of(string path, string code, params (string Name, object? Value)[] arguments) =>
        new([FieldError.Of(path, code, arguments)]);
}

/// <summary>One field's problem: its path in the request, a code, parameters.</summary>
public sealed record FieldError(string Path, string Code, IReadOnlyDictionary<string, object?> Arguments)
{
    /// <summary>Makes a field error.</summary>
    public static FieldError Of(string path, string code, params (string Name, object? Value)[] arguments) =>
        new(path, code, arguments.ToDictionary(a => a.Name, a => a.Value, StringComparer.Ordinal));
}

/// <summary>A write to an existing resource came without <c>If-Match</c>.</summary>
public sealed record PreconditionRequiredError() : Error("preconditionRequired");

/// <summary>The resource changed since the caller read it.</summary>
public sealed record PreconditionFailedError() : Error("preconditionFailed")
{
    /// <summary>Where it is known, what the caller and somebody else gave otherwise; null: not known.</summary>
    public IReadOnlyList<AnswerConflict>? Conflicts { get; init; }
}

/// <summary>One answer that two people gave otherwise.</summary>
/// <param name="Path">Its path in the resource.</param>
/// <param name="Mine">What the caller gives, as JSON; null: nothing.</param>
/// <param name="Theirs">What is stored, as JSON; null: nothing.</param>
public sealed record AnswerConflict(string Path, JsonElement? Mine, JsonElement? Theirs);

/// <summary>The resource's state doesn't allow it: which state it is in, and what it allows.</summary>
public sealed record ConflictError(string Code, string? State = null, IReadOnlyList<string>? Allowed = null) : Error(Code);

/// <summary>The product lacks something that only its operator can give; the message says what.</summary>
public sealed record UnavailableError(string Code) : Error(Code);

/// <summary>Understood, but not processable as a whole: every problem with its path.</summary>
public sealed record UnprocessableError(string Code, IReadOnlyList<FieldError> Problems) : Error(Code);

/// <summary>An outcome that may be a refusal; it lets a pipeline refuse without knowing the value's type.</summary>
public interface IFallible
{
    /// <summary>The refusal; null on success.</summary>
    Error? Error { get; }
}

/// <summary>An outcome that can be made from a refusal.</summary>
/// <typeparam name="TSelf">The outcome's own type.</typeparam>
public interface IFallible<TSelf> : IFallible
    where TSelf : IFallible<TSelf>
{
    /// <summary>The outcome of a refusal.</summary>
    static abstract TSelf Refuse(Error error);
}

/// <summary>A value, or the reason why there is none.</summary>
/// <typeparam name="T">Type of the value.</typeparam>
public sealed class Result<T> : IFallible<Result<T>>
{
    private readonly T? value;

    private Result(T? value, Error? error)
    {
        this.value = value;
        Error = error;
    }

    /// <summary>The refusal; null on success.</summary>
    public Error? Error { get; }

    /// <summary>Whether there is a value.</summary>
    public bool IsSuccess => Error is null;

    /// <summary>The value.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public T Value => IsSuccess ? value! : throw new InvalidOperationException($"No value: {Error!.Code}.");

    /// <summary>Wraps a value.</summary>
    public static implicit operator Result<T>(T value) => new(value, null);

    /// <summary>Wraps a refusal.</summary>
    public static implicit operator Result<T>(Error error) => new(default, error);

    static Result<T> IFallible<Result<T>>.Refuse(Error error) => error;

    /// <summary>Passes a refusal on as another result's.</summary>
    public Result<TOther> As<TOther>() => Error!;
}
