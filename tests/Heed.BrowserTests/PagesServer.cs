using Heed.Cli.Preview;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Heed.BrowserTests;

/// <summary>Serves a built folder as GitHub Pages does: below a path, <c>.html</c> optional, case counts, one <c>404.html</c>.</summary>
public sealed class PagesServer : IAsyncDisposable
{
    private readonly WebApplication application;
    private readonly string basePath;
    private Dictionary<string, ReadOnlyMemory<byte>> files = [];

    private PagesServer(WebApplication application, string basePath)
    {
        this.application = application;
        this.basePath = basePath;
    }

    /// <summary>Scheme, host and port, without a slash at the end.</summary>
    public string Origin => application.Urls.Single();

    /// <summary>Where the site stands, ending in <c>/</c>.</summary>
    public string Address => Origin + basePath;

    /// <summary>Starts with an empty site, so that a build can be told the address.</summary>
    /// <param name="basePath">Starting and ending in <c>/</c>.</param>
    public static async Task<PagesServer> Start(string basePath)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var application = builder.Build();
        var server = new PagesServer(application, basePath);
        application.Run(server.Answer);
        await application.StartAsync();
        return server;
    }

    /// <summary>Serves this folder from now on. It is read once: no request can name a file that is not of the site.</summary>
    public void Serve(string folder) => files = Directory
        .EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 })
        .ToDictionary(
            file => Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '/'),
            file => new ReadOnlyMemory<byte>(File.ReadAllBytes(file)),
            StringComparer.Ordinal);

    public ValueTask DisposeAsync() => application.DisposeAsync();

    // Not "? bytes : null": null would become an empty memory, and every path would be found.
    private ReadOnlyMemory<byte>? Find(string path) => files.TryGetValue(path, out var bytes) ? bytes : default(ReadOnlyMemory<byte>?);

    private async Task Answer(HttpContext context)
    {
        if (!HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method))
        {
            context.Response.StatusCode = 405;
            return;
        }

        var answer = PagesRules.Answer(Find, basePath, context.Request.Path.Value ?? "/");
        context.Response.StatusCode = answer.Status;
        context.Response.ContentType = answer.ContentType;
        context.Response.ContentLength = answer.Body.Length;
        if (answer.Location is { } location)
        {
            context.Response.Headers.Location = location;
        }

        if (HttpMethods.IsGet(context.Request.Method))
        {
            await context.Response.Body.WriteAsync(answer.Body);
        }
    }
}
