using DistrictUnion.Domain.Common;
using MediatR;

namespace DistrictUnion.Application.Pipeline;

/// <summary>A use case that changes something.</summary>
/// <typeparam name="T">What it answers.</typeparam>
public interface ICommand<T> : IRequest<Result<T>>;

/// <summary>Marks a request that changes nothing.</summary>
public interface IReadOnlyRequest;

/// <summary>A use case that only reads.</summary>
/// <typeparam name="T">What it answers.</typeparam>
public interface IQuery<T> : IRequest<Result<T>>, IReadOnlyRequest;

/// <summary>A command that begins its own transactions, because it works in portions or before a tenant is known.</summary>
public interface IOwnTransactions;

/// <summary>A command that speaks of a person's affairs: its audit entry tells who did what to which record, and none of its texts.</summary>
public interface IConfidential;

/// <summary>Handles a use case.</summary>
/// <typeparam name="TRequest">Request.</typeparam>
/// <typeparam name="T">Answer.</typeparam>
public interface IHandler<TRequest, T> : IRequestHandler<TRequest, Result<T>>
    where TRequest : IRequest<Result<T>>;
