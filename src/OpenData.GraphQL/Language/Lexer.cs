using System.Text;

namespace OpenData.GraphQL.Language;

/// <summary>Cuts UTF-8 bytes into tokens without making strings.</summary>
/// <remarks>Specification 2.1 (Source Text) and 2.1.6 (Lexical Tokens); messages are worded as in graphql-js.</remarks>
internal struct Lexer(Source source)
{
    readonly ReadOnlyMemory<byte> body = source.Body;

    /// <summary>The next token that is not a comment, from <paramref name="position"/> on.</summary>
    public readonly Token Next(int position)
    {
        var bytes = body.Span;
        while (position < bytes.Length)
        {
            var b = bytes[position];
            switch (b)
            {
                case (byte)'\t' or (byte)' ' or (byte)',' or (byte)'\n' or (byte)'\r':
                    position++;
                    continue;
                case 0xEF when bytes[position..] is [0xEF, 0xBB, 0xBF, ..]: // U+FEFF, ignored wherever it stands (2.1.1)
                    position += 3;
                    continue;
                case (byte)'#':
                    var rest = bytes[position..].IndexOfAny((byte)'\n', (byte)'\r');
                    position = rest < 0 ? bytes.Length : position + rest;
                    continue;
                case (byte)'!': return Punctuator(TokenKind.Bang, position);
                case (byte)'$': return Punctuator(TokenKind.Dollar, position);
                case (byte)'&': return Punctuator(TokenKind.Amp, position);
                case (byte)'(': return Punctuator(TokenKind.ParenL, position);
                case (byte)')': return Punctuator(TokenKind.ParenR, position);
                case (byte)':': return Punctuator(TokenKind.Colon, position);
                case (byte)'=': return Punctuator(TokenKind.Equals, position);
                case (byte)'@': return Punctuator(TokenKind.At, position);
                case (byte)'[': return Punctuator(TokenKind.BracketL, position);
                case (byte)']': return Punctuator(TokenKind.BracketR, position);
                case (byte)'{': return Punctuator(TokenKind.BraceL, position);
                case (byte)'|': return Punctuator(TokenKind.Pipe, position);
                case (byte)'}': return Punctuator(TokenKind.BraceR, position);
                case (byte)'.': return Dots(bytes, position);
                case (byte)'"':
                    return bytes[position..] is [_, (byte)'"', (byte)'"', ..] ? BlockString(bytes, position) : String(bytes, position);
            }
            if (IsDigit(b) || b == '-') return Number(bytes, position);
            if (IsNameStart(b)) return Name(bytes, position);
            throw Error(position, b == '\''
                ? "Unexpected single quote character ('), did you mean to use a double quote (\")?"
                : $"Unexpected character: {CodePoint(position)}.");
        }
        return new Token(TokenKind.EndOfFile, bytes.Length, bytes.Length);
    }

    static Token Punctuator(TokenKind kind, int position) => new(kind, position, position + 1);

    static Token Name(ReadOnlySpan<byte> bytes, int start)
    {
        var end = start + 1;
        while (end < bytes.Length && IsNameContinue(bytes[end])) end++;
        return new Token(TokenKind.Name, start, end);
    }

    readonly Token Dots(ReadOnlySpan<byte> bytes, int position)
    {
        var next = At(bytes, position + 1);
        if (next == '.' && At(bytes, position + 2) == '.') return new Token(TokenKind.Spread, position, position + 3);
        if (next == '.') throw Error(position, "Unexpected \"..\", did you mean \"...\"?");
        if (!IsDigit(next)) throw Error(position, $"Unexpected character: {CodePoint(position)}.");
        var digits = Encoding.UTF8.GetString(bytes[(position + 1)..Digits(bytes, position + 1)]);
        throw Error(position, $"Invalid number, expected digit before \".\", did you mean \"0.{digits}\"?");
    }

    /// <summary>Specification 2.9.1 (Int Value) and 2.9.2 (Float Value).</summary>
    readonly Token Number(ReadOnlySpan<byte> bytes, int start)
    {
        var position = start;
        var isFloat = false;
        if (bytes[position] == '-') position++;
        if (At(bytes, position) == '0')
        {
            position++;
            if (IsDigit(At(bytes, position))) throw Error(position, $"Invalid number, unexpected digit after 0: {CodePoint(position)}.");
        }
        else position = Digits(bytes, position);
        if (At(bytes, position) == '.')
        {
            isFloat = true;
            position = Digits(bytes, position + 1);
        }
        if (At(bytes, position) is (byte)'E' or (byte)'e')
        {
            isFloat = true;
            position++;
            if (At(bytes, position) is (byte)'+' or (byte)'-') position++;
            position = Digits(bytes, position);
        }
        if (At(bytes, position) == '.' || IsNameStart(At(bytes, position)))
            throw Error(position, $"Invalid number, expected digit but got: {CodePoint(position)}.");
        return new Token(isFloat ? TokenKind.Float : TokenKind.Int, start, position);
    }

    readonly int Digits(ReadOnlySpan<byte> bytes, int position)
    {
        if (!IsDigit(At(bytes, position))) throw Error(position, $"Invalid number, expected digit but got: {CodePoint(position)}.");
        while (IsDigit(At(bytes, position))) position++;
        return position;
    }

    /// <summary>Specification 2.9.4 (String Value): finds the end and proves every escape; the text is made by <see cref="StringText"/>.</summary>
    readonly Token String(ReadOnlySpan<byte> bytes, int start)
    {
        var position = start + 1;
        while (position < bytes.Length)
        {
            var b = bytes[position];
            if (b == '"') return new Token(TokenKind.String, start, position + 1);
            if (b is (byte)'\n' or (byte)'\r') break;
            position += b == '\\' ? StringText.ReadEscape(source, position).Size : 1;
        }
        throw Error(position, "Unterminated string.");
    }

    readonly Token BlockString(ReadOnlySpan<byte> bytes, int start)
    {
        var position = start + 3;
        while (position < bytes.Length)
        {
            var rest = bytes[position..];
            if (rest is [(byte)'"', (byte)'"', (byte)'"', ..]) return new Token(TokenKind.BlockString, start, position + 3);
            position += rest is [(byte)'\\', (byte)'"', (byte)'"', (byte)'"', ..] ? 4 : 1;
        }
        throw Error(position, "Unterminated string.");
    }

    readonly string CodePoint(int position)
    {
        if (Rune.DecodeFromUtf8(body.Span[position..], out var rune, out _) != System.Buffers.OperationStatus.Done) return "<EOF>";
        return rune.Value switch
        {
            '"' => "'\"'",
            >= 0x20 and <= 0x7E => $"\"{(char)rune.Value}\"",
            _ => $"U+{rune.Value:X4}",
        };
    }

    readonly GraphQLSyntaxException Error(int position, string description) => new(source, position, description);

    static byte At(ReadOnlySpan<byte> bytes, int position) => position < bytes.Length ? bytes[position] : (byte)0;

    internal static bool IsDigit(byte b) => b is >= (byte)'0' and <= (byte)'9';

    internal static bool IsNameStart(byte b) => b is (>= (byte)'a' and <= (byte)'z') or (>= (byte)'A' and <= (byte)'Z') or (byte)'_';

    static bool IsNameContinue(byte b) => IsNameStart(b) || IsDigit(b);
}
