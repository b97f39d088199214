using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Heed.Proof;

namespace Heed.Cli.Verifying;

/// <summary>A copy that a host serves: each file that the manifest lists is fetched, as a reader's browser would fetch it.</summary>
internal sealed class ServedCopy : ICopy
{
    private const int AtOnce = 4;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly HttpClient client = new(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.All, MaxAutomaticRedirections = 5 }) { Timeout = Patience };
    private readonly Uri root;
    private readonly ConcurrentBag<string> hidden = [];

    /// <summary>A copy at an address.</summary>
    /// <param name="typed">The address of its home page, or of its folder.</param>
    public ServedCopy(Uri typed)
    {
        client.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("heed-verify", "1.0"));

        // What a cache on the way keeps may be older than what the host has.
        client.DefaultRequestHeaders.CacheControl = new CacheControlHeaderValue { NoCache = true };

        var path = typed.AbsolutePath;
        var isFile = path.EndsWith(".html", StringComparison.Ordinal) || path.EndsWith("/" + ReleaseManifest.Path, StringComparison.Ordinal);
        root = new UriBuilder(typed) { Path = isFile ? path[..(path.LastIndexOf('/') + 1)] : path.TrimEnd('/') + "/", Query = "", Fragment = "" }.Uri;
    }

    public string Kind => "a served copy";

    public bool ShowsAdded => false;

    public bool IsArchive => false;

    public ImmutableArray<string> Problems => [];

    public ImmutableArray<string> Notes =>
    [
        "files that were added to a served copy cannot be seen from outside",
        .. hidden.IsEmpty ? Array.Empty<string>() : [$"hosts do not serve names that begin with a dot: {string.Join(", ", hidden.Order(StringComparer.Ordinal))}"],
    ];

    /// <exception cref="WrongUseException">The host cannot be reached at all.</exception>
    public async Task<byte[]?> Read(string name, int most, CancellationToken cancelled)
    {
        try
        {
            using var answer = await Ask(name, cancelled);
            if (!answer.IsSuccessStatusCode)
            {
                return null;
            }

            await using var content = await answer.Content.ReadAsStreamAsync(cancelled);
            return await Limited.Read(content, most, cancelled);
        }
        catch (Exception failed) when (IsOfTheWay(failed, cancelled))
        {
            throw new WrongUseException($"{root} does not answer: {failed.Message}");
        }
    }

    public async Task<IReadOnlyCollection<FoundFile>> Find(ReleaseManifest manifest, CancellationToken cancelled)
    {
        var found = new ConcurrentBag<FoundFile>();
        var polite = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancelled };
        await Parallel.ForEachAsync(manifest.Files, polite, async (file, token) =>
        {
            if (await Find(file, token) is { } one)
            {
                found.Add(one);
            }
        });
        return found;
    }

    public void Dispose() => client.Dispose();

    /// <summary>The file; null when the host does not have it.</summary>
    private async Task<FoundFile?> Find(HashedFile listed, CancellationToken cancelled)
    {
        try
        {
            using var answer = await Ask(listed.Path, cancelled);
            if (answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Gone or HttpStatusCode.Forbidden && listed.Path.Split('/').Any(part => part.StartsWith('.')))
            {
                // An instruction to the host, such as .nojekyll, is no part of what readers get.
                hidden.Add(listed.Path);
                return new FoundFile(listed.Path, listed.Sha256);
            }

            if (answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Gone)
            {
                return null;
            }

            if (!answer.IsSuccessStatusCode)
            {
                return FoundFile.Unreadable(listed.Path, string.Create(CultureInfo.InvariantCulture, $"is answered with status {(int)answer.StatusCode}"));
            }

            // Another host's file says nothing of this one's.
            if (answer.RequestMessage?.RequestUri is { } from && from.Host != root.Host)
            {
                return FoundFile.Unreadable(listed.Path, $"is fetched from another host, {from.Host}");
            }

            await using var content = await answer.Content.ReadAsStreamAsync(cancelled);
            return await FoundFile.Read(listed.Path, content, cancelled);
        }
        catch (Exception failed) when (IsOfTheWay(failed, cancelled))
        {
            return FoundFile.Unreadable(listed.Path, $"cannot be fetched: {failed.Message}");
        }
    }

    private async Task<HttpResponseMessage> Ask(string path, CancellationToken cancelled)
    {
        var address = new Uri(root, string.Join('/', path.Split('/').Select(Uri.EscapeDataString)));
        try
        {
            return await client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancelled);
        }
        catch (Exception failed) when (IsOfTheWay(failed, cancelled))
        {
            // Among thousands of requests one may be lost on the way.
            return await client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancelled);
        }
    }

    private static bool IsOfTheWay(Exception failed, CancellationToken cancelled) =>
        failed is HttpRequestException or IOException || (failed is OperationCanceledException && !cancelled.IsCancellationRequested);
}
