using Heed.Proof;
using Heed.Tests.Support;

namespace Heed.Tests.Proof;

/// <summary>Public keys, read as their programs read them.</summary>
public sealed class SigningKeyTests
{
    // Made for this test; their secret halves were thrown away.
    private const string Ssh = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAINDHjBZDjwHGyYOgX5iXnlS7i7IJtlpAvjo5ChbZ9J1h";

    private const string Minisign = "RWSGiXUokULKRRAgH60GOH/SA2sUFlIOG7Y/ICd0Zm6PpoSo5IuQPBo0";

    [Fact]
    public void A_key_of_OpenSSH_has_the_fingerprint_that_ssh_keygen_shows()
    {
        var key = Read(Ssh + " a name of three words");

        Assert.True(key.IsSsh);
        Assert.Equal("SHA256:/DQfRFdn+lv22+OJUufSBTBvqiFaEaRK3DjLe4GtVuk", key.Fingerprint);
        Assert.Equal(Ssh, key.Line);
        Assert.Equal("SHA256SUMS.sig", key.Signature);
        Assert.Equal(Ssh + "\n", key.ToFile().Text);
        Assert.True(SigningKey.IsFingerprint(key.Fingerprint));
    }

    [Theory]
    [InlineData("SHA256:/DQfRFdn+lv22+OJUufSBTBvqiFaEaRK3DjLe4GtVuk", true)]
    [InlineData("SHA256:/DQfRFdn+lv22+OJUufSBTBvqiFaEaRK3DjLe4GtVu", false)]
    [InlineData("SHA256:/DQfRFdn+lv22+OJUufSBTBvqiFaEaRK3DjLe4GtVukk", false)]
    [InlineData("SHA512:/DQfRFdn+lv22+OJUufSBTBvqiFaEaRK3DjLe4GtVuk", false)]
    [InlineData("SHA256:/DQfRFdn+lv22+OJUufSBTBvqiFaEaRK3DjLe4GtVu-", false)]
    [InlineData("SHA256:/DQfRFdn+lv22+OJUufSBTBvqiFaEaRK3DjLe4GtVu\u0451", false)]
    [InlineData("45CA429128758986", true)]
    [InlineData("45ca429128758986", false)]
    [InlineData("45CA42912875898", false)]
    [InlineData("45CA4291287589860", false)]
    [InlineData("45CA42912875898G", false)]
    [InlineData("", false)]
    public void A_fingerprint_is_of_one_of_two_forms(string text, bool isOne) => Assert.Equal(isOne, SigningKey.IsFingerprint(text));

    [Fact]
    public void A_key_of_minisign_has_the_id_that_minisign_shows()
    {
        var key = Read(Minisign);

        Assert.False(key.IsSsh);
        Assert.Equal("45CA429128758986", key.Fingerprint);
        Assert.Equal("SHA256SUMS.minisig", key.Signature);
        Assert.Equal($"untrusted comment: minisign public key 45CA429128758986\n{Minisign}\n", key.ToFile().Text);
        Assert.True(SigningKey.IsFingerprint(key.Fingerprint));
    }

    [Theory]
    [InlineData(Ssh)]
    [InlineData(Minisign)]
    public void A_published_key_is_read_back(string line) => Assert.Equal(Read(line), Read(Read(line).ToFile().Text));

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("# only a comment\n", "is empty")]
    [InlineData(Ssh + "\n" + Ssh, "more than one line")]
    [InlineData("ssh-ed25519", "neither")]
    [InlineData("ssh-ed25519 AAAA", "neither")]
    [InlineData("ssh-rsa AAAAC3NzaC1lZDI1NTE5AAAAINDHjBZDjwHGyYOgX5iXnlS7i7IJtlpAvjo5ChbZ9J1h", "neither")]
    [InlineData("ssh-ed25519-cert-v01@openssh.com AAAAC3NzaC1lZDI1NTE5AAAAINDHjBZDjwHGyYOgX5iXnlS7i7IJtlpAvjo5ChbZ9J1h", "neither")]
    [InlineData("command=\"sh\" ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAINDHjBZDjwHGyYOgX5iXnlS7i7IJtlpAvjo5ChbZ9J1h", "neither")]
    [InlineData("heed", "neither")]
    [InlineData("-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjEA\n-----END OPENSSH PRIVATE KEY-----\n", "secret")]
    [InlineData("untrusted comment: minisign encrypted secret key\nRWQAAEIyAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n", "secret")]
    public void What_is_no_public_key_is_refused(string text, string expected)
    {
        Assert.False(SigningKey.TryParse(text, out _, out var problem));

        Assert.Contains(expected, problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keys_of_every_type_have_the_fingerprints_that_ssh_keygen_shows()
    {
        OutsideTool.SshKeygen.Need();
        using var folder = new TemporaryFolder();
        foreach (var (type, bits) in ((string, string)[])[("ed25519", "256"), ("ecdsa", "384"), ("rsa", "2048")])
        {
            var file = folder.At(type);
            var made = await OutsideTool.SshKeygen.Run("-q", "-t", type, "-b", bits, "-N", "", "-C", "somebody", "-f", file);
            Assert.Equal((0, ""), (made.Status, made.Told));
            var told = (await OutsideTool.SshKeygen.Run("-l", "-f", file + ".pub")).Out;

            Assert.Equal(told.Split(' ')[1], Read(await File.ReadAllTextAsync(file + ".pub", TestContext.Current.CancellationToken)).Fingerprint);
            Assert.False(SigningKey.TryParse(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken), out _, out var problem));
            Assert.Contains("secret", problem, StringComparison.Ordinal);
        }
    }

    private static SigningKey Read(string text)
    {
        Assert.True(SigningKey.TryParse(text, out var key, out var problem), problem);
        return key;
    }
}
