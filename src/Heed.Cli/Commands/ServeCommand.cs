using System.CommandLine;
using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Heed.Building;
using Heed.Cli.Disk;
using Heed.Cli.Preview;
using Heed.Diagnostics;

namespace Heed.Cli.Commands;

/// <summary><c>heed serve</c>: a preview on this machine that follows each save.</summary>
internal static class ServeCommand
{
    private const int DefaultPort = 4000;

    public static Command Create(Surroundings around, Option<string?> source)
    {
        var port = new Option<int?>("--port") { Description = $"The port (default: {DefaultPort}, or the next free one)", HelpName = "N" };
        port.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() is < 0 or > 65535)
            {
                result.AddError("--port wants a number from 0 to 65535; 0 takes any free one.");
            }
        });
        var open = new Option<bool>("--open") { Description = "Open the preview in the browser" };

        var command = new Command("serve", "Preview the site, drafts included; it is built again at each save.") { port, open };
        command.SetAction((parsed, cancelled) => Serve(
            new Workshop(around, parsed.GetValue(source)), parsed.GetValue(port), parsed.GetValue(open), cancelled));
        return command;
    }

    private static async Task<int> Serve(Workshop workshop, int? port, bool open, CancellationToken cancelled)
    {
        var preview = new PreviewState(workshop.Settings().BasePath);
        await using var server = await PreviewServer.Start(preview, port ?? DefaultPort, mayMove: port is null);
        var watcher = new SourceWatcher(workshop.Source);

        var address = server.Address + preview.Now.BasePath;
        workshop.Terminal.WriteLine($"The preview is at {address}  (Ctrl-C ends it)");
        Rebuild(workshop, preview, server, "");
        if (open)
        {
            Open(address, workshop);
        }

        try
        {
            await foreach (var changed in watcher.Changes(cancelled))
            {
                Rebuild(workshop, preview, server, changed);
            }
        }
        catch (OperationCanceledException)
        {
            // Ctrl-C is how a preview ends well.
        }

        return ExitStatus.Well;
    }

    private static void Open(string address, Workshop workshop)
    {
        try
        {
            workshop.Around.OpenBrowser(address);
        }
        catch (Exception refused) when (refused is Win32Exception or IOException or PlatformNotSupportedException)
        {
            workshop.Terminal.ComplainLine($"No browser could be opened: {refused.Message}. Open {address} yourself.");
        }
    }

    private static void Rebuild(Workshop workshop, PreviewState preview, PreviewServer server, string changed)
    {
        var watch = Stopwatch.StartNew();
        var what = changed.Length > 0 ? $" after {changed} changed" : "";
        try
        {
            var basePath = workshop.Settings().BasePath;
            var (sources, result) = workshop.Build(new BuildOptions { BaseUrl = server.Address + basePath, Drafts = true, Preview = true });
            preview.Show(result.Site, result.Diagnostics, sources, basePath);

            workshop.Tell(result.Diagnostics.RemoveAll(diagnostic => diagnostic.Severity == Severity.Note), sources);
            var told = result.Succeeded ? $"Built {result.Summary.Pages.Values.Sum().ToString("N0", CultureInfo.InvariantCulture)} pages" : "Not built";
            workshop.Terminal.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{told} in {watch.Elapsed.TotalSeconds:0.00} s{what}"));
        }
        catch (Exception refused) when (refused is WrongUseException or IOException or UnauthorizedAccessException)
        {
            // A half-made folder or a link that leads out: the preview goes on, the next save may mend it.
            workshop.Terminal.ComplainLine($"heed: {refused.Message}");
        }
    }
}
