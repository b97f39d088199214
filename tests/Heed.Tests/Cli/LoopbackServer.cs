using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Heed.Tests.Cli;

/// <summary>A web server on this machine that answers as a test wishes.</summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private readonly WebApplication application;

    private LoopbackServer(WebApplication application) => this.application = application;

    /// <summary>Without a slash at its end.</summary>
    public string Address => application.Urls.Single();

    public static async Task<LoopbackServer> Start(RequestDelegate answer)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var application = builder.Build();
        application.Run(answer);
        await application.StartAsync(TestContext.Current.CancellationToken);
        return new LoopbackServer(application);
    }

    public ValueTask DisposeAsync() => application.DisposeAsync();
}
