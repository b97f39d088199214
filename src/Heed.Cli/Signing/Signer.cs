using Heed.Cli.Commands;
using Heed.Cli.Disk;
using Heed.Files;
using Heed.Proof;

namespace Heed.Cli.Signing;

/// <summary>Signs releases, as <c>--sign KEYFILE</c> asks: with the secret key that belongs to <c>signing_key</c> of the settings, or not at all.</summary>
internal sealed class Signer
{
    // A public key that stands for one of an agent is text, too; more than this is no key.
    private const int MostBytesOfKey = 1 << 16;

    private readonly SignatureProgram program;
    private readonly string keyFile;

    private Signer(SignatureProgram program, string keyFile, SigningKey key) => (this.program, this.keyFile, Key) = (program, keyFile, key);

    /// <summary>The public key by which readers will check.</summary>
    public SigningKey Key { get; }

    /// <summary>Makes sure before the long work of building that signing can go well.</summary>
    /// <param name="workshop">The knowledge base, whose settings name the key.</param>
    /// <param name="typed">The file of the secret key; null to sign nothing.</param>
    /// <exception cref="WrongUseException">There is no such file, program or setting, or they are not of one kind.</exception>
    public static Signer? For(Workshop workshop, string? typed)
    {
        if (typed is null)
        {
            return null;
        }

        var keyFile = workshop.Around.FullPath(typed);
        if (!File.Exists(keyFile))
        {
            throw new WrongUseException($"--sign: there is no file {typed}.");
        }

        var real = RealPath.Of(keyFile);
        if (SourceFolder.Files(workshop.Source).Any(file => file.Real == real))
        {
            throw new WrongUseException($"--sign: {typed} stands in the knowledge base, where it would be published with it. Keep a secret key elsewhere.");
        }

        if (workshop.Settings().SigningKey is not { } key)
        {
            throw new WrongUseException(
                $"--sign: {SourceFolder.Settings} names no public key, without which nobody could check the signature.\n" +
                "  Write its line there, as signing_key: the one in the file that ends in .pub.");
        }

        var isSsh = !IsOfMinisign(keyFile);
        if (isSsh != key.IsSsh)
        {
            throw new WrongUseException($"--sign: {typed} is a key of {Owner(isSsh)}, and signing_key of {SourceFolder.Settings} is one of {Owner(key.IsSsh)}.");
        }

        var program = SignatureProgram.Find(isSsh, workshop.Around) ?? throw new WrongUseException($"--sign needs {SignatureProgram.Named(isSsh)}, which was not found.");
        return new Signer(program, keyFile, key);
    }

    /// <summary>The site with its signature.</summary>
    /// <exception cref="WrongUseException">The program did not sign, or with another key than the settings name.</exception>
    public Site Sign(Site site)
    {
        var manifest = site.Find(ReleaseManifest.Path)!.Bytes;
        var signature = program.Sign(keyFile, manifest.Span, Key.Signature);
        var (isGood, told) = program.Verify(Key, manifest.Span, signature);
        return isGood
            ? site.With(new SiteFile(Key.Signature, signature))
            : throw new WrongUseException($"--sign: {keyFile} is not the secret key of signing_key, {Key.Fingerprint}, in {SourceFolder.Settings}; readers would find the signature bad.\n  {told}");
    }

    private static bool IsOfMinisign(string keyFile)
    {
        using var stream = File.OpenRead(keyFile);
        var start = new byte[Math.Min(stream.Length, MostBytesOfKey)];
        stream.ReadExactly(start);
        return start.AsSpan().StartsWith("untrusted comment: "u8);
    }

    private static string Owner(bool isSsh) => isSsh ? "OpenSSH" : "minisign";
}
