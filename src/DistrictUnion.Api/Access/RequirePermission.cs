using DistrictUnion.Application.Accounts;

namespace DistrictUnion.Api.Access;

/// <summary>What an endpoint demands of its caller.</summary>
public sealed record PermissionMetadata(Permission Permission);

/// <summary>Marks an endpoint that needs no sign-in.</summary>
public sealed record AnonymousMetadata;

/// <summary>Marks an open endpoint whose requests are counted by address.</summary>
public sealed record AddressLimitMetadata;

/// <summary>Marks an endpoint whose answer holds a secret that is shown once: it is never kept for repeats.</summary>
public sealed record OneTimeAnswerMetadata;

/// <summary>Marks an endpoint whose body tells of a person: what is kept to recognise a repeat must not confirm a guess.</summary>
public sealed record ConfidentialMetadata;

/// <summary>The last code of the path may be one that doesn't exist yet: the request creates it.</summary>
public sealed record CreatesMetadata(string RouteValue);

/// <summary>The request takes a file: a larger body than JSON's is allowed.</summary>
/// <param name="IsEvidence">Whether it may be as large as evidence.</param>
public sealed record FileBodyMetadata(bool IsEvidence = false);

/// <summary>Declarations of endpoints.</summary>
public static class EndpointDeclarations
{
    /// <summary>Demands a permission; every endpoint demands exactly one or is anonymous.</summary>
    public static RouteHandlerBuilder Requires(this RouteHandlerBuilder endpoint, Permission permission) =>
        endpoint.WithMetadata(new PermissionMetadata(permission));

    /// <summary>Lets the last code of the path be new.</summary>
    public static RouteHandlerBuilder Creates(this RouteHandlerBuilder endpoint, string routeValue) =>
        endpoint.WithMetadata(new CreatesMetadata(routeValue));

    /// <summary>Lets anybody in.</summary>
    public static RouteHandlerBuilder Anonymous(this RouteHandlerBuilder endpoint) => endpoint.WithMetadata(new AnonymousMetadata());

    /// <summary>Lets anybody in, so many times a minute from one address.</summary>
    public static RouteHandlerBuilder Public(this RouteHandlerBuilder endpoint) => endpoint.Anonymous().WithMetadata(new AddressLimitMetadata());

    /// <summary>Keeps the answer nowhere: a repeat with the same key is a new request.</summary>
    public static RouteHandlerBuilder AnswersOnce(this RouteHandlerBuilder endpoint) => endpoint.WithMetadata(new OneTimeAnswerMetadata());

    /// <summary>Allows a body of file size.</summary>
    public static RouteHandlerBuilder TakesFile(this RouteHandlerBuilder endpoint) => endpoint.WithMetadata(new FileBodyMetadata());

    /// <summary>Allows a body of the size of evidence.</summary>
    public static RouteHandlerBuilder TakesEvidence(this RouteHandlerBuilder endpoint) => endpoint.WithMetadata(new FileBodyMetadata(IsEvidence: true));
}
