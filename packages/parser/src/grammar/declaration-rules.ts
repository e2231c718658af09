import type { IToken, ParserMethod, TokenType } from "chevrotain";
import type {
  BasicLit,
  BlockStmt,
  ConstSpec,
  Decl,
  Expr,
  FieldList,
  FuncDecl,
  GenDecl,
  Ident,
  ImportSpec,
  Spec,
  TypeSpec,
  VarSpec,
} from "@goes/ast";
import { tokenClasses as T, type TokenClass } from "@goes/lexer";
import type { Pos } from "@goes/source";
import type { ListForm } from "../parser-base.ts";
import { ControlRules } from "./control-rules.ts";
import { binaryOperatorClasses } from "./operators.ts";
import { typeStarts } from "./type-rules.ts";

/** What a file consists of before it is made a node. */
export interface FileParts {
  readonly packagePos: Pos;
  readonly name: Ident;
  readonly imports: readonly ImportSpec[];
  readonly decls: readonly Decl[];
}

const declarationStarts: ReadonlySet<TokenClass> = new Set<TokenClass>([
  T.Import,
  T.Const,
  T.Type,
  T.Var,
  T.Func,
]);

/** Declarations and source files (spec: Declarations and scope, Packages). */
export abstract class DeclarationRules extends ControlRules {
  // PackageClause = "package" PackageName .
  protected readonly packageClause = this.RULE("packageClause", (): Ident => {
    if (!this.RECORDING_PHASE && this.nextClass !== T.Package) {
      this.syntaxError(this.pos, "package statement must be first");
      throw this.abandon();
    }
    this.CONSUME(T.Package);
    return this.ident(this.CONSUME(T.Ident));
  });

  // SourceFile = PackageClause ";" { ImportDecl ";" } { TopLevelDecl ";" } .
  protected readonly sourceFile = this.RULE("sourceFile", (): FileParts => {
    const packagePos = this.pos;
    const name = this.SUBRULE(this.packageClause);
    if (this.RECORDING_PHASE || this.nextClass !== T.EndOfFile) this.CONSUME(T.Semicolon);
    if (this.hasSyntaxErrors) throw this.abandon();
    const imports = this.SUBRULE(this.importDecls);
    const others = this.SUBRULE(this.topLevelDecls);
    if (this.RECORDING_PHASE) return { packagePos, name, imports: [], decls: [] };
    const decls = [...imports, ...others];
    return { packagePos, name, imports: importSpecs(decls), decls };
  });

  // PackageClause ";" { ImportDecl ";" }: what the module loader needs.
  protected readonly importsOnly = this.RULE("importsOnly", (): FileParts => {
    const packagePos = this.pos;
    const name = this.SUBRULE(this.packageClause);
    this.OPTION(() => this.CONSUME(T.Semicolon));
    const decls = this.SUBRULE(this.importDecls);
    return { packagePos, name, imports: this.RECORDING_PHASE ? [] : importSpecs(decls), decls };
  });

  // { ImportDecl ";" }
  protected readonly importDecls = this.RULE("importDecls", (): Decl[] => {
    const decls: Decl[] = [];
    this.MANY(() => {
      decls.push(this.SUBRULE(this.importDecl));
      this.OPTION(() => this.CONSUME(T.Semicolon));
    });
    return decls;
  });

