using System.Globalization;
using DistrictUnion.Api.Access;
using DistrictUnion.Api.Endpoints;
using DistrictUnion.Api.Http;
using DistrictUnion.Api.Pages;
using DistrictUnion.Api.Words;
using DistrictUnion.Application;
using DistrictUnion.Application.Jobs;
using DistrictUnion.Application.Ports;
using DistrictUnion.Infrastructure;
using DistrictUnion.Infrastructure.Care;
using DistrictUnion.Infrastructure.Messages;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Localization;

namespace DistrictUnion.Api;

/// <summary>Puts the service together.</summary>
public static class ServiceHost
{
    /// <summary>Name of the connection string of the service's role.</summary>
    public const string AppConnection = "App";

    /// <summary>Registers everything.</summary>
    /// <exception cref="InvalidOperationException">No connection is configured.</exception>
    public static void AddServices(WebApplicationBuilder builder)
    {
        var connection = builder.Configuration.GetConnectionString(AppConnection)
            ?? throw new InvalidOperationException("No database is configured: set ConnectionStrings__App.");
        var evidence = builder.Configuration.GetSection("Evidence");
        builder.Services.AddApplication().AddEvidenceFiles(evidence["Folder"], evidence.Get<EvidenceLimits>() ?? new EvidenceLimits()).AddFileScanner(evidence["Scanner"])
            .AddFieldKeys(FieldKeys.Read(builder.Configuration["Care:KeyFile"])).AddInfrastructure(connection);
        var configuration = builder.Configuration;
        builder.Services.AddMessageOptions(
            configuration.GetSection("Messages").Get<MessageOptions>() ?? new MessageOptions(), configuration.GetSection("Outbound").Get<OutboundOptions>() ?? new OutboundOptions(), configuration["Secrets:Folder"]);
        if (configuration.GetSection("Retention").Get<RetentionDays>() is { } days)
            builder.Services.AddSingleton(days);
        if (configuration["Faults:KillAt"] is { Length: > 0 } step && !builder.Environment.IsProduction())
            builder.Services.AddFatalStep(step);
        if (builder.Configuration.GetValue("Jobs:Enabled", true))
            builder.Services.AddJobEngine(connection);
        AddHttp(builder);
        if (!builder.Environment.IsDevelopment())
        {
            builder.Logging.ClearProviders().AddJsonConsole(o =>
            {
                o.UseUtcTimestamp = true;
                o.IncludeScopes = true;
            });
        }

        // Addresses are kept out of the log: somebody may have put a key into one before it was refused.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning);

        // The text of every statement fills a log, and that of thousands of changed rows is megabytes which the logger then keeps; what fails is still told.
        if (!builder.Environment.IsDevelopment())
            builder.Logging.AddFilter("Microsoft.EntityFrameworkCore.Database.Command", LogLevel.Warning);
        builder.Logging.Configure(o => o.ActivityTrackingOptions = ActivityTrackingOptions.TraceId | ActivityTrackingOptions.SpanId);
    }

