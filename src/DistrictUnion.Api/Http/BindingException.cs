using DistrictUnion.Domain.Common;

namespace DistrictUnion.Api.Http;

/// <summary>A refusal found while the request was bound; answered as problem details like any other.</summary>
public sealed class BindingException : Exception
{
    /// <summary>Makes the exception.</summary>
    public BindingException()
        : this(ValidationError.Of("$", "json.malformed"))
    {
    }

    /// <summary>Makes the exception with a message.</summary>
    public BindingException(string message)
        : base(message) => Error = ValidationError.Of("$", "json.malformed");

    /// <summary>Makes the exception with a message and its cause.</summary>
    public BindingException(string message, Exception innerException)
        : base(message, innerException) => Error = ValidationError.Of("$", "json.malformed");

    /// <summary>Makes the exception of a refusal.</summary>
    public BindingException(Error error)
        : base(error.Code) => Error = error;

    /// <summary>The refusal.</summary>
    public Error Error { get; }
}
