using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Heed.Cli.Disk;

/// <summary>The one door to git: questions about what is committed, whose answers no setting, attribute or clone can change.</summary>
/// <remarks>
/// Only plumbing is asked, which reads objects and knows no diff drivers, pagers, aliases or hooks. The user's settings and every
/// <c>GIT_…</c> variable stay outside, and what the settings of a repository could still have run or fetched is switched off:
/// the repository may have come from anybody. The working tree and the index are never read by git.
/// </remarks>
internal sealed class Git
{
    private static readonly string[] Fixed =
    [
        "--no-pager", "--no-replace-objects",
        "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", "-c", "core.attributesFile=/dev/null",
        "-c", "core.commitGraph=false", "-c", "i18n.logOutputEncoding=UTF-8",
    ];

    // A partial clone is not completed in passing: nobody asked for the network, and a remote may be a program.
    private static readonly Dictionary<string, string> Environment = new(StringComparer.Ordinal)
    {
        ["GIT_CONFIG_NOSYSTEM"] = "1",
        ["GIT_CONFIG_GLOBAL"] = "/dev/null",
        ["GIT_ATTR_NOSYSTEM"] = "1",
        ["GIT_GRAFT_FILE"] = "/dev/null",
        ["GIT_ALLOW_PROTOCOL"] = "none",
        ["GIT_NO_LAZY_FETCH"] = "1",
        ["GIT_TERMINAL_PROMPT"] = "0",
        ["GIT_OPTIONAL_LOCKS"] = "0",
        ["LC_ALL"] = "C",
    };

    private readonly string program;
    private readonly string top;
    private readonly string[] trusted;

    private Git(string program, string top, string folder)
    {
        (this.program, this.top) = (program, top);
        trusted = Trusted(program);
        var within = Path.GetRelativePath(top, folder).Replace(Path.DirectorySeparatorChar, '/');
        Prefix = within == "." ? "" : within + "/";
    }

    /// <summary>The knowledge base's folder from the top of the repository, ending in <c>/</c>; empty when it is the top.</summary>
    public string Prefix { get; }

    /// <summary>The top of the repository that a folder stands in, or null; the folder is real.</summary>
    public static string? TopOf(string folder)
    {
        for (var above = folder; above is not null; above = Path.GetDirectoryName(above))
        {
            if (Path.Exists(Path.Combine(above, ".git")))
            {
                return above;
            }
        }

        return null;
    }

    /// <summary>Opens the repository with this top for a folder in it; null when git is not installed.</summary>
    public static Git? Open(string top, string folder, Surroundings around) =>
        ProgramPath.Find("git", around) is { } program ? new Git(program, top, folder) : null;

    /// <summary>A path of the knowledge base as git is to be asked for it: from the top of the repository, whatever its settings take for that.</summary>
    public string Named(string own) => $":(top,literal){Prefix}{own}";

    /// <summary>What git answers.</summary>
    /// <exception cref="GitException">It declines.</exception>
    public string Ask(params string[] question) => Ask("", question);

    /// <summary>What git answers to a question with more to read.</summary>
    /// <exception cref="GitException">It declines.</exception>
    public string Ask(string input, string[] question)
    {
        using var git = Start(question);
        var complaint = git.StandardError.ReadToEndAsync();
        var asking = Task.Run(() => Write(git, input));
        var answer = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        asking.Wait();
        return git.ExitCode == 0 ? answer : throw Declined(complaint.Result, git.ExitCode);
    }

    /// <summary>Opens the objects, to read one after another.</summary>
    public Objects OpenObjects() => new(Start("cat-file", "--batch"));

    private Process Start(params string[] question)
    {
        var start = new ProcessStartInfo(program, [.. Fixed, .. trusted, "-C", top, .. question])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            UseShellExecute = false,
        };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("GIT_", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in Environment)
        {
            start.Environment[name] = value;
        }

        // A .git that is none must not let git find the repository of another folder above.
        start.Environment["GIT_CEILING_DIRECTORIES"] = Path.GetDirectoryName(top) ?? "";
        return Start(start);
    }

    /// <summary>Which folders of other owners the user trusts: the one setting of theirs that counts, as it is their say about safety.</summary>
    private static string[] Trusted(string program)
    {
        var start = new ProcessStartInfo(program, ["config", "--null", "--get-all", "safe.directory"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            UseShellExecute = false,
            WorkingDirectory = Path.GetPathRoot(System.Environment.CurrentDirectory)!,
        };
        start.Environment.Remove("GIT_DIR");
        using var git = Start(start);
        git.ErrorDataReceived += (_, _) => { };
        git.BeginErrorReadLine();
        var answer = git.StandardOutput.ReadToEnd();
        git.WaitForExit();

        // Each value ends in NUL; an empty one takes back those before it.
        return [.. answer.Split('\0').SkipLast(1).SelectMany(folder => new[] { "-c", $"safe.directory={folder}" })];
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception refused)
        {
            throw new GitException($"it does not start: {refused.Message}");
        }
    }

    private static void Write(Process git, string input)
    {
        try
        {
            git.StandardInput.Write(input);
            git.StandardInput.Close();
        }
        catch (IOException)
        {
            // It declined before it had read all; its status tells.
        }
    }

    private static GitException Declined(string complaint, int status)
    {
        var first = complaint.Split('\n', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault(line => line.StartsWith("fatal: ", StringComparison.Ordinal));
        return new GitException(first?["fatal: ".Length..].Trim() ?? string.Create(CultureInfo.InvariantCulture, $"it ended with status {status}"));
    }

    /// <summary>The objects of a repository, read by their ids.</summary>
    internal sealed class Objects : IDisposable
    {
        private readonly Process git;
        private readonly BufferedStream answers;

        public Objects(Process git)
        {
            this.git = git;
            answers = new BufferedStream(git.StandardOutput.BaseStream);
            git.ErrorDataReceived += (_, _) => { };
            git.BeginErrorReadLine();
        }

        /// <summary>The bytes of an object.</summary>
        /// <param name="name">Its id, or a path in a commit, <c>HEAD:content/a.md</c>.</param>
        /// <exception cref="GitException">It is not there.</exception>
        public byte[] Read(string name)
        {
            try
            {
                git.StandardInput.BaseStream.Write(Encoding.UTF8.GetBytes(name + "\n"));
                git.StandardInput.BaseStream.Flush();
            }
            catch (IOException)
            {
                // It has ended; there is no head to read then.
            }

            // "<id> blob <size>", the bytes, a line feed.
            var head = ReadLine().Split(' ');
            if (head.Length != 3 || !int.TryParse(head[2], NumberStyles.None, CultureInfo.InvariantCulture, out var size))
            {
                throw new GitException($"the version {name} of a file is missing");
            }

            var bytes = new byte[size + 1];
            answers.ReadExactly(bytes);
            return bytes[..size];
        }

        public void Dispose()
        {
            git.StandardInput.Close();
            git.WaitForExit();
            git.Dispose();
        }

        private string ReadLine()
        {
            var line = new StringBuilder();
            for (var next = answers.ReadByte(); next is not (-1 or '\n'); next = answers.ReadByte())
            {
                line.Append((char)next);
            }

            return line.ToString();
        }
    }
}

/// <summary>Git was asked and declined, with the reason that it gave.</summary>
public sealed class GitException(string message) : Exception(message);
