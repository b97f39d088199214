namespace Heed.Model;

/// <summary>What the sources say to a question: a value, that there is none, that it is not known, or the question was not put.</summary>
/// <remarks>
/// <em>Unknown</em> means looked for and not found; it never reads as <em>none</em>. An article claimed is not an article found violated,
/// and a page that says neither must not be taken for one that says no.
/// </remarks>
public readonly record struct Answer<T>
    where T : notnull
{
    private readonly State state;
    private readonly T? value;

    private Answer(State state, T? value)
    {
        this.state = state;
        this.value = value;
    }

    private enum State
    {
        NotAsked,
        Unknown,
        None,
        Known,
    }

    /// <summary>The question does not arise, or nothing is written about it.</summary>
    public static Answer<T> NotAsked => default;

    /// <summary>Looked for, and not known.</summary>
    public static Answer<T> Unknown => new(State.Unknown, default);

    /// <summary>Known to be none.</summary>
    public static Answer<T> None => new(State.None, default);

    /// <summary>Whether there is anything to show, be it that nothing is known.</summary>
    public bool IsAsked => state != State.NotAsked;

    /// <summary>Whether it was looked for and is not known.</summary>
    public bool IsUnknown => state == State.Unknown;

    /// <summary>Whether it is known to be none.</summary>
    public bool IsNone => state == State.None;

    /// <summary>Whether there is a value.</summary>
    public bool IsKnown => state == State.Known;

    /// <summary>The value.</summary>
    /// <exception cref="InvalidOperationException">There is none; ask <see cref="IsKnown"/> first.</exception>
    public T Value => state == State.Known ? value! : throw new InvalidOperationException("There is no value: it is unknown, none, or was not asked.");

    /// <summary>An answer with a value.</summary>
    public static Answer<T> Of(T value) => new(State.Known, value);

    /// <summary>The value, or what is given when there is none.</summary>
    public T? Or(T? otherwise) => state == State.Known ? value : otherwise;
}
