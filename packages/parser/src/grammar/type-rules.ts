import type { ParserMethod } from "chevrotain";
import type {
  ArrayType,
  BadExpr,
  BasicLit,
  BinaryExpr,
  ChanType,
  Expr,
  Field,
  FieldList,
  FuncType,
  Ident,
  IndexExpr,
  InterfaceType,
  MapType,
  StarExpr,
  StructType,
  UnaryExpr,
} from "@goes/ast";
import { tokenClasses as T, type TokenClass } from "@goes/lexer";
import { noPos, type Pos } from "@goes/source";
import { ParserBase, type ListForm } from "../parser-base.ts";
import { groupParameters, type ParameterEntry, type ParameterKind } from "./parameters.ts";

type Alternatives<R> = { ALT: () => R }[] | undefined;

/** Types, signatures and their parts (spec: Types). */
export abstract class TypeRules extends ParserBase {
  protected abstract readonly expression: ParserMethod<[], Expr>;
  protected abstract readonly structType: ParserMethod<[], StructType>;
  protected abstract readonly interfaceType: ParserMethod<[], InterfaceType>;

  #typeAlternatives: Alternatives<Expr>;

  // Type = TypeName [ TypeArgs ] | TypeLit | "(" Type ")" .
  protected readonly type: ParserMethod<[], Expr> = this.RULE("type", (): Expr => {
    if (!this.RECORDING_PHASE && !typeStarts.has(this.nextClass)) return this.missingType();
    this.enter();
    this.#typeAlternatives ??= [
      { ALT: () => this.SUBRULE(this.typeName) },
      { ALT: () => this.SUBRULE(this.pointerType) },
      { ALT: () => this.SUBRULE(this.arrayType) },
      { ALT: () => this.SUBRULE(this.mapType) },
      { ALT: () => this.SUBRULE(this.funcType) },
      { ALT: () => this.SUBRULE(this.structType) },
      { ALT: () => this.SUBRULE(this.interfaceType) },
      { ALT: () => this.SUBRULE(this.chanType) },
      { ALT: () => this.SUBRULE(this.parenType) },
    ];
    const type = this.OR(this.#typeAlternatives);
    this.leave();
    return type;
  });

  /** Reports that a type is missing and skips to where it may have ended. */
  private missingType(): BadExpr {
    const bad = this.badExpr();
    this.unexpected(", expected type");
    this.advance(typeStops);
    return bad;
  }

  // "(" Type ")"
  protected readonly parenType = this.RULE("parenType", (): Expr => {
    const pos = this.pos;
    this.CONSUME(T.LParen);
    const x = this.SUBRULE(this.type);
    this.CONSUME(T.RParen);
    return { kind: "ParenExpr", pos, end: this.end, x };
  });

  // TypeName = identifier | QualifiedIdent .   TypeArgs = "[" TypeList [ "," ] "]" .
  protected readonly typeName = this.RULE("typeName", (): Expr => {
    let type: Expr = this.ident(this.CONSUME(T.Ident));
    this.OPTION(() => {
      this.CONSUME(T.Dot);
      const selector = this.ident(this.CONSUME2(T.Ident));
      type = { kind: "SelectorExpr", pos: type.pos, end: selector.end, x: type, selector };
    });
    this.OPTION2(() => {
      type = this.SUBRULE(this.typeArguments, { ARGS: [type] });
    });
    return type;
  });

  protected readonly typeArguments = this.RULE("typeArguments", (x: Expr): IndexExpr => {
    const lbrack = this.pos;
    this.CONSUME(T.LBrack);
    const indices: Expr[] = [];
    if (!this.RECORDING_PHASE && this.nextClass === T.RBrack) {
      this.unexpected(", expected type argument list");
      indices.push(this.badExpr());
    } else {
      this.typesInBrackets(indices);
    }
    this.CONSUME(T.RBrack);
    return { kind: "IndexExpr", pos: x?.pos ?? noPos, end: this.end, x, lbrack, indices };
  });