  // { TopLevelDecl ";" }
  protected readonly topLevelDecls = this.RULE("topLevelDecls", (): Decl[] => {
    const decls: Decl[] = [];
    let importing = true;
    for (;;) {
      this.MANY(() => {
        this.OR([
          { ALT: () => this.CONSUME(T.Semicolon) },
          {
            ALT: () => {
              importing = false;
              decls.push(this.SUBRULE(this.topLevelDecl));
            },
          },
          {
            ALT: () => {
              // Said once for each section of imports that comes too late.
              if (!importing) {
                this.syntaxError(this.pos, "imports must appear before other declarations");
              }
              importing = true;
              decls.push(this.SUBRULE(this.importDecl));
            },
          },
        ]);
      });
      if (this.RECORDING_PHASE || this.nextClass === T.EndOfFile) return decls;
      importing = false;
      const pos = this.pos;
      const last = decls.at(-1);
      const bodyOnNextLine =
        this.nextClass === T.LBrace && last?.kind === "FuncDecl" && last.bodyPos === undefined;
      this.syntaxError(
        pos,
        bodyOnNextLine
          ? "unexpected semicolon or newline before {"
          : "non-declaration statement outside function body",
      );
      this.advance(declarationStarts);
      decls.push({ kind: "BadDecl", pos, end: this.end });
    }
  });

  // TopLevelDecl = Declaration | FunctionDecl | MethodDecl .
  protected readonly topLevelDecl = this.RULE("topLevelDecl", (): Decl => {
    const decl = this.OR<Decl>([
      { ALT: () => this.SUBRULE(this.functionDecl) },
      { ALT: () => this.SUBRULE(this.declaration) },
    ]);
    this.endOfDeclaration();
    return decl;
  });

  private endOfDeclaration(): void {
    if (this.RECORDING_PHASE || this.nextClass === T.Semicolon || this.nextClass === T.EndOfFile) return;
    this.unexpected(" after top level declaration");
    this.advance(declarationStarts);
  }

  // ImportDecl = "import" ( ImportSpec | "(" { ImportSpec ";" } ")" ) .
  protected readonly importDecl = this.RULE("importDecl", (): Decl => {
    const decl = this.group("import", T.Import, (which) =>
      which === 1 ? this.SUBRULE(this.importSpec) : this.SUBRULE2(this.importSpec),
    );
    this.endOfDeclaration();
    return decl;
  });

  // Declaration = ConstDecl | TypeDecl | VarDecl .
  protected readonly declaration: ParserMethod<[], GenDecl> = this.RULE("declaration", (): GenDecl => {
    return this.OR([
      { ALT: () => this.SUBRULE(this.constDecl) },
      { ALT: () => this.SUBRULE(this.varDecl) },
      { ALT: () => this.SUBRULE(this.typeDecl) },
    ]);
  });

  // ConstDecl = "const" ( ConstSpec | "(" { ConstSpec ";" } ")" ) .
  protected readonly constDecl = this.RULE("constDecl", (): GenDecl => {
    let iota = 0;
    return this.group("const", T.Const, (which) => {
      const args: { ARGS: [number] } = { ARGS: [iota++] };
      return which === 1 ? this.SUBRULE(this.constSpec, args) : this.SUBRULE2(this.constSpec, args);
    });
  });

  // VarDecl = "var" ( VarSpec | "(" { VarSpec ";" } ")" ) .
  protected readonly varDecl = this.RULE("varDecl", (): GenDecl => {
    const directives = this.RECORDING_PHASE ? [] : this.directivesBefore(this.pos);
    return this.group("var", T.Var, (which) =>
      which === 1
        ? this.SUBRULE(this.varSpec, { ARGS: [directives] })
        : this.SUBRULE2(this.varSpec, {
            ARGS: [this.RECORDING_PHASE ? [] : this.directivesBefore(this.pos)],
          }),
    );
  });

  // TypeDecl = "type" ( TypeSpec | "(" { TypeSpec ";" } ")" ) .
  protected readonly typeDecl = this.RULE("typeDecl", (): GenDecl =>
    this.group("type", T.Type, (which) =>
      which === 1 ? this.SUBRULE(this.typeSpec) : this.SUBRULE2(this.typeSpec),
    ),
  );

