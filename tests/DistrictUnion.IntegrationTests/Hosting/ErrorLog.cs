using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace DistrictUnion.IntegrationTests.Hosting;

/// <summary>Keeps what the service logs as errors, so that an unexpected 500 says why.</summary>
public sealed class ErrorLog(ConcurrentQueue<string> errors) : ILoggerProvider, ILogger
{
    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName) => this;

    /// <inheritdoc/>
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    /// <inheritdoc/>
    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

    /// <inheritdoc/>
    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel))
            errors.Enqueue($"{formatter(state, exception)} {exception}");
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // Nothing is held.
    }
}
