using System.Diagnostics;
using System.Globalization;
using Heed.Cli.Disk;
using Heed.Proof;

namespace Heed.Cli.Signing;

/// <summary><c>ssh-keygen</c> or <c>minisign</c>, which make and check signatures: Heed handles no secret key itself.</summary>
internal sealed class SignatureProgram
{
    private readonly string program;
    private readonly bool isSsh;
    private readonly bool mayAsk;

    private SignatureProgram(string program, bool isSsh, bool mayAsk) => (this.program, this.isSsh, this.mayAsk) = (program, isSsh, mayAsk);

    /// <summary>What the program is called, and where it comes from.</summary>
    public static string Named(bool isSsh) => isSsh ? "ssh-keygen (install OpenSSH: apt install openssh-client)" : "minisign (apt install minisign; https://jedisct1.github.io/minisign/)";

    /// <summary>Looks for the program; null when it is not installed.</summary>
    public static SignatureProgram? Find(bool isSsh, Surroundings around)
    {
        var name = isSsh ? "ssh-keygen" : "minisign";
        return ProgramPath.Find(name, around) is not { } path ? null : new SignatureProgram(path, isSsh, around.ErrorIsTerminal);
    }

    /// <summary>Signs a manifest in a folder of its own. The program may ask for the passphrase on the terminal.</summary>
    /// <param name="keyFile">The secret key, or what stands for it, such as the public one of a key that an agent holds.</param>
    /// <param name="manifest">The bytes of the manifest.</param>
    /// <param name="signature">The name of the signature.</param>
    /// <exception cref="WrongUseException">The program did not sign.</exception>
    public byte[] Sign(string keyFile, ReadOnlySpan<byte> manifest, string signature)
    {
        using var folder = new WorkFolder();
        var file = folder.Write(ReleaseManifest.Path, manifest);
        var made = folder.At(signature);
        string[] arguments = isSsh
            ? ["-Y", "sign", "-f", keyFile, "-n", SigningKey.Namespace, file]
            : ["-S", "-s", keyFile, "-m", file, "-x", made];

        var (status, told) = Run(arguments, null, mayAsk);
        return status == 0 && File.Exists(made)
            ? File.ReadAllBytes(made)
            : throw new WrongUseException(string.Create(
                CultureInfo.InvariantCulture,
                $"--sign: {Path.GetFileNameWithoutExtension(program)} did not sign with {keyFile} (status {status}).{Indented(told)}"));
    }

    /// <summary>Whether a signature is one of the manifest by the key; and else what the program says.</summary>
    public (bool IsGood, string Told) Verify(SigningKey key, ReadOnlySpan<byte> manifest, ReadOnlySpan<byte> signature)
    {
        using var folder = new WorkFolder();
        var signatureFile = folder.Write(key.Signature, signature);
        var (status, told) = isSsh
            ? Run(
                ["-Y", "verify", "-f", folder.Write("signers", System.Text.Encoding.ASCII.GetBytes($"{SigningKey.Namespace} {key.Line}\n")), "-I", SigningKey.Namespace, "-n", SigningKey.Namespace, "-s", signatureFile],
                manifest.ToArray(),
                mayAskNow: false)
            : Run(["-V", "-q", "-P", key.Line, "-m", folder.Write(ReleaseManifest.Path, manifest), "-x", signatureFile], null, mayAskNow: false);
        return (status == 0, told.Trim().ReplaceLineEndings("; "));
    }

    private (int Status, string Told) Run(string[] arguments, byte[]? input, bool mayAskNow)
    {
        // Where a person sits, what the program prints is its question for the passphrase, and must be seen.
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = input is not null,
            RedirectStandardOutput = !mayAskNow,
            RedirectStandardError = !mayAskNow,
            StandardOutputEncoding = mayAskNow ? null : System.Text.Encoding.UTF8,
            StandardErrorEncoding = mayAskNow ? null : System.Text.Encoding.UTF8,
            UseShellExecute = false,
        };
        using var process = Process.Start(start)!;
        var told = mayAskNow ? Task.FromResult("") : process.StandardOutput.ReadToEndAsync();
        var complained = mayAskNow ? Task.FromResult("") : process.StandardError.ReadToEndAsync();
        if (input is not null)
        {
            try
            {
                process.StandardInput.BaseStream.Write(input);
                process.StandardInput.Close();
            }
            catch (IOException)
            {
                // It ended before it had read all, having found the signature bad; its status tells.
            }
        }

        process.WaitForExit();
        return (process.ExitCode, told.Result + complained.Result);
    }

    private static string Indented(string told) => string.Concat(told.Trim().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => $"\n  {line.TrimEnd()}"));

    /// <summary>A folder that is gone when the work is done.</summary>
    private sealed class WorkFolder : IDisposable
    {
        private readonly string path = Directory.CreateTempSubdirectory("heed-signature-").FullName;

        public string At(string name) => Path.Combine(path, name);

        public string Write(string name, ReadOnlySpan<byte> bytes)
        {
            File.WriteAllBytes(At(name), bytes);
            return At(name);
        }

        public void Dispose() => Directory.Delete(path, recursive: true);
    }
}