  /** A declaration of one spec, or of several in parentheses. `spec` is called with 1 for the one, with 2 for each of the others. */
  private group(
    keyword: GenDecl["keyword"],
    token: TokenClass,
    spec: (which: 1 | 2) => Spec | undefined,
  ): GenDecl {
    const pos = this.pos;
    this.CONSUME(token as TokenType);
    let lparen: Pos | undefined;
    const specs: Spec[] = [];
    const add = (item: Spec | undefined): void => {
      if (item !== undefined) specs.push(item);
    };
    const several = (): void => {
      lparen = this.posOf(this.consume(9, T.LParen));
      this.list(9, specGroup, () => add(spec(2)));
    };
    if (this.RECORDING_PHASE) this.or(9, [{ ALT: () => add(spec(1)) }, { ALT: several }]);
    else if (this.nextClass === T.LParen) several();
    else add(spec(1));
    return { kind: "GenDecl", pos, end: this.end, keyword, lparen, specs };
  }

  // ImportSpec = [ "." | PackageName ] ImportPath .
  protected readonly importSpec = this.RULE("importSpec", (): ImportSpec | undefined => {
    const pos = this.pos;
    const name = this.OPTION(() =>
      this.OR([
        { ALT: () => this.ident(this.CONSUME(T.Ident)) },
        { ALT: () => this.ident(this.CONSUME(T.Dot)) },
      ]),
    );
    if (!this.RECORDING_PHASE && this.nextClass !== T.String && this.nextClass !== T.RawString) {
      const literal = this.nextClass.label === "literal";
      this.syntaxError(this.pos, literal ? "import path must be a string" : "missing import path");
      this.advance(specEnds);
      return undefined;
    }
    const token: IToken = this.OR2([
      { ALT: () => this.CONSUME(T.String) },
      { ALT: () => this.CONSUME(T.RawString) },
    ]);
    const path: BasicLit = this.stringLiteral(token);
    return { kind: "ImportSpec", pos, end: this.end, name, path };
  });

  // IdentifierList = identifier { "," identifier } .
  protected readonly identifierList = this.RULE("identifierList", (): Ident[] => {
    const names = [this.ident(this.CONSUME(T.Ident))];
    this.MANY(() => {
      this.CONSUME(T.Comma);
      names.push(this.ident(this.CONSUME2(T.Ident)));
    });
    return names;
  });

  // ConstSpec = IdentifierList [ [ Type ] "=" ExpressionList ] .
  protected readonly constSpec = this.RULE("constSpec", (iota: number): ConstSpec => {
    const pos = this.pos;
    const names = this.SUBRULE(this.identifierList);
    const type = this.OPTION(() => this.SUBRULE(this.type));
    const values = this.SUBRULE(this.initializer) ?? [];
    return { kind: "ConstSpec", pos, end: this.end, names, type, values, iota };
  });

  // [ "=" ExpressionList ]
  protected readonly initializer = this.RULE("initializer", (): readonly Expr[] | undefined => {
    if (!this.RECORDING_PHASE && !this.assignFollows()) return undefined;
    return this.OPTION(() => {
      this.CONSUME(T.Assign);
      return this.SUBRULE(this.expressionList);
    });
  });

  /** Whether `=` comes next. A `:=` is reported and counts as one. */
  private assignFollows(): boolean {
    const token = this.next;
    if (token.tokenType === T.Define) {
      this.unexpected(", expected =");
      token.tokenType = T.Assign;
      token.tokenTypeIdx = T.Assign.tokenTypeIdx!;
    }
    return token.tokenType === T.Assign;
  }

  // VarSpec = IdentifierList ( Type [ "=" ExpressionList ] | "=" ExpressionList ) .
  protected readonly varSpec = this.RULE("varSpec", (directives: VarSpec["directives"]): VarSpec => {
    const pos = this.pos;
    const names = this.SUBRULE(this.identifierList);
    const untyped = this.RECORDING_PHASE || this.assignFollows();
    const type = this.OPTION({ GATE: () => !untyped, DEF: () => this.SUBRULE(this.type) });
    const missing = !untyped && type === undefined ? this.SUBRULE2(this.type) : undefined;
    const values = this.SUBRULE(this.initializer) ?? [];
    return { kind: "VarSpec", pos, end: this.end, names, type: type ?? missing, values, directives };
  });