    /// <summary>What verbs work with that don't serve: the product without HTTP and without a job engine.</summary>
    /// <param name="clock">Clock of what is done.</param>
    /// <param name="connection">Connection of the service's role.</param>
    public static ServiceProvider CommandServices(TimeProvider clock, string connection)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddMetrics();
        services.AddSingleton(clock);
        services.AddSingleton<IMessages, MessageCatalogue>();
        services.AddApplication().AddFieldKeys(FieldKeys.Read(Environment.GetEnvironmentVariable("Care__KeyFile"))).AddInfrastructure(connection);
        return services.BuildServiceProvider();
    }

    /// <summary>Registers what HTTP needs.</summary>
    public static void AddHttp(WebApplicationBuilder builder)
    {
        var services = builder.Services;
        var messages = new MessageCatalogue();
        services.AddSingleton(messages);
        services.AddSingleton<IMessages>(messages);
        services.AddSingleton<Problems>();
        services.AddScoped<Answers>();
        services.AddScoped<OfficeFiles>();
        services.AddScoped<EvidenceBodies>();
        services.AddScoped<ImportAnswers>();
        services.AddScoped<SchemeFiles>();
        services.AddSingleton<JobEvents>();
        services.Configure<JsonOptions>(o => ApiJson.Configure(o.SerializerOptions, messages));
        services.Configure<Microsoft.AspNetCore.Mvc.JsonOptions>(o =>
        {
            ApiJson.Configure(o.JsonSerializerOptions, messages);
        });
        services.Configure<ServiceLimits>(builder.Configuration.GetSection("Limits"));
        builder.WebHost.ConfigureKestrel(o =>
        {
            o.AddServerHeader = false;
            o.Limits.MaxRequestBodySize = ServiceLimits.JsonBytes;
        });
        services.AddRequestLocalization(o =>
        {
            o.DefaultRequestCulture = new RequestCulture(MessageCatalogue.Languages[0]);
            o.SupportedCultures = o.SupportedUICultures = [.. MessageCatalogue.Languages.Select(CultureInfo.GetCultureInfo)];
            o.RequestCultureProviders = [new AcceptLanguageHeaderRequestCultureProvider()];
        });
        services.AddWebPages();
        services.AddHealthChecks().AddCheck<Health.DatabaseHealth>("database", tags: [Health.DatabaseHealth.Tag]);
        services.AddEndpointsApiExplorer();
        services.AddSwaggerGen(OpenApi.OpenApiSetup.Configure);
        services.AddSingleton<RequestLimiter>();
    }

    /// <summary>Builds the pipeline.</summary>
    public static void Use(WebApplication app)
    {
        app.UseRequestLocalization();
        app.Use(static (context, next) =>
        {
            var headers = context.Response.Headers;
            headers.XContentTypeOptions = "nosniff";
            headers.CacheControl = "no-store";
            headers["Referrer-Policy"] = "no-referrer";
            return next(context);
        });
        if (!app.Environment.IsDevelopment())
            app.UseHsts();
        app.UseWebPages();
        app.UseMiddleware<ErrorMiddleware>();
        app.UseRouting();
        app.UseMiddleware<AccessMiddleware>();
        app.UseMiddleware<LimitMiddleware>();
        app.UseMiddleware<IdempotencyMiddleware>();
        app.UseSwagger();
        app.UseSwaggerUI(o => o.SwaggerEndpoint("/swagger/v1/swagger.json", "DistrictUnion v1"));
        MapEndpoints(app);
    }

    private static void MapEndpoints(WebApplication app)
    {
        app.MapHealthChecks("/health/live", new() { Predicate = _ => false }).WithMetadata(new AnonymousMetadata());
        app.MapHealthChecks("/health/ready", new() { Predicate = c => c.Tags.Contains(Health.DatabaseHealth.Tag) }).WithMetadata(new AnonymousMetadata());
        var api = app.MapGroup("/api/v1");
        AccountEndpoints.Map(api);
        KeyEndpoints.Map(api);
        OrganisationEndpoints.Map(api);
        CommunityEndpoints.Map(api);
        SchemeEndpoints.Map(api);
        RoundEndpoints.Map(api);
        DocumentEndpoints.Map(api);
        ReviewEndpoints.Map(api);
        EvidenceEndpoints.Map(api);
        PanelEndpoints.Map(api);
        VisitEndpoints.Map(api);
        ActivityEndpoints.Map(api);
        PlanEndpoints.Map(api);
        CongressEndpoints.Map(api);
        ProposalEndpoints.Map(api);
        DisclosureEndpoints.Map(api);
        CareEndpoints.Map(api);
        VoteEndpoints.Map(api);
        TitleEndpoints.Map(api);
        CampaignEndpoints.Map(api);
        RegisterEndpoints.Map(api);
        ObligationEndpoints.Map(api);
        CalendarEndpoints.Map(api);
        TemplateEndpoints.Map(api);
        LabEndpoints.Map(api);
        ResultEndpoints.Map(api);
        JobEndpoints.Map(api);
        MessageEndpoints.Map(api);
        WebhookEndpoints.Map(api);

        // Written for the context itself: the generator of route code forgets the pattern of a fallback that takes services.
        app.MapFallback("/api/{**path}", http => http.RequestServices.GetRequiredService<Problems>().Of(new Domain.Common.NotFoundError()).ExecuteAsync(http))
            .WithMetadata(new AnonymousMetadata()).ExcludeFromDescription();
        app.MapWebPages();
        EndpointChecks.Run(app);
    }
}
