import {
  Alternation,
  LLkLookaheadStrategy,
  NonTerminal,
  Option,
  Repetition,
  Terminal,
  type ILookaheadStrategy,
  type IOrAlt,
  type IProduction,
  type Rule,
} from "chevrotain";
import { tokenClasses, type LexToken } from "@goes/lexer";

const tokenCount = 1 + Math.max(...Object.values(tokenClasses).map((item) => item.tokenTypeIdx ?? 0));

/** The tokens that a production can begin with: 1 at the index of each class. */
interface FirstSet {
  readonly tokens: Uint8Array;
  /** The production can be empty. */
  nullable: boolean;
}

/** What a lookahead function sees of the parser that it is called on. */
interface TokenCursor {
  readonly tokVector: readonly LexToken[];
  readonly currIdx: number;
}

type OptionalOptions = Parameters<ILookaheadStrategy["buildLookaheadForOptional"]>[0];
type AlternationOptions = Parameters<ILookaheadStrategy["buildLookaheadForAlternation"]>[0];

/**
 * Decides by the next token alone, from FIRST sets (Aho et al., Compilers, 4.4.2) in one table a decision.
 * Chevrotain's own strategy enumerates token paths of any length, which makes building the grammar three times as
 * slow. It still validates.
 */
export class LinearLookahead implements ILookaheadStrategy {
  readonly #sets = new Map<string, FirstSet>();

  validate(
    options: Parameters<ILookaheadStrategy["validate"]>[0],
  ): ReturnType<ILookaheadStrategy["validate"]> {
    return new LLkLookaheadStrategy({ maxLookahead: 1 }).validate(options);
  }

  buildLookaheadForAlternation(
    options: AlternationOptions,
  ): (alternatives?: IOrAlt<unknown>[]) => number | undefined {
    const alternation = find(
      options.rule.definition,
      (item) => item instanceof Alternation && item.idx === options.prodOccurrence,
    );
    const choices = (alternation as Alternation).definition.map((item) => this.#first(partsOf(item)).tokens);
    if (options.hasPredicates) {
      return function (this: unknown, alternatives?: IOrAlt<unknown>[]): number | undefined {
        const { tokVector, currIdx } = this as TokenCursor;
        const next = tokVector[currIdx + 1]!.tokenTypeIdx;
        for (let i = 0; i < choices.length; i++) {
          const gate = alternatives![i]!.GATE;
          if (choices[i]![next] === 1 && (gate === undefined || gate.call(this))) return i;
        }
        return undefined;
      };
    }
    // One more than the alternative; 0: none.
    const table = new Uint8Array(tokenCount);
    for (let i = choices.length - 1; i >= 0; i--) {
      choices[i]!.forEach((present, token) => {
        if (present === 1) table[token] = i + 1;
      });
    }
    return function (this: unknown): number | undefined {
      const { tokVector, currIdx } = this as TokenCursor;
      const choice = table[tokVector[currIdx + 1]!.tokenTypeIdx]!;
      return choice === 0 ? undefined : choice - 1;
    };
  }

  buildLookaheadForOptional(options: OptionalOptions): () => boolean {
    const type = options.prodType === "Option" ? Option : Repetition;
    const production = find(
      options.rule.definition,
      (item) => item instanceof type && item.idx === options.prodOccurrence,
    );
    const { tokens } = this.#first(partsOf(production));
    return function (this: unknown): boolean {
      const { tokVector, currIdx } = this as TokenCursor;
      return tokens[tokVector[currIdx + 1]!.tokenTypeIdx] === 1;
    };
  }

  /** FIRST of a sequence. */
  #first(sequence: readonly IProduction[]): FirstSet {
    const result: FirstSet = { tokens: new Uint8Array(tokenCount), nullable: true };
    for (const item of sequence) {
      const set = this.#firstOf(item);
      for (let token = 0; token < tokenCount; token++) result.tokens[token]! |= set.tokens[token]!;
      if (!set.nullable) {
        result.nullable = false;
        break;
      }
    }
    return result;
  }

  #firstOf(item: IProduction): FirstSet {
    if (item instanceof Terminal) {
      const tokens = new Uint8Array(tokenCount);
      tokens[item.terminalType.tokenTypeIdx!] = 1;
      return { tokens, nullable: false };
    }
    if (item instanceof NonTerminal) {
      let set = this.#sets.get(item.nonTerminalName);
      if (set === undefined) {
        set = this.#first(item.referencedRule.definition);
        this.#sets.set(item.nonTerminalName, set);
      }
      return set;
    }
    if (item instanceof Alternation) {
      const result: FirstSet = { tokens: new Uint8Array(tokenCount), nullable: false };
      for (const alternative of item.definition) {
        const set = this.#first(partsOf(alternative));
        for (let token = 0; token < tokenCount; token++) result.tokens[token]! |= set.tokens[token]!;
        if (set.nullable) result.nullable = true;
      }
      return result;
    }
    return { tokens: this.#first(partsOf(item)).tokens, nullable: true };
  }
}

/** What a production consists of. */
function partsOf(item: IProduction | undefined): readonly IProduction[] {
  return (item as Rule | undefined)?.definition ?? [];
}

/** The first production below `sequence` that satisfies `test`, without entering other rules. */
function find(
  sequence: readonly IProduction[],
  test: (item: IProduction) => boolean,
): IProduction | undefined {
  for (const item of sequence) {
    if (test(item)) return item;
    if (item instanceof NonTerminal || item instanceof Terminal) continue;
    const found = find(partsOf(item), test);
    if (found !== undefined) return found;
  }
  return undefined;
}
