/** Whether a build tag is satisfied. */
export type TagPredicate = (tag: string) => boolean;

/** The value of a constraint, or why it is none, in the words of `go`. */
export type ConstraintResult = { readonly holds: boolean } | { readonly error: string };

const tagForm = /^[\p{L}\p{N}_.]+$/u;

/** Deeper nesting is no constraint of any program; reading it must not exhaust the stack. */
const maxNesting = 500;

/** Evaluates the expression of a `//go:build` line (`go help buildconstraint`). */
export function evaluateConstraint(expression: string, tags: TagPredicate): ConstraintResult {
  const run = new Evaluation(expression, tags);
  const holds = run.or();
  const rest = run.next();
  if (rest !== undefined) run.fail(`unexpected token ${rest}`);
  return run.error === undefined ? { holds } : { error: run.error };
}

/** The clauses of a `// +build` line: one of the words must hold, and of a word all that commas separate. */
export function evaluatePlusBuild(clauses: string, tags: TagPredicate): boolean {
  return clauses
    .split(/\s+/)
    .filter((word) => word !== "")
    .some((word) =>
      word.split(",").every((literal) => {
        const negated = literal.startsWith("!");
        const tag = negated ? literal.slice(1) : literal;
        return tagForm.test(tag) && tags(tag) !== negated;
      }),
    );
}

/** The evaluation of one expression; after the first error every operand is false and the text counts as read. */
class Evaluation {
  readonly #text: string;
  readonly #tags: TagPredicate;
  #at = 0;
  #depth = 0;
  error: string | undefined;

  constructor(text: string, tags: TagPredicate) {
    this.#text = text;
    this.#tags = tags;
  }

  fail(message: string): false {
    this.error ??= message;
    this.#at = this.#text.length;
    return false;
  }

  /** The present token; undefined at the end. */
  next(): string | undefined {
    const found = /^[ \t]*(&&|\|\||[!()]|[\p{L}\p{N}_.]+|[^ \t])?/u.exec(this.#text.slice(this.#at));
    const token = found?.[1];
    if (token === undefined) return undefined;
    if (!/^(?:&&|\|\||[!()])$/.test(token) && !tagForm.test(token)) {
      this.fail(`invalid syntax at ${token}`);
      return undefined;
    }
    return token;
  }

  #take(): string | undefined {
    const token = this.next();
    if (token !== undefined) this.#at = this.#text.indexOf(token, this.#at) + token.length;
    return token;
  }

  or(): boolean {
    let value = this.#and();
    while (this.next() === "||") {
      this.#take();
      value = this.#and() || value;
    }
    return value;
  }

  #and(): boolean {
    let value = this.#not();
    while (this.next() === "&&") {
      this.#take();
      value = this.#not() && value;
    }
    return value;
  }

  #not(): boolean {
    if (this.next() !== "!") return this.#atom();
    this.#take();
    if (this.next() === "!") return this.fail("double negation not allowed");
    return !this.#atom();
  }

  #atom(): boolean {
    const token = this.next();
    if (token === undefined) return this.fail("unexpected end of expression");
    if (token === "(") {
      if (++this.#depth > maxNesting) return this.fail("expression nests too deeply");
      this.#take();
      const value = this.or();
      if (this.error === undefined && this.next() !== ")") return this.fail("missing close paren");
      this.#take();
      this.#depth--;
      return value;
    }
    if (!tagForm.test(token)) return this.fail(`unexpected token ${token}`);
    this.#take();
    return this.#tags(token);
  }
}
