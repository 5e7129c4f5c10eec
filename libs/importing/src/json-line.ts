/** A row of JSON Lines, parsed but not judged. The parser's own message quotes the line, which may hold a person's words, so it is not passed on. */
export function jsonLine(text: string): { readonly value: unknown } | { readonly fault: string } {
  const twice = doubledField(text);
  if (twice !== null) return { fault: `Fältet ${twice.slice(0, 40)} står mer än en gång` };
  try {
    return { value: JSON.parse(text) };
  } catch {
    return { fault: 'Raden är inte giltig JSON' };
  }
}

/** The first field that occurs twice in the row: JSON.parse would silently keep the last. */
function doubledField(text: string): string | null {
  const seen = new Set<string>();
  let depth = 0;
  for (const [token, name] of text.matchAll(/("(?:[^"\\]|\\.)*")\s*:|"(?:[^"\\]|\\.)*"|[{}[\]]/g)) {
    if (token === '{' || token === '[') depth += 1;
    else if (token === '}' || token === ']') depth -= 1;
    else if (name !== undefined && depth === 1) {
      const plain = unescaped(name);
      if (seen.has(plain)) return plain;
      seen.add(plain);
    }
  }
  return null;
}

function unescaped(name: string): string {
  try {
    return String(JSON.parse(name)).normalize('NFC');
  } catch {
    // Not a name: the line is refused when it is parsed as a whole.
    return name;
  }
}
