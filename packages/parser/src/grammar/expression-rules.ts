import type { IToken, ParserMethod, TokenType } from "chevrotain";
import type {
  BadExpr,
  BasicLit,
  BinaryExpr,
  BinaryOperator,
  BlockStmt,
  CallExpr,
  ChanType,
  CompositeLit,
  Expr,
  FuncLit,
  FuncType,
  UnaryExpr,
} from "@goes/ast";
import { tokenClasses as T, type TokenClass } from "@goes/lexer";
import type { Pos } from "@goes/source";
import type { ListForm } from "../parser-base.ts";
import {
  binaryOperatorClasses,
  binaryOperators,
  literalKinds,
  precedenceOf,
  unaryOperators,
} from "./operators.ts";
import { MemberRules } from "./member-rules.ts";

type Alternatives<R> = { ALT: () => R }[] | undefined;

/** Expressions (spec: Expressions). Types are expressions here: `[]int(x)`, `make(chan int)`, `f[int]`. */
export abstract class ExpressionRules extends MemberRules {
  protected abstract readonly block: ParserMethod<[], BlockStmt>;

  /** `x.(type)` that no type switch has claimed. */
  protected readonly typeSwitchGuards = new Set<Expr>();

  /** What {@link primaryExpr} has read so far. Cached alternatives cannot capture a local variable. */
  #operand: Expr = { kind: "BadExpr", pos: 0, end: 0 };
  #unaryAlternatives: Alternatives<IToken>;
  #binaryAlternatives: Alternatives<IToken>;
  #operandAlternatives: Alternatives<Expr>;
  #postfixAlternatives: Alternatives<Expr>;

  // Expression = UnaryExpr | Expression binary_op Expression .   One loop over an operator stack for all precedences.
  protected readonly expression: ParserMethod<[], Expr> = this.RULE("expression", (): Expr => {
    this.enter();
    let x: Expr = this.SUBRULE(this.unaryExpr);
    if (this.RECORDING_PHASE || precedenceOf(this.LA(1).tokenTypeIdx) > 0) {
      // Operations that wait for a right operand, loosest first.
      const lefts: Expr[] = [];
      const operators: IToken[] = [];
      this.MANY(() => {
        const operator = this.binaryOperator();
        const precedence = precedenceOf(operator.tokenTypeIdx);
        while (operators.length > 0 && precedenceOf(operators.at(-1)!.tokenTypeIdx) >= precedence) {
          x = this.binary(lefts.pop()!, operators.pop()!, x);
        }
        lefts.push(x);
        operators.push(operator);
        x = this.SUBRULE2(this.unaryExpr);
      });
      if (!this.RECORDING_PHASE) {
        while (operators.length > 0) x = this.binary(lefts.pop()!, operators.pop()!, x);
      }
    }
    this.leave();
    return x;
  });

