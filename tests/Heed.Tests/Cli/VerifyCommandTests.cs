using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Heed.Building;
using Heed.Cli;
using Heed.Cli.Preview;
using Heed.Exporting;
using Heed.Proof;
using Heed.Tests.Exporting;
using Heed.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace Heed.Tests.Cli;

/// <summary><c>heed verify</c> on copies of the little site.</summary>
public sealed class VerifyCommandTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task What_was_published_is_well_and_what_that_proves_is_said()
    {
        WriteCopy();

        var run = await CliRun.In(folder, "verify", "copy");

        Assert.True(run.Status == ExitStatus.Well, run.Out + run.Error);
        Assert.Contains("listed, all there and unaltered, none added", run.Out, StringComparison.Ordinal);
        Assert.Contains(CopyOfSite.ManifestHash, run.Out, StringComparison.Ordinal);
        Assert.Contains("Whoever altered a copy could have written its list anew", run.Out, StringComparison.Ordinal);
        Assert.Contains("signature  none", run.Out, StringComparison.Ordinal);

        // Typed from paper, in groups and capitals.
        var grouped = string.Join(' ', CopyOfSite.ManifestHash.ToUpperInvariant().Chunk(4).Select(group => new string(group)));
        var proven = await CliRun.In(folder, "verify", "copy", "--manifest-hash", grouped);
        Assert.Equal(ExitStatus.Well, proven.Status);
        Assert.Contains("This is what was published.", proven.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sha256sum_accepts_the_list_and_finds_what_was_altered()
    {
        OutsideTool.Sha256sum.Need();
        WriteCopy();

        // Strict: a line that it does not understand would fail.
        var unaltered = await OutsideTool.Sha256sum.RunIn(folder.At("copy"), [], "--strict", "--quiet", "-c", "SHA256SUMS");
        Assert.Equal((0, ""), (unaltered.Status, unaltered.Told));

        File.AppendAllText(folder.At("copy/index.html"), " ");
        var answer = await OutsideTool.Sha256sum.RunIn(folder.At("copy"), [("LC_ALL", "C")], "--strict", "--quiet", "-c", "SHA256SUMS");
        Assert.Equal(1, answer.Status);
        Assert.Contains("index.html: FAILED", answer.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_page_names_the_version_also_the_one_for_missing_addresses()
    {
        var version = new ContentHash(ManifestOfSite().ContentHash).Brief;

        Assert.All(
            CopyOfSite.Site.Files.Where(file => file.Path.EndsWith(".html", StringComparison.Ordinal)),
            page => Assert.Equal(version, FoundFile.VersionIn(page.Bytes.Span)), throwIfEmpty: true);
        Assert.Contains($"<li>Version <code data-version>{version}</code></li>", CopyOfSite.Site.Find("404.html")!.Text, StringComparison.Ordinal);
        Assert.Contains("<li>Версия <code", CopyOfSite.Site.Find("ru/index.html")!.Text, StringComparison.Ordinal);
        Assert.Contains("<li>Нұсқа <code", CopyOfSite.Site.Find("kk/index.html")!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_manifest_than_the_expected_one_differs_though_all_files_are_as_it_lists()
    {
        WriteCopy();

        var run = await CliRun.In(folder, "verify", "copy", "--manifest-hash", new string('0', 64));

        Assert.Equal(ExitStatus.ContentNeedsMending, run.Status);
        Assert.Contains("this is another list", run.Out, StringComparison.Ordinal);
        Assert.Contains("NOT what was published", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_differences_are_counted_and_fifty_of_them_named()
    {
        WriteCopy();
        foreach (var number in Enumerable.Range(100, 73))
        {
            folder.Write($"copy/new/{number}.txt");
        }

        var run = await CliRun.In(folder, "verify", "copy");

        Assert.Contains("73 added", run.Out, StringComparison.Ordinal);
        Assert.Contains("  new/149.txt\n", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("  new/150.txt", run.Out, StringComparison.Ordinal);
        Assert.Contains("  and 23 more", run.Out, StringComparison.Ordinal);

        using var json = JsonDocument.Parse((await CliRun.In(folder, "verify", "copy", "--format", "json")).Out);
        Assert.Equal(73, json.RootElement.GetProperty("added").GetArrayLength());
    }

    [Fact]
    public async Task Names_that_a_terminal_would_obey_are_shown_as_they_are_written()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such names");
        WriteCopy();
        folder.Write("copy/\u001b[2Jgone\u202e.txt");

        var run = await CliRun.In(folder, "verify", "copy");

        Assert.Contains(@"  \u001b[2Jgone\u202e.txt", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', run.Out);
    }

    [Fact]
    public async Task A_link_is_not_followed()
    {
        WriteCopy();
        File.Move(folder.At("copy/index.html"), folder.At("elsewhere.html"));
        File.CreateSymbolicLink(folder.At("copy/index.html"), folder.At("elsewhere.html"));
        Directory.CreateSymbolicLink(folder.At("copy/loop"), folder.At("copy"));

        var run = await CliRun.In(folder, "verify", "copy");

        Assert.Equal(ExitStatus.ContentNeedsMending, run.Status);
        Assert.Contains("altered:\n  index.html  (is a link, which is not followed)\nadded:\n  loop  (is a link, which is not followed)\n", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_the_knowledge_base_it_is_told_whether_the_copy_was_made_of_it()
    {
        Assert.Equal(ExitStatus.Well, (await CliRun.In(folder, "new", "site", "kb")).Status);
        var built = await CliRun.In(folder, "build", "--source", "kb", "--out", "site");
        Assert.Matches("content hash: [0-9a-f]{64}", built.Out);
        Assert.DoesNotContain("--manifest-hash", built.Out, StringComparison.Ordinal);

        var same = await CliRun.In(folder, "verify", "site", "--source", "kb");
        Assert.True(same.Status == ExitStatus.Well, same.Out + same.Error);
        Assert.Contains("the same as of kb", same.Out, StringComparison.Ordinal);

        File.AppendAllText(folder.At("kb/content/articles/about.md"), "\nMore.\n");
        var other = await CliRun.In(folder, "verify", "site", "--source", "kb");
        Assert.Equal(ExitStatus.ContentNeedsMending, other.Status);
        Assert.Contains("the copy was made of something else", other.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Publishing_tells_the_hash_of_the_manifest_and_what_to_do_with_it()
    {
        await CliRun.In(folder, "new", "site", "kb");

        var run = await CliRun.In(folder, "build", "--source", "kb", "--publish", "--out", "site");

        var hash = Sha256.HexOf(File.ReadAllBytes(folder.At("site/SHA256SUMS")));
        Assert.Contains($"The SHA-256 of SHA256SUMS is {hash}\n", run.Out, StringComparison.Ordinal);
        Assert.Contains($"heed verify site --manifest-hash {hash}", run.Out, StringComparison.Ordinal);
        Assert.Equal(ExitStatus.Well, (await CliRun.In(folder, "verify", "site", "--manifest-hash", hash)).Status);
    }

    [Fact]
    public void A_preview_names_no_version_and_has_no_list()
    {
        var preview = Published.Small(new BuildOptions { Preview = true });

        Assert.Null(preview.Site.Find(ReleaseManifest.Path));
        Assert.DoesNotContain("data-version", preview.Site.Find("index.html")!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_copy_without_its_list_is_no_copy()
    {
        folder.Write("copy/index.html");

        var run = await CliRun.In(folder, "verify", "copy");

        Assert.Equal(ExitStatus.ContentNeedsMending, run.Status);
        Assert.Contains("it holds no SHA256SUMS", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nowhere")]
    [InlineData("copy", "--manifest-hash", "abc")]
    [InlineData("copy", "--key", "nobody")]
    [InlineData("copy", "--source", "nowhere")]
    [InlineData("copy", "--format", "xml")]
    [InlineData("above")]
    [InlineData("http://127.0.0.1:9/")]
    public async Task A_wrong_call_ends_with_two(params string[] arguments)
    {
        WriteCopy();
        folder.Write("above/copy/SHA256SUMS");

        var run = await CliRun.In(folder, ["verify", .. arguments]);

        Assert.True(run.Status == ExitStatus.WrongUse, run.Out);
        Assert.NotEmpty(run.Error);
    }

    [Fact]
    public async Task An_unpacked_archive_is_well_with_its_readme()
    {
        CopyOfSite.Write(folder.At("copy"), new Dictionary<string, byte[]>(), CopyOfSite.ArchiveFiles());
        Assert.Equal(ExitStatus.Well, (await CliRun.In(folder, "verify", "copy")).Status);

        File.AppendAllText(folder.At("copy/README.txt"), "Open https://evil.example/ instead.");
        Assert.Equal(ExitStatus.ContentNeedsMending, (await CliRun.In(folder, "verify", "copy")).Status);
    }

    [Theory]
    [InlineData("heed-northland/../../evil.html", "leads out of its folder")]
    [InlineData("/etc/evil.html", "is not a path within the site")]
    [InlineData("heed-northland\\evil.html", "holds a character that no path of a site has")]
    [InlineData("heed-northland/index.html", "a second time")]
    [InlineData("evil.html", "../evil.html")]
    [InlineData("other/SHA256SUMS", "../other/SHA256SUMS")]
    public async Task An_entry_that_should_not_be_in_an_archive_is_named(string name, string told)
    {
        var run = await VerifyZip(CopyOfSite.Zip([.. CopyOfSite.Entries(CopyOfSite.ArchiveFiles()), KeyValuePair.Create(name, "evil"u8.ToArray())]));

        Assert.Equal(ExitStatus.ContentNeedsMending, run.Status);
        Assert.Contains(told, run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Entries_for_folders_alter_nothing()
    {
        var run = await VerifyZip(CopyOfSite.Zip([KeyValuePair.Create("heed-northland/", Array.Empty<byte>()), .. CopyOfSite.Entries(CopyOfSite.ArchiveFiles())]));

        Assert.True(run.Status == ExitStatus.Well, run.Out);
    }

    [Fact]
    public async Task What_another_program_packed_without_knowing_lengths_before_is_well()
    {
        // A stream that cannot go back makes the packer write lengths behind each file.
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(new OneWay(bytes), ZipArchiveMode.Create))
        {
            foreach (var (name, content) in CopyOfSite.Entries(CopyOfSite.ArchiveFiles()))
            {
                await using var entry = await archive.CreateEntry(name).OpenAsync(TestContext.Current.CancellationToken);
                entry.Write(content);
            }
        }

        var run = await VerifyZip(bytes.ToArray());

        Assert.True(run.Status == ExitStatus.Well, run.Out);
    }

    [Fact]
    public async Task A_wrong_checksum_is_told_though_the_bytes_are_right()
    {
        var zip = SiteArchive.Pack(CopyOfSite.Publication);
        Patch(zip, "heed-northland/index.html", fromCentral: 16, fromLocal: 14, number => number ^ 1);

        var run = await VerifyZip(zip);

        Assert.Equal(ExitStatus.ContentNeedsMending, run.Status);
        Assert.Contains("index.html", run.Out, StringComparison.Ordinal);
        Assert.Matches("(?i)crc", run.Out);
    }

    [Fact]
    public async Task An_archive_that_would_fill_the_disk_is_not_unpacked()
    {
        var zip = CopyOfSite.Zip(CopyOfSite.Entries(CopyOfSite.ArchiveFiles()));
        foreach (var name in CopyOfSite.ArchiveFiles().Keys.Take(2))
        {
            Patch(zip, CopyOfSite.Folder + name, fromCentral: 24, fromLocal: 22, _ => 0xF0000000);
        }

        var run = await VerifyZip(zip);

        Assert.Equal(ExitStatus.ContentNeedsMending, run.Status);
        Assert.Contains("it would unpack to 7.5 GB, more than any site is, and was not looked at", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_longer_than_the_archive_says_is_found()
    {
        var zip = CopyOfSite.Zip(CopyOfSite.Entries(CopyOfSite.ArchiveFiles()));
        Patch(zip, "heed-northland/index.html", fromCentral: 24, fromLocal: 22, length => length - 1);

        Assert.Equal(ExitStatus.ContentNeedsMending, (await VerifyZip(zip)).Status);
    }

    [Fact]
    public async Task Files_that_overlap_are_found()
    {
        // Two entries of the list share one packed file: so a small archive unpacks to a large folder.
        var zip = CopyOfSite.Zip([.. CopyOfSite.Entries(CopyOfSite.ArchiveFiles()), KeyValuePair.Create("x", "1"u8.ToArray()), KeyValuePair.Create("y", "1"u8.ToArray())]);
        var (x, y) = (CentralOf(zip, "x"), CentralOf(zip, "y"));
        zip.AsSpan(x + 42, 4).CopyTo(zip.AsSpan(y + 42));

        var run = await VerifyZip(zip);

        Assert.Equal(ExitStatus.ContentNeedsMending, run.Status);
        Assert.Contains("overlap", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("no archive at all")]
    public async Task What_is_no_archive_is_told(string bytes)
    {
        var run = await VerifyZip(Encoding.UTF8.GetBytes(bytes));

        Assert.Equal(ExitStatus.ContentNeedsMending, run.Status);
        Assert.Contains("it is not an archive that can be unpacked", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/kb/")]
    [InlineData("/kb")]
    [InlineData("/kb/index.html")]
    [InlineData("/kb/SHA256SUMS")]
    public async Task A_served_copy_below_a_path_is_well_however_it_is_named(string path)
    {
        await using var server = await Serve(CopyOfSite.Files());

        var run = await CliRun.In(folder, "verify", server.Address + path, "--manifest-hash", CopyOfSite.ManifestHash);

        Assert.True(run.Status == ExitStatus.Well, run.Out + run.Error);
        Assert.Contains("files that were added to a served copy cannot be seen", run.Out, StringComparison.Ordinal);
        Assert.Contains("hosts do not serve names that begin with a dot: .nojekyll", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_host_alters_leaves_out_or_takes_from_elsewhere_is_found()
    {
        var files = CopyOfSite.Files();
        files["index.html"] = [.. files["index.html"], .. "<script src=//evil.example></script>"u8];
        files.Remove("sitemap.xml");
        await using var elsewhere = await LoopbackServer.Start(context => context.Response.Body.WriteAsync(CopyOfSite.Files()["404.html"]).AsTask());
        await using var server = await Serve(files, "404.html", elsewhere.Address.Replace("127.0.0.1", "localhost", StringComparison.Ordinal));

        var run = await CliRun.In(folder, "verify", server.Address + "/kb/");

        Assert.Equal(ExitStatus.ContentNeedsMending, run.Status);
        Assert.Contains("altered:\n  404.html  (is fetched from another host, localhost)\n  index.html\nmissing:\n  sitemap.xml\nThis is NOT", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_is_asked_for_few_files_at_once()
    {
        var (now, most) = (0, new ConcurrentBag<int>());
        var files = CopyOfSite.Files();
        await using var server = await LoopbackServer.Start(async context =>
        {
            most.Add(Interlocked.Increment(ref now));
            await Task.Delay(1, context.RequestAborted);
            Interlocked.Decrement(ref now);
            await Answer(context, files);
        });

        Assert.Equal(ExitStatus.Well, (await CliRun.In(folder, "verify", server.Address + "/kb/")).Status);

        Assert.InRange(most.Max(), 2, 4);
    }

    [Fact]
    public async Task A_host_that_sends_a_list_without_end_is_not_listened_to()
    {
        await using var server = await LoopbackServer.Start(async context =>
        {
            var piece = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("# and so on\n", 8192)));
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.Body.WriteAsync(piece, context.RequestAborted);
            }
        });

        var run = await CliRun.In(folder, "verify", server.Address + "/");

        Assert.Equal(ExitStatus.ContentNeedsMending, run.Status);
        Assert.Contains("it is longer than the list of any site", run.Out, StringComparison.Ordinal);
    }

    private static ReleaseManifest ManifestOfSite()
    {
        Assert.True(ReleaseManifest.TryParse(CopyOfSite.Site.Find(ReleaseManifest.Path)!.Bytes.Span, out var manifest, out var problem), problem);
        return manifest;
    }

    private static Task<LoopbackServer> Serve(IReadOnlyDictionary<string, byte[]> files, string? moved = null, string to = "") => LoopbackServer.Start(context =>
    {
        if (moved is not null && context.Request.Path == "/kb/" + moved)
        {
            context.Response.Redirect(to);
            return Task.CompletedTask;
        }

        return Answer(context, files);
    });

    private static async Task Answer(HttpContext context, IReadOnlyDictionary<string, byte[]> files)
    {
        // As hosts do that publish an archive of the site: without names that begin with a dot.
        var answer = PagesRules.Answer(path => !path.StartsWith('.') && files.TryGetValue(path, out var bytes) ? bytes : default(ReadOnlyMemory<byte>?), "/kb/", context.Request.Path);
        context.Response.StatusCode = answer.Status;
        await context.Response.Body.WriteAsync(answer.Body, context.RequestAborted);
    }

    private static int CentralOf(byte[] zip, string name)
    {
        var wanted = Encoding.UTF8.GetBytes(name);
        for (var at = zip.AsSpan().IndexOf("PK\u0001\u0002"u8); at >= 0; at += 4 + zip.AsSpan(at + 4).IndexOf("PK\u0001\u0002"u8))
        {
            if (BinaryPrimitives.ReadUInt16LittleEndian(zip.AsSpan(at + 28)) == wanted.Length && zip.AsSpan(at + 46).StartsWith(wanted))
            {
                return at;
            }
        }

        throw new InvalidOperationException($"{name} is not in the archive.");
    }

    /// <summary>Changes a number of an entry, in the list and in the file's own head alike.</summary>
    private static void Patch(byte[] zip, string name, int fromCentral, int fromLocal, Func<uint, uint> change)
    {
        var central = CentralOf(zip, name);
        var local = (int)BinaryPrimitives.ReadUInt32LittleEndian(zip.AsSpan(central + 42));
        var number = change(BinaryPrimitives.ReadUInt32LittleEndian(zip.AsSpan(central + fromCentral)));
        BinaryPrimitives.WriteUInt32LittleEndian(zip.AsSpan(central + fromCentral), number);
        BinaryPrimitives.WriteUInt32LittleEndian(zip.AsSpan(local + fromLocal), number);
    }

    private void WriteCopy() => CopyOfSite.Write(folder.At("copy"), new Dictionary<string, byte[]>(), CopyOfSite.Files());

    private async Task<CliRun> VerifyZip(byte[] bytes)
    {
        await File.WriteAllBytesAsync(folder.At("site.zip"), bytes, TestContext.Current.CancellationToken);
        return await CliRun.In(folder, "verify", "site.zip");
    }

    /// <summary>A stream in which nothing can be written twice.</summary>
    private sealed class OneWay(MemoryStream inner) : Stream
    {
        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override void Flush()
        {
            // It is in memory already.
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => inner.Write(buffer, offset, count);
    }
}
