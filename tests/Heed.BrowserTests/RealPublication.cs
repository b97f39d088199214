using Heed.Building;
using Heed.Cli.Disk;
using Heed.Exporting;
using Heed.Tests.Support;

namespace Heed.BrowserTests;

/// <summary>The real content as exporters get it, built once.</summary>
internal static class RealPublication
{
    private static readonly Lazy<Publication> Built = new(() =>
    {
        var result = SiteBuilder.Build(SourceFolder.Read(Repository.Root), new BuildOptions { Dated = new DateOnly(2026, 11, 24) });
        Assert.True(result.Publication is not null, string.Join('\n', result.Diagnostics));
        return result.Publication;
    });

    public static Publication Value => Built.Value;
}