  // TypeSpec = AliasDecl | TypeDef .   TypeDef = identifier [ TypeParameters ] Type .
  protected readonly typeSpec = this.RULE("typeSpec", (): TypeSpec => {
    const pos = this.pos;
    const name = this.ident(this.CONSUME(T.Ident));
    const generic = this.RECORDING_PHASE || this.typeParametersFollow();
    const typeParams = this.OPTION({ GATE: () => generic, DEF: () => this.SUBRULE(this.typeParameters) });
    if (!this.RECORDING_PHASE) this.assignFollows();
    const assign = this.OPTION2(() => this.posOf(this.CONSUME(T.Assign)));
    let type: Expr;
    if (this.RECORDING_PHASE || typeStarts.has(this.nextClass)) type = this.SUBRULE(this.type);
    else {
      type = this.badExpr();
      this.unexpected(" in type declaration");
      this.advance(specEnds);
    }
    return { kind: "TypeSpec", pos, end: this.end, name, typeParams, assign, type };
  });

  /**
   * Whether the `[` after a declared type's name begins type parameters rather than an array length
   * (spec: Type parameter declarations). `P *C` and `P (C)` are expressions unless a comma follows or C can only
   * be a type.
   */
  private typeParametersFollow(): boolean {
    if (this.nextClass !== T.LBrack || this.classAt(2) !== T.Ident) return false;
    const second = this.classAt(3);
    switch (second) {
      case T.RBrack:
      case T.Dot:
        return false;
      case T.Comma:
      case T.Tilde:
        return true;
      case T.LBrack: {
        if (this.classAt(4) === T.RBrack) return true;
        const after = this.classAt(this.closingBracket(3) + 1);
        return after === T.RBrack || after === T.Comma || typeStarts.has(after);
      }
      case T.Mul:
      case T.LParen:
        return this.onlyTypeFollows(1);
      default:
        return typeStarts.has(second) && second !== T.Arrow;
    }
  }

  /** Whether the bracket at distance `open` holds a comma, or tokens that no constant expression can have. */
  private onlyTypeFollows(open: number): boolean {
    const close = this.closingBracket(open);
    let level = 0;
    for (let at = open + 1; at < close; at++) {
      const item = this.classAt(at);
      if (item === T.LParen || item === T.LBrack || item === T.LBrace) {
        if (item === T.LBrack && level === 0 && startsOperand(this.classAt(at - 1))) return true;
        level++;
      } else if (item === T.RParen || item === T.RBrack || item === T.RBrace) level--;
      else if (level === 0 && item === T.Comma) return true;
      else if (level === 0 && onlyInValues.has(item)) return false;
      else if (item === T.Tilde || item === T.Interface || item === T.Struct) return true;
      else if ((item === T.Map || item === T.Chan || item === T.Func) && level <= 1) return true;
    }
    return false;
  }

