using System.Text;
using Heed.Cli;
using Heed.Proof;
using Heed.Tests.Support;

namespace Heed.Tests.Cli;

/// <summary>Releases signed by <c>ssh-keygen</c> and by <c>minisign</c>, and checked by <c>heed verify</c> and by the programs themselves.</summary>
public sealed class SigningTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_signed_release_is_well_and_what_the_key_proves_is_said(bool isSsh)
    {
        var key = await Sign(isSsh);

        var published = await CliRun.In(folder, "verify", "site");
        Assert.True(published.Status == ExitStatus.Well, published.Out);
        Assert.Contains($"signature  good, by the key that comes with the copy, {key.Fingerprint}. That alone proves little", published.Out, StringComparison.Ordinal);
        Assert.Contains("Whoever altered a copy", published.Out, StringComparison.Ordinal);

        var given = await CliRun.In(folder, "verify", "site", "--key", key.Line);
        Assert.True(given.Status == ExitStatus.Well, given.Out);
        Assert.Contains($"good, by the key that you named, {key.Fingerprint}", given.Out, StringComparison.Ordinal);
        Assert.Contains("This is what was published.", given.Out, StringComparison.Ordinal);

        // The file in which its program keeps it.
        Assert.Equal(ExitStatus.Well, (await CliRun.In(folder, "verify", "site", "--key", "key.pub")).Status);

        var settings = await CliRun.In(folder, "verify", "site", "--source", "kb");
        Assert.Contains($"good, by signing_key of the knowledge base's settings, {key.Fingerprint}", settings.Out, StringComparison.Ordinal);
        Assert.Contains("This is what was published.", settings.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Without_Heed_anybody_checks_a_release_as_its_list_says(bool isSsh)
    {
        var key = await Sign(isSsh);
        var commands = string.Join(" && ", SigningKey.HowToCheck(isSsh));
        Assert.All(SigningKey.HowToCheck(isSsh), command => Assert.Contains($"#   {command}\n", File.ReadAllText(folder.At("site/SHA256SUMS")), StringComparison.Ordinal), throwIfEmpty: true);

        var answer = await OutsideTool.Shell.RunIn(folder.At("site"), [], "-c", commands);
        Assert.True(answer.Status == 0, answer.Told);
        Assert.Contains(isSsh ? key.Fingerprint : "verified", answer.Told, StringComparison.Ordinal);

        File.AppendAllText(folder.At("site/SHA256SUMS"), "# \n");
        Assert.NotEqual(0, (await OutsideTool.Shell.RunIn(folder.At("site"), [], "-c", commands)).Status);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_list_written_anew_an_other_key_and_a_missing_signature_are_found(bool isSsh)
    {
        var key = await Sign(isSsh);
        var manifest = folder.At("site/SHA256SUMS");
        var original = await File.ReadAllTextAsync(manifest, TestContext.Current.CancellationToken);

        // A file and its line agree; only the signature does not.
        var page = folder.At("site/index.html");
        var before = await File.ReadAllBytesAsync(page, TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(page, [.. before, (byte)' '], TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(manifest, original.Replace(Sha256.HexOf(before), Sha256.HexOf([.. before, (byte)' ']), StringComparison.Ordinal), TestContext.Current.CancellationToken);
        var forged = await CliRun.In(folder, "verify", "site");
        Assert.Equal(ExitStatus.ContentNeedsMending, forged.Status);
        Assert.Contains("all there and unaltered", forged.Out, StringComparison.Ordinal);
        Assert.Contains($"signature  BAD, by the key that comes with the copy, {key.Fingerprint}", forged.Out, StringComparison.Ordinal);
        await File.WriteAllBytesAsync(page, before, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(manifest, original, TestContext.Current.CancellationToken);

        var other = await MakeKey(isSsh, "other");
        var byOther = await CliRun.In(folder, "verify", "site", "--key", "other.pub");
        Assert.Equal(ExitStatus.ContentNeedsMending, byOther.Status);
        Assert.Contains($"BAD, by the key that you named, {other.Fingerprint}", byOther.Out, StringComparison.Ordinal);

        File.Move(folder.At($"site/{key.Signature}"), folder.At("signature"));
        var unsigned = await CliRun.In(folder, "verify", "site");
        Assert.Equal(ExitStatus.ContentNeedsMending, unsigned.Status);
        Assert.Contains($"{key.Signature} is missing, with which this was published", unsigned.Out, StringComparison.Ordinal);

        File.WriteAllText(folder.At($"site/{key.Signature}"), "no signature\n");
        Assert.Equal(ExitStatus.ContentNeedsMending, (await CliRun.In(folder, "verify", "site")).Status);
    }

    [Fact]
    public async Task A_signature_for_something_else_does_not_count_though_the_key_is_right()
    {
        await Sign(isSsh: true);
        File.Delete(folder.At("site/SHA256SUMS.sig"));
        await OutsideTool.SshKeygen.Run("-Y", "sign", "-f", folder.At("key"), "-n", "git", folder.At("site/SHA256SUMS"));
        Assert.True(File.Exists(folder.At("site/SHA256SUMS.sig")));

        Assert.Equal(ExitStatus.ContentNeedsMending, (await CliRun.In(folder, "verify", "site")).Status);
    }

    [Fact]
    public async Task A_list_may_be_signed_later_on_another_machine()
    {
        await NewSite((await MakeKey(isSsh: true, "key")).Line);
        Assert.Equal(ExitStatus.Well, (await CliRun.In(folder, "build", "--source", "kb", "--out", "site")).Status);
        await OutsideTool.SshKeygen.Run("-Y", "sign", "-f", folder.At("key"), "-n", "heed", folder.At("site/SHA256SUMS"));

        var run = await CliRun.In(folder, "verify", "site", "--key", "key.pub");

        Assert.True(run.Status == ExitStatus.Well, run.Out);
        Assert.Contains("This is what was published.", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_next_build_replaces_a_signed_site_with_its_signature()
    {
        await Sign(isSsh: true);

        Assert.Equal(ExitStatus.Well, (await CliRun.In(folder, "build", "--source", "kb", "--out", "site")).Status);

        Assert.False(File.Exists(folder.At("site/SHA256SUMS.sig")));
        Assert.Contains("signature  none", (await CliRun.In(folder, "verify", "site")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_signed_archive_is_well()
    {
        await NewSite((await MakeKey(isSsh: true, "key")).Line);
        var export = await CliRun.In(folder, "export", "zip", "--source", "kb", "--out", "site.zip", "--sign", "key");
        Assert.True(export.Status == ExitStatus.Well, export.Error);

        var run = await CliRun.In(folder, "verify", "site.zip", "--key", "key.pub");

        Assert.True(run.Status == ExitStatus.Well, run.Out);
        Assert.Contains("good, by the key that you named", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_was_asked_for_and_nothing_is_signed()
    {
        CopyOfSite.Write(folder.At("site"), new Dictionary<string, byte[]>(), CopyOfSite.Files());
        var line = "ssh-ed25519 " + Convert.ToBase64String([0, 0, 0, 11, .. "ssh-ed25519"u8, 0, 0, 0, 32, .. new byte[32]]);

        var run = await CliRun.In(folder, "verify", "site", "--key", line);

        Assert.Equal(ExitStatus.ContentNeedsMending, run.Status);
        Assert.Contains("BAD, by the key that you named", run.Out, StringComparison.Ordinal);
        Assert.Contains("there is none", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_program_is_missing_the_signature_counts_as_not_checked()
    {
        await Sign(isSsh: true);

        var run = await CliRun.In(folder, name => name == "PATH" ? folder.Path : null, "verify", "site");

        Assert.Equal(ExitStatus.WrongUse, run.Status);
        Assert.Contains("not checked: this needs ssh-keygen (install OpenSSH", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_signed_is_not_published()
    {
        var key = await MakeKey(isSsh: true, "key");
        await MakeKey(isSsh: true, "other");
        await NewSite(key.Line);
        folder.Write("garbage", "no key");
        folder.Write("other-kind", "untrusted comment: minisign encrypted secret key\n");
        File.Copy(folder.At("key"), folder.At("kb/content/key"));

        async Task Refused(string keyFile, string told, Func<string, string?>? variable = null)
        {
            var run = await CliRun.In(folder, variable ?? (_ => null), "build", "--source", "kb", "--out", "site", "--publish", "--sign", keyFile);
            Assert.Equal(ExitStatus.WrongUse, run.Status);
            Assert.Contains(told, run.Error, StringComparison.Ordinal);
            Assert.False(Directory.Exists(folder.At("site")));
            Assert.False(File.Exists(folder.At("kb/content/permalinks.yml")));
        }

        await Refused("nowhere", "there is no file nowhere");
        await Refused("kb/content/key", "would be published with it");
        File.Delete(folder.At("kb/content/key"));
        await Refused("other-kind", "is a key of minisign, and signing_key of site.config.yml is one of OpenSSH");
        await Refused("key", "needs ssh-keygen", name => name == "PATH" ? "" : null);
        await Refused("garbage", "ssh-keygen did not sign with");
        await Refused("other", "is not the secret key of signing_key");
        SetKey("");
        await Refused("key", "names no public key");
    }

    private async Task<SigningKey> Sign(bool isSsh)
    {
        var key = await MakeKey(isSsh, "key");
        await NewSite(key.Line + (isSsh ? " the editors" : ""));
        var run = await CliRun.In(folder, "build", "--source", "kb", "--out", "site", "--sign", "key");
        Assert.True(run.Status == ExitStatus.Well, run.Error);
        Assert.Contains($"Signed with the key {key.Fingerprint}: {key.Signature}", run.Out, StringComparison.Ordinal);
        Assert.True(File.Exists(folder.At($"site/{key.Signature}")));
        Assert.Equal(key.ToFile().Text, await File.ReadAllTextAsync(folder.At("site/signing-key.pub"), TestContext.Current.CancellationToken));
        Assert.DoesNotContain($"  {key.Signature}\n", await File.ReadAllTextAsync(folder.At("site/SHA256SUMS"), TestContext.Current.CancellationToken), StringComparison.Ordinal);

        return key;
    }

    private async Task NewSite(string key)
    {
        Assert.Equal(ExitStatus.Well, (await CliRun.In(folder, "new", "site", "kb")).Status);
        SetKey(key);
    }

    private void SetKey(string key)
    {
        var settings = File.ReadAllText(folder.At("kb/site.config.yml"));
        File.WriteAllText(folder.At("kb/site.config.yml"), System.Text.RegularExpressions.Regex.Replace(settings, "(?m)^signing_key: .*$", $"signing_key: \"{key}\""), new UTF8Encoding(false));
    }

    private async Task<SigningKey> MakeKey(bool isSsh, string name)
    {
        var answer = isSsh
            ? await OutsideTool.SshKeygen.Run("-q", "-t", "ed25519", "-N", "", "-C", "", "-f", folder.At(name))
            : await OutsideTool.Minisign.Run("-G", "-W", "-p", folder.At(name + ".pub"), "-s", folder.At(name));
        Assert.True(answer.Status == 0, answer.Told);
        Assert.True(SigningKey.TryParse(await File.ReadAllTextAsync(folder.At(name + ".pub"), TestContext.Current.CancellationToken), out var key, out var problem), problem);
        return key;
    }
}
