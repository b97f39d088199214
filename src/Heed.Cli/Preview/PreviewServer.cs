using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Heed.Cli.Preview;

/// <summary>Serves the preview from memory, to this machine alone.</summary>
public sealed class PreviewServer : IAsyncDisposable
{
    /// <summary>Below this path stands what belongs to the preview and not to the site.</summary>
    private const string Own = "/_heed/";

    private const string LastGood = Own + "last/";

    private const int PortsToTry = 50;

    private readonly WebApplication application;
    private readonly PreviewState state;

    private PreviewServer(WebApplication application, PreviewState state)
    {
        this.application = application;
        this.state = state;
    }

    /// <summary>The address without a path and without a slash at its end: <c>http://127.0.0.1:4000</c>.</summary>
    public string Address { get; private set; } = "";

    /// <summary>Starts on the loopback address.</summary>
    /// <param name="port">The port; 0 takes any free one.</param>
    /// <param name="mayMove">Whether the next free port will do when this one is taken.</param>
    /// <exception cref="WrongUseException">The port is taken.</exception>
    public static async Task<PreviewServer> Start(PreviewState state, int port, bool mayMove)
    {
        var last = mayMove ? Math.Min(port + PortsToTry, IPEndPoint.MaxPort) : port;
        for (var candidate = port; candidate <= last; candidate++)
        {
            if (await TryStart(state, candidate) is { } server)
            {
                return server;
            }
        }

        throw new WrongUseException($"port {port.ToString(CultureInfo.InvariantCulture)} is taken or not allowed. Choose another with --port.");
    }

    /// <summary>Stops, and lets the open pages go.</summary>
    public async ValueTask DisposeAsync()
    {
        using var soon = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        await application.StopAsync(soon.Token);
        await application.DisposeAsync();
    }

    private static async Task<PreviewServer?> TryStart(PreviewState state, int port)
    {
        // The empty builder reads no settings file and no environment: the address is ours to choose, and only loopback.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, port);
        });

        var application = builder.Build();
        var server = new PreviewServer(application, state);
        application.Run(server.Answer);
        try
        {
            await application.StartAsync();
        }
        catch (Exception taken) when (taken is IOException or AddressInUseException or SocketException)
        {
            await application.DisposeAsync();
            return null;
        }

        server.Address = application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        return server;
    }

    private async Task Answer(HttpContext context)
    {
        var response = context.Response;
        response.Headers.CacheControl = "no-store";
        response.Headers.XContentTypeOptions = "nosniff";

        if (!IsThisMachine(context.Request.Host))
        {
            // Another site whose name was made to lead here (DNS rebinding) would read drafts in the author's browser.
            await Write(context, 421, "text/plain; charset=utf-8", "The preview answers only to 127.0.0.1 and localhost."u8.ToArray());
            return;
        }

        if (!HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method))
        {
            response.Headers.Allow = "GET, HEAD";
            await Write(context, 405, "text/plain; charset=utf-8", default);
            return;
        }

        var path = context.Request.Path.Value ?? "/";
        if (path == Own + "events")
        {
            await SendEvents(context);
        }
        else if (path is Own + "reload.js" or Own + "preview.css")
        {
            await Write(context, 200, path.EndsWith(".js", StringComparison.Ordinal) ? "application/javascript" : "text/css", Resource(path[Own.Length..]));
        }
        else
        {
            await SendPage(context, path, state.Now);
        }
    }

    private static async Task SendPage(HttpContext context, string path, PreviewMoment now)
    {
        var isLast = path.StartsWith(LastGood, StringComparison.Ordinal);
        if ((isLast ? now.LastGood : now.Site) is { } site)
        {
            if (!isLast && path == "/" && now.BasePath != "/")
            {
                context.Response.Redirect(now.BasePath);
                return;
            }

            var answer = PagesRules.Answer(name => site.Find(name)?.Bytes, isLast ? LastGood : now.BasePath, path);
            if (answer.Location is { } location)
            {
                context.Response.Headers.Location = location;
            }

            await Write(context, answer.Status, answer.ContentType, answer.IsHtml ? WithReload(answer.Body, now.Version) : answer.Body);
            return;
        }

        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'";
        var page = ProblemPage.Of(now, LastGood);
        await Write(context, now.IsBuilt ? 500 : 503, "text/html; charset=utf-8", WithReload(Encoding.UTF8.GetBytes(page), now.Version));
    }

    /// <summary>Tells an open page, for as long as it is open, which version is shown (Server-Sent Events).</summary>
    private async Task SendEvents(HttpContext context)
    {
        var stopping = application.Lifetime.ApplicationStopping;
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        context.Response.ContentType = "text/event-stream";
        try
        {
            await context.Response.WriteAsync("retry: 500\n\n", ended.Token);
            while (true)
            {
                var (now, changed) = state.Watch();
                await context.Response.WriteAsync($"data: {now.Version}\n\n", ended.Token);
                await context.Response.Body.FlushAsync(ended.Token);
                await changed.WaitAsync(ended.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // The page was closed, or the preview ends.
        }
    }

    private static async Task Write(HttpContext context, int status, string type, ReadOnlyMemory<byte> body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = type;
        context.Response.ContentLength = body.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await context.Response.Body.WriteAsync(body);
        }
    }

    private static ReadOnlyMemory<byte> WithReload(ReadOnlyMemory<byte> page, string version)
    {
        var end = page.Span.IndexOf("</head>"u8);
        if (end < 0)
        {
            return page;
        }

        var script = Encoding.UTF8.GetBytes($"<script src=\"{Own}reload.js?{version}\" defer></script>\n");
        byte[] whole = [.. page.Span[..end], .. script, .. page.Span[end..]];
        return whole;
    }

    private static bool IsThisMachine(HostString host) => host.Host is "127.0.0.1" or "localhost" or "[::1]";

    private static byte[] Resource(string name)
    {
        using var stream = typeof(PreviewServer).Assembly.GetManifestResourceStream("preview/" + name)!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