  // TypeList = Type { "," Type } [ "," ] .
  private typesInBrackets(types: Expr[]): void {
    types.push(this.SUBRULE(this.type));
    this.MANY({
      GATE: () => this.RECORDING_PHASE || typeStarts.has(this.classAt(2)),
      DEF: () => {
        this.CONSUME(T.Comma);
        types.push(this.SUBRULE2(this.type));
      },
    });
    this.OPTION(() => this.CONSUME2(T.Comma));
  }

  // PointerType = "*" BaseType .
  protected readonly pointerType = this.RULE("pointerType", (): StarExpr => {
    const pos = this.pos;
    this.CONSUME(T.Mul);
    const x = this.SUBRULE(this.type);
    return { kind: "StarExpr", pos, end: x.end, x };
  });

  // ArrayType = "[" ArrayLength "]" ElementType .   SliceType = "[" "]" ElementType .
  protected readonly arrayType = this.RULE("arrayType", (): ArrayType => {
    const pos = this.pos;
    this.CONSUME(T.LBrack);
    let length: Expr | undefined;
    this.exprLevel++;
    if (this.RECORDING_PHASE || this.nextClass === T.Ellipsis) {
      this.OPTION(() => {
        const dots = this.posOf(this.CONSUME(T.Ellipsis));
        length = { kind: "Ellipsis", pos: dots, end: this.end, element: undefined };
      });
    }
    if (this.RECORDING_PHASE) this.OPTION2(() => this.SUBRULE(this.expression));
    else if (length === undefined && this.nextClass !== T.RBrack) length = this.SUBRULE(this.expression);
    this.exprLevel--;
    if (this.nextClass === T.Comma && !this.RECORDING_PHASE) {
      this.syntaxError(this.pos, "unexpected comma; expected ]");
      this.take();
    }
    this.CONSUME(T.RBrack);
    const element = this.SUBRULE(this.type);
    return { kind: "ArrayType", pos, end: element.end, length, element };
  });

  // MapType = "map" "[" KeyType "]" ElementType .
  protected readonly mapType = this.RULE("mapType", (): MapType => {
    const pos = this.pos;
    this.CONSUME(T.Map);
    this.CONSUME(T.LBrack);
    const key = this.SUBRULE(this.type);
    this.CONSUME(T.RBrack);
    const value = this.SUBRULE2(this.type);
    return { kind: "MapType", pos, end: value.end, key, value };
  });

  // ChannelType = ( "chan" | "chan" "<-" | "<-" "chan" ) ElementType .
  protected readonly chanType = this.RULE("chanType", (): ChanType => {
    const pos = this.pos;
    let direction: ChanType["direction"] = "both";
    let arrow: Pos | undefined;
    this.OR([
      {
        ALT: () => {
          arrow = this.posOf(this.CONSUME(T.Arrow));
          direction = "receive";
          this.CONSUME(T.Chan);
        },
      },
      {
        ALT: () => {
          this.CONSUME2(T.Chan);
          this.OPTION(() => {
            arrow = this.posOf(this.CONSUME2(T.Arrow));
            direction = "send";
          });
        },
      },
    ]);
    const element = this.chanElement();
    return { kind: "ChanType", pos, end: element.end, direction, arrow, element };
  });

  /** ElementType of a channel type. */
  protected chanElement(): Expr {
    if (!this.RECORDING_PHASE && !typeStarts.has(this.nextClass)) {
      this.syntaxError(this.pos, "missing channel element type");
      return this.badExpr();
    }
    return this.SUBRULE(this.type);
  }

  // FunctionType = "func" Signature .
  protected readonly funcType = this.RULE("funcType", (): FuncType => {
    const pos = this.pos;
    this.CONSUME(T.Func);
    this.OPTION(() => {
      this.syntaxError(this.pos, "function type must have no type parameters");
      this.SUBRULE(this.typeParameters);
    });
    return this.SUBRULE(this.signature, { ARGS: [pos, undefined] });
  });

