import type { ParserMethod } from "chevrotain";
import type {
  BasicLit,
  EmbeddedElem,
  Expr,
  Field,
  Ident,
  InterfaceType,
  MethodSpec,
  StructType,
} from "@goes/ast";
import { tokenClasses as T, type TokenClass } from "@goes/lexer";
import type { ListForm } from "../parser-base.ts";
import { TypeRules, typeStarts } from "./type-rules.ts";

/** Struct and interface types (spec: Struct types, Interface types). */
export abstract class MemberRules extends TypeRules {
  // InterfaceType = "interface" "{" { InterfaceElem ";" } "}" .
  protected readonly interfaceType: ParserMethod<[], InterfaceType> = this.RULE(
    "interfaceType",
    (): InterfaceType => {
      const pos = this.pos;
      this.CONSUME(T.Interface);
      this.CONSUME(T.LBrace);
      const elements: (MethodSpec | EmbeddedElem)[] = [];
      this.list(1, interfaceBody, () => elements.push(this.SUBRULE(this.interfaceElem)));
      return { kind: "InterfaceType", pos, end: this.end, elements };
    },
  );

  // InterfaceElem = MethodElem | TypeElem .   MethodElem = MethodName Signature .
  protected readonly interfaceElem = this.RULE("interfaceElem", (): MethodSpec | EmbeddedElem => {
    const pos = this.pos;
    if (!this.RECORDING_PHASE && this.nextClass !== T.Ident) {
      const type = this.SUBRULE2(this.typeElem);
      return { kind: "EmbeddedElem", pos, end: type.end, type };
    }
    return this.OR<MethodSpec | EmbeddedElem>([
      {
        GATE: () => this.methodFollows(),
        IGNORE_AMBIGUITIES: true,
        ALT: (): MethodSpec => {
          const name = this.ident(this.CONSUME(T.Ident));
          this.OPTION(() => {
            this.plainError(this.pos, "interface method must have no type parameters");
            this.SUBRULE(this.typeParameters);
          });
          const type = this.SUBRULE(this.signature, { ARGS: [this.pos, undefined] });
          return { kind: "MethodSpec", pos, end: this.end, name, type };
        },
      },
      {
        ALT: (): EmbeddedElem => {
          const type = this.SUBRULE(this.typeElem);
          return { kind: "EmbeddedElem", pos, end: type.end, type };
        },
      },
    ]);
  });

  private methodFollows(): boolean {
    if (this.nextClass !== T.Ident) return false;
    const second = this.classAt(2);
    if (second === T.LParen) return true;
    if (second !== T.LBrack || this.classAt(3) !== T.Ident) return false;
    const third = this.classAt(4);
    if (third !== T.Tilde && third !== T.Comma && !typeStarts.has(third)) return false;
    return this.classAt(this.closingBracket(2) + 1) === T.LParen;
  }

  // StructType = "struct" "{" { FieldDecl ";" } "}" .
  protected readonly structType: ParserMethod<[], StructType> = this.RULE("structType", (): StructType => {
    const pos = this.pos;
    this.CONSUME(T.Struct);
    const listPos = this.pos;
    this.CONSUME(T.LBrace);
    const fields: Field[] = [];
    this.list(1, structBody, () => {
      if (this.RECORDING_PHASE || fieldStarts.has(this.nextClass)) {
        fields.push(this.SUBRULE(this.fieldDecl));
      } else {
        this.unexpected(", expected field name or embedded type");
        this.advance(memberEnds);
      }
    });
    const end = this.end;
    return { kind: "StructType", pos, end, fields: { kind: "FieldList", pos: listPos, end, fields } };
  });

  // FieldDecl = ( IdentifierList Type | EmbeddedField ) [ Tag ] .
  protected readonly fieldDecl = this.RULE("fieldDecl", (): Field => {
    const pos = this.pos;
    const field = this.OR([
      {
        GATE: () => !this.embeddedFollows(),
        IGNORE_AMBIGUITIES: true,
        ALT: () => {
          const names = [this.ident(this.CONSUME(T.Ident))];
          this.MANY(() => {
            this.CONSUME(T.Comma);
            names.push(this.ident(this.CONSUME2(T.Ident)));
          });
          return { names, type: this.SUBRULE(this.type) };
        },
      },
      { ALT: () => ({ names: [] as Ident[], type: this.SUBRULE(this.embeddedField) }) },
    ]);
    const tag = this.OPTION(() =>
      this.OR2([{ ALT: () => this.CONSUME(T.String) }, { ALT: () => this.CONSUME(T.RawString) }]),
    );
    const literal: BasicLit | undefined = tag === undefined ? undefined : this.stringLiteral(tag);
    return { kind: "Field", pos, end: this.end, names: field.names, type: field.type, tag: literal };
  });

  // EmbeddedField = [ "*" ] TypeName [ TypeArgs ] .
  protected readonly embeddedField = this.RULE("embeddedField", (): Expr => {
    const pos = this.pos;
    return this.OR([
      { ALT: () => this.SUBRULE(this.typeName) },
      {
        ALT: (): Expr => {
          this.CONSUME(T.Mul);
          const x = this.OPTION(() => this.SUBRULE(this.parenthesizedEmbedded)) ?? this.pointedField();
          return { kind: "StarExpr", pos, end: this.end, x };
        },
      },
      { ALT: () => this.SUBRULE2(this.parenthesizedEmbedded) },
    ]);
  });

  private pointedField(): Expr {
    return this.SUBRULE2(this.typeName);
  }

  // No Go, but understood so that the error can say what is wrong.
  protected readonly parenthesizedEmbedded = this.RULE("parenthesizedEmbedded", (): Expr => {
    this.syntaxError(this.pos, "cannot parenthesize embedded type");
    this.CONSUME(T.LParen);
    const type = this.SUBRULE(this.type);
    this.CONSUME(T.RParen);
    return type;
  });

  private embeddedFollows(): boolean {
    if (this.nextClass !== T.Ident) return true;
    const second = this.classAt(2);
    if (second === T.LBrack) {
      if (this.classAt(3) === T.RBrack) return false;
      return endsField.has(this.classAt(this.closingBracket(2) + 1));
    }
    return second === T.Dot || endsField.has(second);
  }
}

const structBody: ListForm = { separator: T.Semicolon, close: T.RBrace, context: "struct type" };
const interfaceBody: ListForm = { separator: T.Semicolon, close: T.RBrace, context: "interface type" };
const fieldStarts: ReadonlySet<TokenClass> = new Set<TokenClass>([T.Ident, T.Mul, T.LParen]);
const memberEnds: ReadonlySet<TokenClass> = new Set<TokenClass>([T.Semicolon, T.RBrace]);
const endsField: ReadonlySet<TokenClass> = new Set<TokenClass>([
  T.Semicolon,
  T.RBrace,
  T.String,
  T.RawString,
  T.EndOfFile,
]);