  // FunctionDecl = "func" FunctionName [ TypeParameters ] Signature [ FunctionBody ] .
  // MethodDecl = "func" Receiver MethodName Signature [ FunctionBody ] .
  protected readonly functionDecl = this.RULE("functionDecl", (): FuncDecl => {
    const pos = this.pos;
    const directives = this.RECORDING_PHASE ? [] : this.directivesBefore(pos);
    this.CONSUME(T.Func);
    const receiver = this.OPTION(() => this.SUBRULE(this.parameters, { ARGS: ["fixed"] }));
    if (receiver !== undefined) this.checkReceiver(receiver);
    if (!this.RECORDING_PHASE && this.nextClass !== T.Ident) {
      const at = this.pos;
      this.unexpected(receiver === undefined ? ", expected name or (" : ", expected name");
      this.advance(functionStops);
      const body = this.nextClass === T.LBrace ? this.functionBody() : undefined;
      const named = namelessFunction(at);
      const bodyPos = body?.pos;
      return { kind: "FuncDecl", pos, end: this.end, receiver, ...named, bodyPos, body, directives };
    }
    const name = this.ident(this.CONSUME(T.Ident));
    let typeParams: FieldList | undefined;
    this.OPTION2(() => {
      const at = this.pos;
      typeParams = this.SUBRULE(this.typeParameters);
      if (receiver !== undefined) this.syntaxError(at, "method must have no type parameters");
    });
    const type = this.SUBRULE(this.signature, { ARGS: [pos, typeParams] });
    const later = this.RECORDING_PHASE ? undefined : this.skippedBody();
    if (later !== undefined) {
      const { bodyPos, parse } = later;
      let body: BlockStmt | undefined;
      return {
        kind: "FuncDecl",
        pos,
        end: this.end,
        receiver,
        name,
        type,
        bodyPos,
        get body() {
          return (body ??= parse());
        },
        directives,
      };
    }
    const body = this.OPTION3(() => this.functionBody());
    const bodyPos = body?.pos;
    return { kind: "FuncDecl", pos, end: this.end, receiver, name, type, bodyPos, body, directives };
  });

  /** Passes a body that the lexer has skipped. */
  private skippedBody(): { readonly bodyPos: Pos; readonly parse: () => BlockStmt } | undefined {
    if (this.nextClass !== T.LBrace) return undefined;
    const open = this.next.startOffset;
    const close = this.stream.skippedBodies.get(open);
    if (close === undefined) return undefined;
    this.take();
    this.take();
    return { bodyPos: this.base + open, parse: this.laterBody(open, close) };
  }

  /** What parses the body of the current file from the brace at offset `open` to that at `close`, after this parse. */
  protected abstract laterBody(open: number, close: number): () => BlockStmt;

  /** FunctionBody = Block .   The only thing in the text of a body that was skipped. */
  protected wholeBody(): BlockStmt {
    const body = this.functionBody();
    this.endOfDeclaration();
    return body;
  }

  private functionBody(): BlockStmt {
    this.functionDepth++;
    const body = this.SUBRULE(this.block);
    this.functionDepth--;
    return body;
  }

  private checkReceiver(receiver: FieldList): void {
    if (this.RECORDING_PHASE) return;
    const count = receiver.fields.reduce((sum, field) => sum + Math.max(1, field.names.length), 0);
    if (count === 0) this.plainError(this.pos, "method has no receiver");
    else if (count > 1) this.plainError(this.pos, "method has multiple receivers");
  }

  /** Gives up the file: what is thrown ends the parse. */
  protected abstract abandon(): symbol;
}

/** Name and signature of a function whose name is missing. */
function namelessFunction(pos: Pos): Pick<FuncDecl, "name" | "type"> {
  const span = { pos, end: pos };
  const params: FieldList = { kind: "FieldList", ...span, fields: [] };
  return {
    name: { kind: "Ident", ...span, name: "_" },
    type: { kind: "FuncType", ...span, typeParams: undefined, params, results: undefined },
  };
}

/** Operators that no constraint has. */
const onlyInValues: ReadonlySet<TokenClass> = new Set<TokenClass>(
  binaryOperatorClasses.filter((item) => item !== T.Mul && item !== T.Or),
);

const specGroup: ListForm = { separator: T.Semicolon, close: T.RParen, context: "grouped declaration" };
const specEnds: ReadonlySet<TokenClass> = new Set<TokenClass>([T.Semicolon, T.RParen]);
const functionStops: ReadonlySet<TokenClass> = new Set<TokenClass>([T.LBrace, T.Semicolon]);

/** Whether an operand begins after `before`, so that a `[` there begins a type. */
function startsOperand(before: TokenClass): boolean {
  return before === T.Mul || before === T.LParen;
}

function importSpecs(decls: readonly Decl[]): ImportSpec[] {
  return decls.flatMap((decl) =>
    decl.kind === "GenDecl" && decl.keyword === "import" ? (decl.specs as readonly ImportSpec[]) : [],
  );
}