  // Signature = Parameters [ Result ] .   Result = Parameters | Type .
  protected readonly signature = this.RULE(
    "signature",
    (pos: Pos, typeParams: FieldList | undefined): FuncType => {
      const params = this.SUBRULE(this.parameters, { ARGS: ["variadic"] });
      const results = this.OPTION((): FieldList => {
        return this.OR([
          { ALT: () => this.SUBRULE2(this.parameters, { ARGS: ["fixed"] }), IGNORE_AMBIGUITIES: true },
          {
            ALT: (): FieldList => {
              const type = this.SUBRULE(this.type);
              const field: Field = { ...unnamed(type), type };
              return { kind: "FieldList", pos: type.pos, end: type.end, fields: [field] };
            },
          },
        ]);
      });
      return { kind: "FuncType", pos, end: this.end, typeParams, params, results };
    },
  );

  // Parameters = "(" [ ParameterList [ "," ] ] ")" .   ParameterList = ParameterDecl { "," ParameterDecl } .
  protected readonly parameters = this.RULE("parameters", (length: "variadic" | "fixed"): FieldList => {
    const pos = this.pos;
    this.CONSUME(T.LParen);
    const entries: ParameterEntry[] = [];
    this.list(1, parameterList, () => {
      if (this.RECORDING_PHASE || this.parameterBegins(T.RParen)) {
        entries.push(this.SUBRULE(this.parameterDecl));
      }
    });
    return this.fieldList(pos, entries, length === "variadic" ? "parameter" : "fixed parameter");
  });

  /** Whether an entry of a parameter list begins here; what does not is reported and skipped. */
  private parameterBegins(close: TokenClass): boolean {
    const item = this.nextClass;
    if (typeStarts.has(item) || item === T.Ellipsis || item === T.Tilde) return true;
    this.unexpected(`, expected ${close.label}`);
    this.advance(close === T.RParen ? parameterStops : typeParameterStops);
    return false;
  }

  private fieldList(pos: Pos, entries: readonly ParameterEntry[], what: ParameterKind): FieldList {
    const { end } = this;
    const fields = this.RECORDING_PHASE
      ? []
      : groupParameters(entries, what, {
          close: end - 1,
          syntaxError: (at, message) => this.syntaxError(at, message),
          plainError: (at, message) => this.plainError(at, message),
        });
    return { kind: "FieldList", pos, end, fields };
  }

  // ParameterDecl = [ IdentifierList ] [ "..." ] Type .   One name at a time: the list is put together afterwards.
  protected readonly parameterDecl = this.RULE("parameterDecl", (): ParameterEntry => {
    const pos = this.pos;
    const named = this.RECORDING_PHASE || this.nameStandsBeforeType();
    let name: Ident | undefined;
    this.OPTION({ GATE: () => named, DEF: () => (name = this.ident(this.CONSUME(T.Ident))) });
    let dots: Pos | undefined;
    this.OPTION2(() => (dots = this.posOf(this.CONSUME(T.Ellipsis))));
    let element: Expr;
    if (dots !== undefined && !this.RECORDING_PHASE && !typeStarts.has(this.nextClass)) {
      this.syntaxError(this.pos, "... is missing type");
      element = this.badExpr();
    } else {
      element = this.SUBRULE(this.type);
    }
    const type: Expr =
      dots === undefined ? element : { kind: "Ellipsis", pos: dots, end: element.end, element };
    return { pos, name, type };
  });

  /** The next token is a name and the type begins after it. */
  private nameStandsBeforeType(): boolean {
    if (this.nextClass !== T.Ident) return false;
    const second = this.classAt(2);
    if (second === T.LBrack) {
      // `name []T` and `name [n]T` are named, `G[T]` is a type: what comes after the bracket tells.
      if (this.classAt(3) === T.RBrack) return true;
      return typeStarts.has(this.classAt(this.closingBracket(2) + 1));
    }
    return second === T.Ellipsis || typeStarts.has(second);
  }

  // TypeParameters = "[" TypeParamList [ "," ] "]" .   TypeParamDecl = IdentifierList TypeConstraint .
  protected readonly typeParameters = this.RULE("typeParameters", (): FieldList => {
    const pos = this.pos;
    this.CONSUME(T.LBrack);
    const entries: ParameterEntry[] = [];
    if (this.nextClass === T.RBrack) this.syntaxError(this.pos, "empty type parameter list");
    this.list(1, typeParameterList, () => {
      if (this.RECORDING_PHASE || this.parameterBegins(T.RBrack)) {
        entries.push(this.SUBRULE(this.typeParamDecl));
      }
    });
    return this.fieldList(pos, entries, "type parameter");
  });

