import {
  EmbeddedActionsParser,
  type DSLMethodOpts,
  type IOrAlt,
  type IRuleConfig,
  type OrMethodOpts,
  type ParserMethod,
  type SubruleMethodOpts,
} from "chevrotain";

/** What {@link LeanParser} adds to a rule: how to run it without Chevrotain's bookkeeping. */
interface LeanRule<R> {
  shortName: number;
  body: (this: unknown, a?: unknown, b?: unknown) => R;
}

/** The parts of Chevrotain's parser that the calls below rest on, as of the version that package.json pins. */
interface Internals {
  currRuleShortName: number;
  currIdx: number;
  readonly fullRuleNameToShort: Readonly<Record<string, number>>;
  getLaFuncFromCache(key: number): (this: unknown, alternatives?: unknown) => unknown;
  raiseNoAltException(occurrence: number, message: string | undefined): never;
}

/**
 * Chevrotain's parser with shorter calls. Its own run each rule, repetition and option through several functions
 * with try/catch and keep stacks for an error recovery that is not used here. The grammar nests through all of
 * them, so that they bound how deep a program may nest: without them it is twice as deep, and parsing is faster.
 * What remains is the name of the current rule, by which the computed lookahead is found.
 */
export abstract class LeanParser extends EmbeddedActionsParser {
  /** Goes on to the next token. */
  protected step(): void {
    (this as unknown as Internals).currIdx++;
  }

  protected override RULE<F extends (...args: never[]) => unknown>(
    name: string,
    body: F,
    config?: IRuleConfig<ReturnType<F>>,
  ): ParserMethod<Parameters<F>, ReturnType<F>> {
    const rule = super.RULE(name, body as never, config) as ParserMethod<Parameters<F>, ReturnType<F>>;
    const lean: LeanRule<unknown> = {
      shortName: (this as unknown as Internals).fullRuleNameToShort[name]!,
      body: body as unknown as LeanRule<unknown>["body"],
    };
    return Object.assign(rule, lean);
  }

  protected override SUBRULE<A extends unknown[], R>(
    rule: ParserMethod<A, R>,
    options?: SubruleMethodOpts<A>,
  ): R {
    const { shortName, body } = rule as unknown as LeanRule<R>;
    const self = this as unknown as Internals;
    const caller = self.currRuleShortName;
    self.currRuleShortName = shortName;
    const args = options?.ARGS as readonly unknown[] | undefined;
    const result = args === undefined ? body.call(this) : body.call(this, args[0], args[1]);
    self.currRuleShortName = caller;
    return result;
  }

  // The same once more, and not a call of it, for the sake of the stack.
  protected override SUBRULE2<A extends unknown[], R>(
    rule: ParserMethod<A, R>,
    options?: SubruleMethodOpts<A>,
  ): R {
    const { shortName, body } = rule as unknown as LeanRule<R>;
    const self = this as unknown as Internals;
    const caller = self.currRuleShortName;
    self.currRuleShortName = shortName;
    const args = options?.ARGS as readonly unknown[] | undefined;
    const result = args === undefined ? body.call(this) : body.call(this, args[0], args[1]);
    self.currRuleShortName = caller;
    return result;
  }

  protected override OR<T>(alternatives: Alternatives<T>): T {
    return this.chosen(alternatives, 0).ALT.call(this);
  }

  protected override OR2<T>(alternatives: Alternatives<T>): T {
    return this.chosen(alternatives, 2).ALT.call(this);
  }

  private chosen<T>(alternatives: Alternatives<T>, occurrence: number): IOrAlt<T> {
    const self = this as unknown as Internals;
    const choose = self.getLaFuncFromCache(occurrence | OR_KEY | self.currRuleShortName);
    const list = Array.isArray(alternatives) ? alternatives : alternatives.DEF;
    const index = choose.call(this, list) as number | undefined;
    if (index !== undefined) return list[index]!;
    return self.raiseNoAltException(
      occurrence,
      Array.isArray(alternatives) ? undefined : alternatives.ERR_MSG,
    );
  }

  protected override MANY(action: Repeated): void {
    const self = this as unknown as Internals;
    const matches = self.getLaFuncFromCache(MANY_KEY | self.currRuleShortName);
    const body = typeof action === "function" ? action : action.DEF;
    const gate = typeof action === "function" ? undefined : action.GATE;
    while (matches.call(this) === true) {
      if (gate !== undefined && !gate.call(this)) return;
      const before = self.currIdx;
      body.call(this);
      if (self.currIdx <= before) return;
    }
  }

  protected override many(occurrence: number, action: Repeated): void {
    const self = this as unknown as Internals;
    const matches = self.getLaFuncFromCache(occurrence | MANY_KEY | self.currRuleShortName);
    const body = typeof action === "function" ? action : action.DEF;
    while (matches.call(this) === true) {
      const before = self.currIdx;
      body.call(this);
      if (self.currIdx <= before) return;
    }
  }

  protected optionInternalLogic(action: Repeated, _occurrence: number, key: number): unknown {
    const matches = (this as unknown as Internals).getLaFuncFromCache(key);
    if (typeof action === "function") return matches.call(this) === true ? action.call(this) : undefined;
    if (matches.call(this) !== true || (action.GATE !== undefined && !action.GATE.call(this)))
      return undefined;
    return action.DEF.call(this);
  }
}

// How Chevrotain numbers its lookahead functions: rule, kind of production, occurrence.
const OR_KEY = 1 << 8;
const MANY_KEY = 3 << 8;

type Alternatives<T> = IOrAlt<T>[] | OrMethodOpts<T>;
type Repeated = (() => unknown) | DSLMethodOpts<unknown>;
