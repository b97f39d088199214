using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Heed.Diagnostics;
using Heed.Files;

namespace Heed.Cli.Disk;

/// <summary>Asks each address that the content names whether it still answers. Sources rot: that is worth a warning and never an error.</summary>
public static partial class ExternalLinks
{
    /// <summary>Not in the library's catalogue, as the library asks nobody anything.</summary>
    public static readonly Rule Unreachable = new("external-unreachable", Severity.Warning, "an address outside that does not answer");

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private static readonly ProductInfoHeaderValue Name = new("heed-link-check", "1.0");

    /// <summary>A warning for each address that gives no page, at the first place where it stands.</summary>
    public static async Task<ImmutableArray<Diagnostic>> Check(SourceTree sources, CancellationToken cancelled)
    {
        using var client = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.All }) { Timeout = Patience };
        client.DefaultRequestHeaders.UserAgent.Add(Name);

        var found = new DiagnosticLog();
        var polite = new ParallelOptions { MaxDegreeOfParallelism = 2, CancellationToken = cancelled };
        await Parallel.ForEachAsync(AddressesIn(sources), polite, async (link, token) =>
        {
            if (await Complaint(client, link.Address, token) is { } complaint)
            {
                found.Report(
                    Unreachable,
                    link.Place,
                    $"{link.Address} {complaint}",
                    "Look for where it went, or for an archived copy, and name that beside it; keep the citation.");
            }
        });
        return found.Sorted();
    }

    /// <summary>Each address on the web that the content names, once, with the first place where it stands.</summary>
    public static IEnumerable<(Uri Address, Place Place)> AddressesIn(SourceTree sources)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in sources.Under("content"))
        {
            var line = 0;
            foreach (var text in file.Text.Split('\n'))
            {
                line++;
                foreach (Match match in WebAddress().Matches(text))
                {
                    var written = WithoutSentence(match.Value);
                    if (Uri.TryCreate(written, UriKind.Absolute, out var address) && seen.Add(address.GetLeftPart(UriPartial.Query)))
                    {
                        yield return (address, new Place(file.Path, line, match.Index + 1));
                    }
                }
            }
        }
    }

    /// <summary>The address without the marks of the sentence, or of the Markdown link, that it stands in.</summary>
    private static string WithoutSentence(string written)
    {
        var address = written.TrimEnd('.', ',', ';', ':');
        return address.EndsWith(')') && !address.Contains('(') ? WithoutSentence(address[..^1]) : address;
    }

    private static async Task<string?> Complaint(HttpClient client, Uri address, CancellationToken cancelled)
    {
        try
        {
            var status = await Ask(client, HttpMethod.Head, address, cancelled);

            // Many servers do not answer HEAD as they would answer GET; only the second refusal counts.
            if ((int)status >= 400)
            {
                status = await Ask(client, HttpMethod.Get, address, cancelled);
            }

            var number = ((int)status).ToString(CultureInfo.InvariantCulture);
            return (int)status switch
            {
                < 400 => null,
                401 or 403 or 429 or 451 => $"refuses us with status {number}; a reader's browser may be let in",
                _ => $"answers with status {number}",
            };
        }
        catch (HttpRequestException failed)
        {
            return $"does not answer: {failed.Message}";
        }
        catch (OperationCanceledException) when (!cancelled.IsCancellationRequested)
        {
            return $"does not answer within {Patience.TotalSeconds.ToString(CultureInfo.InvariantCulture)} seconds";
        }
    }

    private static async Task<HttpStatusCode> Ask(HttpClient client, HttpMethod method, Uri address, CancellationToken cancelled)
    {
        using var request = new HttpRequestMessage(method, address);
        using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancelled);
        return answer.StatusCode;
    }

    [GeneratedRegex("""https?://[^\s"'<>\[\]{}|\\^`]+""", RegexOptions.CultureInvariant)]
    private static partial Regex WebAddress();
}
