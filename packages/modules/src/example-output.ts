/** What an example is to print, by the last comment of its function; undefined: it is not run. */
export function exampleOutput(
  text: string,
): { readonly output: string; readonly unordered: boolean } | undefined {
  const comment = lastComment(text);
  if (comment === undefined) return undefined;
  const shown = commentText(comment);
  const match = /^\s*(unordered )?output:/i.exec(shown);
  if (match === null) return undefined;
  const output = shown.slice(match[0].length).replace(/^ +/, "").replace(/^\n/, "");
  return { output, unordered: match[1] !== undefined };
}

/** The last group of comments in the text of a function: comments with nothing but one end of line between them. */
function lastComment(text: string): readonly string[] | undefined {
  let group: string[] = [];
  let end = -1;
  // Strings are matched too, since what looks like a comment in them is none.
  const tokens = /\/\/[^\n]*|\/\*[^]*?\*\/|"(?:[^"\\\n]|\\.)*"|`[^`]*`|'(?:[^'\\\n]|\\.)*'/g;
  for (const { 0: token, index } of text.matchAll(tokens)) {
    if (!token.startsWith("//") && !token.startsWith("/*")) continue;
    const joined = end >= 0 && /^[ \t\r]*\n?[ \t\r]*$/.test(text.slice(end, index));
    group = joined ? [...group, token] : [token];
    end = index + token.length;
  }
  return end < 0 ? undefined : group;
}

/** The text of a group of comments, as the package ast of Go returns it. */
function commentText(group: readonly string[]): string {
  const lines = group.flatMap((comment) => {
    if (comment.startsWith("/*")) return comment.slice(2, -2).split("\n");
    const body = comment.slice(2).replace(/\r$/, "");
    // Directives are no text.
    if (/^[a-z0-9]+:[a-z0-9]/.test(body) || /^(?:line |extern |export )/.test(body)) return [];
    return [body.replace(/^ /, "")];
  });
  const trimmed = lines.map((line) => line.replace(/[ \t\r]+$/, ""));
  const kept = trimmed.filter((line, i) => line !== "" || (i > 0 && trimmed[i - 1] !== ""));
  return `${kept.join("\n").replace(/\n+$/, "")}\n`;
}
