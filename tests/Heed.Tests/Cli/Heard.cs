using System.Text;

namespace Heed.Tests.Cli;

/// <summary>What the program says, and waiting for it to say something.</summary>
internal sealed class Heard : StringWriter
{
    private readonly StringBuilder heard = new();

    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value)
    {
        lock (heard)
        {
            heard.Append(value);
        }
    }

    public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

    public override void Write(string? value)
    {
        lock (heard)
        {
            heard.Append(value);
        }
    }

    public void Forget()
    {
        lock (heard)
        {
            heard.Clear();
        }
    }

    public async Task<string> Until(string words)
    {
        for (var tries = 0; tries < 400; tries++)
        {
            lock (heard)
            {
                if (heard.ToString().Contains(words, StringComparison.Ordinal))
                {
                    return heard.ToString();
                }
            }

            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        lock (heard)
        {
            throw new TimeoutException($"The program did not say \"{words}\" but: {heard}");
        }
    }
}
