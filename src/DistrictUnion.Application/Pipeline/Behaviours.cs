using System.Diagnostics;
using DistrictUnion.Application.Ports;
using DistrictUnion.Domain.Common;
using FluentValidation;
using MediatR;
using Microsoft.Extensions.Logging;

namespace DistrictUnion.Application.Pipeline;

/// <summary>Logs each use case with its outcome and time, first in the pipeline. Arguments stay out of the log: they may hold personal data.</summary>
internal sealed partial class LoggingBehaviour<TRequest, TResponse>(ILogger<LoggingBehaviour<TRequest, TResponse>> logger) : IPipelineBehavior<TRequest, TResponse>
    where TResponse : IFallible<TResponse>
{
    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        var started = Stopwatch.GetTimestamp();
        var result = await next();
        Handled(logger, typeof(TRequest).Name, result.Error?.Code ?? "ok", Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        return result;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Request} {Outcome} in {Milliseconds:0.0} ms")]
    private static partial void Handled(ILogger logger, string request, string outcome, double milliseconds);
}

/// <summary>Refuses input that breaks a validator's rule, every field at once.</summary>
internal sealed class ValidationBehaviour<TRequest, TResponse>(IEnumerable<IValidator<TRequest>> validators) : IPipelineBehavior<TRequest, TResponse>
    where TResponse : IFallible<TResponse>
{
    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        List<FieldError> fields = [];
        foreach (var validator in validators)
        {
            var outcome = await validator.ValidateAsync(request, cancellationToken);
            fields.AddRange(outcome.Errors.Select(e => new FieldError(
                Paths.OfProperty(e.PropertyName),
                e.ErrorCode,
                e.FormattedMessagePlaceholderValues?.ToDictionary(p => p.Key, p => (object?)p.Value, StringComparer.Ordinal) ?? [])));
        }

        return fields.Count == 0 ? await next() : TResponse.Refuse(new ValidationError(fields));
    }
}

/// <summary>Gives each command one transaction with its audit and outbox rows, and each query one consistent view.</summary>
internal sealed class TransactionBehaviour<TRequest, TResponse>(IUnitOfWork unitOfWork) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : notnull
    where TResponse : IFallible<TResponse>
{
    public Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next) => request switch
    {
        IOwnTransactions => next(),
        IReadOnlyRequest => unitOfWork.ReadAsync(() => next(), cancellationToken),
        _ => unitOfWork.WriteAsync(typeof(TRequest).Name, request, () => next(), cancellationToken),
    };
}