  private binaryOperator(): IToken {
    if (!this.RECORDING_PHASE) return this.take();
    this.#binaryAlternatives ??= binaryOperatorClasses.map((item) => ({
      ALT: () => this.CONSUME(item as TokenType),
    }));
    return this.OR(this.#binaryAlternatives);
  }

  private binary(x: Expr, operator: IToken, y: Expr): BinaryExpr {
    const op: BinaryOperator = binaryOperators.get(operator.tokenType as typeof T.Add)!;
    return { kind: "BinaryExpr", pos: x.pos, end: y.end, x, op, opPos: this.posOf(operator), y };
  }

  // UnaryExpr = PrimaryExpr | unary_op UnaryExpr .
  protected readonly unaryExpr: ParserMethod<[], Expr> = this.RULE("unaryExpr", (): Expr => {
    if (!this.RECORDING_PHASE && !unaryOperators.has(this.nextClass)) return this.SUBRULE(this.primaryExpr);
    const operators: IToken[] = [];
    this.MANY(() => {
      this.enter();
      operators.push(this.unaryOperator());
    });
    let x = this.SUBRULE2(this.primaryExpr);
    if (this.RECORDING_PHASE) return x;
    for (let operator = operators.pop(); operator !== undefined; operator = operators.pop()) {
      x = this.unary(operator, x);
      this.leave();
    }
    return x;
  });

  private unaryOperator(): IToken {
    if (!this.RECORDING_PHASE) return this.take();
    this.#unaryAlternatives ??= [...unaryOperators.keys()].map((item) => ({
      ALT: () => this.CONSUME(item as TokenType),
    }));
    return this.OR(this.#unaryAlternatives);
  }

  private unary(operator: IToken, x: Expr): Expr {
    const pos = this.posOf(operator);
    const op = unaryOperators.get(operator.tokenType as typeof T.Add)!;
    if (op === "*") return { kind: "StarExpr", pos, end: x.end, x };
    if (op === "<-" && x.kind === "ChanType") return this.receiveOnly(pos, x);
    const unary: UnaryExpr = { kind: "UnaryExpr", pos, end: x.end, op, x };
    return unary;
  }

  /**
   * `<-` before a channel type belongs to the type: `<-chan T`. Before `chan<- T` both arrows move one token to
   * the left: `<-chan (<-T)`, where T has to be a channel type (spec: Channel types).
   */
  private receiveOnly(pos: Pos, x: ChanType): Expr {
    if (x.direction === "both") return { ...x, pos, direction: "receive", arrow: pos };
    if (x.direction === "send" && x.element.kind === "ChanType" && x.arrow !== undefined) {
      const element = this.receiveOnly(x.arrow, x.element);
      return { ...x, pos, direction: "receive", arrow: pos, element };
    }
    const found = x.direction === "send" ? this.textOf(x.element) : "<-";
    this.syntaxError(this.pos, `unexpected ${found}, expected chan`);
    return { kind: "BadExpr", pos, end: x.end };
  }

  // PrimaryExpr = Operand { Selector | Index | Slice | TypeAssertion | Arguments | LiteralValue } .
  protected readonly primaryExpr: ParserMethod<[], Expr> = this.RULE("primaryExpr", (): Expr => {
    this.#operandAlternatives ??= [
      { ALT: () => this.ident(this.CONSUME(T.Ident)) },
      { ALT: () => this.literal(this.CONSUME(T.Int)) },
      { ALT: () => this.literal(this.CONSUME(T.String)) },
      { ALT: () => this.SUBRULE(this.parenExpr) },
      { ALT: () => this.literal(this.CONSUME(T.Float)) },
      { ALT: () => this.literal(this.CONSUME(T.Imaginary)) },
      { ALT: () => this.literal(this.CONSUME(T.Rune)) },
      { ALT: () => this.literal(this.CONSUME(T.RawString)) },
      { ALT: () => this.SUBRULE(this.funcTypeOrLit) },
      { ALT: () => this.SUBRULE(this.arrayType) },
      { ALT: () => this.SUBRULE(this.mapType) },
      { ALT: () => this.SUBRULE(this.structType) },
      { ALT: () => this.SUBRULE(this.interfaceType) },
      { ALT: () => this.SUBRULE(this.operandChanType) },
    ];
    this.#postfixAlternatives ??= [
      { ALT: () => this.SUBRULE(this.selectorOrAssertion, { ARGS: [this.#operand] }) },
      { ALT: () => this.SUBRULE(this.indexOrSlice, { ARGS: [this.#operand] }) },
      { ALT: () => this.SUBRULE(this.callArguments, { ARGS: [this.#operand] }) },
      {
        ALT: () => {
          const type = this.#operand;
          return this.SUBRULE(this.literalValue, { ARGS: [type.pos, type] });
        },
      },
    ];
    if (!this.RECORDING_PHASE && !operandStarts.has(this.nextClass)) return this.missingOperand();
    let x: Expr = this.OR(this.#operandAlternatives);
    if (!this.RECORDING_PHASE && !this.postfixFollows(x)) return x;
    this.MANY({
      GATE: () => this.nextClass !== T.LBrace || this.RECORDING_PHASE || this.literalFollows(x),
      DEF: () => {
        this.#operand = x;
        x = this.OR2(this.#postfixAlternatives!);
      },
    });
    return x;
  });

  /** Reports that an expression is missing and skips to a bracket that may close it. */
  private missingOperand(): BadExpr {
    const bad = this.badExpr();
    this.unexpected(", expected expression");
    this.advance(operandStops);
    return bad;
  }

  private postfixFollows(x: Expr): boolean {
    const { nextClass } = this;
    return (
      nextClass === T.LParen ||
      nextClass === T.Dot ||
      nextClass === T.LBrack ||
      (nextClass === T.LBrace && this.literalFollows(x))
    );
  }

  /** Whether the `{` that comes next begins the value of a composite literal of type `x`. */
  private literalFollows(x: Expr): boolean {
    if (this.isLiteralType(x)) return true;
    if (x.kind === "ParenExpr" && this.exprLevel >= 0 && this.isLiteralType(x.x)) {
      this.syntaxError(this.pos, "cannot parenthesize type in composite literal");
      return true;
    }
    return false;
  }

  private literal(token: IToken): BasicLit | BadExpr {
    const pos = this.base + token.startOffset;
    const end = pos + token.image.length;
    if (this.stream.badLiterals.has(token.startOffset)) return { kind: "BadExpr", pos, end };
    const literal = literalKinds.get(token.tokenType as typeof T.Int) ?? "int";
    return { kind: "BasicLit", pos, end, literal, text: token.image };
  }

  // "(" Expression ")"   and   "(" Type ")"
  protected readonly parenExpr = this.RULE("parenExpr", (): Expr => {
    const pos = this.pos;
    this.CONSUME(T.LParen);
    this.exprLevel++;
    const x = this.SUBRULE(this.expression);
    this.exprLevel--;
    this.CONSUME(T.RParen);
    return { kind: "ParenExpr", pos, end: this.end, x };
  });

  // A channel type; `<-chan T` reaches the parser as the unary operator `<-` before one.
  protected readonly operandChanType = this.RULE("operandChanType", (): Expr => {
    const pos = this.pos;
    this.CONSUME(T.Chan);
    const arrow = this.OPTION(() => this.posOf(this.CONSUME(T.Arrow)));
    const element = this.chanElement();
    const direction = arrow === undefined ? "both" : "send";
    return { kind: "ChanType", pos, end: element.end, direction, arrow, element };
  });

  // FunctionLit = "func" Signature FunctionBody .   Without a body it is a type.
  protected readonly funcTypeOrLit = this.RULE("funcTypeOrLit", (): Expr => {
    const pos = this.pos;
    const type: FuncType = this.SUBRULE(this.funcType);
    const body = this.OPTION(() => {
      this.functionDepth++;
      const block = this.SUBRULE(this.block);
      this.functionDepth--;
      return block;
    });
    if (body === undefined) return type;
    const lit: FuncLit = { kind: "FuncLit", pos, end: this.end, type, body };
    return lit;
  });

  // Selector = "." identifier .   TypeAssertion = "." "(" Type ")" .   In a type switch also "." "(" "type" ")" .
  protected readonly selectorOrAssertion = this.RULE("selectorOrAssertion", (x: Expr): Expr => {
    this.CONSUME(T.Dot);
    const lparen = this.pos;
    if (!this.RECORDING_PHASE && this.nextClass !== T.Ident && this.nextClass !== T.LParen) {
      this.unexpected(", expected name or (");
      this.advance(selectorStops);
      return { kind: "BadExpr", pos: x.pos, end: this.end };
    }
    return this.OR<Expr>([
      {
        ALT: (): Expr => {
          const selector = this.ident(this.CONSUME(T.Ident));
          return { kind: "SelectorExpr", pos: x?.pos, end: selector.end, x, selector };
        },
      },
      {
        ALT: (): Expr => {
          this.CONSUME(T.LParen);
          const keyword = this.OPTION(() => this.CONSUME(T.Type));
          const type = keyword === undefined || this.RECORDING_PHASE ? this.SUBRULE(this.type) : undefined;
          this.CONSUME(T.RParen);
          const { end } = this;
          const assertion: Expr = { kind: "TypeAssertExpr", pos: x?.pos, end, x, lparen, type };
          if (type === undefined) this.typeSwitchGuards.add(assertion);
          return assertion;
        },
      },
    ]);
  });

  // Index = "[" Expression [ "," ] "]" .   Slice = "[" [ Expression ] ":" [ Expression ] "]" | … .
  protected readonly indexOrSlice = this.RULE("indexOrSlice", (x: Expr): Expr => {
    const lbrack = this.pos;
    this.CONSUME(T.LBrack);
    this.exprLevel++;
    const indices: Expr[] = [];
    let comma = false;
    if (this.nextClass === T.RBrack) {
      this.unexpected(", expected operand");
      indices.push(this.badExpr());
    } else {
      this.OPTION({
        GATE: () => this.nextClass !== T.Colon,
        DEF: () => indices.push(this.SUBRULE(this.expression)),
      });
      if (!this.RECORDING_PHASE && this.nextClass !== T.Colon && indices.length === 0) {
        indices.push(this.SUBRULE2(this.expression));
      }
      // f[T1, T2]: what follows the comma are types.
      this.MANY(() => {
        this.CONSUME(T.Comma);
        comma = true;
        this.OPTION2(() => indices.push(this.SUBRULE(this.type)));
      });
    }
    if (!this.RECORDING_PHASE && !comma && indices.length === 1 && !afterIndex.has(this.nextClass)) {
      this.unexpected(", expected comma, : or ]");
      this.advance(afterIndex);
      // gc takes what it stopped at for the upper bound of a slice.
      if (!afterIndex.has(this.nextClass)) this.SUBRULE2(this.expression);
    }
    const bounds = this.OPTION3({
      GATE: () => indices.length <= 1,
      DEF: () => this.SUBRULE(this.sliceBounds),
    });
    this.exprLevel--;
    this.CONSUME(T.RBrack);
    const { end } = this;
    if (bounds === undefined || this.RECORDING_PHASE) {
      return { kind: "IndexExpr", pos: x?.pos, end, x, lbrack, indices };
    }
    const { high, max, full } = bounds;
    return { kind: "SliceExpr", pos: x.pos, end, x, lbrack, low: indices[0], high, max, full };
  });

  // ":" [ Expression ]   or   ":" Expression ":" Expression
  protected readonly sliceBounds = this.RULE("sliceBounds", (): SliceBounds => {
    this.CONSUME(T.Colon);
    let high: Expr | undefined = this.bound(1);
    let max: Expr | undefined;
    let full = false;
    this.OPTION2(() => {
      const second = this.pos;
      this.CONSUME2(T.Colon);
      full = true;
      if (high === undefined) {
        this.laterError(second, "middle index required in 3-index slice");
        high = this.badExpr();
      }
      max = this.bound(2);
      if (max === undefined) {
        this.laterError(this.pos, "final index required in 3-index slice");
        max = this.badExpr();
      }
    });
    return { high, max, full };
  });

  private bound(which: 1 | 2): Expr | undefined {
    const parse = (): Expr => (which === 1 ? this.SUBRULE(this.expression) : this.SUBRULE2(this.expression));
    if (this.RECORDING_PHASE) return this.option(which + 2, parse) as Expr | undefined;
    return this.nextClass === T.Colon || this.nextClass === T.RBrack ? undefined : parse();
  }

  // Arguments = "(" [ ( ExpressionList | Type [ "," ExpressionList ] ) [ "..." ] [ "," ] ] ")" .
  protected readonly callArguments = this.RULE("callArguments", (callee: Expr): CallExpr => {
    const lparen = this.pos;
    this.CONSUME(T.LParen);
    this.exprLevel++;
    const args: Expr[] = [];
    let ellipsis: Pos | undefined;
    this.list(1, argumentList, () => {
      args.push(this.SUBRULE(this.expression));
      this.OPTION(() => (ellipsis = this.posOf(this.CONSUME(T.Ellipsis))));
      return ellipsis === undefined ? "more" : "last";
    });
    this.exprLevel--;
    return {
      kind: "CallExpr",
      pos: callee?.pos,
      end: this.end,
      callee,
      lparen,
      args,
      ellipsis,
      rparen: this.end - 1,
    };
  });

  // LiteralValue = "{" [ ElementList [ "," ] ] "}" .
  protected readonly literalValue: ParserMethod<[Pos, Expr | undefined], CompositeLit> = this.RULE(
    "literalValue",
    (pos: Pos, type: Expr | undefined): CompositeLit => {
      const lbrace = this.pos;
      this.enter();
      this.CONSUME(T.LBrace);
      this.exprLevel++;
      const elements: Expr[] = [];
      this.list(1, elementList, () => {
        elements.push(this.SUBRULE(this.keyedElement));
      });
      this.exprLevel--;
      this.leave();
      return { kind: "CompositeLit", pos, end: this.end, type, lbrace, elements, rbrace: this.end - 1 };
    },
  );

  // KeyedElement = [ Key ":" ] Element .
  protected readonly keyedElement = this.RULE("keyedElement", (): Expr => {
    const key = this.SUBRULE(this.element);
    return (
      this.OPTION((): Expr => {
        const colon = this.posOf(this.CONSUME(T.Colon));
        const value = this.SUBRULE2(this.element);
        return { kind: "KeyValueExpr", pos: key.pos, end: value.end, key, colon, value };
      }) ?? key
    );
  });

  // Element = Expression | LiteralValue .
  protected readonly element = this.RULE("element", (): Expr => {
    if (!this.RECORDING_PHASE && this.nextClass !== T.LBrace) return this.SUBRULE(this.expression);
    return this.OR<Expr>([
      { ALT: () => this.SUBRULE(this.literalValue, { ARGS: [this.pos, undefined] }) },
      { ALT: () => this.SUBRULE2(this.expression) },
    ]);
  });

  // ExpressionList = Expression { "," Expression } .
  protected readonly expressionList = this.RULE("expressionList", (): Expr[] => {
    const list: Expr[] = [this.SUBRULE(this.expression)];
    this.MANY(() => {
      this.CONSUME(T.Comma);
      list.push(this.SUBRULE2(this.expression));
    });
    return list;
  });
}

const argumentList: ListForm = { separator: T.Comma, close: T.RParen, context: "argument list" };
const elementList: ListForm = { separator: T.Comma, close: T.RBrace, context: "composite literal" };

const operandStarts: ReadonlySet<TokenClass> = new Set<TokenClass>([
  T.Ident,
  T.Int,
  T.Float,
  T.Imaginary,
  T.Rune,
  T.String,
  T.RawString,
  T.LParen,
  T.Func,
  T.LBrack,
  T.Map,
  T.Struct,
  T.Interface,
  T.Chan,
]);

const operandStops: ReadonlySet<TokenClass> = new Set<TokenClass>([T.RParen, T.RBrack, T.RBrace]);
const selectorStops: ReadonlySet<TokenClass> = new Set<TokenClass>([T.Semicolon, T.RParen]);
const afterIndex: ReadonlySet<TokenClass> = new Set<TokenClass>([T.Comma, T.Colon, T.RBrack]);

/** The part of a slice expression from its first colon. */
interface SliceBounds {
  readonly high: Expr | undefined;
  readonly max: Expr | undefined;
  readonly full: boolean;
}