  protected readonly typeParamDecl = this.RULE("typeParamDecl", (): ParameterEntry => {
    const pos = this.pos;
    const named = this.RECORDING_PHASE || this.constraintFollowsName();
    let name: Ident | undefined;
    this.OPTION({ GATE: () => named, DEF: () => (name = this.ident(this.CONSUME(T.Ident))) });
    // No Go, but understood so that the error can say what is wrong.
    this.OPTION2(() => this.plainError(this.posOf(this.CONSUME(T.Ellipsis)), "invalid use of ..."));
    return { pos, name, type: this.SUBRULE(this.typeElem) };
  });

  private constraintFollowsName(): boolean {
    if (this.nextClass !== T.Ident) return false;
    return this.classAt(2) === T.Tilde || this.nameStandsBeforeType();
  }

  // TypeElem = TypeTerm { "|" TypeTerm } .
  protected readonly typeElem = this.RULE("typeElem", (): Expr => {
    let x = this.SUBRULE(this.typeTerm);
    this.MANY(() => {
      const opPos = this.posOf(this.CONSUME(T.Or));
      const y = this.SUBRULE2(this.typeTerm);
      const union: BinaryExpr = { kind: "BinaryExpr", pos: x.pos, end: y.end, x, op: "|", opPos, y };
      x = union;
    });
    return x;
  });

  // TypeTerm = Type | UnderlyingType .   UnderlyingType = "~" Type .
  protected readonly typeTerm = this.RULE("typeTerm", (): Expr => {
    let tilde: Pos | undefined;
    this.OPTION(() => (tilde = this.posOf(this.CONSUME(T.Tilde))));
    if (tilde === undefined && !this.RECORDING_PHASE && !typeStarts.has(this.nextClass)) {
      const bad = this.badExpr();
      this.unexpected(", expected ~ term or type");
      this.advance(termStops);
      return bad;
    }
    const x = this.SUBRULE(this.type);
    if (tilde === undefined) return x;
    const term: UnaryExpr = { kind: "UnaryExpr", pos: tilde, end: x.end, op: "~", x };
    return term;
  });

  /** A string token as a literal node. */
  protected stringLiteral(token: { image: string; startOffset: number }): BasicLit {
    if (this.RECORDING_PHASE) return { kind: "BasicLit", pos: 0, end: 0, literal: "string", text: "" };
    const pos = this.base + token.startOffset;
    return { kind: "BasicLit", pos, end: pos + token.image.length, literal: "string", text: token.image };
  }
}

const parameterList: ListForm = { separator: T.Comma, close: T.RParen, context: "parameter list" };
const typeParameterList: ListForm = { separator: T.Comma, close: T.RBrack, context: "parameter list" };

const parameterStops: ReadonlySet<TokenClass> = new Set<TokenClass>([T.Comma, T.RParen]);
const typeParameterStops: ReadonlySet<TokenClass> = new Set<TokenClass>([T.Comma, T.RBrack]);

const typeStops: ReadonlySet<TokenClass> = new Set<TokenClass>([
  T.Comma,
  T.Colon,
  T.Semicolon,
  T.RParen,
  T.RBrack,
  T.RBrace,
]);

const termStops: ReadonlySet<TokenClass> = new Set<TokenClass>([
  T.Or,
  T.Semicolon,
  T.RParen,
  T.RBrack,
  T.RBrace,
]);

/** The tokens that a type can begin with. */
export const typeStarts: ReadonlySet<TokenClass> = new Set<TokenClass>([
  T.Ident,
  T.LParen,
  T.LBrack,
  T.Mul,
  T.Struct,
  T.Interface,
  T.Map,
  T.Func,
  T.Chan,
  T.Arrow,
]);

function unnamed(type: Expr): { kind: "Field"; pos: Pos; end: Pos; names: readonly Ident[]; tag: undefined } {
  return { kind: "Field", pos: type.pos, end: type.end, names: [], tag: undefined };
}
